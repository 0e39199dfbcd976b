"""A case: something a patient said, answered or reported that must not wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Escalation:
    """One case; `id` is the case number. `reasons` are rule ids and item ids, never texts."""

    id: int
    patient_id: int
    tier: Tier
    label: str
    whose: str
    source: str
    reasons: list[str] | None
    state: str
    raised_at: datetime
    delivered_at: datetime | None
    seen_at: datetime | None
    acknowledged_at: datetime | None
    closed_at: datetime | None
    said: str | None
    holds_dose: bool
    hold_released_at: datetime | None
    team_acked_at: datetime | None
    team_member: str | None
    team_chased: int
    team_next_at: datetime | None
