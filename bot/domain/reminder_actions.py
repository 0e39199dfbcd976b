"""Buttons under reminders, and of the day's list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class Done(Action):
    """The patient did it: for a dose, took it."""

    code: ClassVar[str] = "dn"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class AllDone(Action):
    """Everything that one reminder asked; `occurrence_id` is any item of it."""

    code: ClassVar[str] = "da"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class AskSnooze(Action):
    """Show how long "later" may be."""

    code: ClassVar[str] = "ls"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class SnoozeFor(Action):
    code: ClassVar[str] = "sn"
    occurrence_id: int
    minutes: int


@dataclass(frozen=True, slots=True)
class AskSkip(Action):
    """Show the reasons for leaving it out."""

    code: ClassVar[str] = "as"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class SkipFor(Action):
    code: ClassVar[str] = "sk"
    occurrence_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """The press was a mistake: ask again."""

    code: ClassVar[str] = "un"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class ShowItems(Action):
    """Back from a choice to the reminder itself."""

    code: ClassVar[str] = "si"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class RecordDay(Action):
    """From /today: say what happened with one item, whatever its state."""

    code: ClassVar[str] = "rd"
    occurrence_id: int
