"""Rows of `conversations`: what the bot is waiting for in a chat, kept across restarts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from bot.storage.patients import insert_for
from bot.storage.schema import conversations
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Conversation:
    """`flow` and `step` say where the patient is; `data` holds what she has entered so far."""

    flow: str
    step: str
    data: dict[str, Any] = field(default_factory=dict)


async def load(tx: Tx, patient_id: int) -> Conversation | None:
    row = (
        await tx.execute(
            select(conversations.c.flow, conversations.c.step, conversations.c.data).where(
                conversations.c.patient_id == patient_id
            )
        )
    ).one_or_none()
    return None if row is None else Conversation(row.flow, row.step, row.data)


async def save(tx: Tx, patient_id: int, conversation: Conversation, now: datetime) -> None:
    values = {
        "flow": conversation.flow,
        "step": conversation.step,
        "data": conversation.data,
        "updated_at": now,
    }
    await tx.execute(
        insert_for(tx)(conversations)
        .values(patient_id=patient_id, **values)
        .on_conflict_do_update(index_elements=["patient_id"], set_=values)
    )


async def end(tx: Tx, patient_id: int) -> None:
    await tx.execute(delete(conversations).where(conversations.c.patient_id == patient_id))
