"""On which local dates a routine falls, and at which wall times.

The rule is RFC 5545 text (`FREQ=DAILY;INTERVAL=2`, `FREQ=WEEKLY;BYDAY=MO,WE`, ...) and is
evaluated on local *dates*, never on instants, so no clock change can make it skip one.

As RFC 5545 says, a date that a month or year does not have is left out: `FREQ=YEARLY` from
29 February 2028 comes next on 29 February 2032, and `FREQ=MONTHLY` from the 31st skips the short
months. Where every month must be served, use `monthly_on`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise

from dateutil.rrule import rrule, rrulestr

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
# Only what a rule of its frequency needs: dateutil searches to the year 9999 for a date that
# never comes, and with days as steps that takes seconds.
_PARTS = {
    "DAILY": _ALWAYS | {"BYDAY"},
    "WEEKLY": _ALWAYS | {"BYDAY"},
    "MONTHLY": _ALWAYS | {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": _ALWAYS | {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
}
# 29 February is the rarest date a rule can name: eight years apart around 2100.
_LONGEST_WAIT_YEARS = 9
_LONGEST_INTERVAL = 366
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BadRule:
    """Why a recurrence cannot be used: `syntax`, `frequency`, `part`, `interval`, `never`, `times`
    or `until`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule, its first possible date, its wall times and its last date (both dates included).

    With `leads`, the dates are those so many days before (below zero: after) each date that the
    rule names; `start_on` and `until` speak of the dates that the rule names.

    A slot is an index into `local_times`, which must be ascending, without repeats and without
    time zone. Raises `ValueError` on anything `parse` would refuse.
    """

    rule: str
    start_on: date
    local_times: tuple[time, ...]
    until: date | None = None
    leads: tuple[int, ...] = (0,)

    def __post_init__(self) -> None:
        if (bad := _fault(self.rule, self.start_on, self.local_times, self.until)) is not None:
            raise ValueError(f"unusable recurrence ({bad.reason}): {self.rule!r}")

    @classmethod
    def parse(
        cls, rule: str, start_on: date, local_times: tuple[time, ...], until: date | None = None
    ) -> Recurrence | BadRule:
        """The recurrence, or why not: for text that was not written by us."""
        bad = _fault(rule, start_on, local_times, until)
        return cls(rule, start_on, local_times, until) if bad is None else bad

    def first_date(self, on_or_after: date) -> date | None:
        """The first date the rule names that is not before the given one; None when it is over."""
        if self.leads == (0,):
            return self._named(on_or_after)
        ahead = (_before(self._named(_before(on_or_after, -lead)), lead) for lead in self.leads)
        return min((each for each in ahead if each is not None), default=None)

    def times_on(self, day: date) -> tuple[time, ...]:
        """The wall times of one of its dates."""
        return self.local_times

    def times_in_use(self) -> tuple[tuple[time, ...], ...]:
        """The wall times of all kinds of its dates."""
        return (self.local_times,)

    def announced_on(self, day: date) -> date | None:
        """The date that the rule names and that a reminder on `day` is about."""
        about = (_before(day, -lead) for lead in sorted(self.leads))
        return next((each for each in about if each and self._named(each) == each), None)

    def _named(self, on_or_after: date | None) -> date | None:
        if on_or_after is None:
            return None
        day = on_or_after if on_or_after > self.start_on else self.start_on
        found = _dates(self.rule, self.start_on).first(day)
        if found is None or (self.until is not None and found > self.until):
            return None
        return found

    def dates_from(self, on_or_after: date) -> Iterator[date]:
        """Every date the rule names, ascending, from the given one."""
        day = self.first_date(on_or_after)
        while day is not None:
            yield day
            day = self.first_date(day + _ONE_DAY) if day < date.max else None


def monthly_on(day: int) -> str:
    """A rule for the `day`-th (1-31) of every month; a shorter month is served on its last day."""
    if not 1 <= day <= 31:
        raise ValueError(f"no month has a day {day}")
    if day <= 28:
        return f"FREQ=MONTHLY;BYMONTHDAY={day}"
    candidates = ",".join(str(each) for each in range(28, day + 1))
    return f"FREQ=MONTHLY;BYMONTHDAY={candidates};BYSETPOS=-1"


@dataclass(frozen=True, slots=True)
class _EveryDays:
    start_on: date
    interval: int

    def first(self, day: date) -> date | None:
        behind = (day - self.start_on).days % self.interval
        return day if behind == 0 else _later(day, self.interval - behind)


@dataclass(frozen=True, slots=True)
class _OnWeekdays:
    start_on: date
    weekdays: frozenset[int]
    interval: int

    def first(self, day: date) -> date | None:
        first_monday = self.start_on.toordinal() - self.start_on.weekday()
        ordinal = day.toordinal()
        for ahead in range(7 * self.interval + 7):
            week = (ordinal + ahead - first_monday) // 7
            if week % self.interval == 0 and (ordinal + ahead - 1) % 7 in self.weekdays:
                return _later(day, ahead)
        return None


class _Listed:
    """Any other rule: dateutil lists its dates once, as far as they have been asked for."""

    __slots__ = ("_known", "_rest")

    def __init__(self, rule: rrule) -> None:
        self._known: list[date] = []
        self._rest = iter(rule)

    def first(self, day: date) -> date | None:
        while not self._known or self._known[-1] < day:
            following = next(self._rest, None)
            if following is None:
                return None
            self._known.append(following.date())
        return self._known[bisect_left(self._known, day)]


def _before(day: date | None, days: int) -> date | None:
    return None if day is None else _later(day, -days)


def _later(day: date, days: int) -> date | None:
    return date.fromordinal(ordinal) if 0 < (ordinal := day.toordinal() + days) < 3652060 else None


@lru_cache(maxsize=4096)
def _dates(rule: str, start_on: date) -> _EveryDays | _OnWeekdays | _Listed:
    parts = _split(rule)
    interval = int(parts.get("INTERVAL", "1"))
    plain = parts.keys() <= {"FREQ", "INTERVAL"}
    if plain and parts["FREQ"] == "DAILY":
        return _EveryDays(start_on, interval)
    days = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    if parts["FREQ"] == "WEEKLY" and parts.keys() <= {"FREQ", "INTERVAL", "BYDAY"}:
        weekdays = frozenset(_WEEKDAYS[each] for each in days) or {start_on.weekday()}
        return _OnWeekdays(start_on, frozenset(weekdays), interval)
    return _Listed(_rrule(rule, start_on))


def _rrule(rule: str, start_on: date) -> rrule:
    found = rrulestr(rule.upper(), dtstart=datetime.combine(start_on, time()))
    if not isinstance(found, rrule):
        raise ValueError("one RRULE is expected, not a set")
    return found


def _split(rule: str) -> dict[str, str]:
    return {name: value for name, _, value in (p.partition("=") for p in rule.upper().split(";"))}


def _fault(
    rule: str, start_on: date, local_times: tuple[time, ...], until: date | None
) -> BadRule | None:
    if not local_times or any(each.tzinfo for each in local_times):
        return BadRule("times")
    if any(earlier >= later for earlier, later in pairwise(local_times)):
        return BadRule("times")
    if until is not None and until < start_on:
        return BadRule("until")
    return _rule_fault(rule, start_on)


@lru_cache(maxsize=4096)
def _rule_fault(rule: str, start_on: date) -> BadRule | None:
    parts = _split(rule)
    if (allowed := _PARTS.get(parts.get("FREQ", ""))) is None:
        return BadRule("frequency")
    if not parts.keys() <= allowed or rule.count(";") != len(parts) - 1:
        return BadRule("part")  # unknown, or given twice
    interval = parts.get("INTERVAL", "1")
    if not (interval.isascii() and interval.isdigit() and 1 <= int(interval) <= _LONGEST_INTERVAL):
        return BadRule("interval")
    if parts["FREQ"] == "DAILY" and "BYDAY" in parts and interval != "1":
        return BadRule("part")
    if parts.get("COUNT") == "0":
        return BadRule("never")
    days = set(parts.get("BYDAY", "MO").split(","))
    if parts["FREQ"] in {"DAILY", "WEEKLY"} and not days <= _WEEKDAYS.keys():
        return BadRule("syntax")
    try:
        found = _rrule(rule, start_on)
        year = min(9999, start_on.year + _LONGEST_WAIT_YEARS * int(interval))
        horizon = datetime.combine(date(year, 12, 31), time())
        first = next(iter(found.replace(until=horizon, count=None)), None)
    except (ValueError, OverflowError, TypeError):
        return BadRule("syntax")
    return None if first is not None else BadRule("never")
