"""`make fuzz`: 50,000 updates on a fresh SQLite database, or as many as are asked for."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

import structlog

from bot.catalog.loading import require_content
from bot.settings import PROJECT
from bot.storage.columns import Keyring
from bot.storage.migrate import migrate
from bot.storage.store import Store
from tests.databases import KEY, sqlite_url
from tests.fuzz.run import fuzz


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def _prepare(url: str) -> None:
    store = Store(url, Keyring([KEY]))
    await store.open()
    await migrate(store)
    await store.close()


def main() -> int:
    updates = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    start = int(os.environ.get("SEED", int(time.time())))
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    _say(f"Feeding {updates:,} updates (SEED={start})")
    began, shown = time.monotonic(), 0

    def told(fed: int) -> None:
        nonlocal shown
        if fed - shown >= 1_000:
            shown = fed
            _say(f"{fed:>8,}  {fed / (time.monotonic() - began):.0f}/s")

    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "fuzz.db")
        asyncio.run(_prepare(url))
        content = require_content(PROJECT / "content")
        report = fuzz(url, Path(folder) / "data", content, updates, start=start, told=told)
    _say(f"{report.accepted:,} accepted, {report.refused:,} refused at the door; none lost.")
    _say(f"Could not be read, said so, and kept for 30 days: {report.failed or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
