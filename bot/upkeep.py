"""What is done to a database beside or before a running bot: migrating it, sealing it anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.logs import configure_logs
from bot.settings import Settings
from bot.storage import rotation
from bot.storage.columns import Keyring
from bot.storage.keys import load_keyring
from bot.storage.migrate import migrate
from bot.storage.store import Store


async def rotate_keys(settings: Settings) -> tuple[int, int]:
    """Write every sealed field anew with the first of `ENCRYPTION_KEYS`. Returns how many rows
    were written and how many are left; it may be interrupted and run again."""
    async with _opened(settings) as (store, keyring):
        done = await rotation.rotate(store, keyring)
    return done.rows, done.left


async def migrate_only(settings: Settings) -> None:
    """Bring the database's schema up to date and end."""
    async with _opened(settings) as (store, _):
        await migrate(store)
        await store.check_key()


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[Store, Keyring]]:
    configure_logs(settings.log_level, settings.log_format)
    keys = settings.encryption_keys.get_secret_value() if settings.encryption_keys else None
    keyring, _ = load_keyring(keys, settings.data_dir)
    store = Store(settings.database, keyring)
    await store.open()
    try:
        yield store, keyring
    finally:
        await store.close()
