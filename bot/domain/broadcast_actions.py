"""Buttons below a broadcast in the care team's chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class SendBroadcast(Action):
    """The preview is right: send it."""

    code: ClassVar[str] = "bs"
    number: int


@dataclass(frozen=True, slots=True)
class DropBroadcast(Action):
    """The preview is not right."""

    code: ClassVar[str] = "bd"
    number: int


@dataclass(frozen=True, slots=True)
class StopBroadcast(Action):
    """What has not left yet stays here."""

    code: ClassVar[str] = "bt"
    number: int


@dataclass(frozen=True, slots=True)
class ShowBroadcast(Action):
    """How far it has come."""

    code: ClassVar[str] = "bp"
    number: int
