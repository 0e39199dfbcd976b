"""Several replicas, one send budget: each claim draws its portion from a row in the database.

The local budget stays the only place that decides. Before it does, it takes over what all replicas
have started and learnt; after it has, the starts are booked in the same transaction as the leases.
The row is held meanwhile, so that replicas claim one after the other: no second is spent twice, a
chat's messages keep their order, and the most urgent row goes first whoever comes first. Who cannot
reach the database draws nothing, and sends nothing.

Instants in the row are the database's, because the clocks of two machines differ.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from bot.clock import steady_seconds
from bot.delivery.budget import SendBudget
from bot.storage import send_share
from bot.storage.store import Store, Tx

CLOCK_WAS_SET = 1.0  # seconds: more than any answer takes
DRIFT = 0.0002  # seconds from one draw to the next


class Share(Protocol):
    """How the dispatcher's claims are kept apart from those of other replicas."""

    async def draw(self, tx: Tx) -> None:
        """Before choosing rows: what may leave, counting everybody's sends."""
        ...

    async def spend(self, tx: Tx, chat_ids: Collection[int]) -> None:
        """These will be sent to when the transaction is committed."""
        ...

    async def still_ours(self, tx: Tx, row_ids: Collection[int]) -> Collection[int]:
        """Those of the leased rows whose end is still for this replica to store."""
        ...


class Unshared:
    """One process: its own budget is all there is."""

    async def draw(self, tx: Tx) -> None:
        return

    async def spend(self, tx: Tx, chat_ids: Collection[int]) -> None:
        return

    async def still_ours(self, tx: Tx, row_ids: Collection[int]) -> Collection[int]:
        return row_ids


class SharedBudget:
    """The row's side of `budget`, for the replica called `worker`."""

    def __init__(self, budget: SendBudget, worker: str) -> None:
        self._budget = budget
        self._worker = worker
        self._shift = 0.0  # seconds by which the database's clock is ahead of ours

    async def draw(self, tx: Tx) -> None:
        shared = await send_share.lock(tx, self._worker)
        now = steady_seconds()
        # An answer that was long on its way makes the difference look smaller than it is.
        measured = shared.at.timestamp() - now
        drifted = abs(measured - self._shift) > CLOCK_WAS_SET
        self._shift = measured if drifted else max(measured, self._shift - DRIFT)
        if self._budget.take_over(shared.record, now, self._shift, shared.elsewhere):
            await send_share.write(tx, self._budget.record(now, self._shift))

    async def spend(self, tx: Tx, chat_ids: Collection[int]) -> None:
        if chat_ids:
            now = steady_seconds()
            self._budget.book(chat_ids, now)
            await send_share.write(tx, self._budget.record(now, self._shift))

    async def still_ours(self, tx: Tx, row_ids: Collection[int]) -> Collection[int]:
        return await send_share.leased_by(tx, self._worker, row_ids)


def share_on(store: Store, budget: SendBudget, worker: str) -> Share:
    """What fits the database: on SQLite there is never a second process."""
    return Unshared() if store.is_sqlite else SharedBudget(budget, worker)
