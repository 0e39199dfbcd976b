"""What is recorded about the doses of one day, and what became of a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.occurrence import OccurrenceState


@dataclass(frozen=True, slots=True)
class DoseRecord:
    """One dose of a day. `state` None: nothing is recorded; `corrected_at`: when it was last
    corrected."""

    on: date
    slot: int
    due_at: datetime
    state: OccurrenceState | None
    occurrence_id: int | None
    corrected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DayRecord:
    on: date
    doses: tuple[DoseRecord, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """`changed` is False when it was recorded so already. `missed_often`: several were left out
    in the last seven days."""

    day: DayRecord
    changed: bool
    missed_often: bool


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """Not a day of the last week, not a dose of that day, or no button of ours. Nothing changed."""
