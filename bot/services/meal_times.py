"""Other dose times on some weekdays or dates: added, shown, removed.

Each change is treated like a move of the clock (`bot.domain.zone_move`): a dose that the new times
have passed today is due at once, none comes closer than the shortest gap, none is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.meal_times import MOST_VARIATIONS, Variation
from bot.domain.patient import Patient
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.zone_move import after_move, shortest_gap
from bot.services.planning import may_be_planned, pass_over, zone_of
from bot.storage import meal_times, occurrences, routines
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Listed:
    """Her usual times and the others; what is over is not listed."""

    usual: Routine
    variations: tuple[Variation, ...]


@dataclass(frozen=True, slots=True)
class WrongCount:
    """The plan has another number of doses a day."""

    count: int


@dataclass(frozen=True, slots=True)
class Full:
    """There are as many as one can keep an eye on."""


@dataclass(frozen=True, slots=True)
class NoDose:
    """There is no dose reminder whose times could vary."""


async def listed(tx: Tx, patient: Patient, now: datetime) -> Listed | NoDose:
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    if routine is None:
        return NoDose()
    return Listed(routine, _still(routine, patient.local_date(now)))


async def add(
    tx: Tx, patient: Patient, variation: Variation, now: datetime
) -> Listed | WrongCount | Full | NoDose:
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    if routine is None:
        return NoDose()
    if len(variation.local_times) != len(routine.local_times):
        return WrongCount(len(routine.local_times))
    there = [each for each in _still(routine, patient.local_date(now)) if each != variation]
    if len(there) >= MOST_VARIATIONS:
        return Full()
    return await _save(tx, patient, routine, (variation, *there), now)


async def remove(tx: Tx, patient: Patient, index: int, now: datetime) -> Listed | NoDose:
    """By its place in the list; a place that is not there changes nothing."""
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    if routine is None:
        return NoDose()
    there = _still(routine, patient.local_date(now))
    left = tuple(each for at, each in enumerate(there) if at != index)
    return await _save(tx, patient, routine, left, now)


async def _save(
    tx: Tx, patient: Patient, routine: Routine, variations: tuple[Variation, ...], now: datetime
) -> Listed:
    changed = replace(routine, meal_times=variations)
    calendar, upcoming = changed.recurrence, None
    if routine.enabled and may_be_planned(patient, routine.kind):
        last = await occurrences.newest(tx, routine.id)
        step = after_move(calendar, zone_of(patient), last, now, shortest_gap(calendar))
        upcoming = step.next
        await pass_over(tx, routine, step.passed, "other times")
    await meal_times.save(tx, routine.id, variations, upcoming)
    return Listed(replace(changed, next=upcoming), variations)


def _still(routine: Routine, today: date) -> tuple[Variation, ...]:
    return tuple(each for each in routine.meal_times if not each.is_over(today))
