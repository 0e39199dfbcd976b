"""Rows of `clinics`, and which patients belong to one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, or_, select, update

from bot.domain.clinic import Clinic
from bot.storage.schema import clinics, patients
from bot.storage.store import Tx

_C = clinics.c


async def add(
    tx: Tx,
    *,
    name: str,
    phone: str | None,
    language: str | None,
    country: str | None,
    team_chat: int | None,
    backup_chat: int | None,
    link_hash: str,
    now: datetime,
) -> int:
    """Returns its number."""
    result = await tx.execute(
        clinics.insert()
        .values(
            name=name,
            phone=phone,
            language=language,
            country=country,
            team_chat_id=team_chat,
            team_backup_chat_id=backup_chat,
            link_hash=link_hash,
            added_at=now,
        )
        .returning(_C.id)
    )
    return int(result.scalar_one())


async def all_of_them(tx: Tx) -> list[Clinic]:
    return await _load(tx, _C.id.is_not(None))


async def get(tx: Tx, clinic_id: int) -> Clinic | None:
    found = await _load(tx, _C.id == clinic_id)
    return found[0] if found else None


async def by_ids(tx: Tx, ids: Iterable[int]) -> dict[int, Clinic]:
    """Those of them that are not revoked."""
    wanted = list(ids)
    if not wanted:
        return {}
    return {each.id: each for each in await _load(tx, _C.id.in_(wanted) & _C.revoked_at.is_(None))}


async def of_link(tx: Tx, link_hash: str) -> Clinic | None:
    """The clinic of a link that works."""
    found = await _load(tx, (_C.link_hash == link_hash) & _C.revoked_at.is_(None))
    return found[0] if found else None


async def of_chat(tx: Tx, chat_ids: Iterable[int]) -> list[Clinic]:
    """The clinics whose care team is in one of these chats."""
    wanted = list(chat_ids)
    return await _load(
        tx,
        or_(_C.team_chat_id.in_(wanted), _C.team_backup_chat_id.in_(wanted))
        & _C.revoked_at.is_(None),
    )


async def change(tx: Tx, clinic_id: int, values: dict[str, Any]) -> None:
    await tx.execute(update(clinics).where(_C.id == clinic_id).values(**values))


async def patients_by_clinic(tx: Tx) -> dict[int, int]:
    """How many patients each clinic has."""
    query = (
        select(patients.c.clinic_id, func.count())
        .where(patients.c.clinic_id.is_not(None))
        .group_by(patients.c.clinic_id)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def _load(tx: Tx, condition: Any) -> list[Clinic]:
    query = select(clinics).where(condition).order_by(_C.id)
    return [_clinic(row) for row in (await tx.execute(query)).mappings()]


def _clinic(row: RowMapping) -> Clinic:
    return Clinic(
        id=row["id"],
        name=row["name"],
        phone=row["phone"],
        language=row["language"],
        country=row["country"],
        team_chat=row["team_chat_id"],
        backup_chat=row["team_backup_chat_id"],
        added_at=row["added_at"],
        revoked_at=row["revoked_at"],
    )
