"""What is done to a database beside or before a running bot: migrating it, sealing it anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.demo import six_weeks_in
from bot.logs import configure_logs
from bot.settings import Settings
from bot.storage import backup, rotation
from bot.storage.columns import Keyring
from bot.storage.keys import load_keyring
from bot.storage.locking import ProcessLock
from bot.storage.migrate import migrate
from bot.storage.store import Store

BESIDE = ("-wal", "-shm", "-journal", ".lock")  # what SQLite and we keep beside a database


class NotAPlayground(Exception):
    """What was asked is for the playground only."""


async def rotate_keys(settings: Settings) -> tuple[int, int]:
    """Write every sealed field anew with the first of `ENCRYPTION_KEYS`. Returns how many rows
    were written and how many are left; it may be interrupted and run again."""
    async with opened(settings) as (store, keyring):
        done = await rotation.rotate(store, keyring)
    return done.rows, done.left


async def migrate_only(settings: Settings) -> None:
    """Bring the database's schema up to date and end."""
    async with opened(settings) as (store, _):
        await migrate(store)
        await store.check_key()


async def add_demo(settings: Settings, chat_id: int, name: str, zone: str, now: datetime) -> bool:
    """Write the playground's made-up patient. False: this chat has somebody already.
    Raises `NotAPlayground`: a real database never holds made-up people."""
    if settings.clock_offset_file is None:
        raise NotAPlayground("Made-up patients are for the playground, which has its own clock.")
    async with opened(settings) as (store, _):
        await migrate(store)
        async with store.write() as tx:
            return await six_weeks_in(tx, chat_id, name, zone, now) is not None


async def restore(settings: Settings, copy: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database: brought up to date and opened with the keys first,
    exchanged in one step at the end, so that neither a refusal nor a kill loses anything. Returns
    where the database that was there is kept.

    Raises `BackupRefused`, `WrongKey`, `AlreadyRunning`.
    """
    target = backup.database_file(settings.database)
    draft, kept = target.with_name(target.name + ".restoring"), None
    backup.check_is_copy(copy)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = ProcessLock(f"{target}.lock")
    lock.take()
    try:
        _remove(draft, "", *BESIDE)
        backup.copy_to(copy, draft, mark=(0, 0))
        async with opened(settings, f"sqlite+aiosqlite:///{draft}") as (store, _):
            await migrate(store)
            await store.check_key()
        if target.exists():
            kept = target.with_name(f"{target.name}.before-{now:%Y-%m-%d-%H%M%S}")
            _keep(target, kept, now)
        _remove(target, "-wal", "-shm", "-journal")
        draft.replace(target)
    finally:
        _remove(draft, "", *BESIDE)
        lock.release()
    return kept


def _keep(database: Path, kept: Path, now: datetime) -> None:
    """As a copy that expires; what is damaged is put aside as it is."""
    try:
        backup.copy_to(database, kept, mark=(backup.MARK, now.date().toordinal()))
    except backup.BackupRefused:
        database.replace(kept)


def _remove(database: Path, *beside: str) -> None:
    """A database's own file is the one with nothing behind its name."""
    for end in beside:
        database.with_name(database.name + end).unlink(missing_ok=True)


@asynccontextmanager
async def opened(
    settings: Settings, url: str | None = None
) -> AsyncIterator[tuple[Store, Keyring]]:
    """The installation's database with its keys, open."""
    configure_logs(settings.log_level, settings.log_format)
    keys = settings.encryption_keys.get_secret_value() if settings.encryption_keys else None
    keyring, _ = load_keyring(keys, settings.data_dir)
    store = Store(url or settings.database, keyring)
    await store.open()
    try:
        yield store, keyring
    finally:
        await store.close()
