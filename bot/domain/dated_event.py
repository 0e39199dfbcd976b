"""Dates that a clinic has given: a blood test, an appointment, a prescription, a pregnancy test.

The bot never proposes one; it keeps what the patient types and reminds her before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.recurrence import Recurrence, monthly_on
from bot.domain.routine_kind import RoutineKind


class EventState(StrEnum):
    """Where an event stands. The value is what storage keeps: never rename one."""

    PLANNED = "planned"
    OVER = "over"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What became of one date of an event, as the patient said."""

    DONE = "done"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """`on_date` is its next date, or its last when it is over. `repeats`: None, "monthly:31" (the
    day of the month), or "days28". `note` is what the patient typed: where, or with whom.
    `source` names the programme and its version, if it was taken from one."""

    id: int
    patient_id: int
    kind: RoutineKind
    on_date: date
    at_time: time | None
    repeats: str | None
    note: str | None
    state: EventState
    source: str | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class EventOutcome:
    """One date of an event and what became of it; `recorded_at` is when the patient said so."""

    event_id: int
    on_date: date
    outcome: Outcome
    moved_to: date | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """What came of a press. `following` is the next date of one that repeats; `event` None: there
    is no such date any more, or it is somebody else's, and nothing changed."""

    event: DatedEvent | None
    changed: bool = False
    following: date | None = None


# So many days before: changed by the patient. Below zero: the day after, to ask how it went.
LEADS = (14, 7, 3, 1, 0)
AFTERWARDS = -1
USUAL_LEADS: dict[RoutineKind, tuple[int, ...]] = {
    RoutineKind.APPOINTMENT: (7, 1, 0, AFTERWARDS),
    RoutineKind.BLOOD_TEST: (3, 1, 0, AFTERWARDS),
    RoutineKind.PREGNANCY_TEST: (3, 0, AFTERWARDS),
    # A prescription holds for a few days in the programmes: the patient notes the last of them.
    RoutineKind.PRESCRIPTION: (6, 2, 0, AFTERWARDS),
}
REPEATS = ("once", "monthly", "days28")
REMIND_AT = time(9)
EARLIEST = time(7)
FURTHEST_AHEAD = timedelta(days=731)
LONGEST_PLACE = 100
MOST_DATES = 30


def repeats_from(how: str | None, on_date: date) -> str | None:
    """How an event on this date goes on: None, "days28", or "monthly:31" with its day, so that the
    31st stays the 31st after a February."""
    if how is None or how == "once":
        return None
    return f"monthly:{on_date.day}" if how.startswith("monthly") else how


def rule_of(repeats: str | None, on_date: date) -> str:
    """The RFC 5545 rule, counted from `on_date`. A monthly one on the 31st is on the last day of
    shorter months."""
    if repeats is None:
        return "FREQ=DAILY;COUNT=1"
    how, _, day = repeats.partition(":")
    return monthly_on(int(day)) if how == "monthly" else "FREQ=DAILY;INTERVAL=28"


def next_after(repeats: str | None, on_date: date, day: date) -> date | None:
    """The first date of a repeating event after `day`; None for one that comes once."""
    if repeats is None:
        return None
    calendar = Recurrence(rule_of(repeats, on_date), on_date, (REMIND_AT,))
    return calendar.first_date(day + timedelta(days=1))


def standing(event: DatedEvent, today: date) -> DatedEvent:
    """The event as it stands today: a repeating one whose date passed without an answer goes on
    with its next; yesterday's may still be answered."""
    if event.repeats is None or event.on_date >= today - timedelta(days=1):
        return event
    following = next_after(event.repeats, event.on_date, today - timedelta(days=2))
    return event if following is None else replace(event, on_date=following)


def reminder_time(at_time: time | None) -> time:
    """Nine in the morning; before an early appointment two hours ahead of it, but not before
    seven."""
    if at_time is None or at_time >= time(REMIND_AT.hour + 2):
        return REMIND_AT
    return max(EARLIEST, time(max(0, at_time.hour - 2), at_time.minute))


def useful_leads(leads: tuple[int, ...], at_time: time | None) -> tuple[int, ...]:
    """Without the reminder on the day when the appointment would be over by then."""
    over = at_time is not None and at_time <= reminder_time(at_time)
    return tuple(each for each in leads if each != 0 or not over)


class Unusable(StrEnum):
    """Why a date cannot be noted. Nothing is changed then."""

    PAST = "past"
    TOO_FAR = "too_far"
    TOO_MANY = "too_many"
    TWICE = "twice"  # the same kind on the same date


def check_new(
    kind: RoutineKind, on_date: date, today: date, planned: Sequence[DatedEvent]
) -> Unusable | None:
    """Whether a date can be noted besides those that are planned."""
    if on_date < today:
        return Unusable.PAST
    if on_date > today + FURTHEST_AHEAD:
        return Unusable.TOO_FAR
    if len(planned) >= MOST_DATES:
        return Unusable.TOO_MANY
    if any((each.kind, each.on_date) == (kind, on_date) for each in planned):
        return Unusable.TWICE
    return None
