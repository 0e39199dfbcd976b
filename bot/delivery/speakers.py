"""Whoever speaks in a care team's chat must be a member of it now: Telegram is asked before the
update is handled, outside of its transaction, so that a slow answer keeps nobody else waiting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.clock import steady_seconds
from bot.services import care_team
from bot.services.desk import Desk
from bot.storage.inbox import Waiting
from bot.storage.store import Store

Ask = Callable[[dict[str, Any], float], Awaitable[bool | None]]


class Speakers:
    """`ask` says of a raw update whether its sender is a member; None: nobody knows."""

    def __init__(self, store: Store, desk: Callable[[], Desk], ask: Ask) -> None:
        self._store = store
        self._desk = desk
        self._ask = ask
        self._told: dict[int, bool | None] = {}  # by update, until it is handled

    async def look(self, waiting: Waiting) -> None:
        """Find out about one update, if it comes from a team's chat."""
        if waiting.lane >= 0:
            return
        async with self._store.read() as tx:
            if not await care_team.is_team_chat(tx, self._desk(), waiting.lane):
                return
        self._told[waiting.update_id] = await self._ask(waiting.payload, steady_seconds())

    def told(self, update_id: int) -> bool | None:
        """What was found out; asked once."""
        return self._told.pop(update_id, None)
