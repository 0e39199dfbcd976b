"""Clocks: a journey around the world, nights with an hour too few or too many, a bot that slept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import DOSE, MOISTURIZER, Choices, set_up
from tests.journeys.patient import Patient

StartBot = Callable[..., Awaitable[RunningBot]]

DAILY_ONE = "Your daily one, with food"


async def due_times(bot: RunningBot) -> list[datetime]:
    return sorted(row[0] for row in await bot.rows("occurrences", "due_at", state="done"))


async def reminders_of(bot: RunningBot, ann: Patient, *, hours: int) -> list[datetime]:
    """When reminders come within so many hours; each is answered with "Taken"."""
    heard: list[datetime] = []
    end = bot.clock.now() + timedelta(hours=hours)
    while bot.clock.now() < end:
        await bot.passes_to_next(end)
        if ann.fresh:
            heard.append(bot.clock.now())
            await ann.presses("Taken")
    return heard


async def test_a_move_from_new_york_to_tokyo(start_bot: StartBot) -> None:
    """The day is thirteen hours shorter: never two doses close together, no date asked twice."""
    bot = await start_bot(at=datetime(2026, 2, 3, 12, tzinfo=UTC))
    ann = await set_up(bot, choices=Choices(zone="America/New_York"))
    for _ in range(2):
        await ann.waits_until("08:00")
        await ann.presses("Taken")
    await bot.passes(hours=3)
    await ann.says("/timezone")
    await ann.says("Tokyo")
    await ann.presses("Move with me")
    await ann.sees("Saved: Tokyo")
    heard = await reminders_of(bot, ann, hours=4 * 24)
    assert 3 <= len(heard) <= 4
    times = await due_times(bot)
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert min(gaps) >= timedelta(hours=12)
    assert max(gaps) <= timedelta(hours=36)
    dates = [row[0] for row in await bot.rows("occurrences", "local_date")]
    assert len(dates) == len(set(dates))


@pytest.mark.parametrize(
    ("evening", "expected"),
    [
        # 29 March 2026: 02:00 becomes 03:00, so 02:30 does not exist; the first instant after it.
        (datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        # 25 October 2026: 03:00 becomes 02:00, so 02:30 comes twice; the first time.
        (datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
    ids=["spring", "autumn"],
)
async def test_half_past_two_in_berlin_when_the_clocks_change(
    start_bot: StartBot, evening: datetime, expected: datetime
) -> None:
    bot = await start_bot(at=evening)
    ann = await set_up(bot, choices=Choices(zone="Europe/Berlin", times=("02:30",)))
    assert await reminders_of(bot, ann, hours=12) == [expected]


async def test_a_day_of_downtime_is_told_once_and_caught_up_honestly(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(routines=(DOSE, MOISTURIZER)))
    await ann.waits_until("08:00")
    await ann.presses("Taken")
    async with bot.down():
        bot.clock.advance(hours=26)  # until ten on the next day: two hours after the dose
    note = await ann.sees("I was off from", "don't take anything twice")
    assert note.silent
    late = await ann.sees("This is late: it was due at 08:00", DAILY_ONE)
    assert "Moisturizer" not in late.text
    assert len(ann.fresh) == 2
    recorded = await bot.rows("occurrences", "kind", "state")
    assert ("dose", "missed_by_service") not in recorded
    assert ("moisturizer", "missed_by_service") in recorded
    await ann.presses("Taken")
    await ann.sees("taken at 10:00")


async def test_after_three_days_only_the_newest_dose_is_asked_for(bot: RunningBot) -> None:
    ann = await set_up(bot)
    async with bot.down():
        bot.clock.advance(hours=2 * 24 + 22)  # from Monday noon to Thursday at ten
    await ann.sees("I was off", "2 reminders as not sent")
    await ann.sees("This is late")
    states = [row[0] for row in await bot.rows("occurrences", "state")]
    assert sorted(states) == ["missed_by_service", "missed_by_service", "open"]


async def test_what_is_too_late_is_not_sent_at_all(bot: RunningBot) -> None:
    ann = await set_up(bot)
    async with bot.down():
        bot.clock.advance(hours=30)  # ten hours after the dose
    await ann.sees_only("I was off", "one reminder as not sent")
    async with bot.down():
        bot.clock.advance(minutes=1)
    await ann.sees_nothing()


async def test_a_short_restart_is_not_worth_a_word(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("07:58")
    async with bot.down():
        bot.clock.advance(minutes=5)
    await ann.sees_only(DAILY_ONE)
    ann.sees_not("late", "I was off")
