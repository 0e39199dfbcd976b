"""The capsules at home: counted by the patient, counted down by what she records as taken.

A day without an answer is not known: the capsule may be in the box or not. So there are two
figures, and the reminder follows the lower one, because running out is the worse mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from bot.domain.plan import Plan, plan_on
from bot.domain.reading.plain_text import Unread, numbers_as_digits, plain, unreadable

MOST_CAPSULES = 1000  # of one strength at home; above that it is a typing error
LONGEST_LOOK = timedelta(days=400)
REFILL_LEADS = (3, 5, 7, 10, 14)
USUAL_LEAD, LAST_LEAD = 7, 2
_SATURDAY = 5

_BETWEEN = re.compile(r"\s*(?:[+&;\n]|,(?!\d)|\band\b|\by\b|\bاور\b)\s*")
_OF_A_STRENGTH = re.compile(
    r"^(?P<sign>-?)(?P<many>\d{1,6})\s*(?:(?:capsules?|caps?|c[áa]psulas?|pills?|کیپسول)\s*)?"
    r"(?:x|\*|of|de|@|at|کے)?\s*(?P<mg>\d{1,3})\s*(?:mg|milligrams?|ملی گرام)\b"
    r"(?:\s*(?:capsules?|caps?|c[áa]psulas?|کیپسول))?$"
)
_STRENGTH_FIRST = re.compile(
    r"^(?P<mg>\d{1,3})\s*mg\s*[:=x]\s*(?P<sign>-?)(?P<many>\d{1,6})"
    r"(?:\s*(?:capsules?|caps?|c[áa]psulas?|کیپسول))?$"
)
_BARE = re.compile(
    r"^(?P<sign>-?)(?P<many>\d{1,6})\s*(?:capsules?|caps?|c[áa]psulas?|pills?|کیپسول)?"
    r"(?: (?:left|more|at home|en casa|باقی))?$"
)


@dataclass(frozen=True, slots=True)
class StockCount:
    """What was at home when she counted: capsules by strength in milligrams."""

    id: int
    capsules: Mapping[float, int]
    counted_on: date
    counted_at: datetime
    lead_days: int | None = None  # remind so long before they run out
    ordered_at: datetime | None = None  # she has seen to it: no more reminders for this count


class Certainty(StrEnum):
    """What is known about one dose since the count."""

    TAKEN = "taken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Used:
    """One dose since the count; a dose that was left out or held uses nothing and is not here."""

    on: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Left:
    """Capsules by strength in milligrams: at least and at most so many. Below zero means that the
    count and the records do not fit."""

    at_least: Mapping[float, int]
    at_most: Mapping[float, int]
    unknown_doses: int

    @property
    def fits(self) -> bool:
        return all(many >= 0 for many in self.at_most.values())


@dataclass(frozen=True, slots=True)
class Stock:
    """`runs_out_on`: the first date that is not covered for certain; `at_latest`: the same if no
    dose without an answer was taken. None: not within sight, or nothing is planned."""

    count: StockCount
    left: Left
    runs_out_on: date | None
    at_latest: date | None


def left(count: StockCount, used: Iterable[Used], history: Sequence[Plan]) -> Left:
    """What is left of the count. Each dose uses the capsules of the plan of its date."""
    at_least, at_most = Counter(count.capsules), Counter(count.capsules)
    unknown = 0
    for dose in used:
        plan = plan_on(history, dose.on)
        capsules = Counter(plan.capsules if plan else ())
        at_least.subtract(capsules)
        if dose.certainty is Certainty.TAKEN:
            at_most.subtract(capsules)
        else:
            unknown += 1
    return Left(
        {mg: max(many, 0) if at_most[mg] >= 0 else many for mg, many in at_least.items()},
        dict(at_most),
        unknown,
    )


def runs_out(
    capsules: Mapping[float, int], doses: Iterable[date], history: Sequence[Plan], today: date
) -> date | None:
    """The first date whose doses these capsules do not cover; None when they last for longer than
    anybody looks ahead, or no more doses are planned. `doses`: the date of each dose to come, in
    order, a date twice for two doses."""
    box = Counter({mg: max(many, 0) for mg, many in capsules.items()})
    for day in takewhile(lambda day: day <= today + LONGEST_LOOK, doses):
        plan = plan_on(history, day)
        needed = Counter(plan.capsules if plan else ())
        if any(box[mg] < many for mg, many in needed.items()):
            return day
        box.subtract(needed)
    return None


def refill_leads(runs_out_on: date, lead: int, today: date) -> tuple[int, ...]:
    """How many days before that date to remind: `lead` days and two days before it, each moved to
    the Friday before when it would fall on a weekend, since pharmacies and clinics rest then.
    What would have been in the past comes tomorrow instead."""
    found = set()
    for days in {lead, min(LAST_LEAD, lead)}:
        day = runs_out_on - timedelta(days=days)
        day -= timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
        if day > today:
            found.add((runs_out_on - day).days)
    if not found and runs_out_on > today:
        found.add((runs_out_on - today).days - 1)
    return tuple(sorted(found, reverse=True))


def read_stock(text: str, strengths: Sequence[float]) -> dict[float, int] | Unread:
    """Capsules at home by strength: "24", "30 x 20 mg and 15 x 10 mg". A bare number needs a plan
    with one strength. Nobody has fewer than none, or thousands: `OUT_OF_RANGE`."""
    if (reason := unreadable(text)) is not None:
        return reason
    found: dict[float, int] = {}
    for part in _BETWEEN.split(numbers_as_digits(plain(_with_minus(text)))):
        read = _one_strength(part, strengths)
        if isinstance(read, Unread):
            return read
        mg, many = read
        found[mg] = found.get(mg, 0) + many
    if any(many > MOST_CAPSULES for many in found.values()):
        return Unread.OUT_OF_RANGE
    return found


def _one_strength(part: str, strengths: Sequence[float]) -> tuple[float, int] | Unread:
    named = _OF_A_STRENGTH.match(part) or _STRENGTH_FIRST.match(part)
    found = named or _BARE.match(part)
    if found is None:
        return Unread.UNCLEAR
    if found["sign"]:
        return Unread.OUT_OF_RANGE
    if named is not None:
        return float(named["mg"]), int(named["many"])
    kinds = set(strengths)
    if len(kinds) != 1:
        return Unread.AMBIGUOUS  # which of them?
    return float(kinds.pop()), int(found["many"])


def _with_minus(text: str) -> str:
    """ "minus 3" is a number below zero, too."""
    return re.sub(r"\b(?:minus|menos|منفی)\s+(?=\d)", "-", text.casefold())
