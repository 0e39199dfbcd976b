"""A patient's own plan for hard days: four short parts in her own words; each may be empty.

In published data of one company about half of those in a crisis opened such a plan, and few called
a line. It is never read by the program, only shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

LONGEST_PART = 400  # characters: a hard hour has no patience for more


class PlanPart(StrEnum):
    """In the order in which they are asked and shown. The value is stored: never rename one."""

    WARNING = "warning"
    HELPS = "helps"
    PEOPLE = "people"
    PLACE = "place"

    @property
    def following(self) -> PlanPart | None:
        order = list(PlanPart)
        at = order.index(self) + 1
        return order[at] if at < len(order) else None


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """`parts` holds only what was written."""

    parts: Mapping[PlanPart, str] = field(default_factory=lambda: MappingProxyType({}))

    def with_part(self, part: PlanPart, text: str) -> SafetyPlan:
        """The plan with this part written anew; an empty text takes it out."""
        parts = {each: words for each, words in self.parts.items() if each is not part}
        if text.strip():
            parts[part] = text.strip()
        return SafetyPlan(MappingProxyType(parts))

    @property
    def empty(self) -> bool:
        return not self.parts
