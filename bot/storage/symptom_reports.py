"""Rows of `symptom_reports`: the diary of symptom checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from bot.domain.tier import Tier
from bot.storage.schema import symptom_reports
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Report:
    """`report` is what `bot.domain.symptom_outcome.report_json` wrote: no text of the patient; None
    once it has been kept for long enough (`bot.storage.pruning`)."""

    at: datetime
    local_date: date
    tier: Tier
    report: dict[str, Any] | None


async def add(tx: Tx, patient_id: int, report: Report) -> None:
    await tx.execute(
        symptom_reports.insert().values(
            patient_id=patient_id,
            at=report.at,
            local_date=report.local_date,
            tier=report.tier.code,
            report=report.report,
        )
    )


async def since(tx: Tx, patient_id: int, first: date) -> list[Report]:
    """The reports from a local date on, oldest first."""
    query = (
        select(
            symptom_reports.c.at,
            symptom_reports.c.local_date,
            symptom_reports.c.tier,
            symptom_reports.c.report,
        )
        .where(symptom_reports.c.patient_id == patient_id, symptom_reports.c.local_date >= first)
        .order_by(symptom_reports.c.at)
    )
    return [
        Report(row.at, row.local_date, Tier.from_code(row.tier), row.report)
        for row in await tx.execute(query)
    ]
