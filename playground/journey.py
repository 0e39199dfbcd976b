"""Moving the simulated time forward in small steps, so that reminders on the way arrive."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from playground.telegram.clock import OffsetClock

STEPS_PER_SECOND = 10.0
SMALL_STEP = 600.0  # seconds
LARGE_STEP = 3600.0  # for jumps over days: still within the grace of a reminder
MORNING = 8

JUMPS: dict[str, tuple[str, timedelta]] = {
    "10min": ("+10 min", timedelta(minutes=10)),
    "1h": ("+1 h", timedelta(hours=1)),
    "1d": ("+1 day", timedelta(days=1)),
    "2w": ("Two weeks on", timedelta(days=14)),
}


def until_morning(now: datetime) -> timedelta:
    """From `now` (aware, local) to the next 08:00 on its wall clock."""
    morning = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    return morning - now if morning > now else morning + timedelta(days=1) - now


def steps(total: float, start: float = 0.0) -> list[float]:
    """The seconds of each step of a journey of `total` seconds.

    `start` is the second of the day at which it begins: steps end on round times, where reminders
    are due, so that those on the way are not late.
    """
    size = SMALL_STEP if total <= 86_400 else LARGE_STEP
    first = min(total, -start % size)
    whole, rest = divmod(total - first, size)
    return [step for step in (first, *[size] * int(whole), rest) if step > 0]


class Traveller:
    """At most one journey at a time."""

    def __init__(self, clock: OffsetClock, on_change: Callable[[], None]) -> None:
        self._clock = clock
        self._on_change = on_change
        self._task: asyncio.Task[None] | None = None

    @property
    def moving(self) -> bool:
        return self._task is not None and not self._task.done()

    def local_now(self) -> datetime:
        return self._clock().astimezone()

    def go(self, jump: str) -> None:
        """`jump` is a key of JUMPS or `morning`; ignored while on the way."""
        if self.moving:
            return
        span = until_morning(self.local_now()) if jump == "morning" else JUMPS[jump][1]
        local = self.local_now()
        start = local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6
        on_the_way = steps(span.total_seconds(), start)
        self._task = asyncio.get_running_loop().create_task(self._walk(on_the_way))

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _walk(self, on_the_way: Sequence[float]) -> None:
        try:
            for seconds in on_the_way:
                self._clock.advance(seconds)
                self._on_change()
                await asyncio.sleep(1 / STEPS_PER_SECOND)
        finally:
            asyncio.get_running_loop().call_soon(self._on_change)
