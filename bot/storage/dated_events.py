"""Rows of `dated_events` and `event_outcomes`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select, update

from bot.domain.dated_event import DatedEvent, EventOutcome, EventState, Outcome
from bot.domain.routine_kind import RoutineKind
from bot.storage.schema import dated_events, event_outcomes
from bot.storage.store import Tx

_E = dated_events.c


async def of_patient(tx: Tx, patient_id: int, *, planned_only: bool = False) -> list[DatedEvent]:
    """By date, earliest first."""
    condition = _E.patient_id == patient_id
    if planned_only:
        condition &= _E.state == EventState.PLANNED
    return await _load(tx, condition)


async def get(tx: Tx, patient_id: int, event_id: int) -> DatedEvent | None:
    """The event, if it is this patient's: buttons can be forged."""
    found = await _load(tx, (_E.id == event_id) & (_E.patient_id == patient_id))
    return found[0] if found else None


async def add(
    tx: Tx,
    patient_id: int,
    kind: RoutineKind,
    on_date: date,
    now: datetime,
    *,
    at_time: time | None = None,
    repeats: str | None = None,
    note: str | None = None,
    source: str | None = None,
) -> DatedEvent:
    result = await tx.execute(
        dated_events.insert()
        .values(
            patient_id=patient_id,
            kind=kind,
            on_date=on_date,
            at_time=f"{at_time:%H:%M}" if at_time else None,
            repeats=repeats,
            note=note,
            state=EventState.PLANNED,
            source=source,
            created_at=now,
            changed_at=now,
        )
        .returning(_E.id)
    )
    event = await get(tx, patient_id, int(result.scalar_one()))
    assert event is not None
    return event


async def change(tx: Tx, event_id: int, values: Mapping[str, Any], now: datetime) -> None:
    """Other values of columns; `at_time` as "HH:MM"."""
    await tx.execute(update(dated_events).where(_E.id == event_id).values(**values, changed_at=now))


async def note_outcome(
    tx: Tx,
    event: DatedEvent,
    on_date: date,
    outcome: Outcome,
    now: datetime,
    *,
    moved_to: date | None = None,
) -> None:
    await tx.execute(
        event_outcomes.insert().values(
            patient_id=event.patient_id,
            event_id=event.id,
            on_date=on_date,
            outcome=outcome,
            moved_to=moved_to,
            recorded_at=now,
        )
    )


async def outcomes(tx: Tx, patient_id: int) -> list[EventOutcome]:
    """In the order in which they were recorded."""
    query = (
        select(
            event_outcomes.c.event_id,
            event_outcomes.c.on_date,
            event_outcomes.c.outcome,
            event_outcomes.c.moved_to,
            event_outcomes.c.recorded_at,
        )
        .where(event_outcomes.c.patient_id == patient_id)
        .order_by(event_outcomes.c.id)
    )
    return [
        EventOutcome(row[0], row[1], Outcome(row[2]), row[3], row[4])
        for row in await tx.execute(query)
    ]


async def _load(tx: Tx, condition: Any) -> list[DatedEvent]:
    query = (
        select(
            _E.id,
            _E.patient_id,
            _E.kind,
            _E.on_date,
            _E.at_time,
            _E.repeats,
            _E.note,
            _E.state,
            _E.source,
            _E.created_at,
            _E.changed_at,
        )
        .where(condition)
        .order_by(_E.on_date, _E.at_time, _E.id)
    )
    return [
        DatedEvent(
            row.id,
            row.patient_id,
            RoutineKind(row.kind),
            row.on_date,
            time.fromisoformat(row.at_time) if row.at_time else None,
            row.repeats,
            row.note,
            EventState(row.state),
            row.source,
            row.created_at,
            row.changed_at,
        )
        for row in await tx.execute(query)
    ]
