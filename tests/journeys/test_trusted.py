"""The person a patient names: agrees by a link that works once, and gets one message, if ever."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.journeys.bot import MONDAY_NOON, RunningBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient
from tests.journeys.test_rights import exported

CRY = "I want to kill myself"
CALL = "may need you. Please call them now"


async def a_link(ann: Patient, *, name: str | None = "Annie", level: str = "Nothing else") -> str:
    """What she sends to the other one: the words after /start."""
    await ann.says("/trusted")
    await ann.presses("Name somebody")
    await ann.sees_only("By what name")
    await (ann.says(name) if name else ann.presses("Skip this"))
    await ann.sees_only("What else may they see?", "Never: how you feel")
    await ann.presses(level)
    shown = await ann.sees_only("It works once", "https://t.me/iso_companion_bot?start=trusted_")
    found = re.search(r"\?start=(\S+)", shown.text)
    assert found is not None
    return found.group(1)


async def named(bot: RunningBot, level: str = "Nothing else") -> tuple[Patient, Patient]:
    """Ann has named Bea, and Bea has agreed."""
    ann, bea = await set_up(bot), bot.patient("Bea")
    await bea.says(f"/start {await a_link(ann, level=level)}")
    await bea.sees_only("Annie asks you for something", CALL, "What else you would see", level)
    ann.looks_away()
    await bea.presses("I agree")
    await bea.sees_only("Thank you")
    await ann.sees_only("has agreed")
    return ann, bea


@pytest.mark.parametrize("then", ["silence", "words"])
async def test_who_does_not_answer_is_called_by_the_one_she_named(
    bot: RunningBot, then: str
) -> None:
    ann, bea = await named(bot)
    await ann.says(CRY)
    if then == "words":
        await ann.says("/today")
    await bot.passes(hours=3)
    message = await bea.sees_only("Annie", CALL)
    for secret in ("isotretinoin", "capsule", "suicide", "kill", "health", "doctor", "medicine"):
        assert secret not in message.text.lower()
    await ann.sees("I have asked the person you named to call you")
    await bot.passes(days=2)
    await bea.sees_nothing()


async def test_who_answers_in_time_is_left_alone(bot: RunningBot) -> None:
    ann, bea = await named(bot)
    await ann.says(CRY)
    await ann.presses("I called")
    await bot.passes(days=1)
    await bea.sees_nothing()


async def test_it_is_not_said_that_somebody_was_asked_before_telegram_has_taken_it(
    bot: RunningBot,
) -> None:
    ann, bea = await named(bot)
    await bea.blocks()
    await ann.says(CRY)
    await bot.passes(hours=6)
    assert not any("I have asked the person" in each.text for each in ann.person.received)
    what = [row[0] for row in await bot.rows("escalation_events", "what")]
    assert "named person asked" not in what


async def test_nobody_is_asked_before_both_have_agreed(bot: RunningBot) -> None:
    ann, bea = await set_up(bot), bot.patient("Bea")
    await bea.says(f"/start {await a_link(ann)}")
    await ann.says(CRY)
    await bot.passes(days=1)
    await bea.sees_nothing()


async def test_a_link_works_once(bot: RunningBot) -> None:
    ann, bea, eve = await set_up(bot), bot.patient("Bea"), bot.patient("Eve")
    link = await a_link(ann, name=None)
    await eve.says(f"/start {link}")
    await eve.sees_only("Somebody who named you here")
    await bea.says(f"/start {link}")
    await bea.presses("I agree")
    await eve.presses("I agree")
    await eve.sees_only("has been used")
    await eve.says(f"/start {link}")
    await eve.sees_only("has been used")
    assert len(await bot.rows("trusted_people")) == 1


async def test_a_link_grows_old_and_a_new_one_ends_it(bot: RunningBot) -> None:
    ann, bea = await set_up(bot), bot.patient("Bea")
    first = await a_link(ann)
    await ann.says("/trusted")
    await ann.presses("Make a new link")
    await ann.presses("Skip this")
    await ann.presses("Nothing else")
    await bea.says(f"/start {first}")
    await bea.sees_only("has been used, or it is too old")
    link = re.search(r"\?start=(\S+)", ann.person.received[-1].text)
    assert link is not None
    await bot.passes(days=2, minutes=1)
    await bea.says(f"/start {link.group(1)}")
    await bea.sees_only("has been used, or it is too old")


async def test_her_own_link_is_not_for_her_and_a_made_up_one_for_nobody(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says(f"/start {await a_link(ann)}")
    await ann.sees_only("for the person you want to name")
    await ann.says("/start trusted_" + "A" * 32)
    await ann.sees_only("has been used, or it is too old")


async def test_a_no_keeps_nothing(bot: RunningBot) -> None:
    ann, bea = await set_up(bot), bot.patient("Bea")
    await bea.says(f"/start {await a_link(ann)}")
    ann.looks_away()
    await bea.presses("No, thank you")
    await bea.sees_only("Nothing is kept")
    await ann.sees_only("would rather not")
    assert await bot.rows("trusted_people") == []


@pytest.mark.parametrize("who", ["ann", "bea"])
async def test_either_of_them_ends_it(bot: RunningBot, who: str) -> None:
    ann, bea = await named(bot)
    one, other = (ann, bea) if who == "ann" else (bea, ann)
    other.looks_away()
    await one.says("/trusted")
    await one.presses("End it")
    await one.sees_only("It is ended")
    await other.sees_only("has ended")
    await ann.says(CRY)
    bea.looks_away()
    await bot.passes(days=1)
    await bea.sees_nothing()


@pytest.mark.parametrize("who", ["ann", "bea"])
async def test_it_goes_with_either_of_them(bot: RunningBot, who: str) -> None:
    ann, bea = await named(bot)
    one, other = (ann, bea) if who == "ann" else (bea, ann)
    await one.says("/export")
    data = await exported(one)
    assert data["person_to_reach" if who == "ann" else "named_by_others"]
    other.looks_away()
    await one.says("/delete")
    await one.presses("Yes, delete everything")
    await one.presses("Yes, I'm sure")
    await bot.passes(minutes=10)
    await other.sees_only("has ended")
    assert await bot.rows("trusted_people") == []


async def test_somebody_elses_tie_cannot_be_ended(bot: RunningBot) -> None:
    await named(bot)
    eve = bot.patient("Eve")
    await eve.says("/start")
    (tie,) = (await bot.rows("trusted_people", "id"))[0]
    await eve.presses_forged(f"2:te:{tie}", eve.person.last)
    assert len(await bot.rows("trusted_people")) == 1


async def test_the_database_holds_no_link(bot: RunningBot) -> None:
    ann = await set_up(bot)
    code = (await a_link(ann)).removeprefix("trusted_")
    assert code not in str(await bot.rows("trusted_people"))


# What else the person sees.

SECRETS = ("isotretinoin", "capsule", "dose", "medicine", "skin", "mood", "missed", "doctor")


async def a_day(bot: RunningBot, ann: Patient, *, tapped: bool) -> None:
    """From one noon to the next; her daily one is due at eight."""
    await ann.waits_until("08:00")
    if tapped:
        await ann.presses("Taken")
    await ann.waits_until("09:30")


async def test_she_shows_days_without_a_record_then_less_then_nothing(bot: RunningBot) -> None:
    ann, bea = await named(bot, "Days without a record")
    await a_day(bot, ann, tapped=False)
    await a_day(bot, ann, tapped=True)
    await bot.passes(hours=1)
    line = await bea.sees_only("Annie", "Yesterday: one was not recorded", "says only that nobody")
    assert not [each for each in SECRETS if each in line.text.lower()]
    await a_day(bot, ann, tapped=True)
    await bot.passes(hours=1)
    await bea.sees_nothing()  # everything was recorded
    await ann.says("/trusted")
    await ann.sees_only("What they see besides that", "Days without a record")
    await ann.presses("What they see")
    bea.looks_away()
    await ann.presses("Nothing else")
    await ann.sees_only("It holds from now on")
    await bea.sees_only("shows you less")
    await bot.passes(days=3)
    await bea.sees_nothing()


async def test_more_needs_the_other_ones_yes(bot: RunningBot) -> None:
    ann, bea = await named(bot)
    await ann.says("/trusted")
    await ann.presses("What they see")
    bea.looks_away()
    await ann.presses("The routine")
    await ann.sees_only("Until they agree nothing changes")
    await bea.sees_only("Annie would like to show you more", "Each Monday")
    await bot.passes(days=2)
    await bea.sees_nothing()
    ann.looks_away()
    await bea.presses("I agree")
    await bea.sees_only("Thank you")
    await ann.sees_only("has agreed to see more")
    (tie,) = (await bot.rows("trusted_people", "id"))[0]
    await bea.presses_forged(f"2:tm:{tie}:all:1", bea.person.last)  # the old button, once more
    await bea.sees_only("something that has changed")
    await bot.move_to(MONDAY_NOON + timedelta(days=7, hours=-1))
    line = await bea.sees("Last week:", "Daily one: done 0, left out 0, not recorded 6")
    assert not [each for each in SECRETS if each in line.text.lower()]


async def test_what_is_on_hold_or_was_not_asked_is_no_line(bot: RunningBot) -> None:
    ann, bea = await named(bot, "The routine")
    await ann.says(CRY)
    await ann.presses("I called")
    bea.looks_away()
    await bot.passes(days=8)
    await bea.sees_nothing()


async def test_after_the_end_no_line_comes(bot: RunningBot) -> None:
    ann, bea = await named(bot, "Days without a record")
    await a_day(bot, ann, tapped=False)
    await ann.says("/trusted")
    await ann.presses("End it")
    bea.looks_away()
    await bot.passes(days=2)
    await bea.sees_nothing()


async def test_somebody_else_cannot_choose_what_is_shown(bot: RunningBot) -> None:
    _, bea = await named(bot)
    eve = bot.patient("Eve")
    await eve.says("/start")
    (tie,) = (await bot.rows("trusted_people", "id"))[0]
    for who in (eve, bea):
        await who.presses_forged(f"2:tl:{tie}:all", who.person.last)
        await who.presses_forged(f"2:tv:{tie}", who.person.last)
        await who.presses_forged(f"2:tm:{tie}:all:1", who.person.last)
    assert await bot.rows("trusted_people", "level", "asked_level") == [("nothing", None)]
