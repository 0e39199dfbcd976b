"""A copy of the SQLite database while the bot runs, by SQLite's own online backup.

https://sqlite.org/backup.html: readers and the writer go on; the copy is one consistent state.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

PAGES_AT_ONCE = 1_000  # between two portions the bot can write


class BackupRefused(Exception):
    """No copy was made; the text says why."""


def back_up(url: str, target: Path) -> int:
    """Copy the database of `url` to the new file `target`, which only its owner may read.

    Returns its size in bytes. Raises `BackupRefused`.
    """
    database = make_url(url)
    if database.get_backend_name() != "sqlite":
        raise BackupRefused(
            "This database is PostgreSQL: make its backup with pg_dump, and keep the encryption "
            "keys with it."
        )
    source = Path(database.database or "")
    if not source.is_file():
        raise BackupRefused(f"There is no database at {source}.")
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise BackupRefused(f"{target} is there already and is not overwritten.") from None
    except OSError as error:
        raise BackupRefused(f"{target} cannot be written: {error.strerror}.") from None
    try:
        _copy(source, target)
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise BackupRefused(f"The database could not be copied: {error}.") from None
    return target.stat().st_size


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as original,
        closing(sqlite3.connect(target)) as copy,
    ):
        original.backup(copy, pages=PAGES_AT_ONCE)
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged ({verdict})")
