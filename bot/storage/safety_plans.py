"""Rows of `safety_plans`: one for a patient, sealed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.safety_plan import PlanPart, SafetyPlan
from bot.storage.patients import insert_for
from bot.storage.schema import safety_plans
from bot.storage.store import Tx


async def load(tx: Tx, patient_id: int) -> SafetyPlan | None:
    query = select(safety_plans.c.plan).where(safety_plans.c.patient_id == patient_id)
    stored = (await tx.execute(query)).scalar_one_or_none()
    if stored is None:
        return None
    return SafetyPlan({part: stored[part] for part in PlanPart if part in stored})


async def save(tx: Tx, patient_id: int, plan: SafetyPlan, now: datetime) -> None:
    values = {"plan": dict(plan.parts), "changed_at": now}
    await tx.execute(
        insert_for(tx)(safety_plans)
        .values(patient_id=patient_id, **values)
        .on_conflict_do_update(index_elements=["patient_id"], set_=values)
    )


async def remove(tx: Tx, patient_id: int) -> None:
    await tx.execute(delete(safety_plans).where(safety_plans.c.patient_id == patient_id))
