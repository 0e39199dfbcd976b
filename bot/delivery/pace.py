"""How many sends may start in one second, for the whole bot. Pure arithmetic on instants.

Two rules, because a window alone lets a backlog spend a second's sends in one burst, after which an
urgent message finds the door shut for the rest of that second:

- the window: at most `rate` starts in any second, whatever they are;
- the pace: bulk starts keep a distance of 1 / (`rate` x `PACE_SHARE`). Interactive starts do not
  wait for the pace but move it on, so bulk pays back what they took.

So behind any backlog the next place opens within about one distance (33 ms at 30/s), and the whole
still reaches 99% of the rate.
"""

from __future__ import annotations

from collections import deque
from math import inf

# One percent under the limit: starts that we space evenly arrive at Telegram with some jitter.
PACE_SHARE = 0.99
# A late wake-up (a busy event loop) may be made good by this many seconds of bulk at once.
CATCH_UP = 0.1
WINDOW = 1.0


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
        due, count = max(self._next_bulk, now - CATCH_UP), 0
        while due <= now:
            due += distance
            count += 1
        return count, due

    def opens_at(self, rate: float) -> float:
        """When the window next has a place more than it has now (`inf`: it is empty)."""
        surplus = max(0, len(self._starts) - int(rate))
        return self._starts[surplus] + WINDOW if self._starts else inf

    def started(self, now: float, rate: float) -> None:
        """Count a start. Interactive starts push bulk back by at most one window."""
        self._starts.append(now)
        moved = max(self._next_bulk, now - CATCH_UP) + 1 / (rate * PACE_SHARE)
        self._next_bulk = min(moved, now + WINDOW)
