"""What is stored about mood check-ins, and what the earlier ones say about the next."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from bot.domain.checkin_json import from_json, to_json
from bot.domain.checkin_state import CheckinPlan, CheckinState, MoodHistory
from bot.domain.checkin_tier import MoodOutcome
from bot.domain.patient import Patient
from bot.storage import checkins
from bot.storage.checkins import Checkin
from bot.storage.store import Tx

FULL_EVERY = timedelta(days=28)


async def plan_of(tx: Tx, patient: Patient, now: datetime) -> CheckinPlan:
    """What this check-in is for, from the earlier ones."""
    past = [each for each in await checkins.history(tx, patient.id) if each.state == "finished"]
    full = [each for each in past if each.kind == "full"]
    since = full[0].started_at if full else past[-1].started_at if past else now
    monthly = now - since >= FULL_EVERY
    return CheckinPlan(
        age_group="teen" if patient.is_teen else "adult",
        monthly=monthly,
        psychosis_due=monthly,
        us_setting=patient.country == "US",
        history=_history(past),
    )


def _history(past: list[Checkin]) -> MoodHistory:
    """Totals of earlier check-ins, newest first in `past`."""
    results = [(each.answers or {}).get("found", {}) for each in past]
    totals = [total for found in results if (total := found.get("phq")) is not None]
    gad2 = [total for found in results if (total := found.get("gad2")) is not None]
    return MoodHistory(
        baseline=totals[-1] if totals else None,
        last_total=totals[0] if totals else None,
        last_gad2=gad2[0] if gad2 else None,
        known_high_told=any("phq-known" in found.get("reasons", ()) for found in results),
        attempt_told=any(found.get("attempt_told") for found in results),
    )


def state_of(going: Checkin) -> CheckinState:
    return from_json(json.dumps((going.answers or {})["state"]))


def stored(state: CheckinState, found: MoodOutcome | None = None) -> dict[str, Any]:
    row: dict[str, Any] = {"state": json.loads(to_json(state))}
    if found is not None:
        scores = dict(found.scores)
        phq = scores.get("phq9", scores.get("phqa"))
        row["found"] = {
            "tier": found.tier.code,
            "reasons": list(found.reasons),
            "phq": phq,
            "gad2": scores.get("gad2"),
            "attempt_told": found.attempt_told,
        }
    return row
