"""Dates from the clinic: noted, reminded of in words that say nothing, done, moved, cancelled."""

from __future__ import annotations

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

HEALTH_WORDS = ("blood", "test", "Blood", "clinic", "Prescription", "pregnan", "Pregnan", "mg")
# The clock starts on Monday, 2 March 2026, at noon UTC.


async def noting(bot: RunningBot, kind: str, typed: str, **facts: object) -> Patient:
    ann = await set_up(bot, choices=Choices(mood=False, routines=(), **facts))  # type: ignore[arg-type]
    await ann.says("/dates")
    await ann.presses(f"+ {kind}")
    await ann.says(typed)
    return ann


async def test_a_blood_test_until_it_is_done(bot: RunningBot) -> None:
    ann = await noting(bot, "Blood test", "10 March 14:30, City clinic")
    await ann.sees_only("Noted", "Blood test", "Tuesday, 10 March, 14:30", "City clinic")
    await bot.passes(days=4)
    await ann.waits_until("09:00")  # Saturday, three days before
    await ann.sees_only("Something you noted for Tuesday, 10 March")
    ann.sees_not(*HEALTH_WORDS)
    await ann.presses("What is it?")
    await ann.sees_only("Blood test", "14:30", "City clinic")
    await ann.waits_until("09:00")
    await ann.waits_until("09:00")
    await ann.sees_only("Something you noted for tomorrow, Tuesday, 10 March")
    await ann.waits_until("09:00")
    await ann.sees_only("Something you noted for today")
    await ann.presses("Done")
    await ann.sees_only("✓")
    await bot.passes(days=10)
    await ann.sees_nothing()
    assert await bot.rows("event_outcomes", "outcome") == [("done",)]
    await ann.says("/dates")
    await ann.sees_only("Nothing is noted", "clinic's dates win")


async def test_nobody_answers_and_the_day_after_it_is_asked_once(bot: RunningBot) -> None:
    ann = await noting(bot, "Appointment", "2026-03-05")
    await bot.passes(days=3, hours=21)
    await ann.sees("How did it go?", "Thursday, 5 March")
    await bot.passes(days=10)
    await ann.sees_nothing()
    await ann.says("/dates")
    await ann.sees_only("passed: how did it go?")


async def test_moved_to_another_day(bot: RunningBot) -> None:
    ann = await noting(bot, "Appointment", "10 March")
    await ann.presses("Moved")
    for typed, answer in (
        ("1 March 2026", "has passed"),
        ("31 February", "could not read"),
        ("2031-01-01", "more than two years"),
    ):
        await ann.says(typed)
        await ann.sees_only(answer, "hanged", "to which day")
    await ann.says("17 March")
    await ann.sees_only("Noted", "Tuesday, 17 March")
    await bot.passes(days=8, hours=1)  # the tenth has passed
    ann.sees_not("10 March")
    await ann.sees("Something you noted for Tuesday, 17 March")
    rows = await bot.rows("event_outcomes", "on_date", "outcome", "moved_to")
    assert [tuple(map(str, row)) for row in rows] == [("2026-03-10", "moved", "2026-03-17")]


async def test_a_test_every_month_on_the_last_day(bot: RunningBot) -> None:
    ann = await noting(bot, "Pregnancy test", "31 March")
    await ann.presses("Every month")
    await bot.passes(days=28, hours=21)  # 31 March
    await ann.sees("Something you noted for today")
    await ann.presses("Done")
    await ann.says("/dates")
    await ann.sees_only("30 Apr 2026")
    await ann.presses("Pregnancy test, 30 Apr 2026")
    await ann.presses("Cancelled")
    await ann.presses("Only this one")
    await ann.sees_only("The next one is on Sunday, 31 May")
    await ann.presses("Pregnancy test, 31 May 2026")
    await ann.presses("Cancelled")
    await ann.presses("All of them, from now on")
    await ann.sees_only("noted as cancelled", "Nothing is noted")
    await bot.passes(days=100)
    await ann.sees_nothing()


async def test_an_old_button_and_two_devices_settle_nothing_twice(bot: RunningBot) -> None:
    ann = await noting(bot, "Prescription", "9 March")
    page = ann.offering("Done")
    await ann.says("/dates")
    await ann.presses("Prescription, 9 Mar 2026")
    await ann.taps_at_once("Done", "Done")
    await ann.sees("settled already")
    await ann.presses("Done", page)
    await ann.sees_only("settled already")
    assert await bot.rows("event_outcomes", "outcome") == [("done",)]
    await ann.says("/dates")
    await ann.presses("+ Prescription")
    await ann.says("9 March")
    await ann.sees_only("Noted")
    await ann.says("/dates")
    await ann.presses("+ Prescription")
    await ann.says("9 March")
    await ann.sees_only("same day already")


@pytest.mark.parametrize("typed", ["31 February", "soon", "2026-03-01", "0", "-3"])
async def test_impossible_dates_keep_nothing(bot: RunningBot, typed: str) -> None:
    ann = await noting(bot, "Blood test", typed)
    await ann.sees_only("nothing was changed", "on what day?")
    assert await bot.rows("dated_events") == []


async def test_contraception_goes_on_while_the_dose_is_on_hold(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says("/dates")
    await ann.presses("Remind me of contraception daily")
    await ann.sees_only("also while the medicine is paused or on hold")
    await ann.says("I want to kill myself")
    await ann.says("/pause")
    await ann.waits_until("20:00")
    await ann.waits_until("20:00")
    await ann.sees("Your other daily one")
    ann.sees_not("Your daily one", "contracept", "Contracept")
    await ann.presses("Done")
    await ann.sees_only("✓ Your other daily one")


async def test_a_programme_is_shown_and_nothing_follows_from_it(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False, country="GB", routines=()))
    await ann.says("/dates")
    await ann.presses("Programmes' rules")
    await ann.sees_only("your clinic decides")
    await ann.presses("Pregnancy Prevention Programme (United Kingdom)")
    await ann.sees_only(
        "within 7 days", "MHRA", "Version 1", "Your clinic's dates win", "No clinician"
    )
    assert await bot.rows("programme_choices") == []
    await ann.presses("This one applies to me")
    assert len(await bot.rows("programme_choices")) == 1
    assert await bot.rows("dated_events") == []
    await ann.presses("Note the clinic's date: Pregnancy test")
    await ann.says("9 March")
    await ann.sees_only("Pregnancy test")
    assert await bot.rows("dated_events", "source") == [("uk-ppp/1",)]
    await ann.presses("None applies to me")
    assert await bot.rows("programme_choices") == []
