"""The sending side of `outbox`: which rows may leave, who has them, and how they ended.

`queued -> leased -> sent | cancelled(reason) | failed(reason)`. Only the dispatcher calls these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, literal_column, select, update

from bot.domain.priority import Priority, SendClass
from bot.storage.schema import leases, outbox
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Claimed:
    """A leased row. `uncertain` counts earlier sends of it whose fate is not known."""

    id: int
    key: str
    chat_id: int
    patient_id: int | None
    send_class: SendClass
    priority: Priority
    payload: dict[str, Any] | None
    escalation_id: int | None
    not_before: datetime
    expires_at: datetime | None
    attempts: int
    uncertain: int


# Words, not parameters: the partial indexes are chosen before parameters are known.
_QUEUED = outbox.c.state == literal_column("'queued'")
_LEASED = outbox.c.state == literal_column("'leased'")

_CLAIMED = (
    outbox.c.id,
    outbox.c.key,
    outbox.c.chat_id,
    outbox.c.patient_id,
    outbox.c.send_class,
    outbox.c.priority,
    outbox.c.payload,
    outbox.c.escalation_id,
    outbox.c.not_before,
    outbox.c.expires_at,
    outbox.c.attempts,
    outbox.c.uncertain,
)


async def is_due(tx: Tx, now: datetime) -> bool:
    """Whether anything at all may leave now.

    By priority, so that the index jumps over rows that wait for later instead of reading them.
    """
    query = (
        select(outbox.c.id)
        .where(_QUEUED, outbox.c.priority.in_(list(Priority)), outbox.c.not_before <= now)
        .limit(1)
    )
    return (await tx.execute(query)).first() is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A due row, before anybody has decided to send it."""

    id: int
    chat_id: int
    priority: Priority


async def candidates(
    tx: Tx, now: datetime, *, not_chats: Collection[int], limit: int
) -> list[Candidate]:
    """Due rows in the order in which they should leave. Locked, so that replicas do not meet."""
    query = (
        select(outbox.c.id, outbox.c.chat_id, outbox.c.priority)
        .where(_QUEUED, outbox.c.not_before <= now)
        .order_by(outbox.c.priority, outbox.c.not_before, outbox.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    if not_chats:
        query = query.where(outbox.c.chat_id.not_in(list(not_chats)))
    return [
        Candidate(row.id, row.chat_id, Priority(row.priority)) for row in await tx.execute(query)
    ]


async def lease(tx: Tx, ids: Sequence[int], worker: str, until: datetime) -> list[Claimed]:
    """Take these rows for sending; returned in the order of `ids`."""
    if not ids:
        return []
    statement = (
        update(outbox)
        .where(outbox.c.id.in_(ids))
        .values(
            state="leased", leased_until=until, leased_by=worker, attempts=outbox.c.attempts + 1
        )
        .returning(*_CLAIMED)
    )
    found = {row.id: _claimed(row, tried=row.attempts - 1) for row in await tx.execute(statement)}
    return [found[row_id] for row_id in ids]


@dataclass(frozen=True, slots=True)
class Settled:
    """How a leased row ended. `state` is sent, cancelled, failed or queued (try again)."""

    id: int
    state: str
    reason: str | None = None
    message_id: int | None = None
    not_before: datetime | None = None
    uncertain: bool = False
    chat_id: int | None = None  # set when the chat has moved: the row follows it


async def settle(tx: Tx, results: Iterable[Settled], now: datetime) -> None:
    """Store outcomes. A row that is finished loses its payload: it has been said."""
    done, again = [], []
    for result in results:
        if result.chat_id is not None:
            moved = update(outbox).where(outbox.c.id == result.id)
            await tx.execute(moved.values(chat_id=result.chat_id))
        if result.state == "queued":
            again.append(
                {
                    "row": result.id,
                    "reason_": result.reason,
                    "not_before_": result.not_before,
                    "more": int(result.uncertain),
                }
            )
        else:
            done.append(
                {
                    "row": result.id,
                    "state_": result.state,
                    "reason_": result.reason,
                    "message": result.message_id,
                    "more": int(result.uncertain),
                }
            )
    if done:
        await tx.execute(
            update(outbox)
            .where(outbox.c.id == bindparam("row"))
            .values(
                state=bindparam("state_"),
                reason=bindparam("reason_"),
                message_id=bindparam("message"),
                uncertain=outbox.c.uncertain + bindparam("more"),
                settled_at=now,
                payload=None,
                leased_until=None,
                leased_by=None,
            ),
            done,
        )
    if again:
        await tx.execute(
            update(outbox)
            .where(outbox.c.id == bindparam("row"))
            .values(
                state="queued",
                reason=bindparam("reason_"),
                not_before=bindparam("not_before_"),
                uncertain=outbox.c.uncertain + bindparam("more"),
                leased_until=None,
                leased_by=None,
            ),
            again,
        )


async def bring_forward(tx: Tx, ids: Collection[int], now: datetime) -> None:
    """What these rows were waiting for is there: they may leave at once."""
    if ids:
        waiting = update(outbox).where(_QUEUED, outbox.c.id.in_(list(ids)))
        await tx.execute(waiting.where(outbox.c.not_before > now).values(not_before=now))


async def abandoned(
    tx: Tx, now: datetime, *, own_rows: Collection[int], everything: bool, worker: str = ""
) -> list[Claimed]:
    """Leased rows that nobody is sending: the lease expired and no other replica of that name is on
    record (it may wait for the database to store an outcome), or (`everything`, at start on SQLite,
    where no other process can be alive) any lease at all. `own_rows` are being sent by `worker`;
    others of its name are those of a claim whose commit was never confirmed."""
    query = select(*_CLAIMED).where(_LEASED).with_for_update(skip_locked=True)
    if not everything:
        known = select(leases.c.holder).where(leases.c.name.not_in(["poller", f"replica {worker}"]))
        query = query.where(outbox.c.leased_until < now, outbox.c.leased_by.not_in(known))
    return [
        _claimed(row, tried=row.attempts)
        for row in await tx.execute(query)
        if row.id not in own_rows
    ]


def _claimed(row: Any, *, tried: int) -> Claimed:
    return Claimed(
        id=row.id,
        key=row.key,
        chat_id=row.chat_id,
        patient_id=row.patient_id,
        send_class=SendClass(row.send_class),
        priority=Priority(row.priority),
        payload=row.payload,
        escalation_id=row.escalation_id,
        not_before=row.not_before,
        expires_at=row.expires_at,
        attempts=tried,
        uncertain=row.uncertain,
    )
