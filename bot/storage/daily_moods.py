"""Rows of `daily_moods`: one word for a day, sealed; a second tap on the same day replaces it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from bot.storage.patients import insert_for
from bot.storage.schema import daily_moods
from bot.storage.store import Tx


async def put(tx: Tx, patient_id: int, day: date, mood: str) -> None:
    await tx.execute(
        insert_for(tx)(daily_moods)
        .values(patient_id=patient_id, local_date=day, mood=mood)
        .on_conflict_do_update(index_elements=["patient_id", "local_date"], set_={"mood": mood})
    )


async def since(tx: Tx, patient_id: int, first: date) -> list[tuple[date, str]]:
    """Local dates and words from `first` on, oldest first."""
    query = (
        select(daily_moods.c.local_date, daily_moods.c.mood)
        .where(daily_moods.c.patient_id == patient_id, daily_moods.c.local_date >= first)
        .order_by(daily_moods.c.local_date)
    )
    return [(day, mood) for day, mood in await tx.execute(query)]
