"""How many sends may start in one second, for the whole bot. Pure arithmetic on instants.

Two rules, because a window alone lets a backlog spend a second's sends in one burst, after which an
urgent message finds the door shut for the rest of that second:

- the window: at most `rate` starts in any `WINDOW`, whatever they are;
- the pace: bulk starts keep a distance of 1 / (`rate` x `PACE_SHARE`). Interactive starts do not
  wait for the pace but move it on, so bulk pays back what they took.

So behind any backlog the next place opens within about one distance (34 ms at 30/s), and the whole
still reaches 98.7% of the rate. The margins are there because Telegram counts arrivals: in a
simulation that refuses the 31st arrival in a second, timers up to 6 ms late cost 7 refusals in an
evening of 3,340 messages without them (and with the refusals holds), and 0 to 2 with them.
"""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TypedDict

# Below what the window lets through, so that it is seldom full when somebody wants in.
PACE_SHARE = 0.987
# Telegram's second, and what arrivals may drift against each other on the way.
WINDOW = 1.005
# A late wake-up (a busy event loop) may be made good by this many seconds of bulk at once.
CATCH_UP = 0.1


class PaceRecord(TypedDict):
    """What replicas tell each other; plain JSON. Instants are UTC timestamps in seconds."""

    starts: list[list[float]]  # instant and number, oldest first
    next_bulk: float | None


class Pace:
    """The starts of the last second and the instant of the next bulk start."""

    def __init__(self) -> None:
        self._starts: deque[float] = deque()
        self._next_bulk = -inf

    def free(self, now: float, rate: float) -> int:
        """How many sends of any kind may start at `now`."""
        while self._starts and self._starts[0] + WINDOW <= now:
            self._starts.popleft()
        return max(0, int(rate) - len(self._starts))

    def free_bulk(self, now: float, rate: float) -> tuple[int, float]:
        """How many bulk sends the pace lets start at `now`, and when it lets one more."""
        distance = 1 / (rate * PACE_SHARE)
        due = max(self._next_bulk, now - CATCH_UP)
        count = int((now - due) / distance) + 1 if due <= now else 0
        return count, due + count * distance

    def opens_at(self, rate: float) -> float:
        """When the window next has a place more than it has now (`inf`: it is empty)."""
        surplus = max(0, len(self._starts) - int(rate))
        return self._starts[surplus] + WINDOW if self._starts else inf

    def started(self, now: float, rate: float) -> None:
        """Count a start. Interactive starts push bulk back by at most one window."""
        self._starts.append(now)
        moved = max(self._next_bulk, now - CATCH_UP) + 1 / (rate * PACE_SHARE)
        self._next_bulk = min(moved, now + WINDOW)

    def record(self, shift: float) -> PaceRecord:
        """All of it, on a clock that is `shift` seconds ahead of ours."""
        starts: list[list[float]] = []
        for at in self._starts:
            if starts and starts[-1][0] == round(at + shift, 4):
                starts[-1][1] += 1
            else:
                starts.append([round(at + shift, 4), 1])
        moved = None if self._next_bulk == -inf else round(self._next_bulk + shift, 4)
        return PaceRecord(starts=starts, next_bulk=moved)

    def take_over(self, record: PaceRecord, shift: float) -> None:
        """What all replicas together have started is what counts from now on."""
        self._starts = deque(
            at - shift for at, number in record["starts"] for _ in range(int(number))
        )
        moved = record["next_bulk"]
        self._next_bulk = -inf if moved is None else moved - shift
