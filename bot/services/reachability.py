"""A patient who blocked the bot, or whose account is gone, and who may come back.

Reminders stop; escalations stay owed and are shown at the next contact.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.patient import Patient, PatientState
from bot.domain.priority import SendClass
from bot.services import routine_settings
from bot.storage import outbox, patients
from bot.storage.store import Tx

_NOT_OWED = [each for each in SendClass if each is not SendClass.ESCALATION]


async def lost(tx: Tx, patient: Patient, now: datetime) -> None:
    """Nothing but escalations is kept for somebody who cannot be reached."""
    if patient.state is PatientState.UNREACHABLE:
        return
    values = {"unreachable_since": now}
    if patient.state is PatientState.ACTIVE:
        values["state"] = PatientState.UNREACHABLE  # type: ignore[assignment]
        await routine_settings.fall_silent(tx, patient, "unreachable", now)
    await patients.change(tx, patient.id, values)
    await outbox.cancel_for_patient(tx, patient.id, "unreachable", now, _NOT_OWED)


async def back_again(tx: Tx, patient: Patient, now: datetime) -> None:
    """Everything goes on from the next usual times; what is owed leaves at once."""
    await outbox.hasten(tx, patient.chat_id, SendClass.ESCALATION, now)
    if patient.state is not PatientState.UNREACHABLE:
        await patients.change(tx, patient.id, {"unreachable_since": None})
        return
    await patients.change(tx, patient.id, {"state": PatientState.ACTIVE, "unreachable_since": None})
    await routine_settings.replan(tx, replace(patient, state=PatientState.ACTIVE), now)
