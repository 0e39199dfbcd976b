"""This program, as `bot.app` puts it together, with its reminders in its database."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from datetime import timedelta
from pathlib import Path

os.environ["PTB_TIMEDELTA"] = "true"  # before the library is imported, as the program does

from benchmarks.contestants.stage import Options, options, perform
from benchmarks.seed import seed_due
from bot.app import Program
from bot.delivery.budget import SendBudget
from bot.logs import configure_logs
from bot.settings import load_settings

NO_LIMIT = 5_000.0  # far beyond what one process can send
LEAD = 2.0


async def main(given: Options) -> None:
    settings = load_settings(
        _env_file=None,
        bot_token=given.token,
        telegram_api_base_url=given.url,
        data_dir=Path(given.folder),
        log_level="ERROR",
        send_rate=given.rate or 30,
        tick_seconds=1.0 if given.rate else 0.1,
    )
    configure_logs("ERROR", "json")  # standard output belongs to the stage
    budget = None if given.rate else SendBudget(NO_LIMIT)
    program = Program(settings, budget=budget)
    await program.start()

    async def make_due() -> float:
        lead = LEAD + given.reminders / 50_000
        due, due_at = time.monotonic() + lead, program.clock.now() + timedelta(seconds=lead)
        async with program.store.write() as tx:
            await seed_due(tx, given.reminders, due_at)
        return due

    try:
        await perform(make_due)
    finally:
        await program.stop()


def unsettled(folder: Path) -> int:
    """Rows that are neither sent nor cancelled; from outside, while it runs."""
    database = sqlite3.connect(f"file:{folder / 'isocompanion.db'}?mode=ro", uri=True)
    try:
        query = "SELECT count(*) FROM outbox WHERE state IN ('queued', 'leased')"
        return int(database.execute(query).fetchone()[0])
    finally:
        database.close()


if __name__ == "__main__":
    asyncio.run(main(options()))
