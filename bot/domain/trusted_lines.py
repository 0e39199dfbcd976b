"""What the person a patient has named reads about her days: counts of taps, and nothing else.

"Not recorded" is all that silence means: it is never called missed. What the bot did not ask about
is not told at all, so that a dose on hold, a pause and a fault of the service look alike and give
away nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.occurrence import OccurrenceState
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.trusted import Level
from bot.domain.wall_time import instant_of

# By then every question of the day before has been closed, and it is no hour of alarm.
LINE_AT = time(10, 0)
# Later than that on the day it is left out: nobody needs yesterday's line in the evening.
LINE_GRACE = timedelta(hours=8)
MONDAY = 0

SKIN_CARE = frozenset({RoutineKind.MOISTURIZER, RoutineKind.SUNSCREEN, RoutineKind.LIP_BALM})


@dataclass(frozen=True, slots=True)
class Count:
    """Of what was asked: how often it was tapped as done, as left out, and not at all."""

    done: int = 0
    left_out: int = 0
    not_recorded: int = 0

    @property
    def asked(self) -> int:
        return self.done + self.left_out + self.not_recorded


@dataclass(frozen=True, slots=True)
class Week:
    """The daily one and the skin care of one week, Monday to Sunday."""

    daily: Count
    skin: Count

    @property
    def is_empty(self) -> bool:
        return not self.daily.asked and not self.skin.asked


@dataclass(frozen=True, slots=True)
class Lines:
    """What is said today; both None: nothing at all. `day`: how many of yesterday's were not
    recorded, never 0."""

    day: int | None = None
    week: Week | None = None

    @property
    def is_empty(self) -> bool:
        return self.day is None and self.week is None


def next_line(after: datetime, zone: ZoneInfo) -> datetime:
    """The first `LINE_AT` on the patient's clock strictly after an instant."""
    day = after.astimezone(zone).date()
    while (at := instant_of(day, LINE_AT, zone)) <= after:
        day += timedelta(days=1)
    return at


def lines_for(level: Level, today: date, of_last_week: Collection[Occurrence]) -> Lines:
    """What a person of this level reads on the local date `today`, from the patient's occurrences
    of the seven days before it."""
    if level is Level.NOTHING:
        return Lines()
    yesterday = today - timedelta(days=1)
    doses = [each for each in of_last_week if each.kind is RoutineKind.DOSE]
    day = count([each for each in doses if each.local_date == yesterday]).not_recorded
    week = None
    if level is Level.ALL and today.weekday() == MONDAY:
        skin = [each for each in of_last_week if each.kind in SKIN_CARE]
        week = Week(count(doses), count(skin))
        week = None if week.is_empty else week
    return Lines(day or None, week)


def count(occurrences: Collection[Occurrence]) -> Count:
    states = [each.state for each in occurrences]
    return Count(
        states.count(OccurrenceState.DONE),
        states.count(OccurrenceState.SKIPPED),
        states.count(OccurrenceState.UNANSWERED),
    )
