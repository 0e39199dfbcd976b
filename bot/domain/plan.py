"""The dose as it stands on the patient's own label, from a date on. Recorded, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from bot.domain.recurrence import Recurrence

DAILY = "FREQ=DAILY"
_ANY_TIME = time(12)  # a rule wants a time; only its dates are asked for


@dataclass(frozen=True, slots=True)
class Plan:
    """`capsules`: strengths in milligrams of one dose, e.g. [20, 10]; `rule`: on which local dates
    (RFC 5545, counted from `effective_from`). A withdrawn one was a mistake, or a change that was
    taken back before it began: it is kept, and it never held."""

    id: int
    capsules: list[float]
    times_per_day: int
    rule: str
    effective_from: date
    recorded_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """When a plan holds: both dates included; `until` None while nothing follows it."""

    plan: Plan
    since: date
    until: date | None


def spans(history: Iterable[Plan]) -> tuple[Span, ...]:
    """The plans that ever hold, one after the other, without gap or overlap from the first on.

    Each holds until the day before the next begins. Of two that begin on one day, the one that
    was recorded later holds.
    """
    by_day: dict[date, Plan] = {}
    for plan in sorted(history, key=lambda each: each.id):
        if plan.withdrawn_at is None:
            by_day[plan.effective_from] = plan
    standing = sorted(by_day.values(), key=lambda each: each.effective_from)
    found = [
        Span(plan, plan.effective_from, behind.effective_from - timedelta(days=1))
        for plan, behind in pairwise(standing)
    ]
    if standing:
        found.append(Span(standing[-1], standing[-1].effective_from, None))
    return tuple(found)


def plan_on(history: Iterable[Plan], day: date) -> Plan | None:
    """The plan that holds on a local date, or None before the first one."""
    holding = [each for each in spans(history) if each.since <= day]
    return holding[-1].plan if holding else None


def planned_dates(
    history: Iterable[Plan],
    first: date,
    last: date | None = None,
    *,
    started_on: date | None = None,
) -> Iterator[tuple[date, Plan]]:
    """Each date from `first` on with doses, and its plan: none before the course has started.
    Endless without `last`, or until the calendar ends."""
    for span in spans(history):
        since = max(span.since, started_on or span.since)
        calendar = Recurrence(span.plan.rule, since, (_ANY_TIME,))
        for day in calendar.dates_from(max(first, since)):
            if (span.until and day > span.until) or (last and day > last):
                break
            yield day, span.plan


def same_label(one: Plan, other: Plan) -> bool:
    """Whether two plans say the same dose, whenever they begin."""
    return (sorted(one.capsules), one.times_per_day, one.rule) == (
        sorted(other.capsules),
        other.times_per_day,
        other.rule,
    )


def changes(history: Sequence[Plan]) -> tuple[date, ...]:
    """The dates on which another dose begins, in order; the first plan is no change."""
    return tuple(
        after.since
        for before, after in pairwise(spans(history))
        if not same_label(before.plan, after.plan)
    )
