"""What happened on a day of the last week, said afterwards.

The record changes, and what it was before stays beside it with the time of the correction: a
visit's report tells what was answered at the time from what was remembered later.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.day_record import Corrected, DayRecord, DoseRecord, OutOfReach
from bot.domain.occurrence import OccurrenceState, SkipReason
from bot.domain.patient import Patient
from bot.domain.plan import planned_dates
from bot.domain.routine import Occurrence, Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.wall_time import instant_of
from bot.services import reminders, stock
from bot.services.planning import zone_of
from bot.storage import corrections, occurrences, plans, routines
from bot.storage.corrections import Correction
from bot.storage.occurrences import NewOccurrence
from bot.storage.store import Tx

DAYS_BACK = 7
LATEST = time(20)  # of a dose for which the plan of today has no time any more
_SAID: dict[str, tuple[OccurrenceState, SkipReason | None]] = {
    "taken": (OccurrenceState.DONE, None),
    "skipped": (OccurrenceState.SKIPPED, SkipReason.OTHER),
    "missed": (OccurrenceState.SKIPPED, SkipReason.FORGOT),
    "unknown": (OccurrenceState.UNANSWERED, None),
}


async def week(tx: Tx, patient: Patient, now: datetime) -> tuple[DayRecord, ...]:
    """Today and the seven days before it, newest first; days without any dose are left out."""
    today = patient.local_date(now)
    days = (today - timedelta(days=back) for back in range(DAYS_BACK + 1))
    found = [await day_of(tx, patient, day, now) for day in days]
    return tuple(each for each in found if each.doses)


async def day_of(tx: Tx, patient: Patient, day: date, now: datetime) -> DayRecord:
    """What is recorded about the doses of a day, and the doses that its plan names besides.
    Nothing that is still to come."""
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    if routine is None:
        return DayRecord(day, ())
    rows = {
        each.slot: each
        for each in await occurrences.of_day(tx, patient.id, day)
        if each.routine_id == routine.id and each.reason != "travel"
    }
    known = await corrections.of_patient(tx, patient.id)
    corrected = {each.occurrence_id: each.recorded_at for each in known}
    doses = [
        DoseRecord(day, row.slot, row.due_at, row.state, row.id, corrected.get(row.id))
        for row in rows.values()
    ]
    for slot, due_at in await _named(tx, patient, routine, day):
        if slot not in rows and due_at <= now:
            doses.append(DoseRecord(day, slot, due_at, None, None))
    return DayRecord(day, tuple(sorted(doses, key=lambda each: (each.due_at, each.slot))))


async def correct(
    tx: Tx, patient: Patient, day: date, slot: int, what: str, now: datetime
) -> Corrected | OutOfReach:
    """Record what the patient remembers of one dose of the last week."""
    today = patient.local_date(now)
    if what not in _SAID or not timedelta(0) <= today - day <= timedelta(days=DAYS_BACK):
        return OutOfReach()
    record = await day_of(tx, patient, day, now)
    dose = next((each for each in record.doses if each.slot == slot), None)
    if dose is None:
        return OutOfReach()
    state, reason = _SAID[what]
    if dose.state is None:
        row = await _record_new(tx, patient, dose, state, reason, now)
    else:
        assert dose.occurrence_id is not None
        row = (await occurrences.by_ids(tx, [dose.occurrence_id]))[dose.occurrence_id]
        if (row.state, row.reason) == (state, reason):
            return Corrected(record, changed=False, missed_often=False)
        await occurrences.settle(tx, [row.id], state, now, reason)
    await corrections.add(
        tx,
        patient.id,
        Correction(row.id, dose.state, row.reason if dose.state else None, state, reason, now),
    )
    await stock.refresh(tx, patient, now)
    left_out = state is OccurrenceState.SKIPPED
    often = left_out and await reminders.missed_often(tx, patient, now)
    return Corrected(await day_of(tx, patient, day, now), changed=True, missed_often=often)


async def _named(
    tx: Tx, patient: Patient, routine: Routine, day: date
) -> list[tuple[int, datetime]]:
    """The slots that the plan of this date names, with their instants. Before there was a plan:
    none; nobody knows what was to be taken then."""
    history = await plans.history(tx, patient.id)
    start, end = patient.course_started_on, patient.course_ended_on
    if end is not None and day > end:
        return []
    times, zone = routine.recurrence.times_on(day), zone_of(patient)
    return [
        (slot, instant_of(day, times[slot] if slot < len(times) else LATEST, zone))
        for _, plan in planned_dates(history, day, day, started_on=start)
        for slot in range(plan.times_per_day)
    ]


async def _record_new(
    tx: Tx,
    patient: Patient,
    dose: DoseRecord,
    state: OccurrenceState,
    reason: SkipReason | None,
    now: datetime,
) -> Occurrence:
    """A row for a dose that nobody asked about: the bot was new, off, or paused."""
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    assert routine is not None
    new = NewOccurrence(
        routine.id,
        patient.id,
        RoutineKind.DOSE,
        dose.on,
        dose.slot,
        dose.due_at,
        routine.version,
        OccurrenceState.UNANSWERED,
    )
    opened = await occurrences.open_all(tx, [new])
    await occurrences.settle(tx, [each.id for each in opened], state, now, reason)
    rows = await occurrences.of_day(tx, patient.id, dose.on)
    return next(each for each in rows if each.routine_id == routine.id and each.slot == dose.slot)
