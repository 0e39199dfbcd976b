"""Buttons that ask for a picture, pages or a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class ShowProgress(Action):
    """The picture of so many weeks; 0 for everything."""

    code: ClassVar[str] = "pg"
    weeks: int
    dark: bool


@dataclass(frozen=True, slots=True)
class ShowReport(Action):
    """The pages for the visit; `language` "-" for the patient's own."""

    code: ClassVar[str] = "rp"
    language: str


@dataclass(frozen=True, slots=True)
class ShowFile(Action):
    """One of the files; `want` is a `bot.domain.drawing.Want`."""

    code: ClassVar[str] = "fi"
    want: str
