"""Single facts about this installation, and counters without any text."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from bot.storage.patients import insert_for
from bot.storage.schema import counters, facts
from bot.storage.store import Tx


async def read(tx: Tx, name: str) -> Any:
    """The value, or None when it was never written."""
    return (
        await tx.execute(select(facts.c.value).where(facts.c.name == name))
    ).scalar_one_or_none()


async def write(tx: Tx, name: str, value: Any) -> None:
    await tx.execute(
        insert_for(tx)(facts)
        .values(name=name, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )


async def forget(tx: Tx, name: str) -> None:
    await tx.execute(facts.delete().where(facts.c.name == name))


async def count(tx: Tx, name: str, day: date) -> None:
    """Add one to a counter of the day."""
    await tx.execute(
        insert_for(tx)(counters)
        .values(name=name, local_date=day, count=1)
        .on_conflict_do_update(
            index_elements=["name", "local_date"], set_={"count": counters.c.count + 1}
        )
    )


async def totals(tx: Tx) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, number in await tx.execute(select(counters.c.name, counters.c.count)):
        found[name] = found.get(name, 0) + number
    return found
