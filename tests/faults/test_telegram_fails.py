"""Telegram fails in every way it can: what is owed is delayed, never lost, never silently dropped.

Telegram has no key that would make a send happen once. So each kind of message has its own rule for
"perhaps it arrived": answers and escalations again, a dose once more with a mark, others not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from playground.telegram import Fault, Telegram
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import DOSE, MOISTURIZER, Choices, set_up

StartBot = Callable[..., Awaitable[RunningBot]]

DAILY_ONE = "Your daily one, with food"
TWICE = "You may see this twice"


def copies(bot: RunningBot, words: str) -> int:
    """How often Telegram accepted a message with these words, heard by the bot or not."""
    return sum(words in str(call.params.get("text")) for call in bot.telegram.ledger.sent())


async def reasons(bot: RunningBot) -> list[tuple[str, str]]:
    """What became of every message that was not simply sent."""
    rows = await bot.rows("outbox", "state", "reason")
    return [(state, reason) for state, reason in rows if state != "sent"]


def accepted_unheard(telegram: Telegram, **where: object) -> Fault:
    return telegram.faults.cut_response(method="sendMessage", times=1, **where)


def perhaps_lost(telegram: Telegram, **where: object) -> Fault:
    return telegram.faults.close_at_once(method="sendMessage", times=1, **where)


def bad_gateway(telegram: Telegram, **where: object) -> Fault:
    return telegram.faults.server_error(502, method="sendMessage", times=1, **where)


UNCERTAIN = pytest.mark.parametrize("fails", [accepted_unheard, perhaps_lost, bad_gateway])


@UNCERTAIN
async def test_an_answer_is_said_again(bot: RunningBot, fails: Callable[..., Fault]) -> None:
    ann = await set_up(bot)
    fails(bot.telegram)
    ann.person.say("/help")
    await bot.settled()
    await bot.passes(seconds=2)
    await ann.sees("What I can do")
    assert copies(bot, "What I can do") == (2 if fails is accepted_unheard else 1)
    assert await reasons(bot) == []


@UNCERTAIN
async def test_an_escalation_is_said_again_until_it_is_confirmed(
    bot: RunningBot, fails: Callable[..., Fault]
) -> None:
    ann = await set_up(bot)
    for _ in range(3):
        fails(bot.telegram)
    ann.person.say("I want to kill myself")
    await bot.settled()
    await bot.passes(minutes=1)
    await ann.sees("nobody may be reading this chat")
    assert len(await bot.rows("escalations", "id")) == 1
    assert (await bot.rows("escalations", "delivered_at"))[0][0] is not None


@UNCERTAIN
async def test_a_dose_reminder_is_sent_once_more_and_says_so(
    bot: RunningBot, fails: Callable[..., Fault]
) -> None:
    ann = await set_up(bot)
    fails(bot.telegram)
    await ann.waits_until("08:00")
    await bot.passes(seconds=2)
    again = await ann.sees(DAILY_ONE, TWICE, "One only")
    assert copies(bot, DAILY_ONE) == (2 if fails is accepted_unheard else 1)
    await ann.presses("Taken", again)
    assert await bot.rows("occurrences", "state") == [("done",)]


async def test_either_copy_of_a_dose_reminder_is_the_same_act(bot: RunningBot) -> None:
    ann = await set_up(bot)
    accepted_unheard(bot.telegram)
    await ann.waits_until("08:00")
    await bot.passes(seconds=2)
    first, second = (m for m in ann.person.received if DAILY_ONE in m.text)
    await ann.presses("Taken", second)
    await ann.presses("Taken", first)
    await ann.sees("taken at 08:00")
    assert await bot.rows("occurrences", "state") == [("done",)]


async def test_a_dose_reminder_is_not_sent_a_third_time(bot: RunningBot) -> None:
    ann = await set_up(bot)
    bot.telegram.faults.cut_response(method="sendMessage", times=2)
    await ann.waits_until("08:00")
    await bot.passes(minutes=10)
    assert copies(bot, DAILY_ONE) == 2
    assert [state for state, _ in await reasons(bot)] == ["failed"]
    assert all("uncertain" in reason for _, reason in await reasons(bot))


@UNCERTAIN
async def test_skin_care_is_not_repeated_and_the_record_says_why(
    bot: RunningBot, fails: Callable[..., Fault]
) -> None:
    ann = await set_up(bot, choices=Choices(routines=(MOISTURIZER,)))
    fails(bot.telegram)
    await ann.waits_until("21:30")
    await bot.passes(minutes=10)
    assert copies(bot, "Moisturizer") == (1 if fails is accepted_unheard else 0)
    ((state, reason),) = await reasons(bot)
    assert state == "failed"
    assert "uncertain" in reason


async def test_too_many_requests_holds_that_chat_only(bot: RunningBot) -> None:
    ann, ben = await set_up(bot, "Ann"), await set_up(bot, "Ben")
    bot.telegram.faults.too_many_requests(1, method="sendMessage", chat=ann.person.id, times=1)
    ann.looks_away()
    ann.person.say("/help")
    await bot.settled()
    await ben.says("/help")
    await ben.sees("What I can do")
    await ann.sees_nothing()
    await bot.passes(seconds=1)
    await ann.sees_only("What I can do")
    assert copies(bot, "What I can do") == 2


async def test_a_refused_connection_is_no_reason_to_mark_a_repeat(bot: RunningBot) -> None:
    """What was never connected was not sent: it is the same first message, a little later."""
    ann = await set_up(bot)
    await bot.server.stop_listening()
    await ann.waits_until("08:00")
    await ann.sees_nothing()
    await bot.server.start()
    await bot.passes(minutes=2)
    await ann.sees_only(DAILY_ONE)
    ann.sees_not(TWICE)


async def out_of_reach(bot: RunningBot) -> Callable[[], Awaitable[None]]:
    await bot.server.stop_listening()
    return bot.server.start


async def out_of_order(bot: RunningBot) -> Callable[[], Awaitable[None]]:
    fault = bot.telegram.faults.outage()

    async def over() -> None:
        fault.off()

    return over


@pytest.mark.parametrize("breaks", [out_of_reach, out_of_order])
async def test_after_an_hour_of_outage_the_urgent_comes_first_and_nothing_is_lost(
    bot: RunningBot, breaks: Callable[[RunningBot], Awaitable[Callable[[], Awaitable[None]]]]
) -> None:
    ann = await set_up(bot, "Ann", Choices(routines=(DOSE, MOISTURIZER), times=("08:00",)))
    cleo = await set_up(bot, "Cleo", Choices(reminders=False))
    await bot.until("04:05", ann.zone)
    await cleo.says("I want to kill myself")
    await bot.until("07:55", ann.zone)
    start = len(bot.telegram.ledger.calls)
    over = await breaks(bot)
    await bot.passes(minutes=50)
    await ann.sees_nothing()
    cleo.person.say("please help me, I will do it now")
    await over()
    await bot.telegram.wait_until(lambda: not bot.telegram.updates.pending, 20)
    await bot.settled()
    await bot.passes(minutes=50)  # a dose that may have come twice is asked again by its own rule
    sent = [
        (call.chat_id, str(call.params.get("text")))
        for call in bot.telegram.ledger.calls[start:]
        if call.method == "sendMessage" and call.outcome == "accepted"
    ]
    assert sent[0][0] == cleo.person.id
    assert any("Did you get help?" in text for _, text in sent)
    assert any("call" in text and "nobody may be reading" in text for _, text in sent)
    assert any(chat == ann.person.id and DAILY_ONE in text for chat, text in sent)
    for state, reason in await reasons(bot):
        assert state in {"failed", "cancelled"}
        assert reason
    await ann.presses("Taken")
    assert ("dose", "done") in await bot.rows("occurrences", "kind", "state")


async def test_what_has_become_too_late_in_an_outage_expires_with_a_reason(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot, choices=Choices(routines=(MOISTURIZER,)))
    await ann.waits_until("21:29")
    await bot.server.stop_listening()
    await bot.passes(hours=3)
    await bot.server.start()
    await bot.passes(minutes=10)
    await ann.sees_nothing()
    assert await reasons(bot) == [("cancelled", "expired")]


async def test_an_update_delivered_twice_has_its_effect_once(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    press = ann.person.press("Taken")
    await bot.settled()
    sent = len(bot.telegram.ledger.calls)
    assert press.update_id is not None
    bot.telegram.redeliver(press.update_id)
    await bot.telegram.wait_until(lambda: not bot.telegram.updates.pending)
    await bot.settled()
    repeated = [c for c in bot.telegram.ledger.calls[sent:] if c.method != "answerCallbackQuery"]
    assert repeated == []
    assert await bot.rows("occurrences", "state") == [("done",)]


async def test_a_press_counts_even_if_telegram_refuses_its_confirmation(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    bot.telegram.faults.error(400, "Bad Request: query is too old", method="answerCallbackQuery")
    await ann.presses("Taken")
    await ann.sees("taken at 08:00")


async def test_a_message_that_can_no_longer_be_edited_is_said_anew(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    bot.telegram.faults.error(
        400, "Bad Request: message can't be edited", method="editMessageText", times=1
    )
    await ann.presses("Taken")
    await ann.sees_only("taken at 08:00")


async def test_updates_wait_while_they_cannot_be_fetched(bot: RunningBot) -> None:
    ann = await set_up(bot)
    bot.telegram.faults.server_error(502, method="getUpdates", times=2)
    await ann.says("/help")
    await ann.sees_only("What I can do")


async def test_telegram_is_down_when_the_bot_starts(start_bot: StartBot) -> None:
    bot = await start_bot(started=False)
    await bot.server.stop_listening()
    starting = asyncio.create_task(bot.start())
    ann = bot.patient("Ann")
    ann.person.say("/start")
    await asyncio.wait({starting}, timeout=0.2)
    assert not starting.done()
    await bot.server.start()
    await starting
    await ann.sees("I am a companion")
