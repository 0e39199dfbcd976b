"""What whoever runs the bot is told in a chat, and that it is nothing about a patient."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from playground.telegram import Person
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.monitoring.asking import owes_an_escalation

StartBot = Callable[..., Awaitable[RunningBot]]
OPERATOR = 4711


@pytest.fixture
async def run(start_bot: StartBot) -> RunningBot:
    return await start_bot(operator_chat_id=OPERATOR, care_team_time_zone="Europe/Berlin")


@pytest.fixture
def olga(run: RunningBot) -> Person:
    return run.telegram.person("Olga", id=OPERATOR, started=True)


def told(olga: Person) -> list[str]:
    return [message.text for message in olga.received]


async def test_an_urgent_message_that_does_not_leave_is_told_once(
    run: RunningBot, olga: Person
) -> None:
    ann = await set_up(run, "Annabella")
    await owes_an_escalation(run, ann)
    await run.passes(minutes=9)
    assert told(olga) == []
    await run.passes(minutes=2)
    (said,) = told(olga)
    assert "One urgent message is not delivered" in said
    assert "blocked 1" in said
    await run.passes(hours=2)
    assert len(told(olga)) == 1
    for text in told(olga):
        assert "Annabella" not in text
        assert str(ann.person.id) not in text


async def test_it_is_told_again_when_it_grows_and_when_it_is_over(
    run: RunningBot, olga: Person
) -> None:
    ann, bea = await set_up(run, "Ann"), await set_up(run, "Bea")
    await owes_an_escalation(run, ann)
    await run.passes(minutes=11)
    await owes_an_escalation(run, bea)
    await run.passes(minutes=11)
    assert [text.split(" ", 1)[0] for text in told(olga)] == ["One", "2"]
    for patient in (ann, bea):
        patient.person.unblock()
        await patient.says("/start")  # what is owed leaves at her next contact
    await run.passes(minutes=1)
    assert told(olga)[-1] == "All urgent messages have been delivered now."
    await run.passes(hours=1)
    assert len(told(olga)) == 3


async def test_a_long_absence_is_told_with_its_times(run: RunningBot, olga: Person) -> None:
    await run.passes(minutes=1)
    async with run.down():
        run.clock.advance(hours=2)
    await run.settled()
    (said,) = told(olga)
    assert said.startswith("I was not running from Monday, 2 March, 13:0")
    assert "to Monday, 2 March, 15:01 (Europe/Berlin)" in said
    assert "Nobody missed a reminder" in said


async def test_a_restart_is_not_worth_a_message(run: RunningBot, olga: Person) -> None:
    async with run.down():
        run.clock.advance(minutes=5)
    await run.settled()
    assert told(olga) == []


async def test_without_an_operator_nobody_is_told(start_bot: StartBot) -> None:
    bot = await start_bot()
    await owes_an_escalation(bot, await set_up(bot))
    await bot.passes(minutes=30)
    async with bot.down():
        bot.clock.advance(hours=2)
    assert await bot.rows("outbox", "key", patient_id=None) == []


@pytest.mark.parametrize("language", ["es", "ur"])
async def test_it_speaks_the_language_of_the_team(start_bot: StartBot, language: str) -> None:
    bot = await start_bot(operator_chat_id=OPERATOR, default_language=language)
    olga = bot.telegram.person("Olga", id=OPERATOR, started=True)
    await owes_an_escalation(bot, await set_up(bot))
    await bot.passes(minutes=11)
    (said,) = told(olga)
    assert "urgent messages" not in said.replace("An urgent message is not delivered", "")
