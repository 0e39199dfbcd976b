"""Rows of `broadcasts`, who gets one, and what became of each message."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update

from bot.domain.broadcast import KEY, Broadcast, BroadcastState, Progress
from bot.domain.patient import Patient, PatientState, Purpose
from bot.storage import patients
from bot.storage.schema import broadcasts, consents, escalations, outbox
from bot.storage.schema import patients as patients_table
from bot.storage.store import Tx

_B = broadcasts.c
_P = patients_table.c


async def draft(tx: Tx, clinic_id: int | None, chat_id: int, text: str, now: datetime) -> int:
    """Returns its number."""
    result = await tx.execute(
        broadcasts.insert()
        .values(
            clinic_id=clinic_id,
            chat_id=chat_id,
            text=text,
            state=BroadcastState.DRAFT,
            made_at=now,
            after_id=0,
        )
        .returning(_B.id)
    )
    return int(result.scalar_one())


async def get(tx: Tx, number: int) -> Broadcast | None:
    """Locked for this transaction: it is stopped and sent by different hands."""
    found = await _load(tx, select(broadcasts).where(_B.id == number).with_for_update())
    return found[0] if found else None


async def newest_of(tx: Tx, chat_id: int) -> Broadcast | None:
    """The newest that was not dropped, of this chat."""
    query = select(broadcasts).where(_B.chat_id == chat_id, _B.state != BroadcastState.DROPPED)
    found = await _load(tx, query.order_by(_B.id.desc()).limit(1))
    return found[0] if found else None


async def due(tx: Tx, now: datetime) -> list[Broadcast]:
    query = select(broadcasts).where(_B.next_at <= now).order_by(_B.next_at)
    return await _load(tx, query.with_for_update(skip_locked=True))


async def change(tx: Tx, number: int, values: Mapping[str, Any]) -> None:
    await tx.execute(update(broadcasts).where(_B.id == number).values(**values))


async def receivers(tx: Tx, clinic_id: int | None, after_id: int, limit: int) -> list[Patient]:
    """Who gets it, in the order of their numbers: has asked for news, can be reached, has no open
    case."""
    query = _receivers(_P.id, clinic_id).where(_P.id > after_id).order_by(_P.id).limit(limit)
    ids = list((await tx.execute(query)).scalars())
    found = await patients.by_ids(tx, ids)
    return [found[each] for each in ids if each in found]


async def count_receivers(tx: Tx, clinic_id: int | None) -> int:
    return int((await tx.execute(_receivers(func.count(_P.id), clinic_id))).scalar_one())


async def has_open_case(tx: Tx, patient_id: int) -> bool:
    query = select(escalations.c.id).where(
        escalations.c.patient_id == patient_id, escalations.c.closed_at.is_(None)
    )
    return (await tx.execute(query.limit(1))).first() is not None


async def progress(tx: Tx, number: int) -> Progress:
    query = (
        select(outbox.c.state, func.count())
        .where(outbox.c.key.startswith(f"{KEY}{number}:"))
        .group_by(outbox.c.state)
    )
    by_state = {row[0]: row[1] for row in await tx.execute(query)}
    return Progress(
        waiting=by_state.get("queued", 0) + by_state.get("leased", 0),
        sent=by_state.get("sent", 0),
        left_out=by_state.get("cancelled", 0),
        failed=by_state.get("failed", 0),
    )


async def cancel_rest(tx: Tx, number: int, now: datetime) -> None:
    """What waits for its turn does not leave any more."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.key.startswith(f"{KEY}{number}:"), outbox.c.state == "queued")
        .values(state="cancelled", reason="stopped", settled_at=now, payload=None)
    )


def _receivers(what: ColumnElement[Any], clinic_id: int | None) -> Select[Any]:
    asked = select(consents.c.patient_id).where(
        consents.c.purpose == Purpose.NEWS, consents.c.withdrawn_at.is_(None)
    )
    in_trouble = select(escalations.c.patient_id).where(escalations.c.closed_at.is_(None))
    hers = _P.clinic_id.is_(None) if clinic_id is None else _P.clinic_id == clinic_id
    return select(what).where(
        hers,
        _P.state == PatientState.ACTIVE,
        _P.delete_at.is_(None),
        _P.id.in_(asked),
        _P.id.not_in(in_trouble),
    )


async def _load(tx: Tx, query: Select[Any]) -> list[Broadcast]:
    return [
        Broadcast(
            id=row["id"],
            clinic_id=row["clinic_id"],
            chat_id=row["chat_id"],
            text=row["text"],
            state=BroadcastState(row["state"]),
            made_at=row["made_at"],
            confirmed_at=row["confirmed_at"],
            after_id=row["after_id"],
        )
        for row in (await tx.execute(query)).mappings()
    ]
