"""When Telegram cannot be reached, stop trying with everybody's messages.

Without it an outage of an hour spends thirty messages a second: each ends as *uncertain* after a
502, and the kinds that are not repeated would be lost by the thousand. After `FAILURES` failures in
a row, from at least `CHATS` chats, nothing leaves for `FIRST_HOLD` seconds; then one message at a
time tries, the most urgent one, and each failure doubles the hold up to `LONGEST_HOLD`. Answers
that come in during a hold do not lengthen it; any word from Telegram itself ends it.
"""

from __future__ import annotations

from bot.domain.send_outcome import NotSentReason, Outcome, Sent, UncertainReason

FAILURES = 5
CHATS = 3
FIRST_HOLD = 1.0
LONGEST_HOLD = 10.0

_OUT_OF_REACH: frozenset[NotSentReason | UncertainReason] = frozenset(
    {
        NotSentReason.REFUSED,
        NotSentReason.DNS,
        NotSentReason.TLS,
        NotSentReason.UNREACHABLE,
        NotSentReason.CONNECT_TIMEOUT,
        NotSentReason.DECLINED,
        NotSentReason.UNAUTHORIZED,
        UncertainReason.READ_TIMEOUT,
        UncertainReason.CONNECTION_LOST,
        UncertainReason.SERVER_ERROR,
        UncertainReason.BAD_ANSWER,
    }
)
_TELEGRAM_SPOKE: frozenset[NotSentReason | UncertainReason] = frozenset(
    {
        NotSentReason.FLOOD,
        NotSentReason.BLOCKED,
        NotSentReason.CHAT_NOT_FOUND,
        NotSentReason.BAD_REQUEST,
        NotSentReason.MIGRATED,
    }
)


class Outage:
    """Failures in a row, and until when nothing leaves because of them."""

    def __init__(self) -> None:
        self._failures = 0
        self._chats: set[int] = set()
        self._hold = 0.0
        self.until = 0.0

    @property
    def suspected(self) -> bool:
        """Whether only one send at a time may try."""
        return self._hold > 0

    def finished(self, chat_id: int, outcome: Outcome, now: float) -> None:
        """Learn from how a send ended."""
        if isinstance(outcome, Sent) or outcome.reason in _TELEGRAM_SPOKE:
            self._failures, self._hold, self.until = 0, 0.0, 0.0
            self._chats.clear()
        elif outcome.reason in _OUT_OF_REACH and now >= self.until:
            self._failed(chat_id, now)

    def _failed(self, chat_id: int, now: float) -> None:
        self._failures += 1
        if len(self._chats) < CHATS:
            self._chats.add(chat_id)
        if self._failures >= FAILURES and len(self._chats) >= CHATS:
            self._hold = min(LONGEST_HOLD, self._hold * 2 or FIRST_HOLD)
            self.until = now + self._hold
