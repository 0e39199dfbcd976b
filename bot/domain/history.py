"""What a patient has recorded, day by day: the one source of every figure that is shown to her or
to her clinic.

Computed from rows, and honest about what is not known: a dose that the plan names and nobody
recorded is `UNKNOWN`, as is one that the service failed to ask about. Silence is never counted as
taken and never as left out (clinical fact sheet: no score, no percentage, no target).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.occurrence import OccurrenceState
from bot.domain.plan import Plan, Span, spans
from bot.domain.recurrence import Recurrence
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier

ONE_DAY = timedelta(days=1)
_NOON = time(12)  # a rule wants a time; only its dates are asked for


class Mark(StrEnum):
    """What is known about one dose."""

    TAKEN = "taken"
    SKIPPED = "skipped"
    UNANSWERED = "unanswered"
    HELD = "held"
    UNKNOWN = "unknown"  # nobody asked, or nothing is recorded
    OPEN = "open"  # asked, and there is still time to answer


_MARKS = {
    OccurrenceState.DONE: Mark.TAKEN,
    OccurrenceState.SKIPPED: Mark.SKIPPED,
    OccurrenceState.UNANSWERED: Mark.UNANSWERED,
    OccurrenceState.HELD: Mark.HELD,
    OccurrenceState.MISSED_BY_SERVICE: Mark.UNKNOWN,
    OccurrenceState.OPEN: Mark.OPEN,
    # CANCELLED is no dose: it was planned anew.
}


@dataclass(frozen=True, slots=True)
class Dose:
    """One dose. `recorded_at` (UTC) is when the patient said so; None where she said nothing, or
    where there is no row at all."""

    on: date
    mark: Mark
    due_at: datetime | None = None
    reason: str | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """One symptom as it was reported on a day, with the tier of that report."""

    on: date
    symptom: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Day:
    """A local date. Without doses it is a day on which the plan has none, or one before it."""

    on: date
    doses: tuple[Dose, ...]


@dataclass(frozen=True, slots=True)
class History:
    """`first` and `last` are local dates, both included; `days` holds each of them once."""

    first: date
    last: date
    days: tuple[Day, ...]
    complaints: tuple[Complaint, ...] = ()
    moods: tuple[tuple[date, str], ...] = ()

    @property
    def doses(self) -> tuple[Dose, ...]:
        return tuple(dose for day in self.days for dose in day.doses)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is recorded: what is unknown is no record."""
        known = any(dose.mark is not Mark.UNKNOWN for dose in self.doses)
        return not (known or self.complaints or self.moods)

    def counts(self) -> Mapping[Mark, int]:
        """How many doses of each mark; every mark is a key."""
        found = Counter(dose.mark for dose in self.doses)
        return {mark: found[mark] for mark in Mark}

    def counts_by_month(self) -> Mapping[date, Mapping[Mark, int]]:
        """The same for each month, named by its first day, oldest first."""
        months: dict[date, Counter[Mark]] = {}
        for day in self.days:
            month = months.setdefault(day.on.replace(day=1), Counter())
            month.update(dose.mark for dose in day.doses)
        return {
            month: {mark: found[mark] for mark in Mark} for month, found in sorted(months.items())
        }

    def complaint_days(self) -> Mapping[str, tuple[date, ...]]:
        """The dates on which each symptom was reported, each date once."""
        found: dict[str, set[date]] = {}
        for each in self.complaints:
            found.setdefault(each.symptom, set()).add(each.on)
        return {symptom: tuple(sorted(days)) for symptom, days in found.items()}


def history_of(
    first: date,
    last: date,
    *,
    occurrences: Iterable[Occurrence],
    plans: Sequence[Plan],
    complaints: Iterable[Complaint] = (),
    moods: Iterable[tuple[date, str]] = (),
    today: date,
    course_ended_on: date | None = None,
) -> History:
    """The days from `first` to `last`, from rows in any order; rows outside are left out.

    A dose that the plan of a past day names and no row speaks of is unknown. `today` is the
    patient's local date: on it nothing is missing yet. Raises `ValueError` when `last` is before
    `first`.
    """
    if last < first:
        raise ValueError(f"from {first} to {last} there is no day")
    recorded: dict[date, list[Dose]] = {}
    for each in sorted(occurrences, key=lambda each: (each.due_at, each.id)):
        mark = _MARKS.get(each.state)
        if each.kind is RoutineKind.DOSE and mark is not None:
            said = each.settled_at if mark in (Mark.TAKEN, Mark.SKIPPED) else None
            dose = Dose(each.local_date, mark, each.due_at, each.reason, said)
            recorded.setdefault(each.local_date, []).append(dose)
    labels = _labels(plans)
    days = []
    for number in range((last - first).days + 1):
        on = first + number * ONE_DAY
        found = recorded.get(on, [])
        ended = course_ended_on is not None and on > course_ended_on
        due = 0 if on >= today or ended else _due_on(labels, on)
        missing = [Dose(on, Mark.UNKNOWN)] * max(0, due - len(found))
        days.append(Day(on, (*found, *missing)))
    return History(
        first,
        last,
        tuple(days),
        tuple(sorted((c for c in complaints if first <= c.on <= last), key=_by_day)),
        tuple(sorted((on, mood) for on, mood in moods if first <= on <= last)),
    )


def _by_day(complaint: Complaint) -> tuple[date, str]:
    return complaint.on, complaint.symptom


@dataclass(frozen=True, slots=True)
class _Label:
    """A plan while it holds, and the dates on which it names doses."""

    span: Span
    dates: Recurrence

    def doses_on(self, on: date) -> int:
        return self.span.plan.times_per_day if self.dates.first_date(on) == on else 0


def _labels(plans: Sequence[Plan]) -> list[_Label]:
    """Newest first. A rule that cannot be read names nothing, so that nothing is made up."""
    found = []
    for span in reversed(spans(plans)):
        dates = Recurrence.parse(span.plan.rule, span.since, (_NOON,), span.until)
        if isinstance(dates, Recurrence):
            found.append(_Label(span, dates))
    return found


def _due_on(labels: Sequence[_Label], on: date) -> int:
    """How many doses the plan of that day names."""
    holding = next((label for label in labels if label.span.since <= on), None)
    return holding.doses_on(on) if holding is not None else 0
