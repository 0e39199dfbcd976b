"""A plan for hard days: written in calm times, shown in hard ones, and nobody's but hers."""

from __future__ import annotations

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient
from tests.journeys.test_rights import exported

CRY = "I want to kill myself"
DARK_URINE = "my urine is dark and my skin is yellow"
WALK = "a walk with Bello <3 & music"


async def with_a_plan(bot: RunningBot) -> Patient:
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.sees_only("A plan for hard days", "send it to nobody")
    await ann.presses("Write my plan")
    await ann.sees_only("How do you notice")
    await ann.says("I stop answering messages")
    await ann.sees_only("What helps you through")
    await ann.says(WALK)
    await ann.sees_only("Whom can you call?")
    await ann.presses("Skip this")
    await ann.sees_only("Where is it better to be")
    await ann.says("my sister's kitchen")
    await ann.sees_only("Saved", "Warning signs: I stop answering messages", WALK, "kitchen")
    return ann


async def test_sos_shows_it_first_after_the_emergency_line(bot: RunningBot) -> None:
    ann = await with_a_plan(bot)
    await ann.says("/sos")
    text = (await ann.sees_only("Your own plan", WALK)).text
    assert text.index("In danger now?") < text.index("Your own plan") < text.index("findahelpline")


async def test_a_cry_for_help_has_a_button_that_shows_it_and_asks_for_no_writing(
    bot: RunningBot,
) -> None:
    ann = await with_a_plan(bot)
    await ann.says(CRY)
    urgent = await ann.sees_only("nobody may be reading this chat")
    assert urgent.text.startswith("Please call") or "talk to a person" in urgent.text
    await ann.presses("My plan", urgent)
    shown = await ann.sees_only(WALK, "What matters now is to talk to a person")
    assert shown.labels == []


async def test_whoever_has_no_plan_is_not_asked_to_write_one_in_a_hard_hour(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says(CRY)
    assert "My plan" not in ann.offered
    await ann.says("/safetyplan")
    nothing = await ann.sees_only("in a calm time", "/sos")
    assert nothing.labels == []


@pytest.mark.parametrize("press", ["Write my plan", "Skip this"])
async def test_a_case_in_the_middle_of_writing_ends_the_writing(
    bot: RunningBot, press: str
) -> None:
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.presses("Write my plan")
    older = ann.offering(press)
    await ann.says(DARK_URINE)
    await ann.says("a walk")
    await ann.sees_only("in a calm time")
    await ann.presses(press, older)
    await ann.sees_only("in a calm time")
    assert await bot.rows("safety_plans") == []


async def test_one_part_can_be_changed_and_all_of_it_deleted(bot: RunningBot) -> None:
    ann = await with_a_plan(bot)
    await ann.presses("Change: Whom to call")
    await ann.sees_only("Whom can you call?")
    await ann.says("x" * 401)
    await ann.sees_only("too long")
    await ann.says("Bea, 020 7946 0000")
    await ann.sees_only("Saved", "Bea, 020 7946 0000", WALK)
    await ann.presses("Delete the plan")
    await ann.presses("No, keep it")
    await ann.sees(WALK)
    await ann.presses("Delete the plan")
    await ann.presses("Yes, delete it")
    await ann.sees_only("Your plan is deleted")
    await ann.says("/sos")
    ann.sees_not("Your own plan")
    assert await bot.rows("safety_plans") == []


async def test_a_second_tap_on_skip_leaves_the_next_part_open(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.presses("Write my plan")
    await ann.taps_at_once("Skip this", "Skip this")
    await ann.sees("What helps you through")
    ann.sees_not("Whom can you call?")


async def test_words_that_may_mean_danger_are_asked_about_and_kept_after_a_no(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.presses("Write my plan")
    await ann.says("I go quiet and think there is no point")
    await ann.sees_only("I want to be sure that I understand you")
    await ann.presses("No")
    await ann.sees("What helps you through")
    await ann.says("/safetyplan")
    await ann.sees("I go quiet and think there is no point")


SIGN = "When it gets bad I think about killing myself and stop answering"


async def test_how_hard_days_begin_is_asked_about_raises_no_case_and_is_kept_after_a_no(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.presses("Write my plan")
    await ann.says(SIGN)
    await ann.sees_only("I want to be sure that I understand you")
    assert await bot.rows("escalations") == []
    await ann.presses("No")
    await ann.sees("What helps you through")
    await ann.says("/safetyplan")
    await ann.sees("Warning signs: When it gets bad")
    assert await bot.rows("escalations") == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(CRY, id="a-wish-of-now"),
        pytest.param("When it gets bad I think about killing myself, like tonight", id="tonight"),
        pytest.param("I am going to kill myself tonight", id="a-plan"),
    ],
)
async def test_a_cry_for_help_typed_as_a_warning_sign_is_a_case_at_once(
    bot: RunningBot, words: str
) -> None:
    ann = await set_up(bot)
    await ann.says("/safetyplan")
    await ann.presses("Write my plan")
    await ann.says(words)
    await ann.sees_only("nobody may be reading this chat")
    assert len(await bot.rows("escalations")) == 1


async def test_signs_described_anywhere_else_are_heard_as_ever(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says(SIGN)
    await ann.sees_only("nobody may be reading this chat")


async def test_it_is_in_her_file_and_goes_with_her(bot: RunningBot) -> None:
    ann = await with_a_plan(bot)
    await ann.says("/export")
    assert (await exported(ann))["safety_plan"]["helps"] == WALK
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.presses("Yes, I'm sure")
    await bot.passes(minutes=10)
    assert await bot.rows("safety_plans") == []


async def test_without_an_account_nothing_is_kept(bot: RunningBot) -> None:
    guest = bot.patient("Guest")
    await guest.says("/safetyplan")
    await guest.sees_only("/start")
