"""Buttons of /dates, of reminders of a date, and of the programmes. Dates are ISO texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class ShowDates(Action):
    code: ClassVar[str] = "edl"


@dataclass(frozen=True, slots=True)
class ShowDate(Action):
    """One date, with what can be done about it; `below`: as a new message."""

    code: ClassVar[str] = "ede"
    event_id: int
    below: bool


@dataclass(frozen=True, slots=True)
class AddDate(Action):
    """Note a date of this kind; `source`: the programme and version that names it, or "-"."""

    code: ClassVar[str] = "edq"
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class DateDone(Action):
    """`day` is the date that is meant: an old button never settles a later one."""

    code: ClassVar[str] = "edk"
    event_id: int
    day: str


@dataclass(frozen=True, slots=True)
class MoveDate(Action):
    """Ask for the new date."""

    code: ClassVar[str] = "edm"
    event_id: int
    day: str


@dataclass(frozen=True, slots=True)
class CancelDate(Action):
    """`sure` is the second press; `all_of_it`: a repeating one as a whole."""

    code: ClassVar[str] = "edx"
    event_id: int
    day: str
    sure: bool
    all_of_it: bool


@dataclass(frozen=True, slots=True)
class RepeatDate(Action):
    """How it goes on: "once", "monthly" or "days28"."""

    code: ClassVar[str] = "edr"
    event_id: int
    repeats: str


@dataclass(frozen=True, slots=True)
class SwitchLead(Action):
    """A reminder so many days before, on or off."""

    code: ClassVar[str] = "edi"
    event_id: int
    days: int


@dataclass(frozen=True, slots=True)
class SwitchContraception(Action):
    """Daily reminders of contraception, on or off."""

    code: ClassVar[str] = "edp"
    on: bool


@dataclass(frozen=True, slots=True)
class ShowNote(Action):
    """The note after the course that a reminder announced."""

    code: ClassVar[str] = "ecn"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class ShowProgrammes(Action):
    code: ClassVar[str] = "epv"


@dataclass(frozen=True, slots=True)
class ChooseProgramme(Action):
    """This programme applies to her ("-": none); `on` False: just look at it."""

    code: ClassVar[str] = "epp"
    programme: str
    on: bool
