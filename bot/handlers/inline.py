"""`@bot words`, typed in any chat."""

from __future__ import annotations

from telegram import Update

from bot.handlers.turn import Turn
from bot.services import inline as service
from bot.tg.client import TelegramClient
from bot.tg.inline import call_for_inline


async def inline(update: Update, turn: Turn) -> None:
    """Answered at once and not through the outbox: nothing is owed, an answer is worth nothing
    after some seconds, and a second one does no harm."""
    query = update.inline_query
    assert query is not None
    spoken = query.from_user.language_code
    patient = turn.work.patient
    answer = await service.answer(turn.tx, turn.desk, query.query, patient, spoken, turn.now)
    client = turn.bot
    assert isinstance(client, TelegramClient)
    client.say_soon(call_for_inline(query.id, answer))
