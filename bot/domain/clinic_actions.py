"""Buttons of a clinic's link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class AnswerClinic(Action):
    """The patient's answer to a clinic's link: `with_team`, `number`, or `no`. `link` is the code,
    which proves that she was sent it."""

    code: ClassVar[str] = "ky"
    link: str
    answer: str


@dataclass(frozen=True, slots=True)
class LeaveClinic(Action):
    """`sure` False asks first."""

    code: ClassVar[str] = "kl"
    sure: bool
