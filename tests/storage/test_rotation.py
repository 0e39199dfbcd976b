"""Keys are rotated on a database in use, and the work can stop at any point."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest
from sqlalchemy import LargeBinary, func, select, type_coerce

from bot.storage import inbox, patients, sending
from bot.storage.columns import HEAD_BYTES, Keyring, WrongKey
from bot.storage.rotation import Rotated, count_left, rotate, sealed_columns
from bot.storage.schema import inbox as inbox_table
from bot.storage.schema import metadata
from bot.storage.store import Store
from tests.databases import KEY, opened
from tests.storage.full_database import SECRET, fill
from tests.storage.rows import CHAT, NOW, rows_in

NEW_KEY = bytes(range(100, 132))
BOTH_KEYS = Keyring([NEW_KEY, KEY])
NEW_ONLY = Keyring([NEW_KEY])


class Interrupted(Exception):
    pass


async def heads(store: Store) -> set[bytes]:
    """How the sealed fields of all tables begin: one element for each key in use."""
    found: set[bytes] = set()
    async with store.read() as tx:
        for table, columns in sealed_columns().items():
            for column in columns:
                query = select(type_coerce(column, LargeBinary)).select_from(table)
                tokens = (await tx.execute(query)).scalars()
                found |= {bytes(token[:HEAD_BYTES]) for token in tokens if token is not None}
    return found


async def readable(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, opened."""
    async with store.read() as tx:
        return {
            name: sorted(map(tuple, (await tx.execute(select(table))).all()), key=str)
            for name, table in metadata.tables.items()
        }


async def test_every_field_is_sealed_with_the_new_key_and_says_the_same(
    store: Store, database_url: str
) -> None:
    await store.check_key()
    async with store.write() as tx:
        for number in range(3):
            await fill(tx, 100 + number, first_update=10 * number + 1)
    before = await readable(store)
    await store.close()
    async with opened(database_url, BOTH_KEYS) as rotating:
        result = await rotate(rotating, BOTH_KEYS, batch=2)
        assert result.left == 0
        assert result.rows > 20
        assert await heads(rotating) == {BOTH_KEYS.current_head}
        assert await rotate(rotating, BOTH_KEYS) == Rotated(0, 0)
    async with opened(database_url, NEW_ONLY) as after:
        await after.check_key()
        assert await readable(after) == before


async def test_interrupted_in_the_middle_it_goes_on_where_it_stopped(
    store: Store, database_url: str
) -> None:
    updates = [inbox.Kept(n, n % 7, {"text": f"{SECRET} {n}"}) for n in range(5_000)]
    await store.check_key()
    async with store.write() as tx:
        await inbox.keep(tx, updates, NOW)
    await store.close()

    def stop_in_the_middle(rows: int) -> None:
        if rows >= 2_000:
            raise Interrupted

    def stop_by_signal(rows: int) -> None:
        task = asyncio.current_task()
        if rows >= 1_000 and task is not None:
            task.cancel()

    async with opened(database_url, BOTH_KEYS) as rotating:
        with pytest.raises(Interrupted):
            await rotate(rotating, BOTH_KEYS, told=stop_in_the_middle)
        assert await count_left(rotating, BOTH_KEYS) == 3_001
    async with opened(database_url, NEW_ONLY) as too_early:
        with pytest.raises(WrongKey):
            await too_early.check_key()
    async with opened(database_url, BOTH_KEYS) as rotating:
        with pytest.raises(asyncio.CancelledError):
            await asyncio.create_task(rotate(rotating, BOTH_KEYS, told=stop_by_signal))
        left = await count_left(rotating, BOTH_KEYS)
        assert left == 2_001
        assert await rotate(rotating, BOTH_KEYS) == Rotated(left, 0)
    async with opened(database_url, NEW_ONLY) as after, after.read() as tx:
        query = select(inbox_table.c.update_id, inbox_table.c.payload)
        found = {row[0]: row[1] for row in await tx.execute(query)}
        assert found == {each.update_id: each.payload for each in updates}


async def test_what_is_written_meanwhile_is_not_lost(store: Store, database_url: str) -> None:
    async with store.write() as tx:
        for number in range(40):
            patient = await patients.meet(tx, number, "en", NOW)
            await patients.change(tx, patient.id, {"name": "old"})
    await store.close()
    async with opened(database_url, BOTH_KEYS) as store:

        async def rename(chat_id: int) -> None:
            async with store.write() as tx:
                patient = await patients.meet(tx, chat_id, "en", NOW)
                await patients.change(tx, patient.id, {"name": f"new {chat_id}"})

        async def rotate_all() -> None:
            while (await rotate(store, BOTH_KEYS, batch=3)).left:
                pass

        await asyncio.gather(rotate_all(), *(rename(chat_id) for chat_id in range(40)))
        async with store.read() as tx:
            names = {each: (await patients.meet(tx, each, "en", NOW)).name for each in range(40)}
        assert names == {each: f"new {each}" for each in range(40)}
        assert await heads(store) == {BOTH_KEYS.current_head}


async def test_row_in_use_is_left_and_reported(postgres_store: Store, postgres_url: str) -> None:
    await postgres_store.check_key()
    async with postgres_store.write() as tx:
        await fill(tx)
    await postgres_store.close()
    async with opened(postgres_url, BOTH_KEYS) as store:
        async with store.write() as busy:
            await patients.change(busy, 1, {"checkins_missed": 1})
            result = await rotate(store, BOTH_KEYS)
            assert result.left == 1 + await rows_in(busy, "facts")
        assert (await rotate(store, BOTH_KEYS)).left == 0


async def test_field_that_no_key_opens_stops_it_and_nothing_is_lost(
    store: Store, database_url: str
) -> None:
    async with store.write() as tx:
        await fill(tx)
    before = await readable(store)
    await store.close()
    async with opened(database_url, NEW_ONLY) as without_old_key:
        with pytest.raises(WrongKey, match=r"\w+\.\w+"):
            await rotate(without_old_key, NEW_ONLY)
    async with opened(database_url, BOTH_KEYS) as after:
        assert await readable(after) == before


async def test_empty_outbox_texts_stay_empty(store: Store, database_url: str) -> None:
    async with store.write() as tx:
        await fill(tx)
        (first, second) = await sending.candidates(tx, NOW, not_chats=(), limit=5)
        await sending.lease(tx, [first.id, second.id], "me", NOW)
        await sending.settle(tx, [sending.Settled(first.id, "sent")], NOW)
    await store.close()
    async with opened(database_url, BOTH_KEYS) as rotating:
        await rotate(rotating, BOTH_KEYS)
        async with rotating.read() as tx:
            table = metadata.tables["outbox"]
            empty = select(func.count()).select_from(table).where(table.c.payload.is_(None))
            assert (await tx.execute(empty)).scalar_one() == 1
            assert (await patients.of_chat(tx, CHAT)) is not None


KILLED_AFTER = """
import asyncio, os, signal, sys
from bot.storage.columns import Keyring
from bot.storage.rotation import rotate
from bot.storage.store import Store

url, rows = sys.argv[1], int(sys.argv[2])
keys = Keyring([bytes(range(100, 132)), bytes(range(32))])

def told(done):
    if done >= rows:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    store = Store(url, keys)
    await store.open()
    await rotate(store, keys, batch=100, told=told)

asyncio.run(main())
"""
# A hundred thousand by `ROTATION_ROWS=100000`.
ROWS = int(os.environ.get("ROTATION_ROWS", "1500"))


async def test_killed_in_the_middle_nothing_is_lost(store: Store, database_url: str) -> None:
    """Killed again and again, as by a power cut; others write meanwhile."""
    await store.check_key()
    async with store.write() as tx:
        updates = [inbox.Kept(n, n % 7, {"text": f"{SECRET} {n}"}) for n in range(ROWS)]
        for start in range(0, ROWS, 5_000):
            await inbox.keep(tx, updates[start : start + 5_000], NOW)
    await store.close()
    for part in (0.2, 0.5, 0.25):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", KILLED_AFTER, database_url, str(int(ROWS * part))
        )
        assert await process.wait() == -signal.SIGKILL
        async with opened(database_url, BOTH_KEYS) as between:
            async with between.read() as tx:
                assert await rows_in(tx, "inbox") == ROWS
            assert 0 < await count_left(between, BOTH_KEYS) < ROWS
    async with opened(database_url, BOTH_KEYS) as rotating:
        assert (await rotate(rotating, BOTH_KEYS)).left == 0
    async with opened(database_url, NEW_ONLY) as after, after.read() as tx:
        query = select(inbox_table.c.update_id, inbox_table.c.payload)
        found = {row[0]: row[1] for row in await tx.execute(query)}
        assert found == {each.update_id: each.payload for each in updates}
