"""Another clock in mid course: home times or moved ones, and other hours on some days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

GAP = timedelta(hours=12)


async def doses(bot: RunningBot) -> list[datetime]:
    rows = await bot.rows("occurrences", "due_at", "asked", kind="dose")
    return sorted(at for at, asked in rows if asked)


async def berliner(bot: RunningBot) -> Patient:
    """One dose a day at eight in Berlin; the first has been taken."""
    ann = await set_up(bot, choices=Choices(zone="Europe/Berlin"))
    await ann.waits_until("08:00")
    await ann.presses("Taken")
    return ann


async def test_she_keeps_home_times_on_a_short_trip_and_comes_back(bot: RunningBot) -> None:
    ann = await berliner(bot)
    await bot.passes(hours=4)  # 12:00 in Berlin
    await ann.says("/timezone")
    await ann.says("New York")
    asked = await ann.sees_only("New York", "06:00", "clock of Berlin", "Nothing changes")
    assert asked.labels == ["Move with me", "Keep home times"]
    await ann.sees("02:00 there")  # eight in Berlin
    await ann.presses("Keep home times")
    await ann.sees_only("stay on the clock of Berlin", "06:00")
    await bot.move_to(datetime(2026, 3, 4, 8, tzinfo=UTC))
    await ann.sees("02:00", "your routine")  # shown on the clock where she is
    await ann.says("/settings")
    await ann.sees_only("New York", "Routines follow the clock of: Berlin")
    await ann.says("/timezone")
    await ann.says("Berlin")
    await ann.sees_only("Saved", "Berlin")  # nothing to choose
    await bot.passes(days=2)
    assert {at.hour for at in await doses(bot)} == {7}
    assert await bot.rows("patients", "time_zone", "home_zone") == [("Europe/Berlin", None)]


async def test_she_moves_and_no_two_come_close(bot: RunningBot) -> None:
    ann = await berliner(bot)
    await bot.passes(hours=12)
    await ann.says("/timezone")
    await ann.says("Tokyo")
    await ann.sees_only("Move with you", "Keep home times")
    await ann.presses("Move with me")
    await ann.sees_only("Saved", "Tokyo")
    await bot.passes(days=4)
    times = await doses(bot)
    assert all(later - earlier >= GAP for earlier, later in pairwise(times))
    assert times[-1].hour == 23  # eight in Tokyo
    days = [row[0] for row in await bot.rows("occurrences", "local_date", kind="dose")]
    assert len(set(days)) == len(days) == (max(days) - min(days)).days + 1


async def test_until_she_chooses_nothing_changes_and_an_old_choice_does_no_harm(
    bot: RunningBot,
) -> None:
    ann = await berliner(bot)
    await ann.says("/timezone")
    await ann.says("New York")
    choice = await ann.sees_only("Nothing changes until you choose")
    await bot.passes(days=1)
    assert await bot.rows("patients", "time_zone", "home_zone") == [("Europe/Berlin", None)]
    await ann.presses("Move with me", choice)
    await ann.presses_forged("2:zm:Mars/Olympus", choice)
    await ann.sees_only("something that has changed")
    assert await bot.rows("patients", "time_zone") == [("America/New_York",)]


async def test_who_has_no_dose_or_the_same_clock_is_asked_nothing(bot: RunningBot) -> None:
    ann = await berliner(bot)
    await ann.says("/timezone")
    await ann.says("Paris")
    await ann.sees_only("Saved", "Paris")
    bea = await set_up(bot, "Bea", Choices(zone="Europe/Berlin", routines=("lip_balm",)))
    await bea.says("/timezone")
    await bea.says("Tokyo")
    await bea.sees_only("Saved", "Tokyo")


async def test_other_hours_at_weekends_and_in_weeks_of_fasting(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/reminders")
    await ann.presses("Your daily one, with food — 08:00")
    await ann.presses("Other times on some days")
    await ann.sees_only("Usually: 08:00", "weeks of fasting")
    await ann.presses("On weekdays")
    await ann.presses("Sat")
    await ann.presses("Sun")
    await ann.presses("These days")
    await ann.says("10:00 and 20:00")
    await ann.sees_only("Your plan says 1 a day")
    await ann.says("10:00")
    await ann.sees_only("1. Sat, Sun: 10:00")
    await ann.presses("From … to …")
    await ann.says("9 March 2026")
    await ann.says("8 March 2026")
    await ann.sees_only("could not read that as a date that fits")  # before the first
    await ann.says("10 March 2026")
    await ann.says("19:10")
    await ann.sees_only("9 Mar 2026 to 10 Mar 2026: 19:10", "2. Sat, Sun: 10:00")
    await bot.passes(days=10)
    hours = {at.date().day: (at.hour, at.minute) for at in await doses(bot)}
    assert {day: hours[day] for day in range(6, 13)} == {
        6: (8, 0),
        7: (10, 0),
        8: (10, 0),
        9: (19, 10),
        10: (19, 10),
        11: (8, 0),
        12: (8, 0),
    }
    await ann.says("/reminders")
    await ann.presses("Your daily one, with food — 08:00")
    await ann.sees_only("Sat, Sun: 10:00")
    await ann.presses("Other times on some days")
    await ann.presses("✕ 1")
    await ann.sees_only("Saved", "Usually: 08:00")
    await bot.passes(days=6)
    assert {at.hour for at in (await doses(bot))[-6:]} == {8}
