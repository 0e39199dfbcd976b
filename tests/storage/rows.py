"""Rows that many storage tests need first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select

from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient
from bot.domain.priority import SendClass
from bot.domain.routine import NextStep, Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.domain.tier import Tier
from bot.storage import escalations, patients, routines
from bot.storage.occurrences import NewOccurrence
from bot.storage.outbox import Owed
from bot.storage.schema import metadata
from bot.storage.store import Tx

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
TODAY = NOW.date()
MINUTE = timedelta(minutes=1)
CHAT = 4711


async def a_patient(tx: Tx, chat_id: int = CHAT) -> Patient:
    return await patients.meet(tx, chat_id, "en", NOW)


async def a_routine(
    tx: Tx,
    patient: Patient,
    kind: RoutineKind = RoutineKind.DOSE,
    *,
    due_at: datetime | None = NOW,
    enabled: bool = True,
) -> Routine:
    """A daily routine that is next due at `due_at`."""
    await routines.put(
        tx,
        patient.id,
        kind,
        rule="FREQ=DAILY",
        start_on=TODAY,
        local_times=[time(8)],
        enabled=enabled,
        following=Slot(due_at.date(), 0, due_at) if due_at else None,
    )
    routine = await routines.of_kind(tx, patient.id, kind)
    assert routine is not None
    return routine


def new_occurrence(routine: Routine, slot: int = 0, **changes: Any) -> NewOccurrence:
    values: dict[str, Any] = {
        "routine_id": routine.id,
        "patient_id": routine.patient_id,
        "kind": routine.kind,
        "local_date": TODAY,
        "slot": slot,
        "due_at": NOW,
        "routine_version": routine.version,
        "state": OccurrenceState.OPEN,
    }
    return NewOccurrence(**(values | changes))


def step(kind: Any, after: timedelta) -> NextStep:
    return NextStep(kind, NOW + after)


def owed(key: str, send_class: SendClass = SendClass.ROUTINE, **changes: Any) -> Owed:
    values: Mapping[str, Any] = {
        "key": key,
        "chat_id": CHAT,
        "send_class": send_class,
        "priority": send_class.priority,
        "not_before": NOW,
    }
    return Owed(**(dict(values) | changes))


async def a_case(tx: Tx, patient: Patient, source: str, **changes: Any) -> int | None:
    values: dict[str, Any] = {
        "patient_id": patient.id,
        "tier": Tier.CONTACT_NOW,
        "label": "mood",
        "whose": "own",
        "source": source,
        "reasons": ["phq9.9"],
        "holds_dose": True,
        "now": NOW,
        "team_next_at": None,
    }
    return await escalations.record(tx, **(values | changes))


async def rows_in(tx: Tx, table: str) -> int:
    query = select(func.count()).select_from(metadata.tables[table])
    return int((await tx.execute(query)).scalar_one())
