"""What a patient may switch on besides: a daily tap without a score, a weekly one for symptoms."""

from __future__ import annotations

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient
from tests.journeys.test_rights import exported

DAILY = "▫️ How was today? Each evening"
WEEKLY = "▫️ Anything new? Once a week"


async def opted(bot: RunningBot, label: str, **facts: object) -> Patient:
    ann = await set_up(bot, "Ann", Choices(routines=(), **facts))  # type: ignore[arg-type]
    await ann.says("/settings")
    await ann.presses(label)
    await ann.sees("Times")
    return ann


async def test_nobody_is_asked_who_did_not_switch_it_on(bot: RunningBot) -> None:
    ann = await set_up(bot, "Ann", Choices(routines=(), mood=False))
    await bot.passes(days=8)
    await ann.sees_nothing()
    await ann.says("/settings")
    assert DAILY not in ann.offered  # it needs the consent to questions about mood


@pytest.mark.parametrize("mood", ["Good", "Very low"])
async def test_the_daily_tap_is_kept_without_a_score(bot: RunningBot, mood: str) -> None:
    ann = await opted(bot, DAILY)
    await ann.waits_until("19:00")
    await ann.sees_only("How was today?")
    await ann.presses(mood)
    if mood == "Good":
        await ann.sees_only("Noted.")
    else:
        await ann.sees_only("/checkin", "/sos")
    ann.sees_not("score", "streak")
    assert await bot.rows("escalations", "id") == []
    await ann.says("/export")
    (day,) = (await exported(ann))["daily_mood"]
    assert day["mood"] == mood.lower().replace(" ", "-")
    await bot.passes(hours=5)
    await ann.sees_nothing()


async def test_the_weekly_question_leads_into_the_symptom_check(bot: RunningBot) -> None:
    ann = await opted(bot, WEEKLY)
    await bot.passes(days=7)
    await ann.sees_only("A short check")
    await ann.presses("Something bothers me")
    await ann.sees("Is any of this happening right now?")


async def test_nothing_new_is_one_tap(bot: RunningBot) -> None:
    ann = await opted(bot, WEEKLY)
    await bot.passes(days=7)
    await ann.presses("Nothing new")
    await ann.sees_only("✓ A short check")
    await bot.passes(days=5)
    await ann.sees_nothing()


async def test_withdrawing_the_consent_ends_the_daily_tap(bot: RunningBot) -> None:
    ann = await opted(bot, DAILY)
    await ann.says("/settings")
    await ann.presses("✓ Mood check-ins")
    await bot.passes(days=2)
    await ann.sees_nothing()


async def test_both_rest_while_a_case_is_open(bot: RunningBot) -> None:
    ann = await opted(bot, DAILY)
    await ann.says("my urine is dark and my skin is yellow")
    await bot.passes(days=3)
    assert not any("How was today?" in each.text for each in ann.fresh)


async def test_the_end_of_the_first_check_in_offers_them_once(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/checkin")
    for label in ("Not at all", "Not at all", "Not at all", "No", *["Not at all"] * 6):
        await ann.presses(label)
    while "No" in ann.offered:
        await ann.presses("No")
    await ann.presses("Not at all")
    await ann.presses("Not at all")
    await ann.sees("If you like, I can also do this")
    await ann.presses("Ask me once a week about side effects")
    await ann.sees_only("A short check", "Sun")
