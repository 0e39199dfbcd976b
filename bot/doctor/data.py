"""The database, its tables, and whether the keys open what is stored."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.doctor.line import Level, Line, clock_line
from bot.settings import Settings
from bot.storage import inspection
from bot.storage.columns import Keyring
from bot.storage.inspection import Inspection
from bot.storage.keys import KEY_FILE, BadKeys, known_keyring
from bot.storage.store import Store

SILENT_FOR = timedelta(minutes=2)  # the planner notes every twenty seconds that it runs


async def data_lines(settings: Settings, now: datetime) -> AsyncIterator[Line]:
    try:
        keys = settings.encryption_keys.get_secret_value() if settings.encryption_keys else None
        keyring = await asyncio.to_thread(known_keyring, keys, settings.data_dir)
    except (BadKeys, OSError) as error:
        yield Line(Level.ERROR, "keys", str(error), "see “Keys” in docs/operations.md")
        return
    # Without a key nothing sealed is read; the database can be looked at all the same.
    store = Store(settings.database, keyring or Keyring([os.urandom(32)]))
    try:
        place = store.url.database or ""
        if store.is_sqlite and not await asyncio.to_thread(Path(place).is_file):
            yield Line(Level.WARN, "database", f"none at {place} yet", "the first `run` makes it")
            yield _key_line(keyring, None, settings)
            return
        found = await inspection.inspected(store, keyring or Keyring([os.urandom(32)]))
    except inspection.OutOfReach as error:
        yield Line(
            Level.ERROR,
            "database",
            f"it does not answer ({error})",
            "is the server running, and are user, password, host and database in DATABASE_URL?",
        )
        return
    finally:
        await store.close()
    yield _schema_line(found)
    if found.server_time is not None:
        yield clock_line("database clock", "the database's", found.server_time, now)
    yield _key_line(keyring, found, settings)
    if found.alive_at is not None:
        silent = now - datetime.fromisoformat(found.alive_at)
        if silent > SILENT_FOR:
            text = f"last seen at work {found.alive_at[:16]} UTC"
            yield Line(Level.WARN, "bot", text, "start it, if it should be running")
        else:
            yield Line(Level.OK, "bot", "at work")


def _schema_line(found: Inspection) -> Line:
    if found.revision == found.newest:
        return Line(Level.OK, "database", f"it answers; its tables are the newest ({found.newest})")
    if found.revision is None:
        return Line(Level.WARN, "database", "it has no tables yet", "`migrate` or `run` makes them")
    if found.revision > found.newest:
        text = f"its tables ({found.revision}) are newer than this program ({found.newest})"
        return Line(Level.ERROR, "database", text, "install the newer program again")
    text = f"its tables ({found.revision}) are older than this program ({found.newest})"
    return Line(Level.WARN, "database", text, "make a backup, then `migrate`")


def _key_line(keyring: Keyring | None, found: Inspection | None, settings: Settings) -> Line:
    if keyring is None:
        if found is not None and found.revision is not None:
            mend = "put back the key file or ENCRYPTION_KEYS; without it nobody can read the data"
            return Line(Level.ERROR, "keys", "there is a database and no key", mend)
        return Line(Level.WARN, "keys", "none yet", "`init` or the first `run` makes one")
    if found is not None and found.unopened:
        return Line(
            Level.ERROR,
            "keys",
            f"they do not open all of {', '.join(found.unopened)}",
            "add the key it was written with to ENCRYPTION_KEYS; if there is none, restore",
        )
    path = settings.data_dir / KEY_FILE
    if not settings.encryption_keys and stat.S_IMODE(path.stat().st_mode) & 0o077:
        return Line(Level.WARN, "keys", f"others may read {path}", f"chmod 600 {path}")
    tried = "" if found is None else f"; they open all of {found.tried} values tried"
    return Line(Level.OK, "keys", f"there{tried}")
