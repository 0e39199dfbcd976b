"""Buttons of /plan, /day and the capsules at home. Dates are ISO texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.actions import Action


@dataclass(frozen=True, slots=True)
class ShowPlan(Action):
    code: ClassVar[str] = "cpl"


@dataclass(frozen=True, slots=True)
class ChangePlan(Action):
    """Type something about the plan: label, begins, start, end, stock."""

    code: ClassVar[str] = "cpc"
    what: str


@dataclass(frozen=True, slots=True)
class PlanDay(Action):
    """Of a plan that is being written: on or off this weekday, 0 being Monday."""

    code: ClassVar[str] = "cpw"
    day: int


@dataclass(frozen=True, slots=True)
class PlanFrom(Action):
    """Of a plan that is being written: it holds from this date."""

    code: ClassVar[str] = "cpf"
    day: str


@dataclass(frozen=True, slots=True)
class SavePlan(Action):
    """`keep_later`: changes that are noted for later dates stay."""

    code: ClassVar[str] = "cps"
    keep_later: bool


@dataclass(frozen=True, slots=True)
class DropPlanChange(Action):
    """Take a change back that has not begun; `sure` is the second press."""

    code: ClassVar[str] = "cpx"
    plan_id: int
    sure: bool


@dataclass(frozen=True, slots=True)
class NotOver(Action):
    """The course goes on: the day of the last capsule is taken back."""

    code: ClassVar[str] = "cpn"


@dataclass(frozen=True, slots=True)
class ShowDays(Action):
    """The last week, to correct a day of it."""

    code: ClassVar[str] = "cdw"


@dataclass(frozen=True, slots=True)
class ShowDay(Action):
    code: ClassVar[str] = "cdd"
    day: str


@dataclass(frozen=True, slots=True)
class CorrectDose(Action):
    """`what`: taken, skipped, missed or unknown."""

    code: ClassVar[str] = "cdc"
    day: str
    slot: int
    what: str


@dataclass(frozen=True, slots=True)
class RefillLead(Action):
    """How many days before the capsules run out the reminder comes; 0: never."""

    code: ClassVar[str] = "crf"
    days: int
