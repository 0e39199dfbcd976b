"""A running bot, on SQLite and on PostgreSQL: every journey is made on both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.catalog.content import Content
from tests.journeys.bot import RunningBot, running_bot

StartBot = Callable[..., Awaitable[RunningBot]]


@pytest.fixture
async def start_bot(
    database_url: str, tmp_path: Path, content: Content
) -> AsyncIterator[Callable[..., Any]]:
    """`await start_bot(admit_teens=True, at=...)`: a bot with the operator's choices."""
    async with AsyncExitStack() as stack:

        async def start(**choices: Any) -> RunningBot:
            made = running_bot(database_url, tmp_path / "data", content, **choices)
            return await stack.enter_async_context(made)

        yield start


@pytest.fixture
async def bot(start_bot: Callable[..., Any]) -> RunningBot:
    """A bot with the settings as they come, on a Monday at noon UTC."""
    made: RunningBot = await start_bot()
    return made
