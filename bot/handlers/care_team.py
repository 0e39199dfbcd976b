"""/ack and /cases, in the care team's chat only."""

from __future__ import annotations

import re

from telegram import Update

from bot.domain.care_team_actions import AckCase
from bot.domain.message import Message
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import care_team
from bot.services.care_team import NoSuchCase
from bot.views import care_team as view

_NUMBER = re.compile(r"\d{1,12}")


async def ack(update: Update, turn: Turn) -> None:
    if not await _is_team(turn):
        return
    text = (update.effective_message.text or "") if update.effective_message else ""
    found = _NUMBER.search(text)
    if found is None:
        await turn.reply(Message(turn.desk.team_say("team-ack-how")))
        return
    await _acknowledge(turn, int(found.group()))


async def cases(update: Update, turn: Turn) -> None:
    if await _is_team(turn):
        await turn.reply(view.cases(turn.desk.team_say, await care_team.open_cases(turn.tx)))


@pressed(AckCase)
async def ack_button(turn: Turn, action: AckCase) -> None:
    if await _is_team(turn):
        await _acknowledge(turn, action.case)


async def _acknowledge(turn: Turn, case: int) -> None:
    say = turn.desk.team_say
    match await care_team.acknowledge(turn.tx, case, turn.now):
        case NoSuchCase(number):
            await turn.reply(Message(say("team-no-such-case", case=str(number))))
        case acked:
            await turn.reply(view.acked(say, acked.case, already=acked.already))


async def _is_team(turn: Turn) -> bool:
    """The command works in the set chats only; elsewhere it says so and tells nothing."""
    if await care_team.is_team_chat(turn.tx, turn.desk, turn.work.chat_id):
        return True
    await turn.reply(Message(turn.desk.team_say("team-only-here")))
    return False
