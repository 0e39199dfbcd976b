"""A recycled account: whoever holds it now is asked before anything of the former one is shown."""

from __future__ import annotations

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient

PLACE = "my sister's kitchen"
ASKED = "Was it you who talked to me here before?"
SECRETS = ("20 mg", "with food", "All set", PLACE, "020 7946", "your routine")


async def taken_over(bot: RunningBot, days: int = 31) -> Patient:
    """Ann has a plan and a number here; then nobody writes, and the account has another name."""
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.presses("Write my plan")
    for words in ("I stop answering messages", "a walk", "Bea, 020 7946 0000", PLACE):
        await ann.says(words)
    await ann.says("/settings")
    await ann.presses("Doctor's number")
    await ann.says("020 7946 0000")
    await bot.passes(days=days)
    ann.person.api["first_name"] = "Somebody"
    return ann


def sees_nothing_of_hers(who: Patient) -> None:
    who.sees_not(*SECRETS)


async def test_somebody_new_sees_nothing_and_everything_goes(bot: RunningBot) -> None:
    new = await taken_over(bot)
    for words in ("/start", "/today", "/settings", "/export", "/safetyplan", "/doctor", "hello"):
        await new.says(words)
        await new.sees_only(ASKED)
        sees_nothing_of_hers(new)
    await new.says("/sos")
    await new.sees("emergency")
    sees_nothing_of_hers(new)
    new.looks_away()
    await bot.passes(days=1)
    await new.sees_nothing()  # no reminder of hers
    await new.says("my urine is dark and my skin is yellow")
    await new.sees("doctor")
    sees_nothing_of_hers(new)
    await new.says("/today")
    await new.presses("No, I'm somebody new")
    await new.sees_only("everything that was here is deleted")
    await new.says("/export")
    await new.sees_only("everything that was here is deleted")
    await bot.passes(minutes=11)
    assert await bot.rows("patients", "doubted_at") in ([], [(None,)])
    assert await bot.rows("safety_plans") == []
    await new.says("/start")
    await new.sees("companion")


async def test_she_was_only_away_and_has_another_name(bot: RunningBot) -> None:
    ann = await taken_over(bot)
    await ann.says("/today")
    await ann.presses("No, I'm somebody new")  # a wrong tap
    await ann.presses("Yes, it was me")
    await ann.sees_only("Everything is as it was")
    await ann.says("/safetyplan")
    await ann.sees_only(PLACE)
    await ann.waits_until("08:00")
    await ann.sees("your routine")
    await bot.passes(days=40)
    await ann.says("/today")  # the same name as then
    ann.sees_not(ASKED)
    assert await bot.rows("patients", "delete_at") == [(None,)]


@pytest.mark.parametrize("why", ["soon", "same name"])
async def test_who_is_silent_for_less_or_keeps_the_name_is_asked_nothing(
    bot: RunningBot, why: str
) -> None:
    ann = await taken_over(bot, days=20 if why == "soon" else 60)
    if why == "same name":
        ann.person.api["first_name"] = ann.person.name
    await ann.says("/today")
    ann.sees_not(ASKED)


async def test_an_old_or_forged_answer_decides_nothing(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/today")
    for same in (0, 1):
        await ann.presses_forged(f"2:ow:{same}", ann.person.last)
        await ann.sees_only("something that has changed")
    assert await bot.rows("patients", "delete_at", "doubted_at") == [(None, None)]
