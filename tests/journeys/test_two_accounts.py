"""A chat is an account: one phone with two of them, and a name that comes back."""

from __future__ import annotations

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

ANNS = "020 7946 0000"


async def told_much(bot: RunningBot) -> Patient:
    ann = await set_up(bot, "Ann")
    await ann.says("/settings")
    await ann.presses("Doctor's number")
    await ann.says(ANNS)
    await ann.says("I want to kill myself")
    return ann


async def looks_everywhere(person: Patient) -> str:
    """All that the commands show of whoever asks."""
    person.looks_away()
    for command in ("today", "reminders", "settings", "doctor", "sos", "trusted", "safetyplan"):
        person.person.say(f"/{command}")
    person.person.say("/export")
    await person.bot.settled()
    return "\n".join(message.text for message in person.fresh)


async def test_two_accounts_on_one_phone_see_nothing_of_each_other(bot: RunningBot) -> None:
    ann = await told_much(bot)
    ben = await set_up(bot, "Ben", choices=Choices(reminders=False))
    seen = await looks_everywhere(ben)
    assert ANNS not in seen
    before = await bot.rows("patients", id=1)
    ben.looks_away()
    for message in list(ann.person.received):  # every button that Ann's chat has ever shown
        for row in message.api.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if "callback_data" in button:
                    ben.person.press_data(button["callback_data"], ben.person.last)
    await bot.settled()
    assert all(ANNS not in message.text for message in ben.fresh)
    assert await bot.rows("patients", id=1) == before
    assert await bot.rows("escalations", "hold_released_at", patient_id=1) == [(None,)]


async def test_a_new_account_with_an_old_name_begins_as_a_stranger(bot: RunningBot) -> None:
    """Telegram gives every account a number of its own and none twice."""
    await told_much(bot)
    again = bot.patient("Ann")
    seen = await looks_everywhere(again)
    assert ANNS not in seen
    assert len(await bot.rows("patients")) == 2
    await again.says("/start")
    await again.sees("I am a companion")
