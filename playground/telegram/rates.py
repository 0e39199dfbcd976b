"""Telegram's flood limits, as documented: 30 messages a second, about 1 a second in one chat
with a small burst, 20 a minute in a group. Off unless asked for."""

from __future__ import annotations

import math
from collections.abc import Callable

from playground.telegram.errors import too_many_requests


class Bucket:
    """`capacity` at once, `rate` per second afterwards."""

    __slots__ = ("at", "capacity", "level", "rate")

    def __init__(self, capacity: float, rate: float, now: float) -> None:
        self.capacity, self.rate = capacity, rate
        self.level, self.at = capacity, now

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is allowed now."""
        self.level = min(self.capacity, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate

    def take(self) -> None:
        self.level -= 1


class Rates:
    def __init__(
        self,
        monotonic: Callable[[], float],
        per_second: float = 30.0,
        chat_burst: float = 5.0,
        group_per_minute: float = 20.0,
    ) -> None:
        self._now = monotonic
        self._bot = Bucket(per_second, per_second, monotonic())
        self._chat_burst = chat_burst
        self._group = group_per_minute
        self._chats: dict[int, Bucket] = {}
        self.refused = 0

    def check(self, chat_id: int) -> None:
        """Count one message; raises 429 with the seconds to wait."""
        now = self._now()
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = (
                Bucket(self._group, self._group / 60, now)
                if chat_id < 0
                else Bucket(self._chat_burst, 1.0, now)
            )
            self._chats[chat_id] = chat
        wait = max(self._bot.wait(now), chat.wait(now))
        if wait > 0:
            self.refused += 1
            raise too_many_requests(max(1, math.ceil(wait)))
        self._bot.take()
        chat.take()
