"""Rows of `escalations` and their events. Only `services/escalations.py` records one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, func, select, update

from bot.domain.escalation import Escalation
from bot.domain.tier import Tier
from bot.storage.patients import insert_for
from bot.storage.schema import escalation_events, escalations
from bot.storage.store import Tx


async def record(
    tx: Tx,
    *,
    patient_id: int,
    tier: Tier,
    label: str,
    whose: str,
    source: str,
    reasons: list[str],
    holds_dose: bool,
    now: datetime,
    team_next_at: datetime | None = None,
) -> int | None:
    """Returns the case number, or None when this source has raised its case already."""
    result = await tx.execute(
        insert_for(tx)(escalations)
        .values(
            patient_id=patient_id,
            tier=tier.code,
            label=label,
            whose=whose,
            source=source,
            reasons=reasons,
            state="raised",
            raised_at=now,
            holds_dose=holds_dose,
            team_next_at=team_next_at,
        )
        .on_conflict_do_nothing(index_elements=["source"])
        .returning(escalations.c.id)
    )
    return result.scalar_one_or_none()


async def get(tx: Tx, escalation_id: int) -> Escalation | None:
    found = await _load(tx, escalations.c.id == escalation_id)
    return found[0] if found else None


async def open_of(tx: Tx, patient_id: int) -> list[Escalation]:
    """Cases that are not closed, newest first."""
    return await _load(
        tx, (escalations.c.patient_id == patient_id) & escalations.c.closed_at.is_(None)
    )


async def holding(tx: Tx, patient_ids: list[int]) -> set[int]:
    """Those of the patients whose dose is held by any case."""
    if not patient_ids:
        return set()
    query = select(escalations.c.patient_id).where(
        escalations.c.patient_id.in_(patient_ids),
        escalations.c.holds_dose,
        escalations.c.hold_released_at.is_(None),
    )
    return set((await tx.execute(query)).scalars())


async def in_trouble(tx: Tx, patient_ids: list[int]) -> set[int]:
    """Those of the patients who have an open case about themselves."""
    if not patient_ids:
        return set()
    query = select(escalations.c.patient_id).where(
        escalations.c.patient_id.in_(patient_ids),
        escalations.c.whose == "self",
        escalations.c.closed_at.is_(None),
    )
    return set((await tx.execute(query)).scalars())


async def held_cases(tx: Tx, patient_id: int) -> list[Escalation]:
    return await _load(
        tx,
        (escalations.c.patient_id == patient_id)
        & escalations.c.holds_dose
        & escalations.c.hold_released_at.is_(None),
    )


async def all_of(tx: Tx, patient_id: int) -> list[Escalation]:
    return await _load(tx, escalations.c.patient_id == patient_id)


async def all_open(tx: Tx, limit: int) -> list[Escalation]:
    return (await _load(tx, escalations.c.closed_at.is_(None)))[:limit]


async def by_ids(tx: Tx, ids: Collection[int]) -> dict[int, Escalation]:
    found = await _load(tx, escalations.c.id.in_(list(ids))) if ids else []
    return {case.id: case for case in found}


async def team_due(tx: Tx, now: datetime, limit: int) -> list[Escalation]:
    """Cases that the care team has to be reminded of, those waiting longest first."""
    query = (
        select(escalations)
        .where(escalations.c.team_next_at <= now)
        .order_by(escalations.c.team_next_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return _escalations(await tx.execute(query))


async def change(tx: Tx, escalation_id: int, values: Mapping[str, Any]) -> None:
    await tx.execute(update(escalations).where(escalations.c.id == escalation_id).values(**values))


async def note(tx: Tx, escalation_id: int, what: str, now: datetime) -> None:
    """One line in the life of a case."""
    await tx.execute(
        escalation_events.insert().values(escalation_id=escalation_id, at=now, what=what)
    )


async def events(tx: Tx, escalation_id: int) -> list[tuple[datetime, str]]:
    query = (
        select(escalation_events.c.at, escalation_events.c.what)
        .where(escalation_events.c.escalation_id == escalation_id)
        .order_by(escalation_events.c.id)
    )
    return [(at, what) for at, what in await tx.execute(query)]


async def count_open(tx: Tx) -> int:
    query = select(func.count()).where(escalations.c.closed_at.is_(None))
    return int((await tx.execute(query)).scalar_one())


async def _load(tx: Tx, condition: Any) -> list[Escalation]:
    query = select(escalations).where(condition).order_by(escalations.c.id.desc())
    return _escalations(await tx.execute(query))


def _escalations(result: CursorResult[Any]) -> list[Escalation]:
    return [
        Escalation(**(dict(row) | {"tier": Tier.from_code(row["tier"])}))
        for row in result.mappings()
    ]
