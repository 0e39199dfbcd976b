"""What `doctor` wants to know of a database, beside a running bot and without changing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, LargeBinary, func, inspect, select, text, type_coerce

from bot.storage import facts
from bot.storage.columns import Encrypted, Keyring, WrongKey
from bot.storage.migrate import newest_revision
from bot.storage.rotation import sealed_columns
from bot.storage.store import Store, Tx

SAMPLE = 200  # sealed values of each column that are tried


class OutOfReach(Exception):
    """The database cannot be asked; the text is the kind of error."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """`revision` None: no tables yet; then the rest was not looked at. `unopened` names the columns
    that hold a value which no key opens. `alive_at` is when a bot last worked on it."""

    revision: str | None
    newest: str
    server_time: datetime | None = None
    unopened: tuple[str, ...] = ()
    tried: int = 0
    alive_at: str | None = None


async def inspected(store: Store, keyring: Keyring) -> Inspection:
    """Raises `OutOfReach`."""
    newest = newest_revision()
    try:
        async with store.read() as tx:
            revision = await tx.run_sync(_revision)
            if revision is None:
                return Inspection(None, newest)
            if revision != newest:
                return Inspection(revision, newest, await _server_time(tx, store))
            unopened, tried = await _unopened(tx, keyring)
            alive = None if "facts.value" in unopened else await facts.read(tx, "alive_at")
            clock = await _server_time(tx, store)
            return Inspection(revision, newest, clock, tuple(unopened), tried, alive)
    except WrongKey:
        raise
    except Exception as error:  # each driver has its own tree
        raise OutOfReach(type(error.__cause__ or error).__name__) from None


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().first()
    return None if found is None else str(found)


async def _server_time(tx: Tx, store: Store) -> datetime | None:
    if store.is_sqlite:
        return None
    at: datetime = (await tx.execute(select(func.clock_timestamp()))).scalar_one()
    return at


async def _unopened(tx: Tx, keyring: Keyring) -> tuple[list[str], int]:
    unopened, tried = [], 0
    for columns in sealed_columns().values():
        for column in columns:
            kind: Any = column.type
            assert isinstance(kind, Encrypted)
            raw = type_coerce(column, LargeBinary)
            rows = await tx.execute(select(raw).where(column.is_not(None)).limit(SAMPLE))
            for value in rows.scalars():
                tried += 1
                try:
                    keyring.open(bytes(value), kind.column)
                except WrongKey:
                    unopened.append(kind.column)
                    break
    return unopened, tried
