"""Runs what the playground's "copy as test" has written, as if it had been pasted."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bot.catalog.content import Content
from tests.journeys.bot import RunningBot, running_bot


async def run_copied(code: str, folder: Path, content: Content) -> None:
    """Fails as the copied test would fail. `folder` is for its data; it need not exist."""
    module: dict[str, Any] = {}
    exec(compile(code, "copied.py", "exec"), module)  # made by this very program
    (test,) = (each for name, each in module.items() if name.startswith("test_"))
    async with AsyncExitStack() as stack:

        async def start_bot(**choices: Any) -> RunningBot:
            made = running_bot(f"sqlite+aiosqlite:///{folder}.db", folder, content, **choices)
            return await stack.enter_async_context(made)

        await test(start_bot)
