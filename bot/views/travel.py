"""A change of clocks: what stays, what moves, and when the next dose would be."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.catalog.messages import Say
from bot.domain.message import Button, Message
from bot.domain.travel import KeepOrMove, KeptHome, Moved
from bot.domain.travel_actions import KeepHomeTimes, MoveTimes
from bot.views.onboarding import zone_name
from bot.views.times import clock_text, day_text


def keep_or_move(say: Say, asked: KeepOrMove, now: datetime) -> Message:
    """The choice, with what each would mean for the next one."""
    zone = ZoneInfo(asked.zone)
    text: list[str] = [
        say(
            "travel-ask",
            zone=zone_name(asked.zone, say.language),
            home=zone_name(asked.home, say.language),
            time=clock_text(say.language, now, zone),
        )
    ]
    if asked.move is not None:
        text.append(say("travel-ask-move", next=_when(say, asked.move, zone)))
    if asked.keep is not None:
        text.append(say("travel-ask-keep", next=_when(say, asked.keep, zone)))
    text.append(say("travel-nothing-yet"))
    return Message(
        "\n\n".join(text),
        (
            (Button(say.plain("travel-button-move"), MoveTimes(asked.zone), style="primary"),),
            (Button(say.plain("travel-button-keep"), KeepHomeTimes(asked.zone)),),
        ),
        close_keyboard=True,
    )


def settled(say: Say, outcome: Moved | KeptHome, now: datetime) -> Message:
    time = clock_text(say.language, now, ZoneInfo(outcome.zone))
    zone = zone_name(outcome.zone, say.language)
    if isinstance(outcome, KeptHome):
        text = say("travel-kept", zone=zone, time=time, home=zone_name(outcome.home, say.language))
    else:
        text = say("settings-zone-saved", zone=zone, time=time)
    return Message(text, close_keyboard=True)


def _when(say: Say, at: datetime, zone: ZoneInfo) -> str:
    day = day_text(say.language, at.astimezone(zone).date())
    return f"{day}, {clock_text(say.language, at, zone)}"
