"""Whatever goes wrong, no word that a patient typed, and no name, leaves by a log."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure_logs
from tests.journeys.fixtures import StartBot
from tests.journeys.onboarding import set_up

WORD = "Kirschbluete"
NAME = "Annegret"


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


async def test_nothing_that_was_typed_is_in_any_output(
    start_bot: StartBot, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs("DEBUG", "json")
    bot = await start_bot()  # type: ignore[misc]
    ann = await set_up(bot, NAME)
    await ann.says(f"{WORD} makes my skin dry, what helps?")
    await ann.says(f"I want to kill myself, {WORD}")
    await ann.says("/safetyplan")
    await ann.sends_photo(f"{WORD}?")
    await ann.edits(f"{WORD}!")
    # Updates that the library cannot read, and quotes when it says so.
    chat = {"id": ann.person.id, "type": "private", "first_name": NAME}
    broken = [
        {"text": WORD, "date": WORD, "chat": chat},
        {"text": {WORD: WORD}, "date": 1, "chat": chat},
        {"text": WORD, "date": 1, "chat": {"id": WORD, "type": NAME}},
        {"text": WORD, "date": 10**30, "chat": chat, "entities": [{"type": WORD}]},
    ]
    updates = [
        {"update_id": 10**9 + number, "message": {"message_id": 1} | message}
        for number, message in enumerate(broken)
    ]
    assert await bot.running.intake.keep(updates)
    await bot.settled()
    assert any(row[0] for row in await bot.rows("inbox", "failed"))  # some did go wrong
    # A task that dies unheard, and a library that tells what it got.
    task = asyncio.get_running_loop().create_future()
    task.set_exception(ValueError(WORD))
    del task
    for library in ("telegram.ext.Application", "aiohttp.client", "sqlalchemy.engine", "asyncio"):
        logging.getLogger(library).error("got %s", WORD, exc_info=ValueError(WORD))
    fault = bot.telegram.faults.blocked(ann.person.id)
    await ann.says(f"/faq {WORD}")
    fault.off()
    await bot.stop()
    said = "".join(capsys.readouterr())
    assert "update_failed" in said  # there is something to read
    for secret in (WORD, NAME, bot.telegram.token):
        assert secret not in said
    assert not re.search(rf"\b{ann.person.id}\b", said)
