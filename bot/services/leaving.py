"""/delete: asked twice, silent at once, a few minutes to undo, and then really gone."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.message import Message
from bot.domain.patient import Patient, PatientState
from bot.domain.priority import SendClass
from bot.services import routine_settings, trusted
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import outbox, patients
from bot.storage.pruning import FAREWELL
from bot.storage.store import Tx
from bot.views.lock_screen import covered

TIME_TO_UNDO = timedelta(minutes=10)
# "Contact your doctor now" leaves before the row that holds it goes; but not for ever.
WAITS_FOR_A_CASE = timedelta(days=1)
BATCH = 20
_NOT_OWED = [each for each in SendClass if each not in (SendClass.ESCALATION, SendClass.REPLY)]


async def leave(tx: Tx, patient: Patient, now: datetime) -> datetime:
    """The second yes. Nothing comes unasked from now on; returns when everything goes. A further
    yes changes nothing."""
    if patient.delete_at is not None:
        return patient.delete_at
    until = now + TIME_TO_UNDO
    await patients.change(tx, patient.id, {"delete_at": until})
    await routine_settings.fall_silent(tx, patient, "leaving", now)
    await outbox.cancel_for_patient(tx, patient.id, "leaving", now, _NOT_OWED)
    return until


async def stay(tx: Tx, patient: Patient, now: datetime) -> bool:
    """Undo. False: there is nothing to undo, or no more."""
    if patient.delete_at is None:
        return False
    await patients.change(tx, patient.id, {"delete_at": None})
    if patient.state is PatientState.ACTIVE:
        await routine_settings.replan(tx, patient, now)
    return True


async def delete_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Delete whoever asked for it and has not undone it; each is told, and that is the last."""
    due = await patients.to_delete(tx, now, now - WAITS_FOR_A_CASE, BATCH)
    for patient in due:
        await forget(tx, desk, patient, now)
        done = covered(desk.say(patient), patient, Message(desk.say(patient)("delete-done")))
        await reply(tx, patient.chat_id, done, now, key=f"{FAREWELL}{patient.id}")
    return len(due)


async def forget(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> None:
    """Delete the patient and every row that is hers, what still waits to be sent included. Whoever
    she has named, or who has named her, is told that it is ended."""
    await trusted.end_all(tx, desk, patient, now)
    await patients.forget(tx, patient.id)
