"""Other times on some days: weekends, or the weeks of a fast, when meals are at other hours.

Only the hours change, never how often: a variation with another count of times than the plan has
on that day is left aside. A range of dates outranks weekdays, and what was added first comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

MOST_VARIATIONS = 6  # a week of single days but one; nobody reads a longer list


@dataclass(frozen=True, slots=True)
class Variation:
    """The times of some weekdays (0 is Monday), or of every date from `first` to `last`.

    Raises `ValueError` unless it is exactly one of the two, with ascending times.
    """

    local_times: tuple[time, ...]
    weekdays: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        of_dates = self.first is not None and self.last is not None
        if of_dates == bool(self.weekdays) or (self.first is None) != (self.last is None):
            raise ValueError("a variation is about weekdays or about dates")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError("the last date comes before the first")
        if not self.local_times or list(self.local_times) != sorted(set(self.local_times)):
            raise ValueError("times must be ascending")
        if not self.weekdays <= frozenset(range(7)):
            raise ValueError("a week has seven days")

    @property
    def of_dates(self) -> bool:
        return self.first is not None

    def covers(self, day: date) -> bool:
        if self.first is not None and self.last is not None:
            return self.first <= day <= self.last
        return day.weekday() in self.weekdays

    def is_over(self, today: date) -> bool:
        return self.last is not None and self.last < today


def times_of(
    variations: Sequence[Variation], day: date, usual: tuple[time, ...]
) -> tuple[time, ...]:
    """The wall times of a date, which are `usual` where no variation speaks."""
    for of_dates in (True, False):
        for each in variations:
            if each.of_dates is of_dates and each.covers(day):
                return each.local_times if len(each.local_times) == len(usual) else usual
    return usual
