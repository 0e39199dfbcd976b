"""The unscored tap: kept for the patient's own record and her visit, and never a finding."""

from __future__ import annotations

from datetime import datetime

from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.routine_kind import RoutineKind
from bot.storage import daily_moods, occurrences
from bot.storage.store import Tx


async def tap(tx: Tx, patient: Patient, mood: str, now: datetime) -> bool:
    """Keep today's word. False: she has not agreed to it, or no longer."""
    if patient.state is not PatientState.ACTIVE or not patient.consents_to(Purpose.MOOD):
        return False
    await daily_moods.put(tx, patient.id, patient.local_date(now), mood)
    await occurrences.close_open(
        tx, patient.id, OccurrenceState.DONE, "tapped", now, kind=RoutineKind.DAILY_MOOD
    )
    return True
