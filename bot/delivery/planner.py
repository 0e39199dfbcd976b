"""Runs the planning services batch by batch until nothing is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.services import downtime, planning
from bot.services.desk import Desk
from bot.storage import due
from bot.storage.store import Store

NOTED_EVERY = timedelta(seconds=20)  # that we are alive: seldom, to spare the disk


class Planner:
    """`desk` is read for each batch; `planned` is called after a batch that queued anything."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        desk: Callable[[], Desk],
        *,
        planned: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._desk = desk
        self._planned = planned
        self._noted_at: datetime | None = None

    async def run(self) -> int:
        """One transaction per batch; between two batches everybody else gets a turn. Returns how
        many messages were queued. With nothing due it asks one question."""
        messages, now = 0, self._clock.now()
        async with self._store.read() as tx:
            found = await due.look(tx, now)
        for more, step in (
            (found.routines, planning.plan_due),
            (found.questions, planning.ask_again),
        ):
            while more:
                async with self._store.write() as tx:
                    done = await step(tx, self._desk(), self._clock.now())
                messages += done.messages
                more = done.more
                if done.messages:
                    self._planned()
                await asyncio.sleep(0)
        await self._note_alive(self._clock.now())
        return messages

    async def _note_alive(self, now: datetime) -> None:
        """Put on record that planning goes on: the next start knows how long it was away."""
        if self._noted_at is None or not timedelta(0) <= now - self._noted_at < NOTED_EVERY:
            async with self._store.write() as tx:
                await downtime.note_alive(tx, now)
            self._noted_at = now
