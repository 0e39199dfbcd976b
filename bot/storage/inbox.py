"""Rows of `inbox`: updates kept before they are confirmed to Telegram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from bot.storage.patients import insert_for
from bot.storage.schema import inbox
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Kept:
    """An update on its way in. `lane` is the chat within which order must hold."""

    update_id: int
    lane: int
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    update_id: int
    lane: int
    payload: dict[str, Any]
    attempts: int
    received_at: datetime


async def keep(tx: Tx, updates: Sequence[Kept], now: datetime) -> None:
    """Store updates once: a second delivery of the same update is the same row."""
    if updates:
        rows = [
            {"update_id": u.update_id, "lane": u.lane, "payload": u.payload, "received_at": now}
            for u in updates
        ]
        await tx.execute(
            insert_for(tx)(inbox).on_conflict_do_nothing(index_elements=["update_id"]), rows
        )


async def lanes_waiting(
    tx: Tx, *, kept_before: datetime | None = None, limit: int | None = None
) -> list[int]:
    """Chats with updates that have no effect yet, all or those that have waited for some time."""
    query = select(inbox.c.lane).where(inbox.c.handled_at.is_(None)).distinct().limit(limit)
    if kept_before is not None:
        query = query.where(inbox.c.received_at <= kept_before)
    return list((await tx.execute(query)).scalars())


async def next_in_lane(tx: Tx, lane: int) -> Waiting | None:
    """The oldest update of a chat that has no effect yet."""
    row = (
        await tx.execute(
            select(
                inbox.c.update_id,
                inbox.c.lane,
                inbox.c.payload,
                inbox.c.attempts,
                inbox.c.received_at,
            )
            .where(inbox.c.handled_at.is_(None), inbox.c.lane == lane)
            .order_by(inbox.c.update_id)
            .limit(1)
        )
    ).one_or_none()
    return None if row is None else Waiting(*row)


async def take(tx: Tx, update_id: int) -> bool:
    """Handle this update, the oldest of its lane, in this transaction; False when another replica
    is at it or has done it.

    The lock is the claim: it ends with the transaction, so a process that dies leaves nothing to
    clean up, and one that is only believed dead cannot commit what another has done. On SQLite
    there is no other.
    """
    if tx.dialect.name == "sqlite":
        return True
    query = select(inbox.c.update_id).where(
        inbox.c.update_id == update_id, inbox.c.handled_at.is_(None)
    )
    return (await tx.execute(query.with_for_update(skip_locked=True))).first() is not None


async def mark_handled(tx: Tx, update_id: int, now: datetime) -> None:
    """The update has had its effect; its payload is erased in the same transaction."""
    await tx.execute(
        update(inbox).where(inbox.c.update_id == update_id).values(handled_at=now, payload=None)
    )


async def count_attempt(tx: Tx, update_id: int) -> None:
    await tx.execute(
        update(inbox).where(inbox.c.update_id == update_id).values(attempts=inbox.c.attempts + 1)
    )


async def give_up(tx: Tx, update_id: int, reason: str, now: datetime) -> None:
    """Handling failed for good. The payload stays, sealed, for whoever mends the fault."""
    await tx.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id)
        .values(handled_at=now, failed=reason[:64])
    )


async def count_open(tx: Tx) -> int:
    query = select(func.count()).select_from(inbox).where(inbox.c.handled_at.is_(None))
    return int((await tx.execute(query)).scalar_one())
