"""The send budget's shared row, and what other replicas are sending (PostgreSQL).

The row is a fact. Whoever claims rows holds it until the claim is committed: so the replicas claim
one after the other, and each sees what the others have started.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, literal_column, select, true

from bot.domain.priority import Priority
from bot.storage import facts as all_facts
from bot.storage.patients import insert_for
from bot.storage.schema import facts, outbox
from bot.storage.store import Tx

NAME = "send_budget"


@dataclass(frozen=True, slots=True)
class Shared:
    """The record (None: nobody has written one), the database's time, and the chats in which
    another worker is sending, each with whether the message is interactive."""

    record: Any
    at: datetime
    elsewhere: frozenset[tuple[int, bool]]


async def lock(tx: Tx, worker: str) -> Shared:
    """Take the row; other claims wait until this transaction ends."""
    query = select(facts.c.value).where(facts.c.name == NAME).with_for_update()
    found = (await tx.execute(query)).one_or_none()
    if found is None:
        await tx.execute(
            insert_for(tx)(facts)
            .values(name=NAME, value={})
            .on_conflict_do_nothing(index_elements=["name"])
        )
        found = (await tx.execute(query)).one()
    # A statement of its own: its snapshot, and its time, are those after the wait.
    one = select(literal_column("1")).subquery()
    others = and_(outbox.c.state == literal_column("'leased'"), outbox.c.leased_by != worker)
    rows = (
        await tx.execute(
            select(func.clock_timestamp(), outbox.c.chat_id, outbox.c.priority).select_from(
                one.outerjoin(outbox, and_(true(), others))
            )
        )
    ).all()
    return Shared(
        found[0] or None,
        rows[0][0],
        frozenset(
            (chat, Priority(priority).interactive) for _, chat, priority in rows if chat is not None
        ),
    )


async def leased_by(tx: Tx, worker: str, row_ids: Collection[int]) -> set[int]:
    """Which of these rows this worker has leased: after a long silence another replica may have
    taken them back. They stay so until the transaction ends."""
    query = (
        select(outbox.c.id)
        .where(
            outbox.c.id.in_(list(row_ids)),
            outbox.c.state == literal_column("'leased'"),
            outbox.c.leased_by == worker,
        )
        .with_for_update()
    )
    return set((await tx.execute(query)).scalars())


async def write(tx: Tx, record: Any) -> None:
    """Store the record; only while the row is held."""
    await all_facts.write(tx, NAME, record)
