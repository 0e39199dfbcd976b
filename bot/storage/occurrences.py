"""Rows of `occurrences`. The database itself says "once per routine, local date and slot"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update

from bot.domain.occurrence import OccurrenceState
from bot.domain.routine import NextStep, Occurrence, StepKind
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.storage.columns import Instant
from bot.storage.patients import insert_for
from bot.storage.schema import occurrences
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class NewOccurrence:
    routine_id: int
    patient_id: int
    kind: RoutineKind
    local_date: date
    slot: int
    due_at: datetime
    routine_version: int
    state: OccurrenceState
    reason: str | None = None
    asked: int = 0
    next: NextStep | None = None


# In the order in which `occurrence_from` takes them: by place, since it runs for every reminder.
COLUMNS = (
    occurrences.c.id,
    occurrences.c.routine_id,
    occurrences.c.patient_id,
    occurrences.c.kind,
    occurrences.c.local_date,
    occurrences.c.slot,
    occurrences.c.due_at,
    occurrences.c.routine_version,
    occurrences.c.state,
    occurrences.c.reason,
    occurrences.c.asked,
    occurrences.c.next_step,
    occurrences.c.next_step_at,
    occurrences.c.settled_at,
)
_KINDS = {str(each): each for each in RoutineKind}
_STATES = {str(each): each for each in OccurrenceState}


async def open_all(tx: Tx, new: Sequence[NewOccurrence]) -> list[Occurrence]:
    """Insert; one that exists already (same routine, date and slot) is left out of the answer."""
    if not new:
        return []
    statement = (
        insert_for(tx)(occurrences)
        .on_conflict_do_nothing(index_elements=["routine_id", "local_date", "slot"])
        .returning(
            occurrences.c.id,
            occurrences.c.routine_id,
            occurrences.c.local_date,
            occurrences.c.slot,
        )
    )
    # Rows as a list of parameters: sent in portions that fit the database's limit of variables,
    # by a statement that is compiled once.
    inserted = await tx.execute(statement, [_values(each) for each in new])
    by_name = {(each.routine_id, each.local_date, each.slot): each for each in new}
    return [_opened(row[0], by_name[row[1], row[2], row[3]]) for row in inserted]


async def by_ids(tx: Tx, ids: Collection[int]) -> dict[int, Occurrence]:
    if not ids:
        return {}
    query = select(*COLUMNS).where(occurrences.c.id.in_(list(ids)))
    return {each.id: each for each in await _read(tx, query)}


async def of_day(tx: Tx, patient_id: int, day: date) -> list[Occurrence]:
    return await between(tx, patient_id, day, day)


async def between(tx: Tx, patient_id: int, first: date, last: date) -> list[Occurrence]:
    query = (
        select(*COLUMNS)
        .where(
            occurrences.c.patient_id == patient_id,
            occurrences.c.local_date >= first,
            occurrences.c.local_date <= last,
        )
        .order_by(occurrences.c.due_at, occurrences.c.id)
    )
    return await _read(tx, query)


async def of_kind_since(
    tx: Tx, patient_id: int, kind: RoutineKind, first: date
) -> list[Occurrence]:
    """One kind alone: a year of sunscreen is thousands of rows."""
    query = (
        select(*COLUMNS)
        .where(
            occurrences.c.patient_id == patient_id,
            occurrences.c.local_date >= first,
            occurrences.c.kind == kind,
        )
        .order_by(occurrences.c.due_at, occurrences.c.id)
    )
    return await _read(tx, query)


async def newest(tx: Tx, routine_id: int) -> Slot | None:
    """The newest slot of a routine that has become due, with the instant of the last one that was
    asked about: a slot that only a change of clocks has passed keeps no distance to the next."""
    asked = (
        select(func.max(occurrences.c.due_at))
        .where(occurrences.c.routine_id == routine_id, occurrences.c.asked > 0)
        .scalar_subquery()
    )
    query = (
        select(
            occurrences.c.local_date,
            occurrences.c.slot,
            func.coalesce(asked, occurrences.c.due_at, type_=Instant()),
        )
        .where(occurrences.c.routine_id == routine_id)
        .order_by(occurrences.c.local_date.desc(), occurrences.c.slot.desc())
        .limit(1)
    )
    row = (await tx.execute(query)).one_or_none()
    return None if row is None else Slot(*row)


async def steps_due(tx: Tx, now: datetime, limit: int) -> list[Occurrence]:
    """Open occurrences whose next step is due, those waiting longest first."""
    query = (
        select(*COLUMNS)
        .where(occurrences.c.next_step_at <= now)
        .order_by(occurrences.c.next_step_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return await _read(tx, query)


async def set_steps(tx: Tx, steps: Sequence[tuple[int, int, NextStep]]) -> None:
    """(id, questions so far, next step) of occurrences that have just been asked."""
    if steps:
        await tx.execute(
            update(occurrences)
            .where(occurrences.c.id == bindparam("row"))
            .values(
                asked=bindparam("so_far"),
                next_step=bindparam("step"),
                next_step_at=bindparam("at"),
            ),
            [
                {"row": row, "so_far": asked, "step": step.kind, "at": step.at}
                for row, asked, step in steps
            ],
        )


async def settle(
    tx: Tx, ids: Collection[int], state: OccurrenceState, now: datetime, reason: str | None = None
) -> None:
    """End occurrences; nothing more is asked about them."""
    if ids:
        await tx.execute(
            update(occurrences)
            .where(occurrences.c.id.in_(list(ids)))
            .values(state=state, reason=reason, settled_at=now, next_step=None, next_step_at=None)
        )


async def reopen(tx: Tx, occurrence_id: int, step: NextStep) -> None:
    """Take an answer back, or put a question off, until `step`."""
    await tx.execute(
        update(occurrences)
        .where(occurrences.c.id == occurrence_id)
        .values(
            state=OccurrenceState.OPEN,
            reason=None,
            settled_at=None,
            next_step=step.kind,
            next_step_at=step.at,
        )
    )


async def close_open(
    tx: Tx,
    patient_id: int,
    state: OccurrenceState,
    reason: str,
    now: datetime,
    *,
    kind: RoutineKind | None = None,
    routine_id: int | None = None,
) -> None:
    """End everything that is still open for a patient, or only of one kind or one routine."""
    statement = update(occurrences).where(
        occurrences.c.patient_id == patient_id, occurrences.c.state == OccurrenceState.OPEN
    )
    only = ((occurrences.c.kind, kind), (occurrences.c.routine_id, routine_id))
    statement = statement.where(*(column == value for column, value in only if value is not None))
    await tx.execute(
        statement.values(
            state=state, reason=reason, settled_at=now, next_step=None, next_step_at=None
        )
    )


async def missed_since(tx: Tx, since: datetime) -> dict[int, int]:
    """How many reminders each patient missed through the service's fault, due after `since`."""
    query = (
        select(occurrences.c.patient_id, func.count())
        .where(
            occurrences.c.state == OccurrenceState.MISSED_BY_SERVICE,
            occurrences.c.due_at > since,
        )
        .group_by(occurrences.c.patient_id)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def count_states(
    tx: Tx, patient_id: int, kind: RoutineKind, since: date
) -> dict[OccurrenceState, int]:
    query = (
        select(occurrences.c.state, func.count())
        .where(
            occurrences.c.patient_id == patient_id,
            occurrences.c.kind == kind,
            occurrences.c.local_date >= since,
        )
        .group_by(occurrences.c.state)
    )
    return {OccurrenceState(state): count for state, count in await tx.execute(query)}


def _values(new: NewOccurrence) -> dict[str, Any]:
    return {
        "routine_id": new.routine_id,
        "patient_id": new.patient_id,
        "kind": new.kind,
        "local_date": new.local_date,
        "slot": new.slot,
        "due_at": new.due_at,
        "routine_version": new.routine_version,
        "state": new.state,
        "reason": new.reason,
        "asked": new.asked,
        "next_step": new.next.kind if new.next else None,
        "next_step_at": new.next.at if new.next else None,
    }


def _opened(occurrence_id: int, new: NewOccurrence) -> Occurrence:
    return Occurrence(
        id=occurrence_id,
        routine_id=new.routine_id,
        patient_id=new.patient_id,
        kind=new.kind,
        local_date=new.local_date,
        slot=new.slot,
        due_at=new.due_at,
        routine_version=new.routine_version,
        state=new.state,
        reason=new.reason,
        asked=new.asked,
        next=new.next,
        settled_at=None,
    )


async def _read(tx: Tx, query: Select[Any]) -> list[Occurrence]:
    rows: Sequence[Any] = (await tx.execute(query)).all()
    return [occurrence_from(*row) for row in rows]


def occurrence_from(
    occurrence_id: int,
    routine_id: int,
    patient_id: int,
    kind: str,
    local_date: date,
    slot: int,
    due_at: datetime,
    routine_version: int,
    state: str,
    reason: str | None,
    asked: int,
    step: str | None,
    step_at: datetime | None,
    settled_at: datetime | None,
) -> Occurrence:
    """A row of `COLUMNS`."""
    return Occurrence(
        occurrence_id,
        routine_id,
        patient_id,
        _KINDS[kind],
        local_date,
        slot,
        due_at,
        routine_version,
        _STATES[state],
        reason,
        asked,
        NextStep(StepKind(step), step_at) if step is not None and step_at is not None else None,
        settled_at,
    )
