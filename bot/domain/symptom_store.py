"""What the symptom check knows: areas, symptoms with their ladders, combinations. Values only.

The contents are files (`content/symptoms/`), read by `bot.catalog.symptoms`. A ladder is a list of
yes/no steps, each of which decides one tier; `mild` is the wording of the rung "mention it at the
next visit". Tiers and questions: the clinical symptom list S01 to S43.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.domain.symptom_rules import TriageRules
from bot.domain.tier import Tier

OnlyFor = Literal["everyone", "could_be_pregnant", "adult"]
Refer = Literal["mood", "pregnancy"]


@dataclass(frozen=True, slots=True)
class Step:
    """One yes/no question that decides one tier.

    `ask` is the full question; `sign` names the same in a list of several. `see`: another symptom
    asks this question, so that it is not asked twice. `alone`: never part of a list. `optional`:
    leaving it out means nothing. `facts`: what a yes also says, for the combinations.
    """

    id: str
    symptom: str
    tier: Tier
    ask: str
    sign: str
    see: str | None = None
    alone: bool = False
    optional: bool = False
    facts: tuple[str, ...] = ()
    refer: Refer | None = None


@dataclass(frozen=True, slots=True)
class Symptom:
    """`also_ask`: symptoms whose urgent questions belong to this one. `first`: asked before the
    others of its tier. `us_rise`: a D becomes N where US patient texts apply."""

    id: str
    name: str
    areas: tuple[str, ...]
    steps: tuple[Step, ...]
    mild: str | None
    self_care: tuple[str, ...]
    words: tuple[str, ...]
    sources: tuple[str, ...]
    also_ask: tuple[str, ...] = ()
    first: bool = False
    only: OnlyFor = "everyone"
    refer: Refer | None = None
    us_rise: bool = False
    reviewed: str | None = None

    @property
    def pickable(self) -> bool:
        """Whether it has a rung below "contact now", so that choosing it makes sense."""
        return self.mild is not None or any(s.tier is Tier.WITHIN_24H for s in self.steps)


@dataclass(frozen=True, slots=True)
class Area:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Combination:
    """`needs`: of each group at least one must be present: a symptom id, a `fact.<name>`, or
    `any-n` (any urgent finding other than of possible pregnancy itself)."""

    id: str
    tier: Tier
    needs: tuple[tuple[str, ...], ...]
    why: str


@dataclass(frozen=True, slots=True)
class SymptomStore:
    """Everything in `content/symptoms/`. `facts`: the names that combinations may use."""

    areas: tuple[Area, ...]
    symptoms: tuple[Symptom, ...]
    emergency_ask: str
    emergency_signs: tuple[str, ...]
    combinations: tuple[Combination, ...]
    facts: tuple[str, ...]
    triage: TriageRules
    _by_id: dict[str, Symptom] = field(init=False, repr=False, compare=False)
    _steps: dict[str, Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = {each.id: each for each in self.symptoms}
        steps = {step.id: step for each in self.symptoms for step in each.steps}
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "_steps", steps)

    def symptom(self, symptom_id: str) -> Symptom | None:
        return self._by_id.get(symptom_id)

    def step(self, step_id: str) -> Step | None:
        return self._steps.get(step_id)

    def area(self, area_id: str) -> Area | None:
        return next((area for area in self.areas if area.id == area_id), None)

    def of_area(self, area_id: str) -> tuple[Symptom, ...]:
        """The symptoms of an area; those whose main area it is first."""
        members = [each for each in self.symptoms if area_id in each.areas]
        return tuple(sorted(members, key=lambda each: each.areas[0] != area_id))
