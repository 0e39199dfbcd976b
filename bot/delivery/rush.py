"""Counts the updates of each chat by minute and by day, in memory.

Nothing has to survive here: after a restart, or on another replica, the count begins anew, and
at worst somebody in a rush gets a few more answers.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Literal

from bot.domain.rush import FAR_OVER, Rush

Kind = Literal["minute", "day"]
# After an outage updates of many minutes are handled at once, chat by chat.
MOST_WINDOWS = 24 * 60


class RushCounter:
    """`per_minute` and `per_day` updates of one chat are answered."""

    def __init__(self, per_minute: int, per_day: int) -> None:
        # The minute last: it is over sooner, so it is what a person in both is told.
        self._limits: dict[Kind, int] = {"day": per_day, "minute": per_minute}
        self._counts: dict[Kind, _Windows] = {kind: _Windows() for kind in self._limits}

    def count(self, chat_id: int, at: datetime) -> Rush | None:
        """Count one update that was sent `at` (UTC): what waited while we were away was not sent
        in one minute. None: it is handled as always."""
        minute = int(at.timestamp()) // 60
        windows: dict[Kind, int] = {"day": minute // (24 * 60), "minute": minute}
        rush: Rush | None = None
        for kind, limit in self._limits.items():
            seen = self._counts[kind].add(windows[kind], chat_id)
            if seen > limit:
                far = seen > FAR_OVER * limit
                far_over = far or (rush is not None and rush.far_over)
                rush = Rush(kind, f"{kind}:{windows[kind]}", far_over)
        return rush


class _Windows:
    """Counts by chat in the newest windows; older ones are forgotten."""

    def __init__(self) -> None:
        self._by_window: dict[int, Counter[int]] = {}

    def add(self, window: int, chat_id: int) -> int:
        counts = self._by_window.get(window)
        if counts is None:
            counts = self._by_window[window] = Counter()
            for old in sorted(self._by_window)[:-MOST_WINDOWS]:
                del self._by_window[old]
        counts[chat_id] += 1
        return counts[chat_id]
