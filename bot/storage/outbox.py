"""Rows of `outbox`: everything we owe somebody. How they leave: `bot.storage.sending`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, literal_column, select, update

from bot.domain.priority import Priority, SendClass
from bot.domain.routine import Occurrence
from bot.storage.occurrences import COLUMNS, occurrence_from
from bot.storage.patients import insert_for
from bot.storage.schema import occurrences, outbox, outbox_items, routines
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Owed:
    """A message to be queued. `key` makes it unique: the same key is never queued twice."""

    key: str
    chat_id: int
    send_class: SendClass
    priority: Priority
    not_before: datetime
    patient_id: int | None = None
    payload: dict[str, Any] | None = None
    escalation_id: int | None = None
    expires_at: datetime | None = None
    items: tuple[int, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Asked:
    """An occurrence that a row asks about. `version`: the routine's of now; None: switched off."""

    occurrence: Occurrence
    version: int | None


# Words, not a parameter: the partial index is chosen before parameters are known.
_QUEUED = outbox.c.state == literal_column("'queued'")


async def enqueue(tx: Tx, owed: Sequence[Owed], now: datetime) -> None:
    """Queue messages; a key that is there already is left as it is."""
    if not owed:
        return
    statement = (
        insert_for(tx)(outbox)
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(outbox.c.key, outbox.c.id)
    )
    rows = [
        {
            "key": each.key,
            "chat_id": each.chat_id,
            "patient_id": each.patient_id,
            "send_class": each.send_class,
            "priority": int(each.priority),
            "payload": each.payload,
            "escalation_id": each.escalation_id,
            "not_before": each.not_before,
            "expires_at": each.expires_at,
            "state": "queued",
            "created_at": now,
        }
        for each in owed
    ]
    queued = await tx.execute(statement, rows)
    items = {each.key: each.items for each in owed}
    links = [
        {"outbox_id": outbox_id, "occurrence_id": occurrence_id}
        for key, outbox_id in queued
        for occurrence_id in items[key]
    ]
    if links:
        await tx.execute(outbox_items.insert(), links)


async def cancel_for_patient(
    tx: Tx, patient_id: int, reason: str, now: datetime, classes: Collection[SendClass]
) -> int:
    """Cancel what is still queued for a patient in these classes; returns how many."""
    result = await tx.execute(
        update(outbox)
        .where(
            outbox.c.patient_id == patient_id,
            _QUEUED,
            outbox.c.send_class.in_(list(classes)),
        )
        .values(state="cancelled", reason=reason, settled_at=now, payload=None)
    )
    return int(result.rowcount)


async def cancel_keys(tx: Tx, prefix: str, reason: str, now: datetime) -> int:
    """Cancel what is still queued under keys that begin like this; returns how many."""
    result = await tx.execute(
        update(outbox)
        .where(outbox.c.key.startswith(prefix, autoescape=True), _QUEUED)
        .values(state="cancelled", reason=reason, settled_at=now, payload=None)
    )
    return int(result.rowcount)


async def hasten(tx: Tx, chat_id: int, send_class: SendClass, now: datetime) -> None:
    """The chat can be reached again: what is owed in this class may leave at once."""
    await tx.execute(
        update(outbox)
        .where(
            _QUEUED,
            outbox.c.priority == send_class.priority,  # so that no backlog has to be read
            outbox.c.chat_id == chat_id,
            outbox.c.send_class == send_class,
        )
        .values(not_before=now)
    )


async def asked_together(tx: Tx, occurrence_id: int) -> list[int]:
    """Occurrences that the newest reminder for this one asked about."""
    newest = (
        select(func.max(outbox_items.c.outbox_id))
        .where(outbox_items.c.occurrence_id == occurrence_id)
        .scalar_subquery()
    )
    rows = await tx.execute(
        select(outbox_items.c.occurrence_id).where(outbox_items.c.outbox_id == newest)
    )
    return list(rows.scalars())


async def items_of(tx: Tx, outbox_ids: Collection[int]) -> dict[int, list[Asked]]:
    """By outbox row, the occurrences it asks about, with what their routines are now."""
    found: dict[int, list[Asked]] = {}
    if outbox_ids:
        query = (
            select(outbox_items.c.outbox_id, routines.c.version, routines.c.enabled, *COLUMNS)
            .select_from(
                outbox_items.join(
                    occurrences, occurrences.c.id == outbox_items.c.occurrence_id
                ).join(routines, routines.c.id == occurrences.c.routine_id)
            )
            .where(outbox_items.c.outbox_id.in_(list(outbox_ids)))
            .order_by(outbox_items.c.occurrence_id)
        )
        for outbox_id, version, enabled, *rest in await tx.execute(query):
            asked = Asked(occurrence_from(*rest), version if enabled else None)
            found.setdefault(outbox_id, []).append(asked)
    return found


async def counts(tx: Tx) -> dict[str, int]:
    """How many rows are in each state, by `state`."""
    rows = await tx.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))
    return {row[0]: row[1] for row in rows}


async def has(tx: Tx, key: str) -> bool:
    """Whether a message with this key was ever queued."""
    return (await tx.execute(select(outbox.c.id).where(outbox.c.key == key))).first() is not None
