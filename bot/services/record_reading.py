"""Reads what a patient has recorded, as the values that pictures, pages and files are made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.domain.history import Complaint, History, history_of
from bot.domain.patient import Patient
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier
from bot.storage import daily_moods, occurrences, plans, symptom_reports
from bot.storage.store import Tx

# A year, and the weeks before and after it that are not whole.
LONGEST = timedelta(weeks=53)


async def history(tx: Tx, patient: Patient, now: datetime, weeks: int = 0) -> History:
    """The last `weeks` weeks up to the patient's today; 0: as far back as there is anything, for
    `LONGEST` at most. It never begins before the first thing that is known."""
    today = patient.local_date(now)
    start = today - (timedelta(weeks=weeks) if weeks else LONGEST) + timedelta(days=1)
    doses = await occurrences.of_kind_since(tx, patient.id, RoutineKind.DOSE, start)
    history = await plans.history(tx, patient.id)
    moods = await daily_moods.since(tx, patient.id, start)
    complaints = [
        each
        for report in await symptom_reports.since(tx, patient.id, start)
        for each in _complaints(report)
    ]
    known = [
        *(dose.local_date for dose in doses),
        *(on for on, _ in moods),
        *(each.on for each in complaints),
        *(plan.effective_from for plan in history if plan.withdrawn_at is None),
    ]
    first = max(start, min(known, default=today))
    return history_of(
        min(first, today),
        today,
        occurrences=doses,
        plans=history,
        complaints=complaints,
        moods=moods,
        today=today,
        course_ended_on=patient.course_ended_on,
    )


def _complaints(report: symptom_reports.Report) -> Iterator[Complaint]:
    """What one symptom check found. Its details are gone once they have been kept long enough."""
    found: dict[str, str] = (report.report or {}).get("symptoms", {})
    for symptom, code in found.items():
        yield Complaint(report.local_date, symptom, Tier.from_code(code))


def day_of(patient: Patient, at: datetime) -> date:
    """The patient's local date of an instant."""
    return patient.local_date(at)
