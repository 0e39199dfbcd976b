"""A clock that stands still until a test moves it. The bot and the simulated Telegram share it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class StandingClock:
    """Time as an argument: `now()` for the program, a call for the simulated Telegram."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    __call__ = now

    def advance(self, **delta: float) -> None:
        """`advance(hours=2)`. Raises `ValueError` for a step back: clocks of machines may, but a
        journey never needs it."""
        self.move_to(self._now + timedelta(**delta))

    def move_to(self, instant: datetime) -> None:
        if instant < self._now:
            raise ValueError(f"{instant} lies before {self._now}")
        self._now = instant.astimezone(UTC)
