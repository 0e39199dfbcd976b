"""Rows of `plans`: the dose as it stands on the patient's own label, with its history."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from bot.domain.plan import Plan
from bot.storage.schema import plans
from bot.storage.store import Tx


async def current(tx: Tx, patient_id: int) -> Plan | None:
    found = [plan for plan in await history(tx, patient_id) if plan.replaced_at is None]
    return found[-1] if found else None


async def history(tx: Tx, patient_id: int) -> list[Plan]:
    query = (
        select(
            plans.c.id,
            plans.c.capsules,
            plans.c.times_per_day,
            plans.c.days_per_week,
            plans.c.recorded_at,
            plans.c.replaced_at,
        )
        .where(plans.c.patient_id == patient_id)
        .order_by(plans.c.id)
    )
    return [Plan(*row) for row in await tx.execute(query)]


async def record(
    tx: Tx,
    patient_id: int,
    *,
    capsules: list[float],
    times_per_day: int,
    days_per_week: int,
    now: datetime,
) -> None:
    """Write the plan that holds from now on; the earlier one stays as history."""
    await tx.execute(
        update(plans)
        .where(plans.c.patient_id == patient_id, plans.c.replaced_at.is_(None))
        .values(replaced_at=now)
    )
    await tx.execute(
        plans.insert().values(
            patient_id=patient_id,
            capsules=capsules,
            times_per_day=times_per_day,
            days_per_week=days_per_week,
            recorded_at=now,
        )
    )
