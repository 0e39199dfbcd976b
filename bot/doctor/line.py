"""One result of `doctor`: how it stands, and how it is mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CLOCK_OFF_WARNS = timedelta(seconds=5)
CLOCK_OFF_FAILS = timedelta(seconds=60)


class Level(StrEnum):
    OK = "ok"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Line:
    """One result. `mend` says what to do about it; empty when there is nothing to do."""

    level: Level
    what: str
    text: str
    mend: str = ""


def shown(lines: Iterable[Line]) -> str:
    """One line per result, and below it how to mend it."""
    rows = []
    for line in lines:
        rows.append(f"{line.level:<6} {line.what}: {line.text}")
        if line.mend:
            rows.append(f"       -> {line.mend}")
    return "\n".join(rows)


def clock_line(what: str, whose: str, theirs: datetime, ours: datetime) -> Line:
    off = abs(theirs - ours)
    text = f"{off.total_seconds():.0f} s off {whose}"
    if off <= CLOCK_OFF_WARNS:
        return Line(Level.OK, what, text)
    mend = "switch on time synchronisation (timedatectl set-ntp true); reminders follow this clock"
    return Line(Level.ERROR if off > CLOCK_OFF_FAILS else Level.WARN, what, text, mend)
