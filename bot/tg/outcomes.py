"""From the library's error to what it means for the message. The one reader of send errors."""

from __future__ import annotations

import asyncio
import datetime as dt

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
)

from bot.domain.send_outcome import (
    NotSent,
    NotSentReason,
    Outcome,
    Sent,
    Uncertain,
    UncertainReason,
)
from bot.tg.transport import MaybeSentError, NeverSentError

_NO_SUCH_CHAT = ("chat not found", "user not found", "peer_id_invalid", "chat_id is empty")


def delivery_outcome(exc: BaseException) -> Outcome:
    """What `exc`, raised by a send or an edit through `AiohttpRequest`, says about the message.

    An error without a proof that nothing was sent is uncertain: also one raised while reading an
    answer that had arrived, and one of a transport that leaves no marker.
    """
    match exc:
        case RetryAfter():
            return NotSent(NotSentReason.FLOOD, retry_after=_seconds(exc.retry_after))
        case ChatMigrated():
            return NotSent(NotSentReason.MIGRATED, new_chat_id=exc.new_chat_id)
        case Forbidden():
            return NotSent(NotSentReason.BLOCKED)
        case InvalidToken():
            return NotSent(NotSentReason.UNAUTHORIZED)
        case Conflict():
            return NotSent(NotSentReason.CONFLICT)
        case EndPointNotFound():
            return NotSent(NotSentReason.BAD_REQUEST)
        case BadRequest():
            return _bad_request(exc.message.lower())
        case asyncio.CancelledError():
            return Uncertain(UncertainReason.CANCELLED)
    match exc.__cause__:
        case NeverSentError(reason=reason):
            return NotSent(reason)
        case MaybeSentError(reason=doubt):
            return Uncertain(doubt)
    return Uncertain(UncertainReason.UNKNOWN)


def _bad_request(text: str) -> Outcome:
    if "message is not modified" in text:
        return Sent()  # an edit that changes nothing: what the chat shows is what we wanted
    if any(phrase in text for phrase in _NO_SUCH_CHAT):
        return NotSent(NotSentReason.CHAT_NOT_FOUND)
    return NotSent(NotSentReason.BAD_REQUEST)


def _seconds(value: int | dt.timedelta) -> float:
    return value.total_seconds() if isinstance(value, dt.timedelta) else float(value)
