"""Once an hour: delete what has served its purpose, a little at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.storage import pruning
from bot.storage.store import Store, Tx

EVERY_SECONDS = 3600.0
PER_ROUND = 10_000
PER_TRANSACTION = 250  # short, since a person's answer may wait behind it


async def prune(store: Store, clock: Clock) -> int:
    """Delete old updates and messages; returns how many rows went. Looked for without holding up a
    writer, deleted in short transactions; what is left over goes in the next round."""
    now = clock.now()
    async with store.read() as tx:
        updates = await pruning.handled_updates(
            tx,
            now - timedelta(hours=pruning.HANDLED_HOURS),
            now - timedelta(days=pruning.FAILED_DAYS),
            PER_ROUND,
        )
        said = await pruning.said_messages(tx, now - timedelta(days=pruning.SAID_DAYS), PER_ROUND)
    await _in_portions(store, updates, pruning.forget_updates)
    await _in_portions(store, said, pruning.forget_messages)
    return len(updates) + len(said)


async def _in_portions(
    store: Store, ids: Sequence[int], forget: Callable[[Tx, Sequence[int]], Awaitable[None]]
) -> None:
    for start in range(0, len(ids), PER_TRANSACTION):
        async with store.write() as tx:
            await forget(tx, ids[start : start + PER_TRANSACTION])
        await asyncio.sleep(0)
