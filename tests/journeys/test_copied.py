"""A conversation of the playground, copied as a test, is one that runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.catalog.content import Content
from playground.scribe import Cast, as_test, telling
from tests.journeys.bot import MONDAY_NOON
from tests.journeys.copied import run_copied
from tests.journeys.fixtures import StartBot
from tests.journeys.onboarding import onboard

TEAM = 900


async def test_a_conversation_becomes_a_test_that_runs(
    start_bot: StartBot, tmp_path: Path, content: Content
) -> None:
    bot = await start_bot(care_team_chat_id=TEAM)
    team = bot.patient("Care team", id=TEAM, started=True)
    ann, ben = bot.patient("Ann"), bot.patient("Ben")
    await onboard(ann, team=True)
    await ben.says("how much sunscreen do I need?")
    await ann.waits_until("08:00")
    await ann.presses("Later")
    await ann.presses("10 min")
    await bot.passes(minutes=12)
    await ann.presses("Taken")
    await ann.says('say "so"\n{really}')
    await ann.edits("I want to kill myself")
    await team.sees("EMERGENCY")
    await team.presses("Acknowledge case 1")
    await ann.sends_photo("my skin")
    await ann.shares_location(52.52, 13.4)
    await bot.passes(days=2, hours=3)
    await ann.blocks()
    await ann.unblocks()
    await ann.says("/today")

    cast = Cast([ann.person, ben.person, team.person], "UTC", MONDAY_NOON, team=TEAM)
    code = as_test(bot.telegram, cast)
    for line in (
        'await ann.presses("✓ Moisturizer")',
        'await ann.waits_until("08:00")',
        'await ann.waits_until("08:10")',
        'await ann.says("say \\"so\\"\\n{really}")',
        'await care_team.presses("Acknowledge case")',
        "await ann.shares_location(52.52, 13.4)",
        "await ann.blocks()",
    ):
        assert f"    {line}\n" in code
    await run_copied(code, tmp_path / "again", content)
    wrong = re.sub(r'ann\.sees\("[^"]+"', 'ann.sees("What nobody ever said"', code, count=1)
    with pytest.raises(AssertionError, match="does not see"):
        await run_copied(wrong, tmp_path / "wrong", content)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("08:00 · your routine\n▫️ Your daily one", "Your daily one", id="times"),
        pytest.param("Case 12: EMERGENCY.", "EMERGENCY", id="a case's number"),
        pytest.param("OK.", "", id="nothing that tells"),
        pytest.param("\u2068London\u2069, 08:00 there", "London", id="isolated names"),
    ],
)
def test_it_looks_for_words_that_do_not_vary(text: str, words: str) -> None:
    assert telling(text) == words
