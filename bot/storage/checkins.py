"""Rows of `checkins`: one mood check-in or symptom check each, its answers sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select, update

from bot.storage.schema import checkins
from bot.storage.store import Tx

# A word, not a parameter: the partial index is chosen before parameters are known.
_OPEN = checkins.c.state == literal_column("'open'")


# Kinds of rows; every other kind is a mood check-in.
SYMPTOMS = "symptoms"  # a symptom check
DIRECT = "direct"  # the direct question after a text of uncertain meaning
MOOD = "mood"


@dataclass(frozen=True, slots=True)
class Checkin:
    id: int
    patient_id: int
    kind: str
    state: str
    started_at: datetime
    touched_at: datetime
    finished_at: datetime | None
    local_date: date
    answers: dict[str, Any] | None
    tier: str | None


async def begin(
    tx: Tx, patient_id: int, kind: str, answers: dict[str, Any], day: date, now: datetime
) -> int:
    result = await tx.execute(
        checkins.insert()
        .values(
            patient_id=patient_id,
            kind=kind,
            state="open",
            started_at=now,
            touched_at=now,
            local_date=day,
            answers=answers,
        )
        .returning(checkins.c.id)
    )
    return int(result.scalar_one())


async def get(tx: Tx, checkin_id: int) -> Checkin | None:
    """Locked for this transaction, as is `open_one`: an answer and the clock that ends a check-in
    which was left must not overwrite each other, or a yes would be lost."""
    query = select(checkins).where(checkins.c.id == checkin_id).with_for_update()
    row = (await tx.execute(query)).mappings().one_or_none()
    return None if row is None else Checkin(**row)


async def open_one(tx: Tx, patient_id: int, *, about: str = MOOD) -> Checkin | None:
    """What of this kind the patient has begun and not finished."""
    query = (
        select(checkins)
        .where(checkins.c.patient_id == patient_id, checkins.c.state == "open", _about(about))
        .order_by(checkins.c.id.desc())
        .limit(1)
        .with_for_update()
    )
    row = (await tx.execute(query)).mappings().one_or_none()
    return None if row is None else Checkin(**row)


async def change(tx: Tx, checkin_id: int, values: Mapping[str, Any]) -> None:
    await tx.execute(update(checkins).where(checkins.c.id == checkin_id).values(**values))


async def history(tx: Tx, patient_id: int, limit: int = 60) -> list[Checkin]:
    """Ended mood check-ins, newest first."""
    query = (
        select(checkins)
        .where(checkins.c.patient_id == patient_id, checkins.c.state != "open", _about(MOOD))
        .order_by(checkins.c.started_at.desc())
        .limit(limit)
    )
    return [Checkin(**row) for row in (await tx.execute(query)).mappings()]


async def idle_since(tx: Tx, before: datetime, limit: int, *, about: str = MOOD) -> list[Checkin]:
    """Open ones that nobody has touched since `before`."""
    query = (
        select(checkins)
        .where(_OPEN, checkins.c.touched_at < before, _about(about))
        .order_by(checkins.c.touched_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Checkin(**row) for row in (await tx.execute(query)).mappings()]


def _about(kind: str) -> ColumnElement[bool]:
    if kind == MOOD:
        return checkins.c.kind.not_in([SYMPTOMS, DIRECT])
    return checkins.c.kind == kind
