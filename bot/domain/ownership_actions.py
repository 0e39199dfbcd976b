"""Buttons of the question whose account this is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class AnswerOwner(Action):
    """`same`: she who set this up. Otherwise somebody new, and everything goes."""

    code: ClassVar[str] = "ow"
    same: bool
