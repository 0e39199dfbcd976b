"""Buttons of the questions and answers. Topic ids in them stay valid for ever (see moved.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class FaqMenu(Action):
    code: ClassVar[str] = "fm"


@dataclass(frozen=True, slots=True)
class FaqGroup(Action):
    """One page of a group, counted from 0."""

    code: ClassVar[str] = "fg"
    group: str
    page: int


@dataclass(frozen=True, slots=True)
class FaqTopic(Action):
    code: ClassVar[str] = "ft"
    topic: str


@dataclass(frozen=True, slots=True)
class FaqSources(Action):
    code: ClassVar[str] = "fs"
    topic: str


@dataclass(frozen=True, slots=True)
class NotMeant(Action):
    """ "No, I meant something else": counted without the text, and the menu is shown."""

    code: ClassVar[str] = "fn"
