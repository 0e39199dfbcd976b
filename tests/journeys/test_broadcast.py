"""What a care team writes to all: previewed, confirmed, stopped; never to somebody in trouble."""

from __future__ import annotations

from bot.domain.patient import Purpose
from bot.services import consent
from bot.storage import patients
from tests.journeys.bot import RunningBot
from tests.journeys.fixtures import StartBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient

TEAM = 900
NEWS = "The clinic is closed on <Friday> & Monday"


async def team_of(start_bot: StartBot) -> tuple[RunningBot, Patient]:
    bot = await start_bot(care_team_chat_id=TEAM)
    return bot, bot.patient("Care team", id=TEAM, started=True)


async def asking_for_news(bot: RunningBot, name: str) -> Patient:
    patient = await set_up(bot, name)
    async with bot.running.store.write() as tx:
        who = await patients.of_chat(tx, patient.person.id)
        assert who is not None
        await consent.switch(tx, who, Purpose.NEWS, True, bot.clock.now())
    return patient


async def test_from_the_preview_to_everybody_who_asked(start_bot: StartBot) -> None:
    bot, team = await team_of(start_bot)
    ann = await set_up(bot, "Ann")
    await ann.says("/settings")
    await ann.presses("▫️ News from the care team")
    await ann.sees("It holds from now on")
    ben, cleo = await set_up(bot, "Ben"), await asking_for_news(bot, "Cleo")
    await cleo.says("I want to kill myself")
    for each in (ann, ben, cleo):
        each.looks_away()

    await team.says("/broadcast")
    await team.sees("Please write /broadcast and your words")
    await team.says(f"/broadcast {NEWS}")
    await team.sees(NEWS, "not sent yet", "one patient")
    await ann.sees_nothing()
    await team.presses("Send to 1")
    await team.sees("being sent")
    await bot.passes(seconds=10)
    news = await ann.sees_only("A message for you", NEWS, "Written by your care team")
    assert news.text.split("\n")[0] == "A message for you. Tap to read it."
    assert any(
        entity["type"] == "spoiler" and entity["length"] == len(NEWS) for entity in news.entities
    )
    await ben.sees_nothing()
    await cleo.sees_nothing()
    await bot.passes(seconds=10)
    await team.sees("is over", "Sent: 1")
    assert NEWS not in str(await bot.rows("outbox", "payload"))


async def test_it_can_be_stopped_and_an_old_preview_sends_nothing(start_bot: StartBot) -> None:
    bot, team = await team_of(start_bot)
    ann = await asking_for_news(bot, "Ann")
    await team.says("/broadcast One")
    await team.presses("Don't send")
    await team.sees("not sent")
    await team.says("/broadcast Two")
    await bot.passes(hours=2)
    await team.presses("Send to 1")
    await team.sees("This preview is old")
    outage = bot.telegram.faults.too_many_requests(30, method="sendMessage", chat=ann.person.id)
    await team.says("/broadcast Three")
    await team.presses("Send to 1")
    await bot.passes(seconds=3)
    await team.says("/broadcast Four")
    await team.sees("being sent", "waiting: 1")
    await team.presses("Stop")
    await team.sees("stopped")
    outage.off()
    await bot.passes(minutes=5)
    ann.sees_not("A message for you")


async def test_consent_a_case_and_the_team_decide_until_the_last_moment(
    start_bot: StartBot,
) -> None:
    bot, team = await team_of(start_bot)
    ann, ben = await asking_for_news(bot, "Ann"), await asking_for_news(bot, "Ben")
    await ann.says("/broadcast Hello")
    await ann.sees("This command is for the care team's chat.")
    await team.says("/broadcast Hello")
    to = (ann.person.id, ben.person.id)
    limits = [bot.telegram.faults.too_many_requests(2, chat=each, times=1) for each in to]
    await team.presses("Send to 2")
    await bot.passes(seconds=3)
    assert [fault.hits for fault in limits] == [1, 1]
    await ann.says("I want to kill myself")
    await ben.says("/settings")
    await ben.presses("✓ News from the care team")
    await bot.passes(minutes=2)
    assert await bot.rows("outbox", "reason", send_class="broadcast") == [
        ("open case",),
        ("consent withdrawn",),
    ]
    ann.sees_not("A message for you")
    ben.sees_not("A message for you")


async def test_nobody_asked_so_nobody_gets_it(start_bot: StartBot) -> None:
    bot, team = await team_of(start_bot)
    await set_up(bot, "Ann")
    await team.says("/broadcast Hello")
    await team.sees("Nobody would get it")
    assert team.offered == []
    await team.says("/broadcast " + "x" * 1501)
    await team.sees("at most 1,500 characters")
