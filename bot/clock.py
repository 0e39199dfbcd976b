"""The only place that reads the clock. Everything below gets `now` as an argument.

All instants are timezone-aware UTC. `PlaygroundClock` exists so that a visitor sees tomorrow's
reminders in seconds; it is used only when `CLOCK_OFFSET_FILE` is set, which the settings refuse
on the real Telegram.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The current instant, UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class PlaygroundClock:
    """The machine's clock plus the seconds written in a file, read at each call."""

    def __init__(self, offset_file: Path) -> None:
        self._file = offset_file
        self._seconds = 0.0

    def now(self) -> datetime:
        try:
            self._seconds = float(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            pass  # being replaced at this moment: the last known offset still holds
        return datetime.now(UTC) + timedelta(seconds=self._seconds)


def clock_with(offset_file: Path | None) -> Clock:
    """The machine's clock, or the playground's where it has one."""
    return SystemClock() if offset_file is None else PlaygroundClock(offset_file)


_STARTED_AT = time.time() - time.monotonic()


def steady_seconds() -> float:
    """Seconds since 1970 that never go backwards while the process lives: for pacing and for
    measuring, not for the calendar. Clock changes and the playground's jumps do not touch it."""
    return _STARTED_AT + time.monotonic()
