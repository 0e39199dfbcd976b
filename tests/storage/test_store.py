"""One writer at a time, readers that never wait, and a power cut that takes nothing back."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.storage import facts, patients
from bot.storage.locking import AlreadyRunning, ProcessLock
from bot.storage.store import Store, Tx
from tests.databases import sqlite_url
from tests.storage.rows import CHAT, NOW, TODAY, a_patient, rows_in


async def pragma(tx: Tx, name: str) -> object:
    return (await tx.execute(text(f"PRAGMA {name}"))).scalar_one()


async def test_many_writers_at_once_all_succeed(store: Store) -> None:
    async def write() -> None:
        async with store.write() as tx:
            before = (await facts.totals(tx)).get("asked", 0)
            await asyncio.sleep(0)
            await facts.count(tx, "asked", TODAY)
            assert (await facts.totals(tx))["asked"] > before

    await asyncio.gather(*(write() for _ in range(60)))
    async with store.read() as tx:
        assert await facts.totals(tx) == {"asked": 60}


async def test_block_that_raises_leaves_nothing(store: Store) -> None:
    async def fail() -> None:
        async with store.write() as tx:
            await a_patient(tx)
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        await fail()
    async with store.read() as tx:
        assert await rows_in(tx, "patients") == 0


async def test_cancelled_writer_leaves_nothing_and_blocks_nobody(store: Store) -> None:
    inside = asyncio.Event()

    async def write() -> None:
        async with store.write() as tx:
            await a_patient(tx)
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await inside.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(5), store.write() as tx:
        assert await rows_in(tx, "patients") == 0
        await a_patient(tx)


async def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    async with store.write() as writing:
        await a_patient(writing)
        async with asyncio.timeout(5):
            for _ in range(8):
                async with store.read() as tx:
                    assert await rows_in(tx, "patients") == 0
    async with store.read() as tx:
        assert await rows_in(tx, "patients") == 1


async def test_reader_sees_one_state_of_the_database(sqlite_store: Store) -> None:
    async with sqlite_store.read() as reading:
        assert await rows_in(reading, "patients") == 0
        async with sqlite_store.write() as tx:
            await a_patient(tx)
        assert await rows_in(reading, "patients") == 0


async def test_sqlite_is_set_as_it_has_to_be(sqlite_store: Store) -> None:
    async with sqlite_store.write() as writing, sqlite_store.read() as reading:
        for tx in (writing, reading):
            assert await pragma(tx, "journal_mode") == "wal"
            assert await pragma(tx, "synchronous") == 2, "FULL"
            assert await pragma(tx, "foreign_keys") == 1
            assert await pragma(tx, "secure_delete") == 1
            assert await pragma(tx, "mmap_size") == 0
        assert [await pragma(tx, "query_only") for tx in (writing, reading)] == [0, 1]


async def test_reader_cannot_write(sqlite_store: Store) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        async with sqlite_store.read() as tx:
            await patients.meet(tx, CHAT, "en", NOW)


async def test_write_begins_by_taking_the_write_lock(
    sqlite_store: Store, sqlite_path: Path
) -> None:
    """A deferred begin would fail later, with work already done."""
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "try: c.execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError as e: print(e)"
    )
    async with sqlite_store.write():
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", code, str(sqlite_path)), stdout=subprocess.PIPE
        )
        out, _ = await process.communicate()
    assert out.decode().strip() == "database is locked"


async def test_second_process_is_refused_until_the_first_is_dead(tmp_path: Path) -> None:
    lock = tmp_path / "bot.db.lock"
    code = (
        "import sys, time; from bot.storage.locking import ProcessLock\n"
        "lock = ProcessLock(sys.argv[1]); lock.take(); print('mine', flush=True); time.sleep(60)"
    )
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code, str(lock)), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert (await process.stdout.readline()).strip() == b"mine"
    with pytest.raises(AlreadyRunning, match="stop it first"):
        ProcessLock(str(lock)).take()
    assert lock.read_text() == str(process.pid)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    mine = ProcessLock(str(lock))
    mine.take()
    assert lock.read_text() == str(os.getpid())
    mine.release()


async def test_store_refuses_a_second_one_on_the_same_file(
    sqlite_store: Store, sqlite_path: Path
) -> None:
    second = Store(sqlite_url(sqlite_path), sqlite_store.engine.dialect.keyring)  # type: ignore[attr-defined]
    with pytest.raises(AlreadyRunning):
        await second.open()
    await second.close()
    async with sqlite_store.write() as tx:
        await a_patient(tx)
    await sqlite_store.close()
    await second.open()
    await second.close()
