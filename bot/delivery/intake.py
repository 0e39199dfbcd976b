"""From the inbox to the handlers: in order within a chat, concurrently across chats.

Each update has its effect in one transaction together with "handled". A kill before the commit
leaves the update waiting; a kill after it leaves the effect. Nothing lies in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.clock import Clock
from bot.storage import inbox
from bot.storage.inbox import Kept, Waiting
from bot.storage.store import Store, Tx

log = structlog.get_logger()

TRIES = 3  # a fault that survives three tries is ours, and the patient is told

Handle = Callable[[Tx, Waiting, datetime], Awaitable[None]]


class Intake:
    """Keeps updates and runs one worker per chat that has any waiting.

    `handle` applies one update inside the given transaction. `apologise` is called in a fresh
    transaction when handling failed for good. `committed` is called after every commit.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        lane_of: Callable[[dict[str, Any]], int],
        handle: Handle,
        apologise: Handle,
        committed: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._lane_of = lane_of
        self._handle = handle
        self._apologise = apologise
        self._committed = committed
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._nudged: set[int] = set()

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store updates; when this returns they may be confirmed to Telegram."""
        kept = [Kept(update["update_id"], self._lane_of(update), update) for update in updates]
        async with self._store.write() as tx:
            await inbox.keep(tx, kept, self._clock.now())
        for lane in {each.lane for each in kept}:
            self.nudge(lane)

    async def resume(self) -> None:
        """Take up what an earlier process left waiting."""
        async with self._store.read() as tx:
            lanes = await inbox.lanes_waiting(tx)
        for lane in lanes:
            self.nudge(lane)

    def nudge(self, lane: int) -> None:
        """There may be something new in this chat."""
        if lane in self._workers:
            self._nudged.add(lane)
        else:
            self._workers[lane] = asyncio.create_task(self._work(lane), name=f"lane {lane}")

    async def drain(self, timeout: float) -> None:
        """Let the updates in work finish, for at most `timeout` seconds; the rest wait in the
        inbox for the next start."""
        workers = list(self._workers.values())
        if workers:
            _, late = await asyncio.wait(workers, timeout=timeout)
            for worker in late:
                worker.cancel()

    @property
    def idle(self) -> bool:
        return not self._workers

    async def _work(self, lane: int) -> None:
        pause = 0.05
        try:
            while True:
                self._nudged.discard(lane)
                try:
                    while (waiting := await self._next(lane)) is not None:
                        await self._apply(waiting)
                    pause = 0.05
                except Exception as error:  # the database is out of reach: the update waits there
                    log.warning("inbox_waits", error=error, retry_in=pause)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, 5.0)
                    continue
                if lane not in self._nudged:
                    return
        finally:
            self._workers.pop(lane, None)

    async def _next(self, lane: int) -> Waiting | None:
        async with self._store.read() as tx:
            return await inbox.next_in_lane(tx, lane)

    async def _apply(self, waiting: Waiting) -> None:
        try:
            async with self._store.write() as tx:
                now = self._clock.now()
                await self._handle(tx, waiting, now)
                await inbox.mark_handled(tx, waiting.update_id, now)
        except Exception as error:
            await self._failed(waiting, error)
        self._committed()

    async def _failed(self, waiting: Waiting, error: Exception) -> None:
        attempt = waiting.attempts + 1
        log.error("update_failed", update=waiting.update_id, attempt=attempt, error=error)
        async with self._store.write() as tx:
            await inbox.count_attempt(tx, waiting.update_id)
            if attempt >= TRIES:
                now = self._clock.now()
                await self._apologise(tx, waiting, now)
                await inbox.give_up(tx, waiting.update_id, type(error).__name__, now)
