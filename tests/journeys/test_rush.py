"""Far too much from one chat: nothing that matters is missed, and nobody else waits."""

from __future__ import annotations

from tests.journeys.bot import RunningBot
from tests.journeys.fixtures import StartBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient

LIMIT = 20
CRY = "I want to kill myself"


async def in_a_rush(start_bot: StartBot, **choices: int) -> tuple[RunningBot, Patient]:
    """A patient who has used up what is answered."""
    bot = await start_bot(**{"updates_per_minute": LIMIT, **choices})  # type: ignore[misc]
    ann = await set_up(bot)
    await bot.passes(minutes=2)
    ann.looks_away()
    for _ in range(LIMIT + 5):
        ann.person.say("/today")
    await bot.settled()
    return bot, ann


async def test_what_is_over_the_limit_is_said_once_and_ends_with_the_minute(
    start_bot: StartBot,
) -> None:
    bot, ann = await in_a_rush(start_bot)
    assert len(ann.fresh) == LIMIT + 1
    await ann.sees("a lot at once", "/sos")
    await ann.says("/today")
    await ann.sees_nothing()
    await bot.passes(minutes=1)
    await ann.says("/today")
    assert len(ann.fresh) == 1


async def test_a_cry_for_help_in_a_flood_is_heard(start_bot: StartBot) -> None:
    bot, ann = await in_a_rush(start_bot)
    await ann.says(CRY)
    await ann.sees_only("call")
    assert len(await bot.rows("escalations")) == 1
    ann.looks_away()
    for _ in range(30):
        ann.person.say(CRY)
    await bot.settled()
    await ann.sees_nothing()  # the same alarm stands above, and is not said thirty times
    await bot.passes(minutes=1)
    await ann.says(CRY)
    await ann.sees("call")
    assert len(await bot.rows("escalations")) == 1


async def test_another_danger_in_the_same_minute_is_another_case(start_bot: StartBot) -> None:
    bot, ann = await in_a_rush(start_bot)
    await ann.says(CRY)
    await ann.says("I took ten capsules at once and I think I am pregnant")
    await ann.says("I have the worst headache of my life and I see double")
    labels = [row[0] for row in await bot.rows("escalations", "label")]
    assert len(labels) == len(set(labels))
    assert len(labels) > 1


async def test_the_way_to_help_is_shown_in_a_rush(start_bot: StartBot) -> None:
    _, ann = await in_a_rush(start_bot)
    for command in ("/sos", "/doctor"):
        await ann.says(command)
        assert len(ann.fresh) == 1


async def test_answers_of_a_check_in_count_in_a_rush(start_bot: StartBot) -> None:
    bot = await start_bot(updates_per_minute=LIMIT)
    ann = await set_up(bot)
    await bot.passes(minutes=2)
    await ann.says("/checkin")
    for _ in range(LIMIT):
        ann.person.say("/today")
    await bot.settled()
    for _ in range(3):
        await ann.presses("Not at all")
        assert ann.fresh
    assert (await bot.rows("checkins", "answers"))[0][0]


async def test_a_flood_of_another_day_is_over_with_the_day(start_bot: StartBot) -> None:
    bot = await start_bot(updates_per_minute=10_000, updates_per_day=200)
    ann = await set_up(bot)
    for _ in range(220):
        ann.person.say("/today")
    await bot.settled()
    await ann.says("/today")
    await ann.sees_nothing()
    assert sum("a lot for one day" in each.text for each in ann.person.received) == 1
    await ann.says(CRY)
    await ann.sees("call")
    await bot.passes(days=1)
    await ann.says("/today")
    assert ann.fresh


async def test_what_waited_while_we_were_away_is_no_rush(start_bot: StartBot) -> None:
    bot = await start_bot(updates_per_minute=LIMIT)
    ann = await set_up(bot)
    await bot.passes(minutes=2)
    async with bot.down():
        ann.looks_away()
        for _ in range(LIMIT + 10):
            bot.clock.advance(seconds=10)
            ann.person.say("/today")
    assert sum("a lot at once" in each.text for each in ann.person.received) == 0


async def test_one_chat_in_a_rush_takes_nothing_from_another(start_bot: StartBot) -> None:
    bot, _ = await in_a_rush(start_bot)
    ben = await set_up(bot, "Ben")
    await ben.says("/today")
    assert len(ben.fresh) == 1
