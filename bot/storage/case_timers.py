"""Rows of `case_timers`: at most one of each kind for a case; what is done is gone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.case_timers import Timer, TimerKind
from bot.storage.patients import insert_for
from bot.storage.schema import case_timers
from bot.storage.store import Tx


async def arm(tx: Tx, escalation_id: int, timers: Collection[Timer]) -> None:
    """Set these timers; one of the same kind is replaced."""
    for timer in timers:
        statement = insert_for(tx)(case_timers).values(
            escalation_id=escalation_id, kind=timer.kind, due_at=timer.due_at
        )
        await tx.execute(
            statement.on_conflict_do_update(
                index_elements=["escalation_id", "kind"], set_={"due_at": timer.due_at}
            )
        )


async def disarm(
    tx: Tx, escalation_id: int, kinds: Collection[TimerKind] = frozenset(TimerKind)
) -> None:
    await tx.execute(
        delete(case_timers).where(
            case_timers.c.escalation_id == escalation_id, case_timers.c.kind.in_(list(kinds))
        )
    )


async def of_case(tx: Tx, escalation_id: int) -> list[Timer]:
    """What is still to come, soonest first."""
    query = (
        select(case_timers.c.kind, case_timers.c.due_at)
        .where(case_timers.c.escalation_id == escalation_id)
        .order_by(case_timers.c.due_at)
    )
    return [Timer(TimerKind(kind), due_at) for kind, due_at in await tx.execute(query)]


async def due(tx: Tx, now: datetime, limit: int) -> list[tuple[int, Timer]]:
    """Case numbers and their timers that have run out, those waiting longest first."""
    query = (
        select(case_timers)
        .where(case_timers.c.due_at <= now)
        .order_by(case_timers.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [
        (row.escalation_id, Timer(TimerKind(row.kind), row.due_at))
        for row in await tx.execute(query)
    ]
