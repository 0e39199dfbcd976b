"""`doctor`: is everything there that the bot needs, and how is what is missing mended?

Beside a running bot; it changes nothing, makes no key and takes no lock.
"""

from __future__ import annotations

import asyncio

from bot.clock import SystemClock
from bot.doctor.content import content_lines
from bot.doctor.data import data_lines
from bot.doctor.line import Line
from bot.doctor.machine import machine_lines
from bot.doctor.telegram import telegram_lines
from bot.settings import Settings


async def examine(settings: Settings) -> list[Line]:
    """All results, in the order of what depends on what. Never raises for what it finds."""
    now = SystemClock().now()
    lines = [line async for line in telegram_lines(settings, now)]
    lines += [line async for line in data_lines(settings, now)]
    lines += await asyncio.to_thread(content_lines, settings, now.date())
    return lines + machine_lines(settings)
