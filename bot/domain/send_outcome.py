"""How one send to Telegram ended: it is there, it is certainly not there, or nobody can know.

Telegram has no idempotency key, so the third case is real: a connection that dies after the request
was written may or may not have delivered it. What to do then depends on the kind of message
(`bot.domain.priority.on_uncertain`), never on the error.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NotSentReason(StrEnum):
    """Why a message is certainly not in the chat."""

    # The request never left this machine.
    REFUSED = "refused"
    DNS = "dns"
    TLS = "tls"
    UNREACHABLE = "unreachable"
    CONNECT_TIMEOUT = "connect_timeout"
    POOL_FULL = "pool_full"
    NOT_RUNNING = "not_running"
    # Telegram, or something in front of it, read the request and declined it.
    FLOOD = "flood"
    UNAUTHORIZED = "unauthorized"
    CONFLICT = "conflict"
    DECLINED = "declined"
    # Declined for good: the same message to the same chat will never be accepted.
    BLOCKED = "blocked"
    CHAT_NOT_FOUND = "chat_not_found"
    BAD_REQUEST = "bad_request"
    MIGRATED = "migrated"


class UncertainReason(StrEnum):
    """Why nobody can know whether a message is in the chat."""

    READ_TIMEOUT = "read_timeout"
    CONNECTION_LOST = "connection_lost"
    SERVER_ERROR = "server_error"
    BAD_ANSWER = "bad_answer"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


_PERMANENT = frozenset(
    {
        NotSentReason.BLOCKED,
        NotSentReason.CHAT_NOT_FOUND,
        NotSentReason.BAD_REQUEST,
        NotSentReason.MIGRATED,
    }
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram confirmed it. `message_id` is `None` when there was nothing to change."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """It did not arrive, so sending it again cannot make a copy.

    `retry_after` (seconds) comes with a flood; `new_chat_id` with a group that has moved.
    """

    reason: NotSentReason
    retry_after: float | None = None
    new_chat_id: int | None = None

    @property
    def permanent(self) -> bool:
        """Whether sending the same message to the same chat again is pointless."""
        return self.reason in _PERMANENT


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have arrived; sending it again may make a copy."""

    reason: UncertainReason


Outcome = Sent | NotSent | Uncertain
