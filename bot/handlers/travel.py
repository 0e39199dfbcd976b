"""A change of clocks: from /timezone to "keep home times" or "move with me"."""

from __future__ import annotations

from bot.catalog import places
from bot.domain.message import Message
from bot.domain.travel import KeepOrMove
from bot.domain.travel_actions import KeepHomeTimes, MoveTimes
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import travel
from bot.storage import conversations
from bot.views import travel as view


async def arrived(turn: Turn, zone: str) -> None:
    """She has said where she is, by place or by clock."""
    await conversations.end(turn.tx, turn.patient.id)
    match await travel.arrive(turn.tx, turn.patient, zone, turn.now):
        case KeepOrMove() as asked:
            await turn.reply(view.keep_or_move(turn.say, asked, turn.now))
        case moved:
            await turn.reply(view.settled(turn.say, moved, turn.now))


@pressed(MoveTimes)
async def move(turn: Turn, action: MoveTimes) -> None:
    if not places.is_zone(action.zone):
        await turn.reply(Message(turn.say("stale-button")))
        return
    outcome = await travel.move(turn.tx, turn.patient, action.zone, turn.now)
    await turn.show(view.settled(turn.say, outcome, turn.now))


@pressed(KeepHomeTimes)
async def keep(turn: Turn, action: KeepHomeTimes) -> None:
    if not places.is_zone(action.zone):
        await turn.reply(Message(turn.say("stale-button")))
        return
    outcome = await travel.keep(turn.tx, turn.patient, action.zone, turn.now)
    await turn.show(view.settled(turn.say, outcome, turn.now))
