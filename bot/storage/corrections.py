"""Rows of `corrections`: what a patient said afterwards about an earlier day, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.domain.occurrence import OccurrenceState
from bot.storage.schema import corrections
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Correction:
    """`was` is None when the day had no record before."""

    occurrence_id: int
    was: OccurrenceState | None
    was_reason: str | None
    became: OccurrenceState
    became_reason: str | None
    recorded_at: datetime


async def add(tx: Tx, patient_id: int, correction: Correction) -> None:
    await tx.execute(
        corrections.insert().values(
            patient_id=patient_id,
            occurrence_id=correction.occurrence_id,
            was=correction.was,
            was_reason=correction.was_reason,
            became=correction.became,
            became_reason=correction.became_reason,
            recorded_at=correction.recorded_at,
        )
    )


async def of_patient(tx: Tx, patient_id: int) -> list[Correction]:
    """In the order in which they were recorded."""
    query = (
        select(
            corrections.c.occurrence_id,
            corrections.c.was,
            corrections.c.was_reason,
            corrections.c.became,
            corrections.c.became_reason,
            corrections.c.recorded_at,
        )
        .where(corrections.c.patient_id == patient_id)
        .order_by(corrections.c.id)
    )
    return [
        Correction(
            row[0],
            OccurrenceState(row[1]) if row[1] else None,
            row[2],
            OccurrenceState(row[3]),
            row[4],
            row[5],
        )
        for row in await tx.execute(query)
    ]
