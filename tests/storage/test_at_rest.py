"""A stolen database without the key: nothing that a person said, is called or answered."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select, text, type_coerce

from bot.storage import inbox, patients, sending
from bot.storage.columns import Keyring
from bot.storage.migrate import migrate
from bot.storage.rotation import sealed_columns
from bot.storage.schema import metadata
from bot.storage.store import Store
from tests.databases import opened, sqlite_url
from tests.postgres import PostgresServer
from tests.storage.full_database import SECRET, fill
from tests.storage.rows import NOW

FINDABLE = "findable:4711"  # the key of an outbox row: shows that the search searches
SPELLINGS = [SECRET.encode(), SECRET.encode("utf-16-le"), SECRET.encode().hex().encode()]


def finds_secret(data: bytes) -> bool:
    return any(spelling.lower() in data.lower() for spelling in SPELLINGS)


async def filled(store: Store) -> None:
    async with store.write() as tx:
        await fill(tx)


async def test_full_database_fills_every_sealed_column(store: Store) -> None:
    await filled(store)
    async with store.read() as tx:
        for table, columns in sealed_columns().items():
            for column in columns:
                values = (await tx.execute(select(column))).scalars().all()
                known = SECRET in str(values) or column.name == "capsules"
                assert known, f"{table.name}.{column.name} is not tested"


async def test_raw_columns_hold_no_word(store: Store) -> None:
    await filled(store)
    async with store.read() as tx:
        for columns in sealed_columns().values():
            for column in columns:
                raw = (await tx.execute(select(type_coerce(column, LargeBinary)))).scalars()
                assert not any(finds_secret(bytes(value)) for value in raw if value)
        for name in metadata.tables:
            rows = (await tx.execute(text(f"SELECT * FROM {name}"))).all()
            assert SECRET not in str(rows)


async def test_sqlite_file_and_its_log_hold_no_word(sqlite_store: Store, sqlite_path: Path) -> None:
    await filled(sqlite_store)
    log = sqlite_path.with_name(sqlite_path.name + "-wal")
    assert FINDABLE.encode() in log.read_bytes()
    assert not finds_secret(log.read_bytes())
    async with sqlite_store.write() as tx:
        await inbox.mark_handled(tx, 2, NOW)
        found = await sending.candidates(tx, NOW, not_chats=(), limit=5)
        await sending.settle(tx, [sending.Settled(row.id, "sent") for row in found], NOW)
    await sqlite_store.close()
    data = await asyncio.to_thread(sqlite_path.read_bytes)
    assert FINDABLE.encode() in data
    assert not finds_secret(data)


async def test_dump_of_postgresql_holds_no_word(
    postgres_store: Store, postgres_server: PostgresServer
) -> None:
    await filled(postgres_store)
    database = postgres_store.url.database
    assert database is not None
    if not (postgres_server.programs / "pg_dump").exists() and not shutil.which("pg_dump"):
        pytest.skip("no pg_dump here")
    dump = postgres_server.run("pg_dump", database).encode()
    assert FINDABLE.encode() in dump
    assert not finds_secret(dump)


async def test_new_database_is_its_owners_alone(tmp_path: Path, keyring: Keyring) -> None:
    place = tmp_path / "data" / "bot.db"
    async with opened(sqlite_url(place), keyring) as store:
        await migrate(store)
        await filled(store)
        for name in (place.name, f"{place.name}-wal", f"{place.name}-shm"):
            assert place.with_name(name).stat().st_mode & 0o077 == 0, name


async def test_what_was_deleted_is_overwritten_in_the_file(
    sqlite_store: Store, sqlite_path: Path
) -> None:
    async with sqlite_store.write() as tx:
        patient = await fill(tx)
    async with sqlite_store.write() as tx:
        await patients.forget(tx, patient.id)
    await sqlite_store.close()
    data = await asyncio.to_thread(sqlite_path.read_bytes)
    assert FINDABLE.encode() not in data
    assert b"case:4711" not in data
