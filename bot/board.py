"""`board`: the newest of the outbox, the cases and what is due next, as lines of JSON.

Chats are numbers; there is never a name or a text in it. With `--follow` a line comes whenever
something has changed, also while the bot is down: that is when one wants to see what waits.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot.settings import Settings
from bot.stats import NoDatabase
from bot.storage.board import read_board
from bot.storage.columns import Keyring
from bot.storage.store import Store

ROWS = 40
CASES = 20
LOOK_EVERY = 0.1  # seconds between looks at the SQLite files, which cost nothing
LOOK_AGAIN = 1.0  # seconds between looks at a database that cannot be looked at so


async def shown_once(settings: Settings) -> str:
    """One line. Raises `NoDatabase`."""
    store = _store(settings)
    try:
        line = await _line(store)
    finally:
        await store.close()
    if line is None:
        raise NoDatabase("There is no database yet; `run` makes it.")
    return line


async def follow(settings: Settings, tell: Callable[[str], None]) -> None:
    """Tell a line now and after each change, for ever; nothing before there is a database."""
    store = _store(settings)
    told: str | None = None
    seen: object = None
    try:
        while True:
            state = _state_of_files(store)
            if state is None or state != seen:
                line = await _line(store)
                if line is not None and line != told:
                    told = line
                    tell(line)
                seen = state
            await asyncio.sleep(LOOK_AGAIN if state is None else LOOK_EVERY)
    finally:
        await store.close()


def _store(settings: Settings) -> Store:
    # No sealed column is read: whoever watches needs no key.
    return Store(settings.database, Keyring([os.urandom(32)]))


def _state_of_files(store: Store) -> object:
    """Differs after every commit on SQLite; None where that cannot be told."""
    if not store.is_sqlite or not store.url.database:
        return None
    found = []
    for name in (store.url.database, f"{store.url.database}-wal"):
        try:
            stat = Path(name).stat()
        except OSError:
            found.append((0, 0))
        else:
            found.append((stat.st_mtime_ns, stat.st_size))
    return tuple(found)


async def _line(store: Store) -> str | None:
    if store.is_sqlite and not await asyncio.to_thread(Path(store.url.database or "").is_file):
        return None
    board = await read_board(store, ROWS, CASES)
    return None if board is None else json.dumps(asdict(board), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value)} has no place in JSON")
