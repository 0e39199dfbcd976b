"""Rows of `routines`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select, update

from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.storage.patients import insert_for
from bot.storage.schema import patients as people
from bot.storage.schema import routines
from bot.storage.store import Tx


async def of_patient(tx: Tx, patient_id: int) -> list[Routine]:
    query = select(routines).where(routines.c.patient_id == patient_id).order_by(routines.c.id)
    return [_routine(row) for row in (await tx.execute(query)).mappings()]


async def of_kind(tx: Tx, patient_id: int, kind: RoutineKind) -> Routine | None:
    found = [
        each
        for each in await of_patient(tx, patient_id)
        if each.kind is kind and each.event_id is None
    ]
    return found[0] if found else None


async def put(
    tx: Tx,
    patient_id: int,
    kind: RoutineKind,
    *,
    rule: str,
    start_on: date,
    local_times: Sequence[time],
    enabled: bool,
    following: Slot | None,
) -> None:
    """Create the routine of this kind, or edit it: an edit bumps its version."""
    values: dict[str, Any] = {
        "enabled": enabled,
        "rule": rule,
        "start_on": start_on,
        "local_times": ",".join(each.strftime("%H:%M") for each in local_times),
        **_slot_values(following),
    }
    statement = insert_for(tx)(routines).values(patient_id=patient_id, kind=kind, **values)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["patient_id", "kind"],
            index_where=routines.c.event_id.is_(None),
            set_=values | {"version": routines.c.version + 1},
        )
    )


async def set_next(tx: Tx, following: Mapping[int, Slot | None]) -> None:
    """The next slot by routine id; None when nothing is to be planned for now."""
    by_slot: dict[Slot | None, list[int]] = {}
    for routine_id, slot in following.items():
        by_slot.setdefault(slot, []).append(routine_id)
    for slot, ids in by_slot.items():  # what was due together is mostly due together again
        await tx.execute(
            update(routines).where(routines.c.id.in_(ids)).values(**_slot_values(slot))
        )


async def claim_due(tx: Tx, now: datetime, patients: int) -> list[Routine]:
    """All due routines of up to `patients` patients, those waiting longest first.

    A patient's due routines come together, so that they can be said in one message. When fewer
    than `patients` routines come back, no others are due.

    PostgreSQL: the patient is locked, not only the routines that fit into the limit, so that two
    replicas never plan halves of one patient. A routine that is being edited waits for the next
    claim: the edit decides when it is due.
    """
    waiting = (
        select(routines.c.patient_id)
        .join(people, people.c.id == routines.c.patient_id)
        .where(routines.c.next_due_at <= now)
        .order_by(routines.c.next_due_at)
        .limit(patients)
        # Not FOR UPDATE: rows that only point to the patient may be written meanwhile.
        .with_for_update(of=people, key_share=True, skip_locked=True)
    )
    ids = set((await tx.execute(waiting)).scalars())
    if not ids:
        return []
    query = (
        select(routines)
        .where(routines.c.patient_id.in_(ids), routines.c.next_due_at <= now)
        .order_by(routines.c.patient_id, routines.c.id)
        .with_for_update(key_share=True, skip_locked=True)
    )
    return [_routine(row) for row in (await tx.execute(query)).mappings()]


def _routine(row: Any) -> Routine:
    return Routine(
        id=row["id"],
        patient_id=row["patient_id"],
        kind=RoutineKind(row["kind"]),
        enabled=row["enabled"],
        version=row["version"],
        rule=row["rule"],
        start_on=row["start_on"],
        local_times=tuple(time.fromisoformat(each) for each in row["local_times"].split(",")),
        next=_slot(row),
        event_id=row["event_id"],
    )


def _slot(row: Any) -> Slot | None:
    if row["next_due_at"] is None:
        return None
    return Slot(row["next_local_date"], row["next_slot"], row["next_due_at"])


def _slot_values(slot: Slot | None) -> dict[str, Any]:
    return {
        "next_local_date": slot.local_date if slot else None,
        "next_slot": slot.slot if slot else None,
        "next_due_at": slot.due_at if slot else None,
    }
