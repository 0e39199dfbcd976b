"""The migrations make exactly the tables of `bot.storage.schema`, on both databases.

Until the first release, after a change of a table:

    python -m tests.storage.initial_migration
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, inspect, select, text

from bot.storage import patients
from bot.storage.columns import Keyring
from bot.storage.migrate import BrokenReferences, migrate
from bot.storage.schema import consents, metadata
from bot.storage.store import Store
from tests.databases import opened
from tests.storage import initial_migration

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return list(compare_metadata(context, metadata))


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def indexes(connection: Connection) -> dict[str, str]:
    """The full text of each index, which tells a partial index from a plain one."""
    query = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        if connection.dialect.name == "sqlite"
        else "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    )
    return {
        name: " ".join(sql.replace("public.", "").split())
        for name, sql in connection.execute(text(query))
        if not name.startswith("pk_alembic") and name != "alembic_version_pkc"
    }


async def test_tables_are_what_the_migrations_make(store: Store) -> None:
    async with store.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_indexes_are_the_same_to_the_letter(
    empty_database_url: str, keyring: Keyring
) -> None:
    async with opened(empty_database_url, keyring) as store:
        async with store.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
            wanted = await connection.run_sync(indexes)
            await connection.run_sync(metadata.drop_all)
        await migrate(store)
        async with store.engine.connect() as connection:
            assert await connection.run_sync(indexes) == wanted
    assert "WHERE" in wanted["ix_routines_due"]


def test_first_migration_is_written_by_its_command() -> None:
    assert initial_migration.TARGET.read_text() == initial_migration.source()


async def test_up_down_up(empty_database_url: str, keyring: Keyring) -> None:
    async with opened(empty_database_url, keyring) as store:
        for revision in ("head", "base", "head"):
            await migrate(store, revision)
            async with store.engine.connect() as connection:
                found = await connection.run_sync(tables) - {"alembic_version"}
            wanted = set(metadata.tables) if revision == "head" else set()
            assert found == wanted
        async with store.engine.connect() as connection:
            assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(store: Store) -> None:
    async with store.write() as tx:
        await patients.meet(tx, 7, "en", NOW)
    await migrate(store)
    async with store.read() as tx:
        assert await patients.of_chat(tx, 7) is not None


async def test_replicas_that_start_together_migrate_once(
    empty_postgres_url: str, keyring: Keyring
) -> None:
    async with (
        opened(empty_postgres_url, keyring) as one,
        opened(empty_postgres_url, keyring) as two,
    ):
        await asyncio.gather(migrate(one), migrate(two))
        async with two.engine.connect() as connection:
            assert await connection.run_sync(differences) == []


async def test_migration_that_breaks_references_is_undone(sqlite_store: Store) -> None:
    async with sqlite_store.engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        await raw.execute("PRAGMA foreign_keys=OFF")
        await connection.execute(
            consents.insert().values(patient_id=99, purpose="mood", version="1", granted_at=NOW)
        )
        await connection.commit()
    await migrate(sqlite_store)  # nothing to migrate: nothing is looked through at every start
    with pytest.raises(BrokenReferences, match="consents"):
        await migrate(sqlite_store, "0001")


async def test_foreign_keys_hold_again_after_a_migration(sqlite_store: Store) -> None:
    await migrate(sqlite_store)
    async with sqlite_store.write() as tx:
        patient = await patients.meet(tx, 7, "en", NOW)
        await tx.execute(
            consents.insert().values(
                patient_id=patient.id, purpose="mood", version="1", granted_at=NOW
            )
        )
        await patients.forget(tx, patient.id)
        left = select(func.count()).select_from(consents)
        assert (await tx.execute(left)).scalar_one() == 0
