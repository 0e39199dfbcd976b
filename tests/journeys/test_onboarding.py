"""The setup, from the first word to "All set"."""

from __future__ import annotations

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import onboard


async def test_she_answers_every_question_and_is_all_set(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await onboard(ann)
    message = await ann.sees("All set", "first reminder")
    assert "8:00" in message.text
