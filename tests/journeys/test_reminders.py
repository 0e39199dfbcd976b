"""Being reminded: taken, later, left out, several things together, quiet hours, pauses."""

from __future__ import annotations

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import DOSE, LIP_BALM, MOISTURIZER, SUNSCREEN, Choices, set_up
from tests.journeys.patient import Patient

DAILY_ONE = "Your daily one, with food"


async def reminded(bot: RunningBot, **facts: object) -> Patient:
    """It is eight in the morning, and the reminder of the dose has just come."""
    ann = await set_up(bot, "Ann", Choices(**facts))  # type: ignore[arg-type]
    await ann.waits_until("08:00")
    await ann.sees_only("8:00", DAILY_ONE)
    return ann


async def states(bot: RunningBot) -> list[str]:
    return [row[0] for row in await bot.rows("occurrences", "state")]


async def test_a_reminder_until_taken(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await bot.passes(minutes=30)
    await ann.sees_only("Asking once more", "One only", DAILY_ONE)
    await ann.presses("Taken")
    await ann.sees_only("taken at 08:30")
    await bot.passes(hours=10)
    await ann.sees_nothing()
    await ann.says("/today")
    await ann.sees("taken at 08:30")


async def test_an_unanswered_dose_is_asked_twice_more_and_then_no_answer(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await bot.passes(minutes=30)
    await ann.sees_only("Asking once more")
    await bot.passes(minutes=60)
    await ann.sees_only("Asking once more")
    await bot.passes(hours=12)
    await ann.sees_nothing()
    assert await states(bot) == ["unanswered"]
    await ann.says("/today")
    await ann.sees("no answer")
    ann.sees_not("taken at", "missed")


async def test_no_reminder_names_the_medicine_or_the_illness(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(routines=(DOSE, MOISTURIZER, SUNSCREEN, LIP_BALM)))
    await bot.passes(hours=24)
    assert ann.fresh
    for word in ("isotretinoin", "accutane", "acne", "capsule", "pill", "mg", "dose"):
        ann.sees_not(word, word.capitalize())


@pytest.mark.parametrize(("label", "minutes"), [("10 min", 10), ("30 min", 30), ("1 hour", 60)])
async def test_later_asks_again_when_she_said(bot: RunningBot, label: str, minutes: int) -> None:
    ann = await reminded(bot)
    await ann.presses("Later")
    await ann.sees("Remind you again in")
    await ann.presses(label)
    await ann.sees("again at")
    await bot.passes(minutes=minutes - 1)
    await ann.sees_nothing()
    await bot.passes(minutes=1)
    await ann.sees_only(DAILY_ONE)
    await ann.presses("Taken")
    await ann.sees("taken at")


async def test_later_can_be_thought_better_of(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await ann.presses("Later")
    await ann.presses("‹ Back")
    await ann.presses("Taken")
    await ann.sees("taken at 08:00")


@pytest.mark.parametrize(
    ("reason", "follows"),
    [
        ("I forgot it", "Never take two at once"),
        ("I felt unwell", "/symptoms"),
        ("A doctor told me to", "Never take two at once"),
        ("I have run out", "I can't help with buying"),
        ("I don't have it with me", "Never take two at once"),
        ("Another reason", "Never take two at once"),
        ("I'd rather not say", "Never take two at once"),
    ],
)
async def test_left_out_with_a_reason(bot: RunningBot, reason: str, follows: str) -> None:
    ann = await reminded(bot)
    await ann.presses("Skip")
    await ann.sees("May I note why?")
    await ann.presses(reason)
    await ann.sees_only("left out", follows, "Never take two at once")
    assert await states(bot) == ["skipped"]
    await bot.passes(hours=8)
    await ann.sees_nothing()


@pytest.mark.parametrize(
    ("country", "advice"),
    [
        ("US", "Leave this one out and take the next one at its usual time"),
        ("DE", "You can still take it when you remember"),
        ("GB", "You can still take it when you remember"),
    ],
)
async def test_a_missed_dose_is_told_in_the_wording_of_her_country(
    bot: RunningBot, country: str, advice: str
) -> None:
    ann = await reminded(bot, country=country)
    await ann.presses("Skip")
    await ann.presses("I forgot it")
    await ann.sees(advice, "Never take two at once")


async def test_three_left_out_in_a_week_is_a_case_for_the_prescriber(bot: RunningBot) -> None:
    ann = await reminded(bot)
    for day in range(3):
        if day:
            await ann.waits_until("08:00")
        await ann.presses("Skip")
        await ann.presses("I forgot it")
    await ann.sees("several in the last seven days", "within 24 hours")


async def test_an_answer_can_be_taken_back(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await ann.presses("Taken")
    await ann.presses("Undo")
    await ann.sees_only("▫️", DAILY_ONE)
    assert await states(bot) == ["open"]
    await ann.presses("Skip")
    await ann.presses("I'd rather not say")
    await ann.sees("left out")


async def test_what_is_due_together_comes_in_one_message(bot: RunningBot) -> None:
    ann = await set_up(
        bot, choices=Choices(routines=(DOSE, MOISTURIZER, SUNSCREEN), times=("07:30",))
    )
    await ann.waits_until("07:29")
    await ann.waits_until("07:30")
    message = await ann.sees_only(DAILY_ONE, "Moisturizer", "Sunscreen")
    assert len([label for label in message.labels if label.startswith("✓")]) == 3
    await ann.presses("✓ Moisturizer")
    await ann.sees_only("✓ Moisturizer", "▫️ Sunscreen", f"▫️ {DAILY_ONE}")
    await ann.presses("All done")
    await ann.sees_only("taken at 07:30", "✓ Sunscreen", "✓ Moisturizer")
    last_evening = {"unanswered"}
    assert set(await states(bot)) == {"done"} | last_evening


async def test_only_the_dose_is_asked_again_of_what_came_together(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(routines=(DOSE, MOISTURIZER), times=("07:30",)))
    await ann.waits_until("07:30")
    await bot.passes(minutes=30)
    await ann.sees_only("Asking once more", DAILY_ONE)
    ann.sees_not("Moisturizer")


async def test_two_taps_at_once_on_taken_are_one_act(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await ann.taps_at_once("Taken", "Taken")
    await ann.sees("taken at 08:00")
    assert await states(bot) == ["done"]


async def test_two_taps_at_once_on_all_done_are_one_act(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(routines=(DOSE, MOISTURIZER), times=("07:30",)))
    await ann.waits_until("07:30")
    await ann.taps_at_once("All done", "All done", "All done")
    assert sorted(await states(bot)) == ["done", "done", "unanswered"]


async def test_the_button_of_the_first_copy_is_the_same_act(bot: RunningBot) -> None:
    ann = await reminded(bot)
    first = ann.offering("Taken")
    await bot.passes(minutes=30)
    await ann.presses("Taken")
    await ann.presses("Taken", first)
    await ann.sees("taken at 08:30")
    assert await states(bot) == ["done"]


async def test_sunscreen_every_two_hours_between_the_hours_she_chose(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(routines=(SUNSCREEN,)))
    await ann.says("/reminders")
    await ann.presses("Sunscreen")
    await ann.presses("Every two hours outdoors")
    await ann.says("10:00 to 16:00")
    await ann.sees("10:00", "12:00", "14:00", "16:00")
    await ann.waits_until("09:59")
    for hour in (10, 12, 14, 16):
        await ann.waits_until(f"{hour}:00")
        await ann.sees_only(f"{hour}:00", "Sunscreen")
        await ann.presses("Done")
    await bot.passes(hours=17)
    await ann.sees_nothing()


async def test_at_quiet_hours_a_reminder_makes_no_sound(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(times=("06:30",)))
    await ann.says("/settings")
    await ann.presses("Quiet hours")
    await ann.says("22:00 to 7:00")
    await ann.sees("22:00 to 07:00")
    await ann.waits_until("06:30")
    assert (await ann.sees_only(DAILY_ONE)).silent
    await bot.passes(minutes=29)
    await ann.sees_nothing()
    await bot.passes(minutes=1)
    assert not (await ann.sees_only("Asking once more")).silent


async def test_only_on_the_weekdays_she_chose(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says("/reminders")
    await ann.presses("Your daily one")
    for label in ("Tue", "Wed"):
        await ann.presses(label)
    await ann.waits_until("08:00")  # Tuesday
    await ann.sees_nothing()
    await ann.waits_until("08:00")
    await ann.sees_nothing()
    await ann.waits_until("08:00")  # Thursday
    await ann.sees_only(DAILY_ONE)


async def test_the_last_weekday_cannot_be_taken_away(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/reminders")
    await ann.presses("Your daily one")
    for label in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        await ann.presses(label)
    await ann.sees("at least one day")


async def test_a_routine_is_switched_off_and_on(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/reminders")
    await ann.presses("Your daily one")
    await ann.presses("Switch off")
    await ann.waits_until("08:00")
    await ann.sees_nothing()
    await ann.presses("Switch on")
    await ann.waits_until("08:00")
    await ann.sees_only(DAILY_ONE)


@pytest.mark.parametrize("typed", ["25:00", "half seven", "soon", "8:00, 9:00 and 10:00"])
async def test_impossible_times_change_nothing(bot: RunningBot, typed: str) -> None:
    ann = await set_up(bot)
    await ann.says("/reminders")
    await ann.presses("Your daily one")
    await ann.presses("Change the times")
    await ann.says(typed)
    await ann.sees("Nothing was changed" if "and" in typed else "nothing was changed")
    await ann.waits_until("08:00")
    await ann.sees_only("8:00", DAILY_ONE)


async def test_a_dose_moved_after_it_was_asked_is_not_asked_twice_that_day(
    bot: RunningBot,
) -> None:
    ann = await reminded(bot)
    await ann.presses("Taken")
    await ann.says("/reminders")
    await ann.presses("Your daily one")
    await ann.presses("Change the times")
    await ann.says("20:00")
    await ann.sees("20:00")
    await bot.passes(hours=15)
    await ann.sees_nothing()
    await ann.waits_until("20:00")
    await ann.sees_only("20:00", DAILY_ONE)


async def test_pause_silences_and_resume_catches_nothing_up(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await ann.says("/pause")
    await ann.sees_only("paused", "contraception", "/resume")
    await bot.passes(days=3)
    await ann.sees_nothing()
    await ann.says("/pause")
    await ann.sees_only("paused already")
    await ann.says("/resume")
    await ann.sees_only("Nothing is caught up")
    await ann.waits_until("08:00")
    await ann.sees_only(DAILY_ONE)
    await ann.says("/resume")
    await ann.sees_only("not paused")


async def test_today_shows_what_is_done_and_what_is_to_come(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(times=("08:00", "20:00")))
    await ann.waits_until("08:00")
    await ann.presses("Taken")
    await ann.says("/today")
    await ann.sees_only("Tuesday", "taken at 08:00", f"20:00  · {DAILY_ONE}")


async def test_a_late_answer_is_recorded_from_today(bot: RunningBot) -> None:
    ann = await reminded(bot)
    await bot.passes(hours=6)
    assert await states(bot) == ["unanswered"]
    await ann.says("/today")
    await ann.presses("8:00")
    await ann.sees("What happened with")
    await ann.presses("Taken", ann.fresh[-1])
    await ann.sees("taken at 14:00")
    assert await states(bot) == ["done"]


async def test_without_consent_to_reminders_none_comes(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/settings")
    await ann.presses("✓ Reminders")
    await ann.sees("holds from now on")
    await bot.passes(days=2)
    await ann.sees_nothing()
    await ann.presses("▫️ Reminders")
    await ann.waits_until("08:00")
    await ann.sees_only(DAILY_ONE)
