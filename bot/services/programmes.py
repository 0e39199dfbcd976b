"""Which pregnancy prevention programme applies: only if the patient says so, and nothing is
planned because of it. It shows the rules; the dates are the clinic's."""

from __future__ import annotations

from datetime import datetime

from bot.domain.patient import Patient
from bot.domain.programme import Programme
from bot.services.desk import Desk
from bot.storage import programme_choices
from bot.storage.store import Tx


async def chosen(tx: Tx, desk: Desk, patient: Patient) -> Programme | None:
    """The programme she has said applies to her."""
    choice = await programme_choices.load(tx, patient.id)
    return desk.programmes.get(str(choice["id"])) if choice else None


async def choose(
    tx: Tx, desk: Desk, patient: Patient, programme_id: str, now: datetime
) -> Programme | None:
    """It applies to her. None for one that is not there; nothing is changed then."""
    programme = desk.programmes.get(programme_id)
    if programme is not None:
        choice = {"id": programme.id, "version": programme.version}
        await programme_choices.save(tx, patient.id, choice, now)
    return programme


async def drop(tx: Tx, patient: Patient) -> None:
    """None applies, or she would rather not say: the choice is deleted."""
    await programme_choices.remove(tx, patient.id)
