"""The library's JobQueue: one job per reminder."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

from telegram.ext import ContextTypes

from benchmarks.contestants.library_bot import TEXT, library_bot
from benchmarks.contestants.stage import Options, options, perform

JOBS_PER_SECOND = 1500  # so fast can they be added; they are due after that


async def _remind(context: ContextTypes.DEFAULT_TYPE) -> None:
    assert context.job is not None
    assert context.job.chat_id is not None
    await context.bot.send_message(context.job.chat_id, TEXT, parse_mode="HTML")


async def main(given: Options) -> None:
    async with library_bot(given) as app:

        async def make_due() -> float:
            lead = 2 + given.reminders / JOBS_PER_SECOND
            due, due_at = time.monotonic() + lead, datetime.now(UTC) + timedelta(seconds=lead)
            extra = {"misfire_grace_time": None} if given.mended else {}
            assert app.job_queue is not None
            for chat_id in range(1, given.reminders + 1):
                app.job_queue.run_once(_remind, due_at, chat_id=chat_id, job_kwargs=extra)
            return due

        await perform(make_due)


if __name__ == "__main__":
    asyncio.run(main(options()))
