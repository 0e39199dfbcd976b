"""Buttons of the mood check-in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class CheckinStart(Action):
    """Begin, or go on with, a mood check-in. `later` asks again later the same day."""

    later: bool
    code: ClassVar[str] = "mb"


@dataclass(frozen=True, slots=True)
class CheckinAnswer(Action):
    """One answer: an option code or `skip`. `attempt` is that of the `Ask` that was shown."""

    checkin_id: int
    item_id: str
    option: str
    attempt: int
    code: ClassVar[str] = "ma"


@dataclass(frozen=True, slots=True)
class CheckinDecline(Action):
    """ "No, thanks" to the offer of the monthly questions."""

    code: ClassVar[str] = "mn"


@dataclass(frozen=True, slots=True)
class PrescriberKnows(Action):
    """Whether the prescriber knows of the high baseline and accepted it in the last 30 days."""

    knows: bool
    code: ClassVar[str] = "mp"


@dataclass(frozen=True, slots=True)
class DailyMood(Action):
    """The unscored daily tap: `good`, `okay`, `low` or `very-low`."""

    mood: str
    code: ClassVar[str] = "md"
