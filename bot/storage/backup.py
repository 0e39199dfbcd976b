"""A copy of the SQLite database while the bot runs, by SQLite's own online backup.

https://sqlite.org/backup.html: readers and the writer go on; the copy is one consistent state.
A copy carries a mark and the day on which it was made in its header, so that old copies are told
from everything else in a folder, whatever they are called and however they were moved there.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import make_url

PAGES_AT_ONCE = 1_000  # between two portions the bot can write
MARK = 0x49534F43  # "ISOC", in SQLite's field for whose file this is
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_DAY_AT, _MARK_AT = 60, 68  # https://sqlite.org/fileformat.html: user_version, application_id


class BackupRefused(Exception):
    """Nothing was copied, or nothing was put back; the text says why."""


def back_up(url: str, target: Path, now: datetime) -> Path:
    """Copy the database of `url` to the new file `target`, or to a new file in the folder `target`;
    only its owner may read it. Returns the file. Raises `BackupRefused`."""
    source = database_file(url)
    if target.is_dir():
        target = target / f"isocompanion-{now:%Y-%m-%d-%H%M%S}.db"
    if not source.is_file():
        raise BackupRefused(f"There is no database at {source}.")
    copy_to(source, target, mark=(MARK, now.date().toordinal()))
    return target


def database_file(url: str) -> Path:
    """Raises `BackupRefused` for PostgreSQL."""
    database = make_url(url)
    if database.get_backend_name() != "sqlite":
        raise BackupRefused(
            "This database is PostgreSQL: use pg_dump and pg_restore (docs/backup.md), and keep "
            "the encryption keys with the copies."
        )
    return Path(database.database or "")


def copy_to(source: Path, target: Path, mark: tuple[int, int]) -> None:
    """A checked copy in a new file; nothing is left of one that failed. Raises `BackupRefused`."""
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise BackupRefused(f"{target} is there already and is not overwritten.") from None
    except OSError as error:
        raise BackupRefused(f"{target} cannot be written: {error.strerror}.") from None
    try:
        _copy(source, target, mark)
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise BackupRefused(f"The database could not be copied: {error}.") from None


def check_is_copy(path: Path) -> None:
    """Raises `BackupRefused` for anything but a database of this program."""
    if not path.is_file():
        raise BackupRefused(f"There is no copy at {path}.")
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as copy:
            tables = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error:
        tables = set()
    if not tables >= {"patients", "alembic_version"}:
        raise BackupRefused(f"{path} is no copy of this program's database.")


def made_on(path: Path) -> date | None:
    """The day on which a copy was made; None for a file that is no copy of ours."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        return None
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        return None
    day, mark = (struct.unpack_from(">I", header, at)[0] for at in (_DAY_AT, _MARK_AT))
    return date.fromordinal(day) if mark == MARK and day > 0 else None


def delete_expired(folder: Path, keep_days: int, today: date) -> list[Path]:
    """Delete the copies in a folder that are older than `keep_days`; returns them."""
    expired = [
        path
        for path in sorted(folder.iterdir())
        if path.is_file()
        and not path.is_symlink()
        and (day := made_on(path)) is not None
        and day < today - timedelta(days=keep_days)
    ]
    for path in expired:
        path.unlink()
    return expired


def _copy(source: Path, target: Path, mark: tuple[int, int]) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as original,
        closing(sqlite3.connect(target)) as copy,
    ):
        original.backup(copy, pages=PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        copy.execute(f"PRAGMA application_id={mark[0]}")
        copy.execute(f"PRAGMA user_version={mark[1]}")
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged ({verdict})")
