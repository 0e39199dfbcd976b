"""`/healthz`, `/readyz` and `/metrics` of the running program."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.monitoring.metrics import METRICS
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.monitoring.asking import get, numbers, owes_an_escalation

StartBot = Callable[..., Awaitable[RunningBot]]


@pytest.fixture
async def watched(start_bot: StartBot) -> RunningBot:
    return await start_bot(health_bind="127.0.0.1:0")


async def test_nothing_listens_unless_it_is_asked_for(bot: RunningBot) -> None:
    assert not bot.running.health.listens


async def test_a_healthy_bot_is_alive_and_ready(watched: RunningBot) -> None:
    assert await get(watched, "/healthz") == (200, "ok\n")
    assert await get(watched, "/readyz") == (200, "database ok\ntelegram ok\nticker ok\n")


@pytest.mark.parametrize("path", ["/", "/metrics/", "/telegram", "/debug", "/../.env"])
async def test_there_is_nothing_else(watched: RunningBot, path: str) -> None:
    assert (await get(watched, path))[0] == 404
    assert (await get(watched, "/metrics", "POST"))[0] == 405


async def test_without_telegram_it_is_alive_and_not_ready(watched: RunningBot) -> None:
    await watched.server.stop()
    watched.running.client._answered_at = -600.0  # a long silence
    assert await get(watched, "/readyz") == (503, "database ok\ntelegram failed\nticker ok\n")
    assert (await get(watched, "/healthz"))[0] == 200


async def test_a_ticker_that_stands_still_is_not_ready(watched: RunningBot) -> None:
    watched.running.ticker.stop()  # its first tick may still be under way
    await watched.settled()
    watched.running.ticker.last_tick -= 3_600
    assert await get(watched, "/readyz") == (503, "database ok\ntelegram ok\nticker failed\n")
    assert (await numbers(watched))["ticker_age_seconds"] >= 3_600


async def test_who_is_stopping_is_not_ready(watched: RunningBot) -> None:
    watched.running.health.stopping()
    assert await get(watched, "/readyz") == (503, "stopping\n")


async def test_without_a_database_the_process_still_says_what_it_knows(
    watched: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> Any:
        raise OSError

    monkeypatch.setattr(watched.running.store, "read", away)
    assert (await get(watched, "/readyz"))[1].startswith("database failed\n")
    found = await numbers(watched)
    assert found["database_up"] == 0
    assert found["ticker_age_seconds"] >= 0
    assert "inbox_open" not in found
    monkeypatch.undo()


async def test_every_metric_is_there(watched: RunningBot) -> None:
    text = (await get(watched, "/metrics"))[1]
    assert {line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")} == {
        metric.name for metric in METRICS
    }


async def test_the_numbers_of_a_reminder_and_of_a_case(watched: RunningBot) -> None:
    ann = await set_up(watched)
    before = await numbers(watched)
    assert before["cases_unacknowledged"] == before["escalations_undelivered_oldest_seconds"] == 0
    assert before['outbox_due{priority="dose"}'] == 0
    await ann.waits_until("08:00")
    await ann.says("I want to die")
    found = await numbers(watched)
    assert found["reminder_lateness_seconds_count"] >= 1
    assert found['reminder_lateness_seconds_bucket{le="5"}'] >= 1
    assert found['messages_sent_total{class="dose"}'] >= 1
    assert found['cases_open{tier="N"}'] + found.get('cases_open{tier="E"}', 0) == 1
    assert found["cases_unacknowledged"] == 1
    assert found["inbox_open"] == 0


async def test_an_escalation_that_is_not_delivered_shows_with_its_reason(
    watched: RunningBot,
) -> None:
    ann = await set_up(watched)
    await owes_an_escalation(watched, ann)
    await watched.passes(minutes=20)
    found = await numbers(watched)
    assert found['escalations_undelivered{class="escalation",reason="blocked"}'] == 1
    assert found["escalations_undelivered_oldest_seconds"] >= 1_200
    assert found['send_errors_total{result="not_sent",reason="blocked"}'] >= 1


async def test_nothing_of_a_patient_stands_in_it(watched: RunningBot) -> None:
    ann = await set_up(watched, "Annabella")
    await ann.says("I want to die")
    for path in ("/metrics", "/readyz", "/healthz"):
        text = (await get(watched, path))[1]
        assert "Annabella" not in text
        assert str(ann.person.id) not in text
        assert "die" not in text.replace("died", "")
        assert watched.telegram.token not in text
