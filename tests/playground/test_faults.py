"""Faults as the library feels them, and what the ledger says really happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, RetryAfter, TimedOut

from playground.telegram import Fault, Person, Server, Telegram

Switch = Callable[[Telegram, Person], Fault]

FAULTS: dict[str, tuple[Switch, type[Exception], type[Exception] | None, str]] = {
    "429": (lambda t, a: t.faults.too_many_requests(7), RetryAfter, None, "refused"),
    "502": (lambda t, a: t.faults.outage(), NetworkError, None, "refused"),
    "500": (lambda t, a: t.faults.server_error(500), NetworkError, None, "refused"),
    "blocked": (lambda t, a: t.faults.blocked(a.id), Forbidden, None, "refused"),
    "request lost": (
        lambda t, a: t.faults.lose_request(),
        TimedOut,
        httpx.ReadTimeout,
        "lost_before",
    ),
    "response lost": (
        lambda t, a: t.faults.lose_response(),
        TimedOut,
        httpx.ReadTimeout,
        "accepted_unheard",
    ),
    "response cut": (
        lambda t, a: t.faults.cut_response(),
        NetworkError,
        httpx.RemoteProtocolError,
        "accepted_unheard",
    ),
    "closed at once": (
        lambda t, a: t.faults.close_at_once(),
        NetworkError,
        httpx.RemoteProtocolError,
        "lost_before",
    ),
    "slow": (lambda t, a: t.faults.slow(0.6), TimedOut, httpx.ReadTimeout, "accepted"),
}


@pytest.mark.parametrize(
    ("switch", "error", "cause", "outcome"), FAULTS.values(), ids=FAULTS.keys()
)
async def test_faults(
    bot: Bot,
    telegram: Telegram,
    ann: Person,
    switch: Switch,
    error: type[Exception],
    cause: type[Exception] | None,
    outcome: str,
) -> None:
    fault = switch(telegram, ann)
    with pytest.raises(error) as caught:
        await bot.send_message(ann.id, "x")
    if cause is not None:
        assert isinstance(caught.value.__cause__, (cause, httpx.ReadError))
    await telegram.wait_until(lambda: telegram.ledger.calls_of("sendMessage"))
    assert [call.outcome for call in telegram.ledger.calls] == [outcome]
    assert len(ann.received) == (1 if outcome.startswith("accepted") else 0)
    assert fault.hits == 1
    fault.off()
    await bot.send_message(ann.id, "y")
    assert ann.last is not None
    assert ann.last.text == "y"


async def test_retry_after_is_told(bot: Bot, telegram: Telegram, ann: Person) -> None:
    telegram.faults.too_many_requests(7, times=1)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(ann.id, "x")
    assert caught.value.retry_after == timedelta(seconds=7)


async def test_faults_strike_where_they_are_told(bot: Bot, telegram: Telegram, ann: Person) -> None:
    bob = telegram.person("Bob", started=True)
    telegram.faults.outage(method="sendMessage", chat=ann.id, times=2)
    telegram.faults.error(
        400, "Bad Request: no", when=lambda method, params: params.get("text") == "bad"
    )
    assert await bot.send_message(bob.id, "fine")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(ann.id, "x")
    assert await bot.send_message(ann.id, "x")
    with pytest.raises(NetworkError, match="No"):
        await bot.send_message(ann.id, "bad")
    telegram.faults.clear()
    assert await bot.send_message(ann.id, "bad")


async def test_refused_connections_and_back(
    bot: Bot, telegram: Telegram, ann: Person, server: Server
) -> None:
    await server.stop_listening()
    with pytest.raises(NetworkError) as caught:
        await bot.send_message(ann.id, "x")
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    await server.start()
    assert await bot.send_message(ann.id, "x")


async def test_a_failed_wait_tells_what_happened(telegram: Telegram, ann: Person) -> None:
    ann.say("is anybody there?")
    with pytest.raises(TimeoutError, match="is anybody there"):
        await ann.sees("yes", timeout=0.01)


async def test_what_nobody_saw_is_told(telegram: Telegram, ann: Person) -> None:
    with pytest.raises(LookupError, match="no button 'Go'"):
        ann.press("Go")
    ann.block()
    with pytest.raises(RuntimeError, match="has blocked"):
        ann.say("x")
