"""What the two scheduler designs share: the library's application, polling, and an echo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import AIORateLimiter, Application, MessageHandler, filters

from benchmarks.contestants.stage import Options

TEXT = "<b>08:00</b> · your routine\n▫️ Your daily one, with food"
App = Application[Any, Any, Any, Any, Any, Any]


async def _echo(update: Update, context: object) -> None:
    assert update.message is not None
    await update.message.reply_text("here I am")


@asynccontextmanager
async def library_bot(options: Options) -> AsyncIterator[App]:
    """Polling and answering. A rate means the library's `AIORateLimiter`; it retries nothing by
    itself, so it is told to."""
    builder = Application.builder().token(options.token).base_url(options.url)
    if options.rate is not None:
        limiter: Any = AIORateLimiter(
            overall_max_rate=options.rate, overall_time_period=1, max_retries=5
        )
        builder = builder.rate_limiter(limiter)
    app = builder.build()
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling()
        yield app
        await app.updater.stop()
        await app.stop()
