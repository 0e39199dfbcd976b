"""Runs the Alembic migrations on the engine that the program uses anyway."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from bot.storage.store import Store

MIGRATIONS = Path(__file__).parent / "migrations"


async def migrate(store: Store, revision: str = "head") -> None:
    """Bring the schema to `revision`; going down is for tests and rehearsals."""
    async with store.engine.connect() as connection:
        await connection.run_sync(_run, revision)
        await connection.commit()


def _run(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    if revision == "base":
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
