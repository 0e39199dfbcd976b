"""`stats`: how much of what there is, by state. Counts only: never a text, a name or an id."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError, ProgrammingError

from bot.settings import Settings
from bot.storage import escalations, facts, inbox, outbox
from bot.storage.columns import Keyring
from bot.storage.store import Store


class NoDatabase(Exception):
    """There is nothing to count yet."""


async def collect(settings: Settings) -> dict[str, Any]:
    """Read the counts beside a running bot. Raises `NoDatabase`."""
    # No count reads a sealed field: whoever watches the numbers needs no key.
    store = Store(settings.database, Keyring([os.urandom(32)]))
    place = store.url.database or ""
    if store.is_sqlite and not await asyncio.to_thread(Path(place).is_file):
        raise NoDatabase(f"There is no database at {place} yet; `run` makes it.")
    try:
        async with store.read() as tx:
            return {
                "outbox": await outbox.counts(tx),
                "inbox_open": await inbox.count_open(tx),
                "escalations_open": await escalations.count_open(tx),
                "counters": await facts.totals(tx),
            }
    except (OperationalError, ProgrammingError):
        raise NoDatabase("The database has not been prepared yet; `migrate` does that.") from None
    finally:
        await store.close()


def shown(counts: dict[str, Any]) -> str:
    """One aligned line per count."""
    rows: list[tuple[str, int]] = []
    for name, value in counts.items():
        if isinstance(value, dict):
            rows += [(f"{name}.{key}", number) for key, number in sorted(value.items())]
        else:
            rows.append((name, value))
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {number:>8}" for name, number in rows)
