"""Rows of `routines`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.storage.patients import insert_for
from bot.storage.schema import routines
from bot.storage.store import Tx


async def of_patient(tx: Tx, patient_id: int) -> list[Routine]:
    query = select(routines).where(routines.c.patient_id == patient_id).order_by(routines.c.id)
    return [_routine(row) for row in (await tx.execute(query)).mappings()]


async def of_kind(tx: Tx, patient_id: int, kind: RoutineKind) -> Routine | None:
    found = [each for each in await of_patient(tx, patient_id) if each.kind is kind]
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
    next_due_at: datetime | None,
) -> None:
    """Create the routine of this kind, or edit it: an edit bumps its version."""
    values: dict[str, Any] = {
        "enabled": enabled,
        "rule": rule,
        "start_on": start_on,
        "local_times": ",".join(each.strftime("%H:%M") for each in local_times),
        "next_due_at": next_due_at,
    }
    statement = insert_for(tx)(routines).values(patient_id=patient_id, kind=kind, **values)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["patient_id", "kind"],
            set_=values | {"version": routines.c.version + 1},
        )
    )


async def park(tx: Tx, patient_id: int) -> None:
    """Nothing is planned for this patient until `set_next` says when to go on."""
    await tx.execute(
        update(routines).where(routines.c.patient_id == patient_id).values(next_due_at=None)
    )


async def set_next(tx: Tx, due: Mapping[int, datetime | None]) -> None:
    """The next due instant by routine id, without touching what has been planned."""
    if due:
        await tx.execute(
            update(routines)
            .where(routines.c.id == bindparam("row"))
            .values(next_due_at=bindparam("due")),
            [{"row": routine_id, "due": at} for routine_id, at in due.items()],
        )


async def planned(
    tx: Tx, due: Sequence[tuple[int, datetime, datetime | None]]
) -> None:
    """After planning: (routine id, the instant planned, the next due instant)."""
    if due:
        await tx.execute(
            update(routines)
            .where(routines.c.id == bindparam("row"))
            .values(last_due_at=bindparam("last"), next_due_at=bindparam("due")),
            [{"row": row, "last": last, "due": at} for row, last, at in due],
        )


async def claim_due(tx: Tx, now: datetime, patients: int) -> list[Routine]:
    """All due routines of up to `patients` patients, those waiting longest first.

    A patient's due routines come together, so that they can be said in one message.
    """
    waiting = (
        select(routines.c.patient_id)
        .where(routines.c.next_due_at <= now)
        .order_by(routines.c.next_due_at)
        .limit(patients)
        .with_for_update(skip_locked=True)
    )
    ids = list(dict.fromkeys((await tx.execute(waiting)).scalars()))
    if not ids:
        return []
    query = (
        select(routines)
        .where(routines.c.patient_id.in_(ids), routines.c.next_due_at <= now)
        .order_by(routines.c.patient_id, routines.c.id)
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
        next_due_at=row["next_due_at"],
        last_due_at=row["last_due_at"],
    )
