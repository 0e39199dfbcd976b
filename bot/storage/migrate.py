"""Runs the Alembic migrations on the engine that the program uses anyway."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from bot.storage.store import Store

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x1507  # any number, the same for all replicas


class BrokenReferences(Exception):
    """A migration left rows that point to nothing; it was rolled back."""


async def migrate(store: Store, revision: str = "head") -> None:
    """Bring the schema to `revision` in one transaction, or leave it as it was.

    Going down is for tests and rehearsals. Replicas that start together wait for one another.
    A schema that is the newest already costs one query. Raises `BrokenReferences` (SQLite).
    """
    async with store.engine.connect() as connection:
        if revision == "head" and await connection.run_sync(_is_newest):
            return
        await connection.rollback()
        driver: Any = (await connection.get_raw_connection()).driver_connection
        if store.is_sqlite:
            # A changed table is made anew, and dropping the old one would delete, by cascade,
            # all that belongs to it. SQLite ignores this statement inside a transaction.
            await driver.execute("PRAGMA foreign_keys=OFF")
        try:
            await connection.run_sync(_run, revision)
            await connection.commit()
        finally:
            if store.is_sqlite:
                await connection.rollback()
                await driver.execute("PRAGMA foreign_keys=ON")


def newest_revision() -> str:
    """The name of the last migration that this version of the program knows."""
    newest = max(path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    return newest.partition("_")[0]


def _is_newest(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    current = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return list(current) == [newest_revision()]


def _run(connection: Connection, revision: str) -> None:
    # Here, because most starts have nothing to migrate: 8 MB and a quarter of a second.
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if revision == "base":
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            tables = ", ".join(sorted({row[0] for row in broken}))
            raise BrokenReferences(f"rows in {tables} point to rows that are gone")
