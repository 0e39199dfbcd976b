"""APScheduler with its SQLAlchemyJobStore: a stored job per reminder survives a restart."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from benchmarks.contestants.library_bot import TEXT, App, library_bot
from benchmarks.contestants.stage import Options, options, perform

JOBS_PER_SECOND = 300  # with room: each addition is a commit
_app: list[App] = []  # a stored job names a function of a module; it cannot carry the bot


async def remind(chat_id: int) -> None:
    await _app[0].bot.send_message(chat_id, TEXT, parse_mode="HTML")


async def main(given: Options) -> None:
    path = Path(given.folder) / "jobs.db"
    scheduler = AsyncIOScheduler(
        jobstores={"default": SQLAlchemyJobStore(url=f"sqlite:///{path}")},
        job_defaults={"misfire_grace_time": None} if given.mended else {},
        timezone=UTC,
    )
    scheduler.start()
    async with library_bot(given) as app:
        _app.append(app)

        async def make_due() -> float:
            lead = 2 + given.reminders / JOBS_PER_SECOND
            due, due_at = time.monotonic() + lead, datetime.now(UTC) + timedelta(seconds=lead)
            for chat_id in range(1, given.reminders + 1):
                scheduler.add_job(remind, "date", run_date=due_at, args=[chat_id])
            return due

        await perform(make_due)
    scheduler.shutdown(wait=False)


if __name__ == "__main__":
    asyncio.run(main(options()))
    os._exit(0)  # half-sent jobs are not waited for
