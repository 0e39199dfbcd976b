"""Buttons of the patient's own plan for hard days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class ShowSafetyPlan(Action):
    code: ClassVar[str] = "pp"


@dataclass(frozen=True, slots=True)
class WritePlanPart(Action):
    """Ask for this part; `on`: and for those after it."""

    code: ClassVar[str] = "pw"
    part: str
    on: bool


@dataclass(frozen=True, slots=True)
class SkipPlanPart(Action):
    """Leave this part as it is."""

    code: ClassVar[str] = "pk"
    part: str


@dataclass(frozen=True, slots=True)
class DeletePlan(Action):
    """`sure` False asks first."""

    code: ClassVar[str] = "px"
    sure: bool
