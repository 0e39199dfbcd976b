"""Copies: made, told from other files, deleted on their date, and put back."""

from __future__ import annotations

import base64
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.settings import Settings, load_settings
from bot.storage import inbox
from bot.storage.backup import BackupRefused, back_up, delete_expired, made_on
from bot.storage.columns import Keyring, WrongKey
from bot.storage.locking import AlreadyRunning
from bot.storage.migrate import migrate
from bot.storage.schema import metadata
from bot.storage.store import Store
from bot.upkeep import restore
from tests.databases import KEY, opened
from tests.storage.full_database import fill
from tests.storage.rows import CHAT

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def settings_for(folder: Path, key: bytes = KEY) -> Settings:
    return load_settings(
        _env_file=None, data_dir=folder, encryption_keys=base64.b64encode(key).decode()
    )


async def lived_in(settings: Settings, *chats: int) -> None:
    async with opened(settings.database, Keyring([KEY])) as store:
        await migrate(store)
        await store.check_key()
        async with store.write() as tx:
            for number, chat in enumerate(chats):
                await fill(tx, chat, first_update=10 * number + 1)


async def everything(settings: Settings) -> dict[str, list[str]]:
    async with opened(settings.database, Keyring([KEY])) as store, store.read() as tx:
        return {
            name: sorted(str(row) for row in await tx.execute(select(table)))
            for name, table in metadata.tables.items()
        }


async def test_what_was_copied_is_there_again(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    await lived_in(settings, CHAT)
    before = await everything(settings)
    copy = back_up(settings.database, tmp_path, NOW)
    await lived_in(settings, 1, 2)
    kept = await restore(settings, copy, NOW)
    assert await everything(settings) == before
    assert kept is not None
    assert kept.stat().st_mode & 0o077 == 0
    assert await restore(settings, kept, NOW + DAY) is not None
    assert len((await everything(settings))["patients"]) == 3
    assert not [path for path in settings.data_dir.iterdir() if "restoring" in path.name]


async def test_an_update_that_waited_in_the_copy_waits_again(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    await lived_in(settings, CHAT)
    copy = back_up(settings.database, tmp_path, NOW)
    async with opened(settings.database, Keyring([KEY])) as store, store.write() as tx:
        await inbox.mark_handled(tx, 2, NOW)
    await restore(settings, copy, NOW)
    async with opened(settings.database, Keyring([KEY])) as store, store.read() as tx:
        waiting = await inbox.next_in_lane(tx, CHAT)
    assert waiting is not None
    assert waiting.update_id == 2


async def test_a_copy_is_put_on_a_machine_that_has_nothing(tmp_path: Path) -> None:
    there, here = settings_for(tmp_path / "there"), settings_for(tmp_path / "here")
    await lived_in(there, CHAT)
    copy = back_up(there.database, tmp_path, NOW)
    assert await restore(here, copy, NOW) is None
    assert await everything(here) == await everything(there)


async def test_a_damaged_database_is_put_aside(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    await lived_in(settings, CHAT)
    before = await everything(settings)
    copy = back_up(settings.database, tmp_path, NOW)
    (settings.data_dir / "isocompanion.db").write_bytes(b"a broken disk" * 999)
    kept = await restore(settings, copy, NOW)
    assert kept is not None
    assert kept.read_bytes().startswith(b"a broken disk")
    assert await everything(settings) == before


async def test_what_cannot_be_put_back_changes_nothing(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    await lived_in(settings, CHAT)
    copy = back_up(settings.database, tmp_path, NOW)
    before = await everything(settings)
    with pytest.raises(WrongKey):
        await restore(settings_for(settings.data_dir, bytes(32)), copy, NOW)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    noise = tmp_path / "noise.db"
    noise.write_bytes(os.urandom(9000))
    for wrong in (other, noise, tmp_path / "nowhere.db"):
        with pytest.raises(BackupRefused):
            await restore(settings, wrong, NOW)
    running = Store(settings.database, Keyring([KEY]))
    await running.open()
    with pytest.raises(AlreadyRunning):
        await restore(settings, copy, NOW)
    await running.close()
    assert await everything(settings) == before


async def test_only_copies_expire_and_only_after_their_days(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    await lived_in(settings, CHAT)
    folder = settings.data_dir  # the worst place: the living database lies beside them
    old, edge = (back_up(settings.database, folder, NOW - days * DAY) for days in (31, 30))
    old = old.rename(folder / "renamed.copy")
    os.utime(old, (NOW.timestamp(), NOW.timestamp()))  # as if copied from elsewhere today
    new = back_up(settings.database, folder, NOW)
    await restore(settings, new, NOW)  # a database that was a copy is none
    (folder / "holiday.db").write_bytes(b"SQLite format 3" + bytes(200))
    (folder / "notes.txt").write_text("short")
    before = set(folder.iterdir())
    assert made_on(old) == (NOW - 31 * DAY).date()
    assert delete_expired(folder, 30, NOW.date()) == [old]
    assert set(folder.iterdir()) == before - {old}
    assert edge.exists()
