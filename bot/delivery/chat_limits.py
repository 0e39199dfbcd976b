"""Telegram's limits within one chat: one a second with a small burst, 20 a minute in a group."""

from __future__ import annotations

from collections import deque
from typing import TypedDict

CHAT_DISTANCE = 1.0
CHAT_BURST = 5
GROUP_LIMIT = 20
# A second more than Telegram's minute: it counts arrivals, and a late one shortens its minute.
GROUP_WINDOW = 61.0


def is_group(chat_id: int) -> bool:
    """Groups, supergroups and channels have negative ids."""
    return chat_id < 0


class ChatRecord(TypedDict):
    """What replicas tell each other; plain JSON. Instants are UTC timestamps in seconds."""

    rested_at: dict[str, float]  # in order of the latest start
    group_starts: dict[str, list[float]]


class ChatLimits:
    """Instants of earlier starts, only for chats where they still matter."""

    def __init__(self) -> None:
        # Per chat, the instant at which its burst is whole again, in order of the latest start.
        self._rested_at: dict[int, float] = {}
        self._group_starts: dict[int, deque[float]] = {}

    def free_at(self, chat_id: int, now: float) -> float:
        """The earliest instant for the next start in this chat; `now` when it is free."""
        rested = self._rested_at.get(chat_id)
        free = now if rested is None else max(now, rested - (CHAT_BURST - 1) * CHAT_DISTANCE)
        starts = self._group_starts.get(chat_id)
        if starts is not None and len(starts) == GROUP_LIMIT:
            free = max(free, starts[0] + GROUP_WINDOW)
        return free

    def started(self, chat_id: int, now: float) -> None:
        """Count a start and forget the chats that have rested."""
        self._rested_at[chat_id] = max(now, self._rested_at.pop(chat_id, now)) + CHAT_DISTANCE
        if is_group(chat_id):
            self._group_starts.setdefault(chat_id, deque(maxlen=GROUP_LIMIT)).append(now)
        oldest = next(iter(self._rested_at))
        while oldest != chat_id and self._rested_at[oldest] <= now:
            del self._rested_at[oldest]
            oldest = next(iter(self._rested_at))
        self._forget_groups(now)

    def record(self, shift: float) -> ChatRecord:
        """All of it, on a clock that is `shift` seconds ahead of ours."""
        return ChatRecord(
            rested_at={str(c): round(at + shift, 4) for c, at in self._rested_at.items()},
            group_starts={
                str(chat): [round(at + shift, 4) for at in starts]
                for chat, starts in self._group_starts.items()
            },
        )

    def take_over(self, record: ChatRecord, shift: float) -> None:
        """What all replicas together have started is what counts from now on."""
        self._rested_at = {int(c): at - shift for c, at in record["rested_at"].items()}
        self._group_starts = {
            int(chat): deque((at - shift for at in starts), maxlen=GROUP_LIMIT)
            for chat, starts in record["group_starts"].items()
        }

    def _forget_groups(self, now: float) -> None:
        # Few groups ever: the care teams'. A walk over them costs nothing.
        quiet = [c for c, starts in self._group_starts.items() if starts[-1] + GROUP_WINDOW <= now]
        for chat_id in quiet:
            del self._group_starts[chat_id]


class NoChatLimits(ChatLimits):
    """For a clock that jumps: in the playground a day with ten messages lasts a second, and the
    simulated Telegram has no limit. With the distance kept, every reminder would come late."""

    def free_at(self, chat_id: int, now: float) -> float:
        return now
