"""Rows of `trusted_people`: at most one for a patient."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from bot.domain.trusted import Level, Tie
from bot.storage.patients import insert_for
from bot.storage.schema import trusted_people
from bot.storage.store import Tx

_T = trusted_people.c


async def of_patient(tx: Tx, patient_id: int) -> Tie | None:
    found = await _load(tx, _T.patient_id == patient_id)
    return found[0] if found else None


async def naming(tx: Tx, trusted_id: int) -> list[Tie]:
    """The ties in which this person is the one who was named, and agreed."""
    return await _load(tx, _T.trusted_id == trusted_id)


async def get(tx: Tx, tie_id: int) -> Tie | None:
    found = await _load(tx, _T.id == tie_id)
    return found[0] if found else None


async def of_link(tx: Tx, link_hash: str, now: datetime) -> Tie | None:
    """The tie of a link that may still be used."""
    found = await _load(tx, (_T.link_hash == link_hash) & (_T.link_expires_at > now))
    return found[0] if found else None


async def name(
    tx: Tx,
    patient_id: int,
    *,
    shown_name: str | None,
    level: Level,
    link_hash: str,
    link_expires_at: datetime,
    now: datetime,
) -> None:
    """Name somebody; whoever was named before, agreed or not, is so no more."""
    await tx.execute(delete(trusted_people).where(_T.patient_id == patient_id))
    await tx.execute(
        insert_for(tx)(trusted_people).values(
            patient_id=patient_id,
            shown_name=shown_name,
            level=level,
            link_hash=link_hash,
            link_expires_at=link_expires_at,
            named_at=now,
        )
    )


async def agree(
    tx: Tx, link_hash: str, trusted_id: int, now: datetime, next_line_at: datetime | None
) -> bool:
    """Use the link up. False when somebody else was faster, or it is too old."""
    result = await tx.execute(
        update(trusted_people)
        .where(_T.link_hash == link_hash, _T.link_expires_at > now)
        .values(
            trusted_id=trusted_id,
            agreed_at=now,
            link_hash=None,
            link_expires_at=None,
            next_line_at=next_line_at,
        )
    )
    return bool(result.rowcount)


async def change(tx: Tx, tie_id: int, values: dict[str, Any]) -> None:
    await tx.execute(update(trusted_people).where(_T.id == tie_id).values(**values))


async def lines_due(tx: Tx, now: datetime, limit: int) -> list[Tie]:
    """Ties of which somebody may be told a line now, those waiting longest first."""
    return await _load(tx, _T.next_line_at <= now, order=_T.next_line_at, limit=limit)


async def end(tx: Tx, tie_id: int) -> None:
    await tx.execute(delete(trusted_people).where(_T.id == tie_id))


async def _load(tx: Tx, condition: Any, order: Any = _T.id, limit: int | None = None) -> list[Tie]:
    query = (
        select(
            _T.id,
            _T.patient_id,
            _T.trusted_id,
            _T.shown_name,
            _T.link_expires_at,
            _T.named_at,
            _T.agreed_at,
            _T.level,
            _T.asked_level,
            _T.next_line_at,
        )
        .where(condition)
        .order_by(order)
        .limit(limit)
    )
    return [
        Tie(*row[:7], Level(row[7]), Level(row[8]) if row[8] else None, row[9])
        for row in await tx.execute(query)
    ]
