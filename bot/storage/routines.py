"""Rows of `routines`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select, update

from bot.domain.phases import Phase
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.storage import meal_times
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


async def of_events(tx: Tx, routine_ids: Collection[int]) -> dict[int, Routine]:
    """Those of these routines that remind of a dated event, by id."""
    if not routine_ids:
        return {}
    query = select(routines).where(
        routines.c.id.in_(list(routine_ids)), routines.c.event_id.is_not(None)
    )
    return {row["id"]: _routine(row) for row in (await tx.execute(query)).mappings()}


async def of_event(tx: Tx, event_id: int) -> Routine | None:
    query = select(routines).where(routines.c.event_id == event_id)
    row = (await tx.execute(query)).mappings().one_or_none()
    return None if row is None else _routine(row)


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
    until: date | None = None,
    leads: Sequence[int] = (0,),
    later: Sequence[Phase] = (),
    event_id: int | None = None,
) -> None:
    """Create the routine of this kind, or of this dated event, or edit it: an edit bumps its
    version."""
    values: dict[str, Any] = {
        "enabled": enabled,
        "rule": rule,
        "start_on": start_on if until is None else min(start_on, until),
        "local_times": _times_text(local_times),
        "until": until,
        "leads": None if tuple(leads) == (0,) else ",".join(map(str, leads)),
        "later": _phases_text(later),
        **_slot_values(following),
    }
    statement = insert_for(tx)(routines).values(
        patient_id=patient_id, kind=kind, event_id=event_id, **values
    )
    of_kind = routines.c.event_id.is_(None) if event_id is None else None
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["patient_id", "kind"] if event_id is None else ["event_id"],
            index_where=of_kind,
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


async def set_until(tx: Tx, routine_id: int, until: date | None, following: Slot | None) -> None:
    """Another last date. No new version: what was asked already stays asked."""
    await tx.execute(
        update(routines)
        .where(routines.c.id == routine_id)
        .values(until=until, **_slot_values(following))
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
        local_times=_times(row["local_times"]),
        next=_slot(row),
        until=row["until"],
        leads=tuple(map(int, row["leads"].split(","))) if row["leads"] else (0,),
        later=_phases(row["later"]) if row["later"] else (),
        meal_times=meal_times.read(row["meal_times"]),
        event_id=row["event_id"],
    )


def _times(text: str) -> tuple[time, ...]:
    return tuple(time.fromisoformat(each) for each in text.split(","))


def _times_text(times: Sequence[time]) -> str:
    return ",".join(each.strftime("%H:%M") for each in times)


def _phases(text: str) -> tuple[Phase, ...]:
    """ "2026-12-01 FREQ=DAILY 08:00,20:00|..."."""
    parts = (each.split(" ") for each in text.split("|"))
    return tuple(Phase(date.fromisoformat(day), rule, _times(at)) for day, rule, at in parts)


def _phases_text(phases: Sequence[Phase]) -> str | None:
    written = (f"{p.start_on} {p.rule} {_times_text(p.local_times)}" for p in phases)
    return "|".join(written) or None


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
