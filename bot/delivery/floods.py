"""What 429 answers teach: hold one chat, or everyone, and how fast the bot may go at all.

Telegram does not say whether a 429 concerns the chat or the bot. One chat alone is held alone. When
`CHATS` different chats are told to wait within `TOGETHER` seconds, it is the bot that is too fast:
everyone waits and the rate is multiplied by `LOWER_TO`; a lowered rate takes at most `RECOVERY`
seconds to come all the way back.
"""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TypedDict

CHATS = 3
TOGETHER = 3.0
LOWER_TO = 0.7
RECOVERY = 600.0
LOWEST_RATE = 1.0
CLOCKS_DIFFER = 0.05  # seconds between two readings of the same instant
MOST_UNSAID = 200  # one process alone never tells anybody


class Pauses(TypedDict):
    """What must survive a restart; plain JSON. Instants are UTC timestamps in seconds."""

    all_until: float
    rate: float
    rate_from: float
    chats: dict[str, float]


class FloodRecord(Pauses):
    """What replicas tell each other: the pauses, and the 429s that have not yet added up to one
    for everybody, as instant, chat and seconds to wait."""

    recent: list[tuple[float, int, float]]


class Floods:
    """Who must wait until when, and the learnt rate (sends per second)."""

    def __init__(self, rate: float) -> None:
        self._full_rate = rate
        self._rate = rate
        self._rate_from = 0.0
        self._chats: dict[int, float] = {}
        self._recent: deque[tuple[float, int, float]] = deque()
        self._unsaid: list[tuple[float, int, float]] = []  # not yet known to be in the record
        self.all_until = 0.0

    def rate(self, now: float) -> float:
        """The rate to keep at `now`: never above the set one, never under `LOWEST_RATE`."""
        regained = max(0.0, now - self._rate_from) * self._full_rate / RECOVERY
        return min(self._full_rate, self._rate + regained)

    def held_until(self, chat_id: int) -> float:
        """When this chat may be written to again; in the past or `-inf` when it may now."""
        return self._chats.get(chat_id, -inf)

    def flooded(self, chat_id: int, retry_after: float, now: float) -> None:
        """Telegram answered 429 to a send to `chat_id`."""
        self._unsaid.append((now, chat_id, retry_after))
        del self._unsaid[:-MOST_UNSAID]
        self._learn(chat_id, retry_after, now)

    def _learn(self, chat_id: int, retry_after: float, now: float) -> None:
        until = now + retry_after
        self._chats[chat_id] = max(until, self._chats.get(chat_id, until))
        if now < self.all_until:
            return  # sent before everyone was held: no news
        if (now, chat_id, retry_after) not in self._recent:
            self._recent.append((now, chat_id, retry_after))
        while self._recent[0][0] + TOGETHER < now:
            self._recent.popleft()
        if len({chat for _, chat, _ in self._recent}) < CHATS:
            return
        # The shortest of them: a limit on the bot tells everyone about the same, and one chat with
        # hours of its own must not silence the others.
        self.all_until = now + min(wait for _, _, wait in self._recent)
        self._rate = max(LOWEST_RATE, self.rate(now) * LOWER_TO)
        self._rate_from = self.all_until
        self._recent.clear()

    def pauses(self, now: float) -> Pauses:
        """What is still in force at `now`; forgets what has passed."""
        self._chats = {chat: until for chat, until in self._chats.items() if until > now}
        return Pauses(
            all_until=self.all_until,
            rate=self._rate,
            rate_from=self._rate_from,
            chats={str(chat): until for chat, until in self._chats.items()},
        )

    def restore(self, pauses: Pauses) -> None:
        """Take over what an earlier process, or another replica, had learnt."""
        self.all_until = max(self.all_until, pauses["all_until"])
        self._rate = max(LOWEST_RATE, min(self._full_rate, pauses["rate"]))
        self._rate_from = pauses["rate_from"]
        for chat, until in pauses["chats"].items():
            chat_id = int(chat)
            self._chats[chat_id] = max(until, self._chats.get(chat_id, until))

    def record(self, now: float, shift: float) -> FloodRecord:
        """All of it, on a clock that is `shift` seconds ahead of ours."""
        pauses = self.pauses(now)
        return FloodRecord(
            all_until=round(pauses["all_until"] + shift, 4),
            rate=pauses["rate"],
            rate_from=round(pauses["rate_from"] + shift, 4),
            chats={chat: round(until + shift, 4) for chat, until in pauses["chats"].items()},
            recent=[(round(at + shift, 4), chat, wait) for at, chat, wait in self._recent],
        )

    def take_over(self, record: FloodRecord, now: float, shift: float) -> bool:
        """What all replicas together have learnt is what counts from now on; what this one has
        learnt and not told yet comes on top. Returns whether there is any of that."""
        self.all_until = record["all_until"] - shift
        self._rate = max(LOWEST_RATE, min(self._full_rate, record["rate"]))
        self._rate_from = record["rate_from"] - shift
        self._chats = {int(chat): until - shift for chat, until in record["chats"].items()}
        self._recent = deque((at - shift, chat, wait) for at, chat, wait in record["recent"])
        self._unsaid = [
            (at, chat, wait)
            for at, chat, wait in self._unsaid
            if at + wait > max(now, self.held_until(chat) + CLOCKS_DIFFER)
        ]
        for at, chat, wait in self._unsaid:
            self._learn(chat, wait, at)
        return bool(self._unsaid)
