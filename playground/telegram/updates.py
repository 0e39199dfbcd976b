"""The queue of updates of one bot: what is waiting, who polls, what is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile
from typing import Any

from playground.telegram.errors import ApiError, conflict
from playground.telegram.ledger import Ledger

LIFETIME = timedelta(hours=24)  # the Bot API keeps updates no longer
LONGEST_POLL = 50  # seconds
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    at: datetime
    chat_id: int | None
    body: dict[str, Any]


class UpdateQueue:
    def __init__(
        self,
        clock: Callable[[], datetime],
        ledger: Ledger,
        first_id: int,
        on_poll: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._ledger = ledger
        self._next_id = first_id
        self._poller: asyncio.Future[None] | None = None
        self._again: list[Update] = []
        self._on_new: Callable[[], None] | None = None
        self._on_poll = on_poll
        self.pending: dict[int, Update] = {}
        self.waiting: dict[int | None, dict[int, Update]] = {}  # the same, by chat
        self.known: dict[int, Update] = {}
        self.expired: list[int] = []
        self.allowed: list[str] | None = None
        self.webhook_active = False
        self.twice = False  # hand every update over a second time, as Telegram may
        self.polls = 0
        self._closed = False

    def listen(self, on_new: Callable[[], None] | None) -> None:
        self._on_new = on_new

    @property
    def polling(self) -> bool:
        """Whether a long poll is waiting."""
        return self._poller is not None

    def wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def add(self, kind: str, payload: dict[str, Any], chat_id: int | None) -> int | None:
        """Queue an update; its id, or None when the bot has not asked for this kind."""
        if not self.wanted(kind):
            return None
        update_id = self._next_id
        self._next_id += 1
        body = {"update_id": update_id, kind: payload}
        update = Update(update_id, self._clock(), chat_id, body)
        self.known[update_id] = update
        self._keep(update)
        self._wake()
        return update_id

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more, although it may have been confirmed."""
        update = self.known[update_id]
        if self.webhook_active:
            self._keep(update)
        else:
            self._again.append(update)
        self._wake()

    def _keep(self, update: Update) -> None:
        self.pending[update.id] = update
        self.waiting.setdefault(update.chat_id, {})[update.id] = update

    def _forget(self, update_id: int) -> bool:
        update = self.pending.pop(update_id, None)
        if update is None:
            return False
        of_chat = self.waiting[update.chat_id]
        del of_chat[update_id]
        if not of_chat:
            del self.waiting[update.chat_id]
        return True

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)
        if self._on_new is not None:
            self._on_new()

    def drop_expired(self) -> None:
        if not self.pending:
            return
        oldest = self._clock() - LIFETIME
        for update in list(takewhile(lambda u: u.at <= oldest, self.pending.values())):
            self._forget(update.id)
            self.expired.append(update.id)

    def clear(self) -> None:
        self.pending.clear()
        self.waiting.clear()

    def confirm(self, update_id: int) -> None:
        if self._forget(update_id):
            self._ledger.note_confirmed(update_id)

    def _confirm_below(self, offset: int) -> None:
        if offset > 0:
            for update_id in list(takewhile(lambda i: i < offset, self.pending)):
                self.confirm(update_id)
        elif offset < 0:
            for update_id in list(self.pending)[:offset]:
                self.confirm(update_id)

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        self.drop_expired()
        again, self._again = self._again[:limit], self._again[limit:]
        fresh = list(islice(self.pending.values(), limit - len(again)))
        batch = [*again, *fresh]
        if self.twice:
            self._again += [update for update in fresh if update not in again]
        for update in batch:
            self._ledger.note_delivered(update.id, "poll")
        return [update.body for update in batch]

    async def poll(
        self, offset: int, limit: int, timeout: float, allowed: list[str] | None
    ) -> list[dict[str, Any]]:
        """getUpdates. `timeout` in real seconds; a later poller ends an earlier one with 409."""
        if self.webhook_active:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self.polls += 1
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(_terminated())
        if allowed is not None:
            self.allowed = allowed or None
        self._confirm_below(offset)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(max(timeout, 0), LONGEST_POLL)
        while True:
            if batch := self._batch(limit):
                return batch
            if self._closed or loop.time() >= deadline:
                return []
            mine = self._poller = loop.create_future()
            self._on_poll()
            try:
                async with asyncio.timeout_at(deadline):
                    await mine
            except TimeoutError:
                return []
            finally:
                if self._poller is mine:
                    self._poller = None

    def close(self) -> None:
        """The process ends: a waiting poller gets an empty answer, later ones do not wait."""
        self._closed = True
        self._wake()

    def end_poll(self) -> None:
        """A webhook takes over: the waiting poller is told so."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict("terminated by setWebhook request"))


def _terminated() -> ApiError:
    return conflict(
        "terminated by other getUpdates request; make sure that only one bot instance is running"
    )
