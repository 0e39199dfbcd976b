"""Rows of `notes`: what a patient wants to ask at her next visit, sealed, oldest first."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select

from bot.domain.note import Note
from bot.storage.patients import insert_for
from bot.storage.schema import notes
from bot.storage.store import Tx


async def of_patient(tx: Tx, patient_id: int) -> list[Note]:
    query = (
        select(notes.c.id, notes.c.text, notes.c.written_at)
        .where(notes.c.patient_id == patient_id)
        .order_by(notes.c.id)
    )
    return [Note(*row) for row in await tx.execute(query)]


async def count(tx: Tx, patient_id: int) -> int:
    query = select(func.count()).select_from(notes).where(notes.c.patient_id == patient_id)
    return int((await tx.execute(query)).scalar_one())


async def add(tx: Tx, patient_id: int, text: str, now: datetime) -> None:
    await tx.execute(insert_for(tx)(notes).values(patient_id=patient_id, text=text, written_at=now))


async def remove(tx: Tx, patient_id: int, note_id: int) -> bool:
    """False: there is no such note of hers (any more)."""
    result = await tx.execute(
        delete(notes).where(notes.c.id == note_id, notes.c.patient_id == patient_id)
    )
    return bool(result.rowcount)


async def remove_all(tx: Tx, patient_id: int) -> None:
    await tx.execute(delete(notes).where(notes.c.patient_id == patient_id))
