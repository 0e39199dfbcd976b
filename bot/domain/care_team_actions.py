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
