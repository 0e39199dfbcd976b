"""Buttons of the symptom check. `check_id` is the stored conversation; a button of an older check
is recognised by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class StartSymptoms(Action):
    """Open a check. `area`: an area id, "full", or "menu" for the one that asks."""

    code: ClassVar[str] = "ys"
    area: str


@dataclass(frozen=True, slots=True)
class AnswerSymptom(Action):
    """`answer`: the value of an `Answer`; `question`: the id of a `Question`."""

    code: ClassVar[str] = "ya"
    check_id: int
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ChooseSymptom(Action):
    """`choice`: the code of an option: an area, a sign, a symptom, "other" or "none"."""

    code: ClassVar[str] = "yc"
    check_id: int
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class StopSymptoms(Action):
    """End the check early. What was said so far still counts."""

    code: ClassVar[str] = "yx"
    check_id: int
