"""Rows of `programme_choices`: which programme the patient says applies to her; sealed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from bot.storage.patients import insert_for
from bot.storage.schema import programme_choices
from bot.storage.store import Tx


async def load(tx: Tx, patient_id: int) -> dict[str, Any] | None:
    """The programme's id and version, and what she has said about herself for it."""
    query = select(programme_choices.c.choice).where(programme_choices.c.patient_id == patient_id)
    found: dict[str, Any] | None = (await tx.execute(query)).scalar_one_or_none()
    return found


async def save(tx: Tx, patient_id: int, choice: dict[str, Any], now: datetime) -> None:
    values = {"choice": choice, "chosen_at": now}
    await tx.execute(
        insert_for(tx)(programme_choices)
        .values(patient_id=patient_id, **values)
        .on_conflict_do_update(index_elements=["patient_id"], set_=values)
    )


async def remove(tx: Tx, patient_id: int) -> None:
    await tx.execute(delete(programme_choices).where(programme_choices.c.patient_id == patient_id))
