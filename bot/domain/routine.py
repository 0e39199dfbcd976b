"""A patient's routine as storage hands it out: rule, wall times and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.meal_times import Variation
from bot.domain.occurrence import OccurrenceState
from bot.domain.phases import Calendar, Phase, Phased, varied
from bot.domain.recurrence import Recurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot


@dataclass(frozen=True, slots=True)
class Routine:
    """`version` grows with each edit, so that work planned before it recognises itself.
    `next` is None while the routine is switched off or its patient is away."""

    id: int
    patient_id: int
    kind: RoutineKind
    enabled: bool
    version: int
    rule: str
    start_on: date
    local_times: tuple[time, ...]
    next: Slot | None
    until: date | None = None
    leads: tuple[int, ...] = (0,)
    later: tuple[Phase, ...] = ()
    meal_times: tuple[Variation, ...] = ()
    event_id: int | None = None  # of a dated event: there may be many of one kind

    @property
    def recurrence(self) -> Calendar:
        first = Phase(self.start_on, self.rule, self.local_times)
        if self.later:
            usual: Calendar = Phased((first, *self.later), self.until)
        else:
            usual = Recurrence(self.rule, self.start_on, self.local_times, self.until, self.leads)
        return varied(usual, self.meal_times)


class StepKind(StrEnum):
    """What happens to an open occurrence when its time comes."""

    AGAIN = "again"  # the question is repeated
    SNOOZED = "snoozed"  # the patient's own "later": asked, and not counted as a repeat
    CLOSE = "close"  # recorded as unanswered


@dataclass(frozen=True, slots=True)
class NextStep:
    kind: StepKind
    at: datetime


@dataclass(frozen=True, slots=True)
class About:
    """The date that a reminder before it is about."""

    event_id: int
    on: date


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One due instance of a routine. `asked` counts the questions so far. `about` is filled in for
    a reminder of a dated event where its words are made."""

    id: int
    routine_id: int
    patient_id: int
    kind: RoutineKind
    local_date: date
    slot: int
    due_at: datetime
    routine_version: int
    state: OccurrenceState
    reason: str | None
    asked: int
    next: NextStep | None
    settled_at: datetime | None
    about: About | None = None
