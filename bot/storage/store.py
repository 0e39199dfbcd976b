"""The database: one writer at a time on SQLite, ordinary transactions on PostgreSQL.

`async with store.write() as tx` is the one way to change anything: it commits when the block
ends and rolls back when it raises. `store.read()` never waits for a writer.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from sqlalchemy import event, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.storage.columns import Keyring, WrongKey
from bot.storage.locking import ProcessLock
from bot.storage.schema import facts

log = structlog.get_logger()

Tx = AsyncConnection

# A replica that freezes in the middle of a transaction must not hold its locks for ever: the
# server ends the session, and the work is free for others.
_SERVER_SETTINGS = {
    "application_name": "isocompanion",
    "idle_in_transaction_session_timeout": "8s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}

SQLITE_WAL_BUG_FIXED_IN = (3, 51, 3)


class Store:
    """Opens the engines. On SQLite: one writer connection (WAL, full sync, `BEGIN IMMEDIATE`),
    readers apart, and a lock file against a second process."""

    def __init__(self, url: str, keyring: Keyring) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._lock: ProcessLock | None = None
        if self.is_sqlite:
            self._writer = _sqlite_engine(url, writes=True)
            self._reader = _sqlite_engine(url, writes=False)
        else:
            self._writer = self._reader = create_async_engine(
                url,
                pool_size=10,
                max_overflow=10,
                pool_timeout=10,
                pool_pre_ping=True,
                connect_args={"server_settings": _SERVER_SETTINGS},
            )
        for engine in {self._writer, self._reader}:
            engine.dialect.keyring = keyring  # type: ignore[attr-defined]
        # The pool of one connection serialises writers anyway; this lock keeps them in order of
        # arrival and without a pool time-out.
        self._turn = asyncio.Lock() if self.is_sqlite else None

    async def open(self) -> None:
        """Take the process lock (SQLite). Raises `AlreadyRunning`."""
        if self.is_sqlite and self.url.database:
            self._lock = ProcessLock(f"{self.url.database}.lock")
            self._lock.take()
            # SQLite's own files take over the mode of this one.
            os.close(os.open(self.url.database, os.O_RDWR | os.O_CREAT, 0o600))
            if sqlite3.sqlite_version_info < SQLITE_WAL_BUG_FIXED_IN:
                log.info(
                    "sqlite_version",
                    version=sqlite3.sqlite_version,
                    note="older than 3.51.3, which fixed a WAL bug with several writers; "
                    "this program uses exactly one writer connection, which avoids it",
                )

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()
        if self._lock:
            self._lock.release()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        """One transaction. Keep it short; no network call inside."""
        if self._turn is None:
            async with self._writer.begin() as tx:
                yield tx
            return
        async with self._turn, self._writer.begin() as tx:
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with self._reader.connect() as connection:
            yield connection

    @property
    def engine(self) -> AsyncEngine:
        """The writing engine, for migrations only."""
        return self._writer

    async def check_key(self) -> None:
        """Prove that the keys open what is stored. Raises `WrongKey`."""
        async with self.write() as tx:
            query = select(facts.c.value).where(facts.c.name == "key_check")
            value = (await tx.execute(query)).scalar_one_or_none()
            if value is None:
                # Replicas that start together on a new database all come here.
                insert = sqlite.insert if self.is_sqlite else postgresql.insert
                made = insert(facts).values(name="key_check", value="isocompanion")
                await tx.execute(made.on_conflict_do_nothing())
                value = (await tx.execute(query)).scalar_one()
            if value != "isocompanion":
                raise WrongKey("the key check does not match")


def _sqlite_engine(url: str, *, writes: bool) -> AsyncEngine:
    engine = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1 if writes else 4,
        max_overflow=0,
        connect_args={"isolation_level": None, "timeout": 10},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")  # an acknowledged answer survives a power cut
        cursor.execute("PRAGMA busy_timeout=10000")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")
        if not writes:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        # The default deferred begin upgrades later and then fails with "database is locked".
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
