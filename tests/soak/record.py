"""What a run is judged by: what people did, what had to become due, when the program was killed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did, and words that its answer holds. `pressed` is the message whose
    button it was, when the answer must change that very message. `mono`: `perf_counter`."""

    chat_id: int
    update_id: int
    kind: str
    answer: str
    mono: float
    at: datetime
    pressed: int | None = None


@dataclass(slots=True)
class Hold:
    """From words that must stop the doses until the patient has read that they go on."""

    since: Act
    released: Act | None = None  # the press
    over: datetime | None = None  # the answer to it


@dataclass(slots=True)
class Plan:
    """What one patient is to be reminded of each day, at wall times in UTC ("08:10")."""

    chat_id: int
    doses: tuple[str, ...]
    skin: tuple[str, ...]
    since: datetime | None = None
    holds: list[Hold] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class InFlight:
    """A message that was leased when the program died: nobody knows whether it was sent."""

    chat_id: int
    send_class: str


@dataclass(frozen=True, slots=True)
class Kill:
    point: str
    mono: float
    at: datetime
    from_nothing: bool
    in_flight: tuple[InFlight, ...]


@dataclass(slots=True)
class Record:
    acts: list[Act] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    died: list[str] = field(default_factory=list)  # lives that ended by themselves, and how
