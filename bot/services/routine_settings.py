"""The patient's routines: switching, times, weekdays, pause, and a move to another zone.

Every edit bumps the routine's version, cancels what was open under the old one, and plans the next
slot from now on. An edit never brings back a slot of today that was asked already: the database
allows each slot of a date once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient, PatientState
from bot.domain.phases import Calendar, Phase, Phased, varied
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot, next_due
from bot.domain.zone_move import after_move, shortest_gap
from bot.services.planning import may_be_planned, pass_over, zone_of
from bot.storage import occurrences, patients, routines
from bot.storage.store import Tx

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OFFERED = (
    RoutineKind.DOSE,
    RoutineKind.MOISTURIZER,
    RoutineKind.SUNSCREEN,
    RoutineKind.LIP_BALM,
)
# Not in the setup, which stays short: /settings and the end of the first check-in offer them.
OPT_IN = (RoutineKind.DAILY_MOOD, RoutineKind.SYMPTOM_CHECK)
# A usual day of skin care, adjustable by the patient (project's proposal, unsigned).
DEFAULT_TIMES = {
    RoutineKind.DOSE: (time(8, 0),),
    RoutineKind.MOISTURIZER: (time(7, 30), time(21, 30)),
    RoutineKind.SUNSCREEN: (time(7, 30),),
    RoutineKind.LIP_BALM: (time(12, 30), time(21, 30)),
    RoutineKind.DAILY_MOOD: (time(19, 0),),
    RoutineKind.SYMPTOM_CHECK: (time(11, 0),),
    RoutineKind.CONTRACEPTION: (time(20, 0),),
    RoutineKind.AFTER_COURSE: (time(11, 0),),
}
SUNDAYS = frozenset({6})
MOST_TIMES = {
    RoutineKind.CONTRACEPTION: 2,
    RoutineKind.DAILY_MOOD: 1,
    RoutineKind.SYMPTOM_CHECK: 1,
    RoutineKind.DOSE: 3,
    RoutineKind.SUNSCREEN: 9,
}
MOST_TIMES_ELSE = 8


@dataclass(frozen=True, slots=True)
class TooMany:
    """More times a day than a routine of this kind may have."""

    most: int


async def put(
    tx: Tx,
    patient: Patient,
    kind: RoutineKind,
    now: datetime,
    *,
    local_times: Sequence[time] | None = None,
    weekdays: frozenset[int] | None = None,
    enabled: bool | None = None,
    calendar: Phased | None = None,
) -> Routine | TooMany:
    """Create or edit a routine; what is not given stays as it was. `calendar` replaces rule, times
    and last date as a whole."""
    old = await routines.of_kind(tx, patient.id, kind)
    chosen = tuple(sorted(set(local_times or (old.local_times if old else DEFAULT_TIMES[kind]))))
    most = MOST_TIMES.get(kind, MOST_TIMES_ELSE)
    if len(chosen) > most:
        return TooMany(most)
    rule = rule_for(weekdays) if weekdays is not None else old.rule if old else default_rule(kind)
    is_on = enabled if enabled is not None else old.enabled if old else True
    today = patient.local_date(now)
    start_on = old.start_on if old else today
    until = old.until if old else None
    later = old.later if old else ()
    if calendar is not None:
        first, *rest = calendar.phases
        start_on, rule, chosen = first.start_on, first.rule, first.local_times
        until, later = calendar.until, tuple(rest)
    elif enabled and until is not None and until < today:
        until = None  # it was over, and she wants it again
    usual = Phased((Phase(start_on, rule, chosen), *later), until)
    recurrence: Calendar = varied(usual, old.meal_times if old else ())
    plannable = is_on and may_be_planned(patient, kind)
    following = next_due(recurrence, zone_of(patient), now) if plannable else None
    if following is not None and old is not None:
        following = await not_asked_yet(tx, patient, old.id, recurrence, following)
    await routines.put(
        tx,
        patient.id,
        kind,
        rule=rule,
        start_on=start_on,
        local_times=chosen,
        enabled=is_on,
        following=following,
        until=until,
        later=later,
    )
    if old is not None:
        await occurrences.close_open(
            tx, patient.id, OccurrenceState.CANCELLED, "edited", now, kind=kind
        )
    current = await routines.of_kind(tx, patient.id, kind)
    assert current is not None
    return current


async def not_asked_yet(
    tx: Tx, patient: Patient, routine_id: int, recurrence: Calendar, slot: Slot
) -> Slot | None:
    """The first slot from `slot` on that has no occurrence yet. A dose that was asked this morning
    under the old time is not asked again this afternoon under the new one."""
    day = slot.local_date
    asked = {
        each.slot
        for each in await occurrences.of_day(tx, patient.id, day)
        if each.routine_id == routine_id
    }
    zone = zone_of(patient)
    while slot.local_date == day and slot.slot in asked:
        following = next_due(recurrence, zone, slot.due_at)
        if following is None:
            return None
        slot = following
    return slot


async def pause(tx: Tx, patient: Patient, now: datetime) -> None:
    """Everything that a pause may silence falls silent; contraception reminders go on."""
    await patients.change(tx, patient.id, {"paused_since": now})
    paused = replace(patient, paused_since=now)
    for routine in await routines.of_patient(tx, patient.id):
        if not may_be_planned(paused, routine.kind):
            await routines.set_next(tx, {routine.id: None})
            await occurrences.close_open(
                tx, patient.id, OccurrenceState.CANCELLED, "paused", now, kind=routine.kind
            )


async def resume(tx: Tx, patient: Patient, now: datetime) -> None:
    """Go on from the next usual times. Nothing of the pause is caught up."""
    await patients.change(tx, patient.id, {"paused_since": None})
    await replan(tx, replace(patient, paused_since=None), now)


async def replan(tx: Tx, patient: Patient, now: datetime) -> None:
    """Set the next slot of every routine that is on, from now."""
    for routine in await routines.of_patient(tx, patient.id):
        plannable = routine.enabled and may_be_planned(patient, routine.kind)
        following = next_due(routine.recurrence, zone_of(patient), now) if plannable else None
        if following is not None:
            following = await not_asked_yet(tx, patient, routine.id, routine.recurrence, following)
        await routines.set_next(tx, {routine.id: following})


async def fall_silent(tx: Tx, patient: Patient, reason: str, now: datetime) -> None:
    """The patient cannot be reached, or has withdrawn: nothing is planned any more."""
    for routine in await routines.of_patient(tx, patient.id):
        await routines.set_next(tx, {routine.id: None})
    await occurrences.close_open(tx, patient.id, OccurrenceState.CANCELLED, reason, now)


async def move_to(tx: Tx, patient: Patient, zone_name: str, now: datetime) -> None:
    """The patient's clock changes. Never two doses closer than half their usual distance, and no
    date skipped without a trace (see `bot.domain.zone_move`)."""
    await patients.change(tx, patient.id, {"time_zone": zone_name})
    moved, zone = replace(patient, time_zone=zone_name), ZoneInfo(zone_name)
    if patient.state is not PatientState.ACTIVE:
        return
    for routine in await routines.of_patient(tx, patient.id):
        if not routine.enabled or not may_be_planned(moved, routine.kind):
            continue
        last = await occurrences.newest(tx, routine.id)
        gap = shortest_gap(routine.recurrence)
        step = after_move(routine.recurrence, zone, last, now, gap)
        await routines.set_next(tx, {routine.id: step.next})
        await pass_over(tx, routine, step.passed, "travel")


def default_rule(kind: RoutineKind) -> str:
    """Daily, but for the check of the week."""
    return rule_for(SUNDAYS) if kind is RoutineKind.SYMPTOM_CHECK else "FREQ=DAILY"


def rule_for(weekdays: frozenset[int]) -> str:
    """The RFC 5545 rule of a set of weekdays (0 is Monday). Raises `ValueError` for none."""
    if not weekdays:
        raise ValueError("a routine needs at least one weekday")
    if len(weekdays) == len(WEEKDAYS):
        return "FREQ=DAILY"
    return "FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAYS[day] for day in sorted(weekdays))


def weekdays_of(rule: str) -> frozenset[int]:
    """The weekdays of a rule that `rule_for` wrote."""
    _, _, days = rule.partition("BYDAY=")
    return (
        frozenset(WEEKDAYS.index(day) for day in days.split(",")) if days else frozenset(range(7))
    )
