"""Routines for the calendar of a phone: neutral words, and only for a few weeks.

A calendar cannot be told that a doctor said stop. So what is held is not in it, and all of it ends
by itself: a file of last month must not remind anybody of a capsule (clinical fact sheet, 0.3 rule
3; four weeks are this project's proposal, unsigned).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.routine import Routine

LASTS = timedelta(weeks=4)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One wall time of one routine, on these local dates (at least one, ascending). `key` is the
    same each time, so that a calendar that reads the file again changes its entry and makes no
    second one."""

    key: str
    words: str
    at: time
    dates: tuple[date, ...]

    @property
    def every_days(self) -> int | None:
        """The days from each date to the next, when they are always as many; None otherwise."""
        steps = {(b - a).days for a, b in zip(self.dates, self.dates[1:], strict=False)}
        return steps.pop() if len(steps) == 1 else None


@dataclass(frozen=True, slots=True)
class PhoneCalendar:
    """`zone` is the IANA name of the patient's time zone; `note` stands in every entry."""

    zone: str
    made_on: date
    note: str
    entries: tuple[Entry, ...]


def entries_of(routines: Iterable[tuple[Routine, str]], today: date) -> tuple[Entry, ...]:
    """The slots of switched-on routines from tomorrow on, for `LASTS`; each comes with its words.
    Those of dated events are left out: their reminders come before the date and would mislead."""
    last = today + LASTS
    found: dict[tuple[int, int, time], list[date]] = {}
    words: dict[int, str] = {}
    for routine, said in routines:
        if not routine.enabled or routine.event_id is not None:
            continue
        words[routine.id] = said
        calendar = routine.recurrence
        for day in calendar.dates_from(today + _ONE_DAY):
            if day > last:
                break
            for slot, at in enumerate(calendar.times_on(day)):
                found.setdefault((routine.id, slot, at), []).append(day)
    return tuple(
        Entry(f"{routine_id}-{slot}-{at:%H%M}", words[routine_id], at, tuple(days))
        for (routine_id, slot, at), days in sorted(found.items())
    )
