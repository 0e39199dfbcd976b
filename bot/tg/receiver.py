"""Long polling that confirms to Telegram only what is stored.

An update is confirmed by the next `getUpdates` with a higher offset; that call is made only after
`keep` has committed. A crash in between means a second delivery, which is the same row. So every
poller begins without an offset: it is given what nobody has confirmed, and asks the database
nothing. (The highest number that is stored would not do: webhooks may have brought a later update
of another chat first, and confirming up to it would throw the earlier one away.)
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.tg.client import TelegramClient

log = structlog.get_logger()

LONG_POLL_SECONDS = 50
BATCH = 100
NOWHERE = 0  # the lane of updates that belong to no chat
# Everything a patient can say or do; the rest (channel posts, polls …) is never asked for.
ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
]

# Returns False when another replica polls by now: then nothing was kept.
Keep = Callable[[Sequence[dict[str, Any]]], Awaitable[bool]]


class PollingReceiver:
    """Fetches raw updates and hands them to `keep`, until cancelled or superseded."""

    def __init__(self, client: TelegramClient, keep: Keep) -> None:
        self._client = client
        self._keep = keep
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled, or until `keep` says that another replica does. Any failure of
        Telegram or of the store is waited out: nothing is confirmed in the meantime, so nothing is
        lost."""
        failures = 0
        while True:
            try:
                updates = await self._client.fetch(
                    self._offset, LONG_POLL_SECONDS, BATCH, ALLOWED_UPDATES
                )
                if updates:
                    if not await self._keep(updates):
                        return
                    self._offset = max(update["update_id"] for update in updates) + 1
                if failures:
                    log.info("receiving_again", after_failures=failures)
                failures = 0
            except InvalidToken:
                raise
            except Exception as error:  # the receiver must outlive every kind of outage
                failures += 1
                delay = _delay(error, failures)
                if failures in (1, 10) or failures % 100 == 0:
                    log.warning("receiving_failed", error=error, tries=failures, retry_in=delay)
                await asyncio.sleep(delay)


def lane_of(update: dict[str, Any]) -> int:
    """The chat (or, without one, the person) within which an update must keep its order; `NOWHERE`
    for an update of a shape that we do not know, which is kept like any other."""
    try:
        for kind in ("message", "edited_message", "my_chat_member"):
            if kind in update:
                return _in_64_bits(update[kind]["chat"]["id"])
        if "inline_query" in update:
            return _in_64_bits(update["inline_query"]["from"]["id"])
        if "callback_query" in update:
            query = update["callback_query"]
            chat = (query.get("message") or {}).get("chat") or query["from"]
            return _in_64_bits(chat["id"])
    except (LookupError, TypeError, AttributeError, ValueError):
        return NOWHERE
    return NOWHERE


def said_at(update: Update, received_at: datetime) -> datetime:
    """When a person sent this, as far as Telegram tells: a press has no time of its own."""
    message = update.edited_message or update.message
    if message is None:
        return received_at
    return message.edit_date or message.date


def _in_64_bits(chat_id: Any) -> int:
    """Nothing else may become a chat: what a database turns into a number might be somebody's."""
    if type(chat_id) is not int or not -(2**63) <= chat_id < 2**63:
        return NOWHERE
    return chat_id


def _delay(error: Exception, failures: int) -> float:
    if isinstance(error, RetryAfter):
        after: Any = error.retry_after  # seconds or a timedelta, as the library is set up
        return float(after.total_seconds() if hasattr(after, "total_seconds") else after)
    if isinstance(error, Conflict):
        return 5.0
    ceiling = 10.0 if isinstance(error, TelegramError) else 2.0
    return min(ceiling, 0.1 * 2.0 ** min(failures, 10))
