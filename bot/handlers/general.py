"""/help and /cancel."""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Message
from bot.handlers.turn import Turn
from bot.services import checkins
from bot.storage import conversations


async def help_(update: Update, turn: Turn) -> None:
    say = turn.say
    await turn.reply(Message(f"{say('help-text')}\n\n{say('help-unsigned')}"))


async def cancel(update: Update, turn: Turn) -> None:
    """Stop whatever was waiting for an answer. A safety question that was answered with yes has
    acted already, or acts when the check-in is seen to have been left."""
    going = await conversations.load(turn.tx, turn.patient.id)
    await conversations.end(turn.tx, turn.patient.id)
    left = await checkins.leave(turn.tx, turn.desk, turn.patient, turn.now)
    key = "cancel-done" if going is not None or left else "cancel-nothing"
    await turn.reply(Message(turn.say(key), close_keyboard=True))
