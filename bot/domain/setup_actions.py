"""Buttons of the onboarding, the settings and the routines' menus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class Setup(Action):
    """An answer to one step of the onboarding."""

    code: ClassVar[str] = "ob"
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class SetupBack(Action):
    """Back to the step before `step`."""

    code: ClassVar[str] = "ox"
    step: str


@dataclass(frozen=True, slots=True)
class SetupResume(Action):
    """Go on with a setup that was left (`again` False), or start over."""

    code: ClassVar[str] = "or"
    again: bool


@dataclass(frozen=True, slots=True)
class ShowRoutines(Action):
    code: ClassVar[str] = "rl"


@dataclass(frozen=True, slots=True)
class ShowRoutine(Action):
    code: ClassVar[str] = "rs"
    kind: str


@dataclass(frozen=True, slots=True)
class SwitchRoutine(Action):
    code: ClassVar[str] = "ro"
    kind: str
    on: bool


@dataclass(frozen=True, slots=True)
class AskTimes(Action):
    """The patient wants to type new times for this routine."""

    code: ClassVar[str] = "rt"
    kind: str


@dataclass(frozen=True, slots=True)
class SwitchWeekday(Action):
    """`day`: 0 is Monday."""

    code: ClassVar[str] = "rw"
    kind: str
    day: int


@dataclass(frozen=True, slots=True)
class AskSunHours(Action):
    """Sunscreen again every two hours: between which hours?"""

    code: ClassVar[str] = "ru"


@dataclass(frozen=True, slots=True)
class ShowSettings(Action):
    code: ClassVar[str] = "st"


@dataclass(frozen=True, slots=True)
class ChangeSetting(Action):
    """Open the change of one setting: language, country, zone, quiet, doctor, plan."""

    code: ClassVar[str] = "sg"
    what: str


@dataclass(frozen=True, slots=True)
class ChooseValue(Action):
    """One offered value of a setting: a language, a country, a zone."""

    code: ClassVar[str] = "sv"
    what: str
    value: str


@dataclass(frozen=True, slots=True)
class SwitchConsent(Action):
    code: ClassVar[str] = "sw"
    purpose: str
    on: bool


@dataclass(frozen=True, slots=True)
class ConfirmDelete(Action):
    code: ClassVar[str] = "xd"
    sure: bool


@dataclass(frozen=True, slots=True)
class DeleteForGood(Action):
    """The second yes to deleting everything."""

    code: ClassVar[str] = "xg"


@dataclass(frozen=True, slots=True)
class KeepAll(Action):
    """Undo: between the second yes and the deletion."""

    code: ClassVar[str] = "xu"
