"""How the installation is: counts and ages, from a few indexed queries. Never a text or a name.

Everything here reads open rows only, so that it costs the same after a year as on the first day.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, literal_column, select

from bot.domain.priority import Priority, SendClass
from bot.storage.schema import escalations, inbox, leases, occurrences, outbox, outbox_items
from bot.storage.store import Tx

# Words, not parameters: the partial indexes are chosen before parameters are known.
_QUEUED = outbox.c.state == literal_column("'queued'")
_LEASED = outbox.c.state == literal_column("'leased'")


@dataclass(frozen=True, slots=True)
class Queue:
    """Rows of one priority. `due` of the `waiting` may leave now; `oldest_due_at` is the first."""

    waiting: int
    due: int
    oldest_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Urgent messages that Telegram has not taken yet: of one class, with the last try's reason
    (None: not tried yet), and when the oldest of them was owed."""

    send_class: SendClass
    reason: str | None
    count: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Cases:
    """Open cases of one tier; `unacknowledged` by the patient and by the care team."""

    open: int
    unacknowledged: int


@dataclass(frozen=True, slots=True)
class Vitals:
    """`replicas` is 0 on SQLite, where nobody is on record."""

    queues: dict[Priority, Queue]
    undelivered: tuple[Undelivered, ...]
    cases: dict[str, Cases]
    inbox_open: int
    inbox_oldest_at: datetime | None
    replicas: int


async def measure(tx: Tx, now: datetime) -> Vitals:
    """All of it, in one read transaction."""
    inbox_open, inbox_oldest_at = (
        await tx.execute(
            select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.handled_at.is_(None))
        )
    ).one()
    alive = select(func.count()).where(leases.c.name.startswith("replica "))
    return Vitals(
        queues=await _queues(tx, now),
        undelivered=tuple(await undelivered(tx)),
        cases=await _cases(tx),
        inbox_open=inbox_open,
        inbox_oldest_at=inbox_oldest_at,
        replicas=(await tx.execute(alive)).scalar_one(),
    )


async def answers(tx: Tx) -> None:
    """The smallest question. Raises whatever keeps the database from answering."""
    await tx.execute(select(1))


async def undelivered(tx: Tx, *, owed_before: datetime | None = None) -> list[Undelivered]:
    """Escalations and alerts to the care team that wait, all or those owed for some time."""
    found: dict[tuple[str, str | None], Undelivered] = {}
    for state in (_QUEUED, _LEASED):  # one by one: an `or` would read the whole table
        query = (
            select(
                outbox.c.send_class, outbox.c.reason, func.count(), func.min(outbox.c.created_at)
            )
            .where(state, outbox.c.priority == int(Priority.ESCALATION))
            .group_by(outbox.c.send_class, outbox.c.reason)
        )
        if owed_before is not None:
            query = query.where(outbox.c.created_at <= owed_before)
        for send_class, reason, count, since in await tx.execute(query):
            known = found.get((send_class, reason))
            if known is not None:
                count, since = count + known.count, min(since, known.since)
            found[send_class, reason] = Undelivered(SendClass(send_class), reason, count, since)
    return [found[each] for each in sorted(found, key=lambda each: (each[0], each[1] or ""))]


async def first_due(tx: Tx, outbox_ids: Collection[int]) -> dict[int, datetime]:
    """By outbox row, when the earliest of its reminders was due. Rows that ask again are not in
    it: how late they are was decided by the patient."""
    if not outbox_ids:
        return {}
    query = (
        select(outbox_items.c.outbox_id, func.min(occurrences.c.due_at))
        .join(occurrences, occurrences.c.id == outbox_items.c.occurrence_id)
        .where(outbox_items.c.outbox_id.in_(list(outbox_ids)))
        .group_by(outbox_items.c.outbox_id)
        .having(func.max(occurrences.c.asked) <= 1)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def _queues(tx: Tx, now: datetime) -> dict[Priority, Queue]:
    is_due = outbox.c.not_before <= now
    query = (
        select(
            outbox.c.priority,
            func.count(),
            func.count(case((is_due, 1))),
            func.min(case((is_due, outbox.c.not_before))),
        )
        .where(_QUEUED)
        .group_by(outbox.c.priority)
    )
    found = {Priority(row[0]): Queue(*row[1:]) for row in await tx.execute(query)}
    return {each: found.get(each, Queue(0, 0, None)) for each in Priority}


async def _cases(tx: Tx) -> dict[str, Cases]:
    nobody = and_(escalations.c.acknowledged_at.is_(None), escalations.c.team_acked_at.is_(None))
    query = (
        select(escalations.c.tier, func.count(), func.count(case((nobody, 1))))
        .where(escalations.c.closed_at.is_(None))
        .group_by(escalations.c.tier)
    )
    return {tier: Cases(*counts) for tier, *counts in await tx.execute(query)}
