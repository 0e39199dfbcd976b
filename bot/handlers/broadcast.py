"""/broadcast, in the care team's chat only: preview, confirm, progress, stop."""

from __future__ import annotations

from telegram import Update

from bot.domain.broadcast_actions import (
    DropBroadcast,
    SendBroadcast,
    ShowBroadcast,
    StopBroadcast,
)
from bot.domain.message import Message
from bot.handlers.care_team import is_team
from bot.handlers.gate import without_command
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import broadcasts
from bot.services.broadcasts import Busy, Drafted, Stale, TooLong
from bot.views import broadcast as view


async def broadcast(update: Update, turn: Turn) -> None:
    """With words: a draft and its preview. Without: how it is done, and how far the last came."""
    message = update.message  # an edited one changes nothing: the preview shows what is sent
    if message is None or not await is_team(turn):
        return
    text = without_command(message.text or "").strip()
    if not text:
        await turn.reply(Message(turn.desk.team_say("broadcast-how")))
        await _progress(turn, None, fresh=True)
        return
    match await broadcasts.draft(turn.tx, turn.desk, turn.work.chat_id, text, turn.now):
        case Drafted(made, to):
            await turn.reply(view.preview(turn.desk.team_say, made, to))
        case TooLong(most):
            await turn.reply(Message(turn.desk.team_say("broadcast-too-long", most=most)))
        case Busy(going):
            await _progress(turn, going.id, fresh=True)


@pressed(SendBroadcast)
async def send(turn: Turn, action: SendBroadcast) -> None:
    if await is_team(turn):
        done = await broadcasts.send(turn.tx, turn.work.chat_id, action.number, turn.now)
        await _after(turn, done)


@pressed(DropBroadcast)
async def drop(turn: Turn, action: DropBroadcast) -> None:
    if await is_team(turn):
        await _after(turn, await broadcasts.drop(turn.tx, turn.work.chat_id, action.number))


@pressed(StopBroadcast)
async def stop(turn: Turn, action: StopBroadcast) -> None:
    if await is_team(turn):
        done = await broadcasts.stop(turn.tx, turn.work.chat_id, action.number, turn.now)
        await _after(turn, done)


@pressed(ShowBroadcast)
async def show(turn: Turn, action: ShowBroadcast) -> None:
    if await is_team(turn):
        await _progress(turn, action.number)


async def _after(turn: Turn, done: object) -> None:
    if isinstance(done, Stale):
        await turn.reply(Message(turn.desk.team_say("broadcast-stale")))
    else:
        await _progress(turn, getattr(done, "id", None))


async def _progress(turn: Turn, number: int | None, *, fresh: bool = False) -> None:
    found = await broadcasts.shown(turn.tx, turn.work.chat_id, number)
    if found is None:
        return
    message = view.progress(turn.desk.team_say, *found)
    await (turn.reply(message) if fresh else turn.show(message))
