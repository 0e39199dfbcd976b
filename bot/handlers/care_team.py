"""/ack, /handover, /close and /cases, in the care team's chat only."""

from __future__ import annotations

import re

from telegram import Update

from bot.domain.care_team_actions import AckCase, CloseCase, GiveBackCase, TakeOverCase
from bot.domain.case_closing import CloseReason
from bot.domain.message import Message
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import care_team, case_closing
from bot.services.care_team import NoSuchCase
from bot.services.case_closing import Ended, ReasonWanted
from bot.views import care_team as view

_NUMBER = re.compile(r"\d{1,12}")
_HAND_OVER = re.compile(r"(?P<case>\d{1,12})\s+(?:to\s+)?(?P<to>\S.{0,63})")


async def ack(update: Update, turn: Turn) -> None:
    if not await is_team(turn):
        return
    text = (update.effective_message.text or "") if update.effective_message else ""
    found = _NUMBER.search(text)
    if found is None:
        await turn.reply(Message(turn.desk.team_say("team-ack-how")))
        return
    await _acknowledge(turn, int(found.group()))


async def cases(update: Update, turn: Turn) -> None:
    if await is_team(turn):
        await turn.reply(
            view.cases(
                turn.desk.team_say,
                await care_team.open_cases(turn.tx, turn.desk, turn.work.chat_id),
            )
        )


@pressed(AckCase)
async def ack_button(turn: Turn, action: AckCase) -> None:
    if await is_team(turn):
        await _acknowledge(turn, action.case)


async def handover(update: Update, turn: Turn) -> None:
    """/handover 12 @bea"""
    if not await is_team(turn):
        return
    text = (update.effective_message.text or "") if update.effective_message else ""
    found = _HAND_OVER.search(text)
    if found is None:
        await turn.reply(Message(turn.desk.team_say("team-handover-how")))
        return
    await _hand_over(turn, int(found.group("case")), " ".join(found.group("to").split()))


@pressed(TakeOverCase)
async def take_over(turn: Turn, action: TakeOverCase) -> None:
    if await is_team(turn):
        await _hand_over(turn, action.case, turn.work.speaker)


@pressed(GiveBackCase)
async def give_back(turn: Turn, action: GiveBackCase) -> None:
    if not await is_team(turn):
        return
    say = turn.desk.team_say
    if await care_team.give_back(turn.tx, turn.desk, turn.work.chat_id, action.case, turn.now):
        await turn.reply(view.given_back(say, action.case))
    else:
        await turn.reply(Message(say("team-no-such-case", case=str(action.case))))


async def close(update: Update, turn: Turn) -> None:
    """/close 12 asks why, with one button for each reason."""
    if not await is_team(turn):
        return
    text = (update.effective_message.text or "") if update.effective_message else ""
    found = _NUMBER.search(text)
    if found is None:
        await turn.reply(Message(turn.desk.team_say("team-close-how")))
        return
    chat, number = turn.work.chat_id, int(found.group())
    await _closing(turn, await case_closing.look_up(turn.tx, turn.desk, chat, number))


@pressed(CloseCase)
async def close_button(turn: Turn, action: CloseCase) -> None:
    if not await is_team(turn):
        return
    if action.reason not in set(CloseReason):
        await turn.reply(Message(turn.desk.team_say("team-close-how")))
        return
    chat, reason = turn.work.chat_id, CloseReason(action.reason)
    outcome = await case_closing.close(turn.tx, turn.desk, chat, action.case, reason, turn.now)
    await _closing(turn, outcome)


async def _closing(turn: Turn, outcome: ReasonWanted | Ended | NoSuchCase) -> None:
    say = turn.desk.team_say
    match outcome:
        case NoSuchCase(number):
            await turn.reply(Message(say("team-no-such-case", case=str(number))))
        case ReasonWanted(number):
            await turn.reply(view.ask_reason(say, number))
        case Ended(number, holds, already):
            await turn.reply(view.closed(say, number, holds=holds, already=already))


async def _hand_over(turn: Turn, case: int, to: str) -> None:
    say = turn.desk.team_say
    match await care_team.hand_over(turn.tx, turn.desk, turn.work.chat_id, case, to, turn.now):
        case NoSuchCase(number):
            await turn.reply(Message(say("team-no-such-case", case=str(number))))
        case handed:
            await turn.reply(view.handed_over(say, handed.case, handed.by))


async def _acknowledge(turn: Turn, case: int) -> None:
    say = turn.desk.team_say
    match await care_team.acknowledge(
        turn.tx, turn.desk, turn.work.chat_id, case, turn.work.speaker, turn.now
    ):
        case NoSuchCase(number):
            await turn.reply(Message(say("team-no-such-case", case=str(number))))
        case acked:
            await turn.reply(view.acked(say, acked.case, acked.by, already=acked.already))


async def is_team(turn: Turn) -> bool:
    """The command works in the set chats only, and only for whom Telegram has just confirmed as
    a member; elsewhere it says so and tells nothing."""
    if await care_team.is_team_chat(turn.tx, turn.desk, turn.work.chat_id):
        if turn.work.is_member or turn.work.chat_id > 0:  # a private chat has one member
            return True
        key = "team-not-checked" if turn.work.is_member is None else "team-not-a-member"
        await turn.reply(Message(turn.desk.team_say(key)))
        return False
    await turn.reply(Message(turn.desk.team_say("team-only-here")))
    return False
