"""Rows of `plans`: the dose as it stands on the patient's own label, with its history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select, update

from bot.domain.plan import DAILY, Plan, plan_on
from bot.storage.schema import plans
from bot.storage.store import Tx


async def on(tx: Tx, patient_id: int, day: date) -> Plan | None:
    """The plan that holds on a local date."""
    return plan_on(await history(tx, patient_id), day)


async def history(tx: Tx, patient_id: int) -> list[Plan]:
    """Everything that was ever written down, as it was recorded; withdrawn ones too.
    `bot.domain.plan.spans` says which held when."""
    query = (
        select(
            plans.c.id,
            plans.c.capsules,
            plans.c.times_per_day,
            plans.c.rule,
            plans.c.effective_from,
            plans.c.recorded_at,
            plans.c.withdrawn_at,
        )
        .where(plans.c.patient_id == patient_id)
        .order_by(plans.c.id)
    )
    return [Plan(*row) for row in await tx.execute(query)]


async def record(
    tx: Tx,
    patient_id: int,
    *,
    capsules: Sequence[float],
    times_per_day: int,
    effective_from: date,
    now: datetime,
    rule: str = DAILY,
) -> None:
    """Write the plan that holds from a local date on. One that began on the same date is
    withdrawn; all others stay as they are."""
    await tx.execute(
        update(plans)
        .where(
            plans.c.patient_id == patient_id,
            plans.c.effective_from == effective_from,
            plans.c.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now)
    )
    await tx.execute(
        plans.insert().values(
            patient_id=patient_id,
            capsules=list(capsules),
            times_per_day=times_per_day,
            rule=rule,
            effective_from=effective_from,
            recorded_at=now,
        )
    )


async def withdraw(tx: Tx, patient_id: int, ids: Collection[int], now: datetime) -> None:
    """Take plans back that do not hold; the rows stay, and say when."""
    if ids:
        await tx.execute(
            update(plans)
            .where(
                plans.c.patient_id == patient_id,
                plans.c.id.in_(list(ids)),
                plans.c.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=now)
        )
