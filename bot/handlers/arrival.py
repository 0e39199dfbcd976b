"""Who speaks, and where: found out once for each update, before any handler sees it."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.domain.ownership import sign_of
from bot.handlers.turn import Work
from bot.services import ownership
from bot.services.desk import Desk
from bot.storage import patients
from bot.storage.inbox import Waiting
from bot.storage.store import Tx


async def work_for(tx: Tx, desk: Desk, waiting: Waiting, update: Update, now: datetime) -> Work:
    """What the handlers of an update need. In a private chat a stranger is met as a visitor; an
    inline query is met nowhere, its sender is only known again."""
    chat, user, patient = update.effective_chat, update.effective_user, None
    if chat is None:
        assert user is not None  # an inline query
        patient = await patients.of_chat(tx, user.id)
        return Work(tx, desk, now, waiting.update_id, user.id, patient)
    if chat.type == chat.PRIVATE:
        spoken = user.language_code if user else None
        language = desk.messages.offered(spoken, desk.choices.default_language)
        patient = await patients.meet(tx, chat.id, language, now)
    sign = sign_of(user.first_name, user.last_name, user.username) if user is not None else None
    if patient is not None and sign is not None:
        patient = await ownership.notice(tx, patient, sign, now)
    query = update.callback_query
    pressed = query.message.message_id if query and query.message else None
    work = Work(tx, desk, now, waiting.update_id, chat.id, patient, pressed)
    work.sign = sign
    work.speaker = user.name if user is not None else ""
    return work
