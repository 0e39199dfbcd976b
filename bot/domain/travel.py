"""What may follow when a patient says that her clock has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """Her clock is set, and everything follows it."""

    zone: str


@dataclass(frozen=True, slots=True)
class KeptHome:
    """Her clock is set; her routines stay on the clock of `home`."""

    zone: str
    home: str


@dataclass(frozen=True, slots=True)
class KeepOrMove:
    """Nothing has changed yet. When the next dose would be due: as at home, or moved with her.
    None: there is no next one."""

    zone: str
    home: str
    keep: datetime | None
    move: datetime | None
