"""When a routine is due: local dates and wall times in, UTC instants out.

Local dates are enumerated one by one, and `wall_time.instant_of` maps each wall time; so no date
that the rule names is ever skipped by a clock change. Near a gap several slots may share one
instant: slots are totally ordered by `(due_at, local_date, slot)`, which is also the order of
`(local_date, slot)`, and `due_group` returns all of the next instant together.

A date that a zone left out (Apia had no 30 December 2011) is treated like any gap: its slots
are due at the first instant after it. Doses keep their distance by `not_before`; see
`bot.domain.zone_move`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.domain.phases import Calendar
from bot.domain.quiet_hours import QuietHours
from bot.domain.recurrence import BadRule, Recurrence, monthly_on
from bot.domain.wall_time import instant_of, local_date_of

__all__ = [
    "BadRule",
    "QuietHours",
    "Recurrence",
    "Slot",
    "due_group",
    "every_two_hours",
    "monthly_on",
    "next_due",
    "slots_between",
    "slots_from",
]


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One due instant of a routine. `(local_date, slot)` names it for ever; `due_at` is UTC."""

    local_date: date
    slot: int
    due_at: datetime


def next_due(
    recurrence: Calendar, zone: ZoneInfo, after: datetime, *, not_before: datetime | None = None
) -> Slot | None:
    """The first slot due strictly after `after` (aware), or None when the routine is over.

    `not_before` (aware) delays that slot when it would come earlier; it never drops it. Keep the
    delay shorter than the distance to the slot behind it (`zone_move.shortest_gap`), or step by
    `zone_move.following`.
    """
    _require_aware(after)
    day = recurrence.first_date(local_date_of(after, zone))
    while day is not None:
        for index, local_time in enumerate(recurrence.times_on(day)):
            due_at = instant_of(day, local_time, zone)
            if due_at > after:
                if not_before is not None and not_before > due_at:
                    due_at = not_before.astimezone(due_at.tzinfo)
                return Slot(day, index, due_at)
        day = _next_date(recurrence, day)
    return None


def due_group(recurrence: Calendar, zone: ZoneInfo, after: datetime) -> tuple[Slot, ...]:
    """All slots of the next instant after `after`, in order; empty when the routine is over."""
    first = next_due(recurrence, zone, after)
    if first is None:
        return ()
    behind = slots_from(recurrence, zone, first.local_date)
    return tuple(s for s in takewhile(lambda s: s.due_at <= first.due_at, behind) if s >= first)


def slots_between(
    recurrence: Calendar, zone: ZoneInfo, after: datetime, until: datetime
) -> Iterator[Slot]:
    """Every slot with `after < due_at <= until`, in order. Both are aware."""
    _require_aware(after)
    _require_aware(until)
    for slot in slots_from(recurrence, zone, local_date_of(after, zone)):
        if slot.due_at > until:
            return
        if slot.due_at > after:
            yield slot


def slots_from(recurrence: Calendar, zone: ZoneInfo, first_day: date) -> Iterator[Slot]:
    """Every slot of the dates from `first_day` on, in order; endless unless the rule ends."""
    for day in recurrence.dates_from(first_day):
        for index, local_time in enumerate(recurrence.times_on(day)):
            yield Slot(day, index, instant_of(day, local_time, zone))


def every_two_hours(start: time, end: time, step_minutes: int = 120) -> tuple[time, ...]:
    """Wall times from `start` to at most `end`, `step_minutes` apart, within one day.

    Sunscreen is put on again every two hours outdoors (American Academy of Dermatology).
    An `end` before `start` gives no times. Raises `ValueError` on a step below one minute.
    """
    if step_minutes < 1:
        raise ValueError("the step must be at least one minute")
    first, last = (each.hour * 60 + each.minute for each in (start, end))
    return tuple(time(m // 60, m % 60) for m in range(first, last + 1, step_minutes))


def _next_date(recurrence: Calendar, day: date) -> date | None:
    return recurrence.first_date(day + timedelta(days=1)) if day < date.max else None


def _require_aware(instant: datetime) -> None:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
