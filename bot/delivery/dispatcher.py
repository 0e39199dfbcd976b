"""From outbox rows to messages on the wire, best first, and back to stored outcomes.

One loop. Each pass is one transaction: store what has ended, then claim exactly as many rows as
the send budget lets leave now, so that what is leased is what is in flight. A kill therefore
leaves at most those rows in doubt, and each of them is decided by its class.

Order: priority, then due time, then id; never two messages of one chat in flight at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.clock import Clock, steady_seconds
from bot.delivery.budget import SendBudget
from bot.delivery.settling import Fate, fate_of
from bot.delivery.share import Share, Unshared
from bot.domain.outgoing import Speech
from bot.domain.send_outcome import NotSent, Outcome, Uncertain, UncertainReason
from bot.storage import facts, sending
from bot.storage.sending import Claimed, Settled
from bot.storage.store import Store, Tx

log = structlog.get_logger()

# Longer than any send can last (connect, write and read time out after 5 seconds each), and short,
# because a row of a process that died waits for it.
LEASE = timedelta(seconds=20)
LOOK_AGAIN_SECONDS = 1.0
MOST_LOOKS = 20
SPARE = 8  # rows read beyond what may leave, in place of those whose chat has to wait
FEW_IN_FLIGHT = 4
GROUP = 32
GROUP_SECONDS = 0.05
PAUSES = "send_pauses"


@dataclass(frozen=True, slots=True)
class Withheld:
    """The state of now speaks against sending; the row is cancelled with this reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """It cannot leave yet: the row goes back and waits until then, and its chat is free."""

    reason: str
    until: datetime


Composed = Mapping[int, Speech | Withheld | Later]


class Voice(Protocol):
    """Says one thing to one chat and reports what became of it."""

    async def __call__(self, chat_id: int, speech: Speech) -> Outcome: ...


Compose = Callable[[Tx, Sequence[Claimed], datetime], Awaitable[Composed]]
Settle = Callable[[Tx, Claimed, Fate, datetime], Awaitable[None]]
Ended = Callable[[Tx, Sequence[tuple[Claimed, Outcome]], datetime], Awaitable[None]]


class Dispatcher:
    """`compose` decides in the claiming transaction what each row says now, that it is withheld,
    or that it is not ready; `settled` lets the services react to the end of a row, in the settling
    transaction; `counted`, if there is one, hears of all ends at once, in the same.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        budget: SendBudget,
        voice: Voice,
        *,
        compose: Compose,
        settled: Settle,
        worker: str,
        share: Share | None = None,
        counted: Ended | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._budget = budget
        self._voice = voice
        self._compose = compose
        self._settled = settled
        self._counted = counted
        self._worker = worker
        self._share = share or Unshared()
        self._wake = asyncio.Event()
        self._in_flight: dict[int, tuple[Claimed, asyncio.Task[None]]] = {}
        self._ended: list[tuple[Claimed, Outcome]] = []
        self._stopping = False

    def wake(self) -> None:
        """Something was committed that may be due."""
        self._wake.set()

    async def bring_forward(self, row_id: int) -> None:
        """What a row was put back for is there. With the database out of reach nothing happens:
        the row comes by itself, a little later."""
        with suppress(Exception):
            async with self._store.write() as tx:
                await sending.bring_forward(tx, [row_id], self._clock.now())
        self.wake()

    async def run(self) -> None:
        """Dispatch until `stop`. A database out of reach is waited out: nothing leaves that could
        not be recorded."""
        await self._recover(everything=self._store.is_sqlite)
        pause = 0.05
        while not self._stopping:
            self._wake.clear()
            try:
                wait = await self._pass()
                pause = 0.05
            except Exception as error:
                log.warning("dispatch_waits", error=error, retry_in=pause)
                wait, pause = pause, min(pause * 2, 5.0)
                await asyncio.sleep(wait)
                continue
            if wait > 0:
                await _wait_for(self._wake, wait)

    async def stop(self, timeout: float) -> None:
        """Claim nothing more, let what is in flight end for `timeout` seconds, store it."""
        self._stopping = True
        self._wake.set()
        tasks = [task for _, task in self._in_flight.values()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=timeout)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        async with self._store.write() as tx:
            await self._store_ended(tx)

    @property
    def in_flight(self) -> int:
        return len(self._in_flight)

    async def recover(self) -> None:
        """Take back rows whose worker is gone (its lease has expired)."""
        await self._recover(everything=False)

    async def _pass(self) -> float:
        """One round. Returns the seconds to wait; 0 when there may be more to do at once."""
        now = self._clock.now()
        if not self._ended and not self._in_flight and not await self._due(now):
            return LOOK_AGAIN_SECONDS
        async with self._store.write() as tx:
            stored = await self._store_ended(tx)
            await self._share.draw(tx)
            chosen, look_again_in = await self._choose(tx, now)
            claimed = await sending.lease(tx, chosen, self._worker, now + LEASE)
            said = await self._compose(tx, claimed, now) if claimed else {}
            await self._withhold(tx, claimed, said, now)
            await self._share.spend(
                tx,
                [row.chat_id for row in claimed if not isinstance(said[row.id], Withheld | Later)],
            )
        # Only now: had the transaction failed, these would be stored by the next one.
        self._ended = self._ended[len(stored) :]
        for row, _ in stored:
            self._in_flight.pop(row.id, None)
        started = self._start(claimed, said)
        return 0 if started < len(claimed) else look_again_in

    async def _due(self, now: datetime) -> bool:
        async with self._store.read() as tx:
            return await sending.is_due(tx, now)

    async def _choose(self, tx: Tx, now: datetime) -> tuple[list[int], float]:
        """Ids of the rows that may leave now, best first, and when to look again (seconds).

        A chat that may not be sent to yet is left out of the next look, so that its waiting rows
        hide nobody else's."""
        steady = steady_seconds()
        allowance = self._budget.allowance(steady)
        total, bulk = allowance.total, allowance.bulk
        again = min(LOOK_AGAIN_SECONDS, max(0.002, allowance.next_at - steady))
        chosen: list[int] = []
        passed: set[int] = set()
        for _ in range(MOST_LOOKS):
            if len(chosen) >= total:
                return chosen, again
            page = total + SPARE
            found = await sending.candidates(tx, now, not_chats=passed, limit=page)
            for row in found:
                if row.chat_id in passed or len(chosen) >= total:
                    continue
                interactive = row.priority.interactive
                if not interactive and bulk <= 0:
                    return chosen, again
                passed.add(row.chat_id)
                free_at = self._budget.chat_free_at(row.chat_id, steady, interactive=interactive)
                if free_at > steady:
                    again = min(again, free_at - steady)
                    continue
                chosen.append(row.id)
                bulk -= not interactive
            if len(found) < page:
                return chosen, again
        return chosen, again

    async def _withhold(
        self, tx: Tx, claimed: Sequence[Claimed], said: Composed, now: datetime
    ) -> None:
        ended: list[Settled] = []
        for row in claimed:
            match said[row.id]:
                case Withheld(reason):
                    ended.append(Settled(row.id, "cancelled", reason))
                case Later(reason, until):
                    ended.append(Settled(row.id, "queued", reason, not_before=until))
        await sending.settle(tx, ended, now)

    def _start(self, claimed: Sequence[Claimed], said: Composed) -> int:
        started = 0
        for row in claimed:
            answer = said[row.id]
            if isinstance(answer, Withheld | Later):
                continue
            interactive = row.priority.interactive
            self._budget.started(row.chat_id, steady_seconds(), interactive=interactive)
            task = asyncio.create_task(self._send(row, answer), name=f"send {row.id}")
            self._in_flight[row.id] = (row, task)
            started += 1
        return started

    async def _send(self, row: Claimed, speech: Speech) -> None:
        outcome: Outcome = Uncertain(UncertainReason.UNKNOWN)
        try:
            outcome = await self._voice(row.chat_id, speech)
        except asyncio.CancelledError:
            outcome = Uncertain(UncertainReason.CANCELLED)
        except Exception as error:
            log.error("send_failed", error=error, row=row.id)
        finally:
            self._budget.finished(
                row.chat_id, outcome, steady_seconds(), interactive=row.priority.interactive
            )
            self._ended.append((row, outcome))
            self._settle_soon()

    def _settle_soon(self) -> None:
        """Outcomes are stored in small groups: one commit for what ends within a twentieth of a
        second, or for `GROUP`. What is newly owed does not wait for this: `wake` is immediate."""
        under_way = len(self._in_flight) - len(self._ended)
        if under_way <= FEW_IN_FLIGHT or len(self._ended) >= GROUP:
            self._wake.set()
        elif len(self._ended) == 1:
            asyncio.get_running_loop().call_later(GROUP_SECONDS, self._wake.set)

    async def _store_ended(self, tx: Tx) -> list[tuple[Claimed, Outcome]]:
        ended, now = list(self._ended), self._clock.now()
        if not ended:
            return []
        ours = await self._share.still_ours(tx, [row.id for row, _ in ended])
        fates = [(row, fate_of(row, outcome, now)) for row, outcome in ended if row.id in ours]
        await sending.settle(tx, [fate.settled for _, fate in fates], now)
        for row, fate in fates:
            await self._settled(tx, row, fate, now)
        if self._counted is not None:
            await self._counted(tx, ended, now)
        if any(isinstance(outcome, NotSent) and outcome.retry_after for _, outcome in ended):
            await facts.write(tx, PAUSES, dict(self._budget.pauses(steady_seconds())))
        return ended

    async def _recover(self, *, everything: bool) -> None:
        async with self._store.write() as tx:
            now = self._clock.now()
            if everything and (pauses := await facts.read(tx, PAUSES)) is not None:
                self._budget.restore(pauses)
            lost = await sending.abandoned(
                tx,
                now,
                own_rows=self._in_flight.keys(),
                everything=everything,
                worker=self._worker,
            )
            for row in lost:
                fate = fate_of(row, Uncertain(UncertainReason.CONNECTION_LOST), now)
                await sending.settle(tx, [fate.settled], now)
                await self._settled(tx, row, fate, now)
        if lost:
            log.warning("rows_taken_back", rows=len(lost))


async def _wait_for(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
