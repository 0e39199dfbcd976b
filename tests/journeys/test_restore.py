"""The machine is lost, a copy is put back: what was owed is still owed, and life goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.backup import back_up
from bot.upkeep import restore
from tests.journeys.fixtures import StartBot
from tests.journeys.onboarding import set_up


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """On SQLite only: PostgreSQL has its own tools."""
    (tmp_path / "data").mkdir(exist_ok=True)
    return f"sqlite+aiosqlite:///{tmp_path / 'data' / 'isocompanion.db'}"


async def test_a_restored_bot_goes_on_where_the_copy_was_made(
    start_bot: StartBot, tmp_path: Path
) -> None:
    bot = await start_bot()  # type: ignore[misc]
    ann = await set_up(bot)
    await ann.says("/checkin")
    fault = bot.telegram.faults.blocked(ann.person.id)
    ann.person.say("I want to kill myself")
    await bot.telegram.wait_until(lambda: fault.hits > 0)
    await bot.settled()
    copy = back_up(bot.settings.database, tmp_path, bot.clock.now())
    fault.off()
    await bot.stop()
    bot.settings.data_dir.joinpath("isocompanion.db").write_bytes(b"a broken disk")
    bot.clock.advance(days=2)
    ann.looks_away()
    ann.person.say("/today")  # waits at Telegram while nobody is there
    await restore(bot.settings, copy, bot.clock.now())
    await bot.start()
    await bot.settled()
    await ann.sees("call")  # the message of the case leaves first
    assert any("today" in each.text.lower() for each in ann.fresh)
    states = {row[0] for row in await bot.rows("occurrences", "state", kind="dose")}
    assert "unanswered" not in states
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    await ann.waits_until("08:00")
    await ann.sees("Your daily one")
