"""A mood check-in as JSON and back, for the time between two presses.

The keys are part of stored rows: add new ones with a default, never rename or reuse one.
"""

from __future__ import annotations

import json
from typing import Any

from bot.domain.checkin_state import CheckinPlan, CheckinState, MoodHistory


def to_json(state: CheckinState) -> str:
    plan, history = state.plan, state.plan.history
    return json.dumps(
        {
            "age": plan.age_group,
            "monthly": plan.monthly,
            "baseline": plan.baseline,
            "psychosis": plan.psychosis_due,
            "us": plan.us_setting,
            "history": {
                "baseline": history.baseline,
                "last": history.last_total,
                "gad2": history.last_gad2,
                "accepted": history.prescriber_accepts,
                "high_told": history.known_high_told,
                "attempt_told": history.attempt_told,
                "condition": history.known_condition,
            },
            "versions": state.versions,
            "answers": state.answers,
            "again": state.asked_again,
            "concerns": state.concerns,
        },
        separators=(",", ":"),
    )


def from_json(text: str) -> CheckinState:
    """Raises `ValueError` for text that `to_json` did not write."""
    try:
        return _state(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored check-in: {error!r}") from error


def _state(data: dict[str, Any]) -> CheckinState:
    history = data["history"]
    if data["age"] not in ("adult", "teen"):
        raise ValueError(f"not a stored check-in: age {data['age']!r}")
    return CheckinState(
        plan=CheckinPlan(
            age_group=data["age"],
            monthly=data["monthly"],
            baseline=data["baseline"],
            psychosis_due=data["psychosis"],
            us_setting=data["us"],
            history=MoodHistory(
                baseline=history["baseline"],
                last_total=history["last"],
                last_gad2=history["gad2"],
                prescriber_accepts=history["accepted"],
                known_high_told=history["high_told"],
                attempt_told=history["attempt_told"],
                known_condition=history["condition"],
            ),
        ),
        versions=tuple((name, version) for name, version in data["versions"]),
        answers=tuple((item_id, code) for item_id, code in data["answers"]),
        asked_again=tuple(data["again"]),
        concerns=tuple(data["concerns"]),
    )
