"""Fixtures: a `Store` on a fresh database, on SQLite and on a real PostgreSQL.

- `store`: runs the test on both. `sqlite_store`, `postgres_store`: on one.
- `database_url`: a fresh, migrated database on both, for tests that open it themselves (several
  stores, several processes). `empty_database_url`: the same without tables.
- `keyring`: the keys of all of these.

Where no PostgreSQL can be started its tests are skipped, and the summary says so; with `CI` set
that is an error.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from bot.storage.columns import Keyring
from bot.storage.migrate import migrate
from bot.storage.schema import metadata
from bot.storage.store import Store
from tests import postgres

KEY = bytes(range(32))
NO_SERVER = "PostgreSQL could not be started"
EMPTY_AGAIN = ";".join(
    [
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
        *(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables)),
        "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'",
    ]
)
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring([KEY])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.PostgresServer]:
    """One server for each test process."""
    try:
        server = postgres.start()
    except postgres.CannotStart as reason:
        if os.environ.get("CI", "").lower() not in ("", "0", "false"):
            pytest.fail(f"{NO_SERVER}: {reason}", pytrace=False)
        pytest.skip(f"{NO_SERVER}: {reason}")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _migrated_postgres(postgres_server: postgres.PostgresServer, keyring: Keyring) -> str:
    name = "migrated"
    asyncio.run(_administer(postgres_server, f"CREATE DATABASE {name}"))
    asyncio.run(_migrate(postgres_server.url(name), keyring))
    return name


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory, keyring: Keyring) -> Path:
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    asyncio.run(_migrate(sqlite_url(path), keyring))
    return path


@pytest.fixture
def sqlite_path(tmp_path: Path, _sqlite_template: Path) -> Path:
    """A fresh, migrated SQLite file."""
    return Path(shutil.copy(_sqlite_template, tmp_path / "bot.db"))


@pytest.fixture
async def postgres_url(
    postgres_server: postgres.PostgresServer, _migrated_postgres: str
) -> AsyncIterator[str]:
    """A migrated PostgreSQL database without rows: emptied after each test, since making one
    anew takes many times as long."""
    yield postgres_server.url(_migrated_postgres)
    await _administer(postgres_server, EMPTY_AGAIN, database=_migrated_postgres)


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return sqlite_url(request.getfixturevalue("sqlite_path"))
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
async def empty_postgres_url(postgres_server: postgres.PostgresServer) -> AsyncIterator[str]:
    name = f"test_{uuid4().hex[:12]}"
    await _administer(postgres_server, f"CREATE DATABASE {name}")
    yield postgres_server.url(name)
    await _administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=BOTH)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "empty.db")
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


@pytest.fixture
async def store(database_url: str, keyring: Keyring) -> AsyncIterator[Store]:
    async with opened(database_url, keyring) as store:
        yield store


@pytest.fixture
async def sqlite_store(sqlite_path: Path, keyring: Keyring) -> AsyncIterator[Store]:
    async with opened(sqlite_url(sqlite_path), keyring) as store:
        yield store


@pytest.fixture
async def postgres_store(postgres_url: str, keyring: Keyring) -> AsyncIterator[Store]:
    async with opened(postgres_url, keyring) as store:
        yield store


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


@asynccontextmanager
async def opened(url: str, keyring: Keyring) -> AsyncIterator[Store]:
    """A store for the length of the block."""
    store = Store(url, keyring)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    number = sum(NO_SERVER in str(report.longrepr) for report in skipped)
    if number:
        terminalreporter.write_line(f"{NO_SERVER}: {number} tests were skipped", yellow=True)


async def _administer(
    server: postgres.PostgresServer, statements: str, database: str = "postgres"
) -> None:
    connection = await asyncpg.connect(
        host=str(server.directory), user="postgres", database=database
    )
    try:
        await connection.execute(statements)
    finally:
        await connection.close()


async def _migrate(url: str, keyring: Keyring) -> None:
    store = Store(url, keyring)
    try:
        await migrate(store)
    finally:
        await store.close()
