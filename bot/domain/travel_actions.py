"""Buttons of a change of clocks, and of other times on some days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class MoveTimes(Action):
    """Her routines follow the clock of this zone."""

    code: ClassVar[str] = "zm"
    zone: str


@dataclass(frozen=True, slots=True)
class KeepHomeTimes(Action):
    """Her routines stay on the clock of home while she is in this zone."""

    code: ClassVar[str] = "zk"
    zone: str


@dataclass(frozen=True, slots=True)
class ShowMealTimes(Action):
    code: ClassVar[str] = "ml"


@dataclass(frozen=True, slots=True)
class AddMealDays(Action):
    """Other times on some weekdays."""

    code: ClassVar[str] = "mw"


@dataclass(frozen=True, slots=True)
class SwitchMealDay(Action):
    """`day`: 0 is Monday; 7: the chosen ones are all."""

    code: ClassVar[str] = "my"
    day: int


@dataclass(frozen=True, slots=True)
class AddMealDates(Action):
    """Other times from one date to another."""

    code: ClassVar[str] = "mt"


@dataclass(frozen=True, slots=True)
class RemoveMealTimes(Action):
    """By its place in the list that was shown."""

    code: ClassVar[str] = "mx"
    place: int
