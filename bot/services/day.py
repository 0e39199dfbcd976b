"""One day of a patient: what was asked and what became of it, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.patient import Patient
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import POLICIES, RoutineKind
from bot.domain.schedule import slots_between
from bot.domain.wall_time import instant_of
from bot.services import dates, escalations
from bot.services.planning import may_be_planned, zone_of
from bot.storage import occurrences, routines
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    items: tuple[Occurrence, ...]
    upcoming: tuple[tuple[datetime, RoutineKind], ...]
    held: bool


async def of(tx: Tx, patient: Patient, now: datetime) -> Day:
    """The patient's local day at `now`."""
    zone, today = zone_of(patient), patient.local_date(now)
    end = instant_of(today + timedelta(days=1), time(), zone)
    items = await occurrences.of_day(tx, patient.id, today)
    asked = {(each.routine_id, each.slot) for each in items}
    held = await escalations.is_held(tx, patient)
    upcoming = [
        (slot.due_at, routine.kind)
        for routine in await routines.of_patient(tx, patient.id)
        if routine.enabled
        and may_be_planned(patient, routine.kind)
        and not (held and POLICIES[routine.kind].held)
        for slot in slots_between(routine.recurrence, zone, now, end - timedelta(microseconds=1))
        if slot.local_date == today and (routine.id, slot.slot) not in asked
    ]
    items = await dates.with_dates(tx, items)
    return Day(today, tuple(items), tuple(sorted(upcoming)), held)
