"""The daily one-tap mood: unscored, opt-in, four plain words and no faces to decode."""

from __future__ import annotations

from bot.catalog.messages import Say
from bot.domain.checkin_actions import CheckinStart, DailyMood
from bot.domain.message import Button, Message, Rows

MOODS = ("good", "okay", "low", "very-low")


def rows(say: Say) -> Rows:
    """Below the reminder that asks how the day was."""
    buttons = [Button(say.plain(f"mood-daily-{mood}"), DailyMood(mood)) for mood in MOODS]
    return tuple(buttons[:2]), tuple(buttons[2:])


def daily_reply(say: Say, mood: str) -> Message:
    """ "Very low" opens the door to the real questions; a tap alone raises nothing."""
    if mood != "very-low":
        return Message(say("mood-daily-thanks"))
    begin = Button(say.plain("mood-button-start"), CheckinStart(later=False))
    return Message(say("mood-daily-very-low-reply"), ((begin,),))
