"""What has served its purpose: updates that had their effect, messages that were said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select

from bot.storage.schema import inbox, outbox
from bot.storage.store import Tx

# Telegram keeps an update for 24 hours and may deliver it again until then: its number is needed
# for so long, and a little longer for the sake of clocks.
HANDLED_HOURS = 72
# An update whose handling failed keeps its sealed payload for whoever mends the fault.
FAILED_DAYS = 30
# The words of a message are erased when it was said. The bare row tells what became of it.
SAID_DAYS = 35


async def handled_updates(
    tx: Tx, handled_before: datetime, failed_before: datetime, limit: int
) -> list[int]:
    """Numbers of updates that nobody needs any more. The newest of all stays: from it the receiver
    knows where to go on."""
    newest = select(func.max(inbox.c.update_id)).scalar_subquery()
    query = (
        select(inbox.c.update_id)
        .where(
            inbox.c.update_id < newest,
            or_(
                inbox.c.failed.is_(None) & (inbox.c.handled_at < handled_before),
                inbox.c.handled_at < failed_before,
            ),
        )
        .limit(limit)
    )
    return list((await tx.execute(query)).scalars())


async def said_messages(tx: Tx, before: datetime, limit: int) -> list[int]:
    """Ids of rows that ended long ago. What belongs to a case stays as long as the case."""
    query = (
        select(outbox.c.id)
        .where(outbox.c.settled_at < before, outbox.c.escalation_id.is_(None))
        .limit(limit)
    )
    return list((await tx.execute(query)).scalars())


async def forget_updates(tx: Tx, numbers: Sequence[int]) -> None:
    await _forget(tx, inbox.c.update_id, numbers)


async def forget_messages(tx: Tx, ids: Sequence[int]) -> None:
    await _forget(tx, outbox.c.id, ids)


async def _forget(tx: Tx, key: Any, values: Sequence[int]) -> None:
    await tx.execute(delete(key.table).where(key.in_(values)))
