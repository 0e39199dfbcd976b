"""Dates that a clinic has given: a blood test, an appointment, a prescription, a pregnancy test.

The bot never proposes one; it keeps what the patient types and reminds her before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.routine_kind import RoutineKind


class EventState(StrEnum):
    """Where an event stands. The value is what storage keeps: never rename one."""

    PLANNED = "planned"
    OVER = "over"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What became of one date of an event, as the patient said."""

    DONE = "done"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """`on_date` is its next date, or its last when it is over. `repeats`: None, "monthly", or
    "days:28". `note` is what the patient typed: where, or with whom. `source` names the programme
    and its version, if it was taken from one."""

    id: int
    patient_id: int
    kind: RoutineKind
    on_date: date
    at_time: time | None
    repeats: str | None
    note: str | None
    state: EventState
    source: str | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class EventOutcome:
    """One date of an event and what became of it; `recorded_at` is when the patient said so."""

    event_id: int
    on_date: date
    outcome: Outcome
    moved_to: date | None
    recorded_at: datetime
