"""Runs the planning services batch by batch until nothing is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.clock import Clock
from bot.services import downtime, planning
from bot.services.desk import Desk
from bot.storage import occurrences, routines
from bot.storage.store import Store


async def plan_until_done(
    store: Store, clock: Clock, desk: Callable[[], Desk], planned: Callable[[], None]
) -> int:
    """One transaction per batch; between two batches everybody else gets a turn. Returns how many
    messages were queued. With nothing due it only reads."""
    messages, now = 0, clock.now()
    async with store.read() as tx:
        due = await routines.any_due(tx, now)
        asked = await occurrences.any_step_due(tx, now)
        alive = await downtime.noted(tx, now)
    for more, step in ((due, planning.plan_due), (asked, planning.ask_again)):
        while more:
            async with store.write() as tx:
                done = await step(tx, desk(), clock.now())
            messages += done.messages
            more = done.more
            if done.messages:
                planned()
            await asyncio.sleep(0)
    if not alive:
        async with store.write() as tx:
            await downtime.note_alive(tx, clock.now())
    return messages
