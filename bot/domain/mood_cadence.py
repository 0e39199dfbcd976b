"""When the next mood check-in is due, from recorded facts alone.

Source: the project's proposed cadence (unsigned). Every two weeks, which is the recall window of
the form (more often is no valid scoring); the full form monthly; within 3 days of a dose change;
at the last dose, one month and three months after it, because effects are reported after
stopping (Royal College of Psychiatrists, 2023). Invitations leave on weekdays between 09:00 and
18:00 local time, when clinics and lines can be reached, and on Fridays before the afternoon ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.domain.wall_time import instant_of, local_date_of

EVERY = timedelta(days=14)
FULL_EVERY = timedelta(days=28)
AFTER_DOSE_CHANGE = timedelta(days=3)
MONTHS_AFTER_END = (0, 1, 3)

OPENS, CLOSES, FRIDAY_CLOSES = time(9), time(18), time(15)
USUAL = time(10)
FRIDAY, SATURDAY = 4, 5

MISSED_IN_A_ROW = 2


class Occasion(StrEnum):
    BASELINE = "baseline"
    REGULAR = "regular"
    DOSE_CHANGE = "dose_change"
    COURSE_END = "course_end"
    AFTER_COURSE = "after_course"


@dataclass(frozen=True, slots=True)
class MoodFacts:
    """What is recorded. Dates are local to the patient; instants are aware.

    `last_at` and `last_full_at` are the latest finished check-ins; `last_invited_at` is the
    latest invitation, answered or not, so that a missed one is not sent again every day.
    """

    started_on: date | None = None
    last_at: datetime | None = None
    last_full_at: datetime | None = None
    last_invited_at: datetime | None = None
    dose_changed_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class DueCheckin:
    """`at` is a UTC instant inside the sending hours; `full` asks for the whole form."""

    at: datetime
    occasion: Occasion
    full: bool


def next_due(
    facts: MoodFacts, zone: ZoneInfo, now: datetime, *, preferred: time = USUAL
) -> DueCheckin | None:
    """The earliest check-in that is due at `now` or later; None once the course and its three
    months are over. One that should have been earlier is due at the next sending hour."""
    return min(
        (
            DueCheckin(
                _slot(max(day, local_date_of(now, zone)), zone, now, preferred),
                occasion,
                _is_full(occasion, facts, day, zone),
            )
            for day, occasion in _days(facts, zone, now)
        ),
        key=lambda due: (due.at, not due.full),
        default=None,
    )


def full_is_due(facts: MoodFacts, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a check-in that begins now is the whole form: the first one (the baseline), one a
    month, and those at the end of the course and after it."""
    if facts.last_full_at is None:
        return True
    today, last = local_date_of(now, zone), local_date_of(facts.last_full_at, zone)
    return today - last >= FULL_EVERY or any(last < day <= today for day in _after_end(facts))


def gentle_message_due(missed_in_a_row: int) -> bool:
    """After two missed in a row a gentle message, once; never an alarm to anybody."""
    return missed_in_a_row == MISSED_IN_A_ROW


def may_send(at: datetime, zone: ZoneInfo) -> bool:
    """Whether an invitation may leave at this instant."""
    local = at.astimezone(zone)
    if local.weekday() >= SATURDAY:
        return False
    return OPENS <= local.time() < _closes(local.date())


def _days(facts: MoodFacts, zone: ZoneInfo, now: datetime) -> Iterator[tuple[date, Occasion]]:
    """The local dates from which something is due, each with its occasion."""
    today = local_date_of(now, zone)
    contacted = [at for at in (facts.last_at, facts.last_invited_at) if at is not None]
    latest = local_date_of(max(contacted), zone) if contacted else None
    if facts.ended_on is None or today < facts.ended_on:
        if latest is None:
            yield facts.started_on or today, Occasion.BASELINE
        else:
            yield latest + EVERY, Occasion.REGULAR
    if facts.dose_changed_on is not None and not _since(latest, facts.dose_changed_on):
        yield facts.dose_changed_on, Occasion.DOSE_CHANGE
    if facts.ended_on is not None:
        for day in _after_end(facts):
            if not _since(latest, day):
                yield day, Occasion.AFTER_COURSE if day > facts.ended_on else Occasion.COURSE_END
                return


def _after_end(facts: MoodFacts) -> Iterator[date]:
    """The last day of the course, one month and three months later; none while it goes on."""
    if facts.ended_on is not None:
        for months in MONTHS_AFTER_END:
            yield facts.ended_on + relativedelta(months=months)


def _since(latest: date | None, day: date) -> bool:
    return latest is not None and latest >= day


def _is_full(occasion: Occasion, facts: MoodFacts, day: date, zone: ZoneInfo) -> bool:
    if occasion in (Occasion.BASELINE, Occasion.COURSE_END, Occasion.AFTER_COURSE):
        return True
    if facts.last_full_at is None:
        return True
    return day - local_date_of(facts.last_full_at, zone) >= FULL_EVERY


def _slot(day: date, zone: ZoneInfo, not_before: datetime, preferred: time) -> datetime:
    """The preferred wall time on the first weekday from `day` on; today's is the present moment
    when the preferred time is over and the hours still allow it."""
    while True:
        if day.weekday() < SATURDAY:
            wanted = instant_of(day, _allowed(day, preferred), zone)
            if wanted >= not_before:
                return wanted
            if local_date_of(not_before, zone) == day and may_send(not_before, zone):
                return not_before.astimezone(wanted.tzinfo)
        day += timedelta(days=1)


def _allowed(day: date, preferred: time) -> time:
    """`preferred`, moved into the sending hours of the day."""
    if preferred < OPENS:
        return OPENS
    if preferred < _closes(day):
        return preferred
    return (datetime.combine(day, _closes(day)) - timedelta(hours=1)).time()


def _closes(day: date) -> time:
    return FRIDAY_CLOSES if day.weekday() == FRIDAY else CLOSES
