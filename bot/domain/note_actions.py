"""Buttons of the questions for the next visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class ShowNotes(Action):
    code: ClassVar[str] = "nl"


@dataclass(frozen=True, slots=True)
class AddNote(Action):
    """The patient wants to write one more."""

    code: ClassVar[str] = "na"


@dataclass(frozen=True, slots=True)
class RemoveNote(Action):
    """`sure` False asks first. `note` 0: all of them."""

    code: ClassVar[str] = "nx"
    note: int
    sure: bool
