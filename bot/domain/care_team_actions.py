"""Buttons in the care team's chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class AckCase(Action):
    """Somebody of the team takes this case."""

    code: ClassVar[str] = "ta"
    case: int


@dataclass(frozen=True, slots=True)
class TakeOverCase(Action):
    """Somebody else of the team has it from now on."""

    code: ClassVar[str] = "to"
    case: int


@dataclass(frozen=True, slots=True)
class GiveBackCase(Action):
    """Whoever has it cannot go on: nobody has it, and the team is asked again."""

    code: ClassVar[str] = "tb"
    case: int


@dataclass(frozen=True, slots=True)
class CloseCase(Action):
    """The case is in good hands. `reason`: a value of `CloseReason`."""

    code: ClassVar[str] = "tc"
    case: int
    reason: str
