"""Rows of `patients` and `consents`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from sqlalchemy import RowMapping, and_, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.clinic import Clinic
from bot.domain.patient import CONSENT_VERSION, Patient, PatientState, Purpose
from bot.domain.priority import SendClass
from bot.storage import clinics
from bot.storage.schema import consents, inbox, outbox, patients
from bot.storage.store import Tx


def insert_for(tx: Tx) -> Any:
    """The dialect's `insert`, which knows ON CONFLICT."""
    return sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert


async def of_chat(tx: Tx, chat_id: int) -> Patient | None:
    found = await _load(tx, patients.c.chat_id == chat_id)
    return found[0] if found else None


async def by_id(tx: Tx, patient_id: int) -> Patient | None:
    found = await _load(tx, patients.c.id == patient_id)
    return found[0] if found else None


async def by_ids(tx: Tx, ids: Iterable[int]) -> dict[int, Patient]:
    wanted = list(set(ids))
    return {p.id: p for p in await _load(tx, patients.c.id.in_(wanted))} if wanted else {}


async def meet(tx: Tx, chat_id: int, language: str, now: datetime) -> Patient:
    """The patient of a chat; a stranger becomes a visitor. Safe when two meet at once."""
    if (known := await of_chat(tx, chat_id)) is not None:
        return known
    await tx.execute(
        insert_for(tx)(patients)
        .values(chat_id=chat_id, state=PatientState.VISITOR, language=language, created_at=now)
        .on_conflict_do_nothing(index_elements=["chat_id"])
    )
    patient = await of_chat(tx, chat_id)
    assert patient is not None
    return patient


async def of_clinic(tx: Tx, clinic_id: int) -> list[Patient]:
    return await _load(tx, patients.c.clinic_id == clinic_id)


async def lock(tx: Tx, patient_id: int) -> None:
    """Until this transaction ends, nobody else decides about this patient's cases. (SQLite has one
    writer anyway; rows that only point to the patient may be written meanwhile.)"""
    query = select(patients.c.id).where(patients.c.id == patient_id)
    await tx.execute(query.with_for_update(key_share=True))


async def change(tx: Tx, patient_id: int, values: Mapping[str, Any]) -> None:
    await tx.execute(update(patients).where(patients.c.id == patient_id).values(**values))


async def grant(tx: Tx, patient_id: int, purpose: Purpose, now: datetime) -> None:
    await withdraw(tx, patient_id, purpose, now)
    await tx.execute(
        consents.insert().values(
            patient_id=patient_id, purpose=purpose, version=CONSENT_VERSION, granted_at=now
        )
    )


async def withdraw(tx: Tx, patient_id: int, purpose: Purpose, now: datetime) -> None:
    await tx.execute(
        update(consents)
        .where(
            consents.c.patient_id == patient_id,
            consents.c.purpose == purpose,
            consents.c.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now)
    )


async def checkins_due(tx: Tx, now: datetime, limit: int) -> list[Patient]:
    """Patients whose mood check-in is due, earliest first."""
    here = patients.c.delete_at.is_(None) & patients.c.doubted_at.is_(None)
    due = (patients.c.next_checkin_at <= now) & here
    return await _load(tx, due, limit=limit)


async def to_delete(tx: Tx, now: datetime, given_up: datetime, limit: int) -> list[Patient]:
    """Patients who asked to be deleted, and whose time to think is over. Whoever is still owed the
    message of a case is told first, unless it could not be delivered since `given_up`."""
    owed = (
        select(outbox.c.id)
        .where(
            outbox.c.patient_id == patients.c.id,
            outbox.c.send_class == SendClass.ESCALATION,
            outbox.c.state.in_(["queued", "leased"]),
        )
        .exists()
    )
    due = and_(patients.c.delete_at <= now, or_(~owed, patients.c.delete_at <= given_up))
    return await _load(tx, due, limit=limit)


async def forget(tx: Tx, patient_id: int) -> None:
    """Delete the patient, by cascade every row that is hers, and what only her chat tells.

    Of updates that were handled the bare number stays, so that a second delivery has no effect.
    Those that wait are still to be handled, as a stranger's.
    """
    chat = select(patients.c.chat_id).where(patients.c.id == patient_id).scalar_subquery()
    await tx.execute(delete(outbox).where(outbox.c.chat_id == chat))
    await tx.execute(
        update(inbox)
        .where(inbox.c.lane == chat, inbox.c.handled_at.is_not(None))
        .values(lane=0, payload=None)
    )
    await tx.execute(delete(patients).where(patients.c.id == patient_id))


async def _load(tx: Tx, condition: Any, limit: int | None = None) -> list[Patient]:
    query = select(patients).where(condition).order_by(patients.c.id)
    if limit is not None:
        query = (
            select(patients)
            .where(condition)
            .order_by(patients.c.next_checkin_at)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
        )
    rows = (await tx.execute(query)).mappings().all()
    if not rows:
        return []
    granted: dict[int, set[Purpose]] = {}
    open_consents = select(consents.c.patient_id, consents.c.purpose).where(
        consents.c.patient_id.in_([row["id"] for row in rows]), consents.c.withdrawn_at.is_(None)
    )
    for patient_id, purpose in await tx.execute(open_consents):
        granted.setdefault(patient_id, set()).add(Purpose(purpose))
    sent_by = await clinics.by_ids(tx, {row["clinic_id"] for row in rows} - {None})
    return [
        _patient(row, frozenset(granted.get(row["id"], ())), sent_by.get(row["clinic_id"]))
        for row in rows
    ]


def _patient(row: RowMapping, granted: frozenset[Purpose], clinic: Clinic | None) -> Patient:
    return Patient(
        id=row["id"],
        chat_id=row["chat_id"],
        state=PatientState(row["state"]),
        language=row["language"],
        country=row["country"],
        time_zone=row["time_zone"],
        age_group=row["age_group"],
        name=row["name"],
        doctor=row["doctor"],
        quiet_start=time.fromisoformat(row["quiet_start"]),
        quiet_end=time.fromisoformat(row["quiet_end"]),
        paused_since=row["paused_since"],
        course_started_on=row["course_started_on"],
        next_checkin_at=row["next_checkin_at"],
        checkins_missed=row["checkins_missed"],
        consents=granted,
        course_ended_on=row["course_ended_on"],
        prescriber_knows_at=row["prescriber_knows_at"],
        checkin_invited_at=row["checkin_invited_at"],
        home_zone=row["home_zone"],
        discreet=row["discreet"],
        clinic=clinic,
        account_sign=row["account_sign"],
        heard_at=row["heard_at"],
        doubted_at=row["doubted_at"],
        delete_at=row["delete_at"],
    )
