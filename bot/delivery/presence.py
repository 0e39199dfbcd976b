"""Being one of several replicas: who is alive, who polls, and what a dead one leaves behind.

Every replica renews its lease each second. One whose lease has run out is struck out by the others:
its rows in flight are taken back, its turn as the poller ends. For that to be safe a replica stops
by itself before its lease can have run out: it starts no send, lets go of those under way, and does
not poll. After a gap in its own renewals (say, the database was away, for all of them) it gives the
others a whole lease's time to report before it believes that they are dead.

A process that has died on this machine needs no waiting: there is proof that it is gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Protocol

import structlog

from bot.delivery.whereabouts import is_dead
from bot.domain.send_outcome import NotSent, NotSentReason, Outcome, Uncertain, UncertainReason
from bot.storage import leases
from bot.storage.store import Store, Tx

log = structlog.get_logger()

LEASE = timedelta(seconds=6)
RENEW_SECONDS = 1.0
# From here to the end of the lease nothing leaves: time for a send to be let go of.
MARGIN_SECONDS = 1.0
# A renewal that takes longer has failed.
PATIENCE_SECONDS = 3.0


class Presence(Protocol):
    """What the program asks, whether it is alone or not."""

    async def enter(self) -> bool:
        """Be present from now on. Returns whether no other replica is."""
        ...

    async def leave(self) -> None:
        """End in order, so that nobody waits for us."""
        ...

    async def turn_to_poll(self) -> None:
        """Wait until it is on this replica to poll."""
        ...

    async def turn_is_over(self) -> None:
        """Wait until it no longer is."""
        ...

    async def may_keep(self, tx: Tx) -> bool:
        """Whether what was polled may be kept, and with that confirmed, in this transaction."""
        ...

    async def within(self, send: Callable[[], Awaitable[Outcome]]) -> Outcome:
        """Make a send that ends before others may believe that we are dead."""
        ...


class Alone:
    """The only process on its database (SQLite)."""

    async def enter(self) -> bool:
        return True

    async def leave(self) -> None:
        return

    async def turn_to_poll(self) -> None:
        return

    async def turn_is_over(self) -> None:
        await asyncio.Event().wait()

    async def may_keep(self, tx: Tx) -> bool:
        return True

    async def within(self, send: Callable[[], Awaitable[Outcome]]) -> Outcome:
        return await send()


class Replica:
    """One of several. `worker` is its name in every lease; `polls` whether it wants to poll;
    `buried` is called after another one was struck out."""

    def __init__(
        self, store: Store, worker: str, *, polls: bool, buried: Callable[[], Awaitable[None]]
    ) -> None:
        self._store = store
        self._worker = worker
        self._polls = polls
        self._buried = buried
        self._until = 0.0  # in the loop's time: when we stop believing that we are present
        self._renewed_at = 0.0
        self._unbroken_since: float | None = None
        self._epoch: int | None = None
        self._poller = asyncio.Event()
        self._not_poller = asyncio.Event()
        self._not_poller.set()
        self._sends: set[asyncio.Timeout] = set()
        self._staying: asyncio.Task[None] | None = None

    async def enter(self) -> bool:
        await self._renew()
        async with self._store.read() as tx:
            others = [name for name in await leases.replicas(tx) if name != self._worker]
        self._staying = asyncio.create_task(self._stay(), name="presence")
        return not others

    async def _stay(self) -> None:
        failures = 0
        while True:
            await asyncio.sleep(RENEW_SECONDS if failures < 2 else RENEW_SECONDS / 4)
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    gone = await self._renew()
                failures = 0
                if gone:
                    log.warning("replicas_gone", replicas=len(gone))
                    await self._buried()
            except Exception as error:  # the database is away: so we are, after a while
                failures += 1
                self._unbroken_since = None
                if failures in (1, 10) or failures % 100 == 0:
                    log.warning("presence_waits", error=error, tries=failures)
            if self._now() >= self._until:
                self._poll_under(None)

    async def leave(self) -> None:
        if self._staying is None:
            return
        self._staying.cancel()
        await asyncio.gather(self._staying, return_exceptions=True)
        self._poll_under(None)
        async with asyncio.timeout(PATIENCE_SECONDS), self._store.write() as tx:
            await leases.leave(tx, self._worker)

    async def turn_to_poll(self) -> None:
        await self._poller.wait()

    async def turn_is_over(self) -> None:
        await self._not_poller.wait()

    async def may_keep(self, tx: Tx) -> bool:
        epoch = self._epoch
        return epoch is not None and await leases.is_poller(tx, self._worker, epoch)

    async def within(self, send: Callable[[], Awaitable[Outcome]]) -> Outcome:
        if self._now() >= self._until:
            return NotSent(NotSentReason.NOT_RUNNING)
        limit = asyncio.timeout_at(self._until)
        try:
            async with limit:
                self._sends.add(limit)
                return await send()
        except TimeoutError:
            return Uncertain(UncertainReason.CANCELLED)
        finally:
            self._sends.discard(limit)

    async def _renew(self) -> list[str]:
        """Say that we are alive, strike out who is not, and poll if nobody does."""
        at = self._now()
        if self._unbroken_since is None or at - self._renewed_at > PATIENCE_SECONDS:
            self._unbroken_since = at
        waited = at - self._unbroken_since >= LEASE.total_seconds()
        async with self._store.write() as tx:
            await leases.renew(tx, self._worker, LEASE)
            proven = [name for name in await leases.replicas(tx) if is_dead(name)]
            gone = await leases.bury(tx, self._worker, proven, overdue=waited)
            epoch = await leases.take_poller(tx, self._worker, LEASE) if self._polls else None
        self._renewed_at = at
        self._until = at + LEASE.total_seconds() - MARGIN_SECONDS
        for limit in self._sends:
            if not limit.expired():
                limit.reschedule(self._until)
        self._poll_under(epoch)
        return gone

    def _poll_under(self, epoch: int | None) -> None:
        if epoch != self._epoch:
            log.info("polls" if epoch is not None else "polls_no_more", epoch=epoch or self._epoch)
        self._epoch = epoch
        if epoch is None:
            self._poller.clear()
            self._not_poller.set()
        else:
            self._not_poller.clear()
            self._poller.set()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def presence_on(
    store: Store, worker: str, receive: str, *, buried: Callable[[], Awaitable[None]]
) -> Presence:
    """What fits the database: on SQLite there is never a second process."""
    if store.is_sqlite:
        return Alone()
    return Replica(store, worker, polls=receive == "polling", buried=buried)
