"""The dose as it stands on the patient's own label. Recorded, never judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """`capsules`: strengths in milligrams of one dose, e.g. [20, 10]."""

    id: int
    capsules: list[float]
    times_per_day: int
    days_per_week: int
    recorded_at: datetime
    replaced_at: datetime | None
