"""The daily one-tap mood: unscored, opt-in, four plain words and no faces to decode."""

from __future__ import annotations

from bot.catalog.messages import Say
from bot.domain.checkin_actions import DailyMood
from bot.domain.message import Button, Message

MOODS = ("good", "okay", "low", "very-low")


def daily_question(say: Say) -> Message:
    buttons = [Button(say.plain(f"mood-daily-{mood}"), DailyMood(mood)) for mood in MOODS]
    return Message(say("mood-daily-question"), (tuple(buttons[:2]), tuple(buttons[2:])))


def daily_reply(say: Say, mood: str) -> Message:
    """ "Very low" opens the door to the real questions; a tap alone raises nothing."""
    return Message(say("mood-daily-very-low-reply" if mood == "very-low" else "mood-daily-thanks"))
