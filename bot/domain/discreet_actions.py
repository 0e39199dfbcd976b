"""The switch for neutral words on lock screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class SwitchDiscreet(Action):
    code: ClassVar[str] = "sd"
    on: bool
