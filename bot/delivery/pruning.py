"""Once an hour: delete what has served its purpose, a little at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.storage import pruning
from bot.storage.store import Store, Tx

EVERY_SECONDS = 3600.0
PER_ROUND = 10_000
PER_TRANSACTION = 250  # short, since a person's answer may wait behind it


async def prune(store: Store, clock: Clock, keep_answers_months: int = 12) -> int:
    """Delete old updates and messages, links that nobody used, and the answers of courses that
    ended more than `keep_answers_months` ago; returns how many rows went or became bare. Looked for
    without holding up a writer, deleted in short transactions; the rest goes in the next round."""
    now = clock.now()
    async with store.read() as tx:
        updates = await pruning.handled_updates(
            tx,
            now - timedelta(hours=pruning.HANDLED_HOURS),
            now - timedelta(days=pruning.FAILED_DAYS),
            PER_ROUND,
        )
        said = await pruning.said_messages(
            tx,
            now - timedelta(days=pruning.SAID_DAYS),
            now - timedelta(hours=pruning.FAREWELL_HOURS),
            PER_ROUND,
        )
        links = await pruning.unused_links(tx, now - timedelta(days=pruning.LINK_DAYS), PER_ROUND)
        old = await pruning.old_answers(tx, now.date(), keep_answers_months, PER_ROUND)
    await _in_portions(store, updates, pruning.forget_updates)
    await _in_portions(store, said, pruning.forget_messages)
    await _in_portions(store, links, pruning.forget_links)
    for table, ids in old.items():
        await _in_portions(store, ids, partial(pruning.forget_answers, table=table))
    return len(updates) + len(said) + len(links) + sum(map(len, old.values()))


async def _in_portions(
    store: Store, ids: Sequence[int], forget: Callable[[Tx, Sequence[int]], Awaitable[None]]
) -> None:
    for start in range(0, len(ids), PER_TRANSACTION):
        async with store.write() as tx:
            await forget(tx, ids[start : start + PER_TRANSACTION])
        await asyncio.sleep(0)
