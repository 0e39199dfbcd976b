"""Consent, per purpose. Withdrawal holds at once; the crisis list never needs any."""

from __future__ import annotations

from datetime import datetime

from bot.domain.patient import Patient, Purpose
from bot.domain.priority import SendClass
from bot.domain.routine_kind import RoutineKind
from bot.services import checkin_invitations, routine_settings
from bot.storage import outbox, patients, routines
from bot.storage.store import Tx


async def switch(tx: Tx, patient: Patient, purpose: Purpose, on: bool, now: datetime) -> None:
    """Give or withdraw consent to one purpose."""
    change = patients.grant if on else patients.withdraw
    await change(tx, patient.id, purpose, now)
    current = await patients.by_id(tx, patient.id)
    assert current is not None
    if purpose is Purpose.REMINDERS and on:
        await routine_settings.replan(tx, current, now)
    elif purpose is Purpose.REMINDERS:
        await routine_settings.fall_silent(tx, current, "consent withdrawn", now)
        classes = [SendClass.DOSE, SendClass.ROUTINE]
        await outbox.cancel_for_patient(tx, patient.id, "consent withdrawn", now, classes)
    elif purpose is Purpose.MOOD and on:
        await checkin_invitations.schedule_first(tx, current, now, offered=False)
    elif purpose is Purpose.NEWS and not on:
        classes = [SendClass.BROADCAST]
        await outbox.cancel_for_patient(tx, patient.id, "consent withdrawn", now, classes)
    elif purpose is Purpose.MOOD:
        kind = RoutineKind.DAILY_MOOD
        if await routines.of_kind(tx, patient.id, kind) is not None:
            await routine_settings.put(tx, current, kind, now, enabled=False)
        await patients.change(tx, patient.id, {"next_checkin_at": None})
        classes = [SendClass.CHECKIN]
        await outbox.cancel_for_patient(tx, patient.id, "consent withdrawn", now, classes)
