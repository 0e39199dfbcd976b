"""The demo patient of the playground is one that the program itself could have made."""

from __future__ import annotations

from tests.journeys.bot import RunningBot
from tests.journeys.demo import demo_patient


async def test_her_six_weeks_are_there_and_go_on(bot: RunningBot) -> None:
    mia = await demo_patient(bot, zone="Europe/London")
    await mia.says("/today")
    await mia.sees("taken at 08:")
    await mia.says("/settings")
    await mia.sees("20 + 10 mg")
    assert ("finished",) in await bot.rows("checkins", "state")
    assert {kind for (kind,) in await bot.rows("routines", "kind")} >= {"dose", "daily_mood"}
    await mia.waits_until("08:00")
    await mia.sees("Your daily one, with food")
    await mia.presses("Taken")
    await mia.sees("taken at 08:00")
