"""From the inbox to the handlers: in order within a chat, concurrently across chats.

Each update has its effect in one transaction together with "handled". A kill before the commit
leaves the update waiting; a kill after it leaves the effect. Nothing lies in between.

With several replicas an update is locked while it is handled, and whoever has handled one looks
for the next of that chat: so the order holds wherever the updates arrive.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.storage import inbox
from bot.storage.inbox import Kept, Waiting
from bot.storage.store import Store, Tx

log = structlog.get_logger()

TRIES = 3  # a fault that survives three tries is ours, and the patient is told

# Few enough that the others who need a connection to the database find one.
LANES_AT_ONCE = 8
KEEPS_AT_ONCE = 4
# A chat that waits for longer may have been left behind by a replica that is gone.
LEFT_BEHIND = timedelta(seconds=2)
MOST_LEFT_BEHIND = 500

Handle = Callable[[Tx, Waiting, datetime], Awaitable[None]]


class Intake:
    """Keeps updates and runs one worker per chat that has any waiting.

    `before` may ask Telegram something about an update, outside of any transaction. `handle`
    applies the update inside the given transaction. `apologise` is called in a fresh
    transaction when handling failed for good. `committed` is called after every commit.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        lane_of: Callable[[dict[str, Any]], int],
        handle: Handle,
        before: Callable[[Waiting], Awaitable[None]] | None = None,
        apologise: Handle,
        committed: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._lane_of = lane_of
        self._handle = handle
        self._before = before
        self._apologise = apologise
        self._committed = committed
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._nudged: set[int] = set()
        self._handling = asyncio.Semaphore(LANES_AT_ONCE)
        self._keeping = asyncio.Semaphore(KEEPS_AT_ONCE)

    async def keep(
        self,
        updates: Sequence[dict[str, Any]],
        may_keep: Callable[[Tx], Awaitable[bool]] | None = None,
    ) -> bool:
        """Store updates; when this returns True they may be confirmed to Telegram. `may_keep` is
        asked in the same transaction."""
        kept = [Kept(update["update_id"], self._lane_of(update), update) for update in updates]
        async with self._keeping, self._store.write() as tx:
            if may_keep is not None and not await may_keep(tx):
                return False
            await inbox.keep(tx, kept, self._clock.now())
        for lane in {each.lane for each in kept}:
            self.nudge(lane)
        return True

    async def resume(self) -> None:
        """Take up what an earlier process left waiting."""
        async with self._store.read() as tx:
            lanes = await inbox.lanes_waiting(tx)
        for lane in lanes:
            self.nudge(lane)

    async def sweep(self) -> None:
        """Take up what another replica has left waiting."""
        async with self._store.read() as tx:
            lanes = await inbox.lanes_waiting(
                tx, kept_before=self._clock.now() - LEFT_BEHIND, limit=MOST_LEFT_BEHIND
            )
        for lane in lanes:
            if lane not in self._workers:
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
                    while await self._step(lane):
                        pass
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

    async def _step(self, lane: int) -> bool:
        """Handle the oldest update of a lane, if it has any that is not in other hands."""
        async with self._handling:
            waiting = await self._next(lane)
            if waiting is None:
                return False
            if self._before is not None:
                await self._before(waiting)
            return await self._apply(waiting)

    async def _next(self, lane: int) -> Waiting | None:
        async with self._store.read() as tx:
            return await inbox.next_in_lane(tx, lane)

    async def _apply(self, waiting: Waiting) -> bool:
        try:
            async with self._store.write() as tx:
                if not await inbox.take(tx, waiting.update_id):
                    return False
                now = self._clock.now()
                await self._handle(tx, waiting, now)
                await inbox.mark_handled(tx, waiting.update_id, now)
        except Exception as error:
            await self._failed(waiting, error)
        self._committed()
        return True

    async def _failed(self, waiting: Waiting, error: Exception) -> None:
        attempt = waiting.attempts + 1
        log.error("update_failed", update=waiting.update_id, attempt=attempt, error=error)
        async with self._store.write() as tx:
            if not await inbox.take(tx, waiting.update_id):
                return
            await inbox.count_attempt(tx, waiting.update_id)
            if attempt >= TRIES:
                now = self._clock.now()
                await self._apologise(tx, waiting, now)
                await inbox.give_up(tx, waiting.update_id, type(error).__name__, now)
