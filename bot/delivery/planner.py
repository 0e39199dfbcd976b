"""Runs the planning services batch by batch until nothing is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.clock import Clock
from bot.services import downtime, planning
from bot.services.desk import Desk
from bot.storage.store import Store

log = structlog.get_logger()


async def plan_until_done(
    store: Store, clock: Clock, desk: Callable[[], Desk], planned: Callable[[], None]
) -> int:
    """One transaction per batch; between two batches everybody else gets a turn. Returns how many
    messages were queued."""
    messages = 0
    for step in (planning.plan_due, planning.ask_again):
        more = True
        while more:
            async with store.write() as tx:
                done = await step(tx, desk(), clock.now())
            messages += done.messages
            more = done.more
            if done.messages:
                planned()
            await asyncio.sleep(0)
    async with store.write() as tx:
        await downtime.note_alive(tx, clock.now())
    return messages
