"""What a reader must know about where the figures come from; no host names and no paths."""

from __future__ import annotations

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

PACKAGES = ("python-telegram-bot", "aiohttp", "httpx", "SQLAlchemy", "aiosqlite", "asyncpg",
            "APScheduler", "aiolimiter")  # fmt: skip


def facts() -> tuple[str, ...]:
    """Processors, load, Python and library versions, one phrase each."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} processors ({platform.machine()}){load}",
        f"{platform.system()}, {platform.python_implementation()} {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        *(f"{name} {_version(name)}" for name in PACKAGES),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
