"""A routine whose rule or times change on a date that is known already.

"Every other day until 30 November, then daily": each phase is a recurrence of its own, counted
from its own first date, and ends on the day before the next begins. So no date belongs to two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property
from itertools import pairwise

from bot.domain.meal_times import Variation, times_of
from bot.domain.recurrence import Recurrence

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Phase:
    """From `start_on`: an RFC 5545 rule and its wall times."""

    start_on: date
    rule: str
    local_times: tuple[time, ...]


@dataclass(frozen=True)
class Phased:
    """Phases in order of their first dates, and the last date of all.

    Raises `ValueError` when there is none, or when they do not follow each other.
    """

    phases: tuple[Phase, ...]
    until: date | None = None

    def __post_init__(self) -> None:
        starts = [each.start_on for each in self.phases]
        if not starts or any(one >= other for one, other in pairwise(starts)):
            raise ValueError("phases must follow each other")

    @cached_property
    def _parts(self) -> tuple[Recurrence, ...]:
        ends = [*(each.start_on - _ONE_DAY for each in self.phases[1:]), self.until]
        return tuple(
            Recurrence(each.rule, each.start_on, each.local_times, end)
            for each, end in zip(self.phases, ends, strict=True)
            if end is None or end >= each.start_on
        )

    def first_date(self, on_or_after: date) -> date | None:
        """The first date that is not before the given one; None when it is over."""
        found = (part.first_date(on_or_after) for part in self._parts)
        return min(
            (each for each in found if each and (self.until is None or each <= self.until)),
            default=None,
        )

    def dates_from(self, on_or_after: date) -> Iterator[date]:
        """Every date, ascending, from the given one."""
        day = self.first_date(on_or_after)
        while day is not None:
            yield day
            day = self.first_date(day + _ONE_DAY) if day < date.max else None

    def times_on(self, day: date) -> tuple[time, ...]:
        """The wall times of one of its dates."""
        begun = [each for each in self.phases if each.start_on <= day]
        return (begun[-1] if begun else self.phases[0]).local_times

    def times_in_use(self) -> tuple[tuple[time, ...], ...]:
        """The wall times of all phases."""
        return tuple(each.local_times for each in self.phases)


@dataclass(frozen=True, slots=True)
class Varied:
    """The same dates, with other times on some of them."""

    usual: Recurrence | Phased
    variations: tuple[Variation, ...]

    def first_date(self, on_or_after: date) -> date | None:
        """The first date that is not before the given one; None when it is over."""
        return self.usual.first_date(on_or_after)

    def dates_from(self, on_or_after: date) -> Iterator[date]:
        """Every date, ascending, from the given one."""
        return self.usual.dates_from(on_or_after)

    def times_on(self, day: date) -> tuple[time, ...]:
        """The wall times of one of its dates."""
        return times_of(self.variations, day, self.usual.times_on(day))

    def times_in_use(self) -> tuple[tuple[time, ...], ...]:
        """The wall times of all kinds of its dates, whether they come or not."""
        usual = self.usual.times_in_use()
        counts = {len(each) for each in usual}
        varied = (each.local_times for each in self.variations if len(each.local_times) in counts)
        return (*usual, *varied)


def varied(usual: Calendar, variations: tuple[Variation, ...]) -> Calendar:
    """The calendar with other times on some of its dates, in place of any it had before."""
    bare = usual.usual if isinstance(usual, Varied) else usual
    return Varied(bare, variations) if variations else bare


Calendar = Recurrence | Phased | Varied
"""What names the dates and wall times of a routine."""
