"""Rows of `stock_counts`: every count stays; the newest counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update

from bot.domain.stock import StockCount
from bot.storage.schema import stock_counts
from bot.storage.store import Tx


async def newest(tx: Tx, patient_id: int) -> StockCount | None:
    found = await history(tx, patient_id)
    return found[-1] if found else None


async def history(tx: Tx, patient_id: int) -> list[StockCount]:
    query = (
        select(
            stock_counts.c.id,
            stock_counts.c.capsules,
            stock_counts.c.counted_on,
            stock_counts.c.counted_at,
            stock_counts.c.lead_days,
            stock_counts.c.ordered_at,
        )
        .where(stock_counts.c.patient_id == patient_id)
        .order_by(stock_counts.c.id)
    )
    return [
        StockCount(row[0], {float(mg): many for mg, many in row[1].items()}, *row[2:])
        for row in await tx.execute(query)
    ]


async def add(
    tx: Tx,
    patient_id: int,
    capsules: Mapping[float, int],
    counted_on: date,
    now: datetime,
    *,
    lead_days: int | None = None,
) -> None:
    await tx.execute(
        stock_counts.insert().values(
            patient_id=patient_id,
            capsules={f"{mg:g}": many for mg, many in capsules.items()},
            counted_on=counted_on,
            counted_at=now,
            lead_days=lead_days,
        )
    )


async def change(tx: Tx, count_id: int, values: Mapping[str, Any]) -> None:
    """Other values of `lead_days` or `ordered_at`."""
    await tx.execute(update(stock_counts).where(stock_counts.c.id == count_id).values(**values))
