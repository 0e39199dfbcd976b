"""The course as calendar dates: its days counted, and what a last capsule sets in motion.

Sources of the rules after the course: contraception and no blood donation for one month (labels;
MHRA and EMA programmes; US 30 days, UK and Ireland four weeks), no waxing, dermabrasion, laser or
peels for six months (NHS, US label). Check-ins one and three months after it: the project's
proposed cadence. No finish date is ever computed: the last capsule is what the patient was told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

# Longer courses are refused as typing errors (see `dose_plan.check_course`).
LONGEST_MONTHS = 36
FURTHEST_AHEAD = timedelta(days=366)
ONE_MONTH_IN_DAYS = 30  # the longest of the official "one month": 30 days, four weeks
# The last check-in comes on a weekday at three months; the good-bye leaves it time.
SILENT_AFTER = timedelta(days=7)


class BadDate(StrEnum):
    """Why a date cannot be what the patient says it is."""

    TOO_LONG_AGO = "too_long_ago"
    TOO_FAR = "too_far"
    BEFORE_START = "before_start"
    AFTER_END = "after_end"


@dataclass(frozen=True, slots=True)
class AfterCourse:
    """`month_over`: the first day on which the month after the last capsule has passed;
    `procedures_from`: the first day on which the six months have; `silent_from`: the bot says
    good-bye on that day."""

    ended_on: date
    month_over: date
    procedures_from: date
    silent_from: date


def after_course(ended_on: date) -> AfterCourse:
    """What a last capsule on this date means for the calendar.

    Of a calendar month and 30 days the longer one counts: from 31 January a month ends on
    28 February, which is 28 days.
    """
    month = max(ended_on + relativedelta(months=1), ended_on + timedelta(days=ONE_MONTH_IN_DAYS))
    return AfterCourse(
        ended_on,
        month + timedelta(days=1),
        ended_on + relativedelta(months=6) + timedelta(days=1),
        ended_on + relativedelta(months=3) + SILENT_AFTER,
    )


def day_of_course(started_on: date, today: date) -> int:
    """1 on the day of the first capsule; below 1 before it."""
    return (today - started_on).days + 1


def check_start(
    started_on: date, today: date, ended_on: date | None, first_change: date | None = None
) -> BadDate | None:
    """Whether a course can have begun, or will begin, on this date. `first_change`: the date of
    the first change of dose, which cannot come before the start."""
    if (bad := _within_reach(started_on, today)) is not None:
        return bad
    if ended_on is not None and started_on > ended_on:
        return BadDate.AFTER_END
    if first_change is not None and started_on > max(first_change, today):
        return BadDate.AFTER_END
    return None


def check_end(ended_on: date, today: date, started_on: date | None) -> BadDate | None:
    """Whether the last capsule can have been, or will be, on this date."""
    if (bad := _within_reach(ended_on, today)) is not None:
        return bad
    if started_on is not None and ended_on < started_on:
        return BadDate.BEFORE_START
    return None


def check_plan_from(
    begins: date, today: date, started_on: date | None, ended_on: date | None
) -> BadDate | None:
    """Whether a plan can hold from this date on."""
    if (bad := _within_reach(begins, today)) is not None:
        return bad
    if started_on is not None and begins < started_on:
        return BadDate.BEFORE_START
    if ended_on is not None and begins > ended_on:
        return BadDate.AFTER_END
    return None


def _within_reach(day: date, today: date) -> BadDate | None:
    if day > today + FURTHEST_AHEAD:
        return BadDate.TOO_FAR
    if day < today - relativedelta(months=LONGEST_MONTHS):
        return BadDate.TOO_LONG_AGO
    return None
