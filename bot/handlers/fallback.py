"""When an update could not be handled at all: the patient is told, and never with silence."""

from __future__ import annotations

from datetime import datetime

from bot.domain.message import Message
from bot.services import escalations
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import patients
from bot.storage.inbox import Waiting
from bot.storage.store import Tx


async def apologise(tx: Tx, desk: Desk, waiting: Waiting, now: datetime) -> None:
    """Say that something went wrong, and where help is. Needs nothing but the chat: the update
    itself may be what cannot be read."""
    if waiting.lane <= 0 or "inline_query" in waiting.payload:  # a group, nobody, another chat
        return
    patient = await patients.meet(tx, waiting.lane, desk.choices.default_language, now)
    message = Message(desk.say(patient)("apology"))
    key = f"u{waiting.update_id}:apology"
    await reply(tx, patient.chat_id, message, now, key=key, patient_id=patient.id)
    await escalations.seen(tx, patient, now)
