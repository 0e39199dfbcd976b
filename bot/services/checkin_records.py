"""What is stored about mood check-ins, and what the earlier ones say about the next."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.checkin_json import from_json, to_json
from bot.domain.checkin_state import (
    CheckinPlan,
    CheckinState,
    MoodHistory,
    accepted_recently,
)
from bot.domain.checkin_tier import MoodOutcome
from bot.domain.mood_cadence import MoodFacts, full_is_due
from bot.domain.patient import Patient
from bot.domain.plan import changes
from bot.services.desk import Desk
from bot.services.planning import zone_of
from bot.storage import checkins, plans
from bot.storage.checkins import Checkin
from bot.storage.store import Tx

FULL, SHORT = "full", "short"
ASQ_ONLY = "asq"  # the direct questions after a text, outside any check-in
# To questions that were left out: made once, open until she answers it or the day after is over.
OFFER, OFFER_FOR = "offer", timedelta(days=2)


async def plan_of(tx: Tx, patient: Patient, now: datetime) -> CheckinPlan:
    """What this check-in is for, from the earlier ones."""
    past = await _finished(tx, patient)
    facts = await facts_of(tx, patient)
    offered = any(_offer(each, now) == "open" for each in past)
    full = offered or full_is_due(facts, zone_of(patient), now)
    return CheckinPlan(
        age_group="teen" if patient.is_teen else "adult",
        monthly=full and bool(past),
        baseline=not past,
        psychosis_due=full,
        us_setting=patient.country == "US",
        history=_history(past, patient, now),
    )


async def facts_of(tx: Tx, patient: Patient) -> MoodFacts:
    """What the cadence is computed from."""
    past = await _finished(tx, patient)
    full = [each for each in past if each.kind == FULL]
    return MoodFacts(
        started_on=patient.course_started_on,
        last_at=past[0].started_at if past else None,
        last_full_at=full[0].started_at if full else None,
        last_invited_at=patient.checkin_invited_at,
        dose_changed_on=await _dose_changed_on(tx, patient),
        ended_on=patient.course_ended_on,
    )


async def has_high_baseline(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> bool:
    """Whether it would help to know that the prescriber knows: the baseline rule needs it."""
    history = _history(await _finished(tx, patient), patient, now)
    phq = desk.instruments.latest("phqa" if patient.is_teen else "phq9")
    return history.baseline is not None and history.baseline >= phq.cutoffs["moderate"]


async def may_offer_again(tx: Tx, patient: Patient, now: datetime) -> bool:
    """Once: not when the questions that are over now were themselves such an offer."""
    return all(_offer(each, now) is None for each in await _finished(tx, patient))


async def settle_offer(tx: Tx, patient: Patient, how: str, now: datetime) -> None:
    """The offer that is open was taken or declined."""
    for each in await _finished(tx, patient):
        if _offer(each, now) == "open":
            await checkins.change(tx, each.id, {"answers": (each.answers or {}) | {OFFER: how}})


def state_of(going: Checkin) -> CheckinState:
    return from_json(json.dumps((going.answers or {})["state"]))


def stored(
    state: CheckinState, found: MoodOutcome | None = None, *, offer: bool = False
) -> dict[str, Any]:
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
    if offer:
        row[OFFER] = "open"
    return row


async def _finished(tx: Tx, patient: Patient) -> list[Checkin]:
    """Newest first."""
    return [
        each
        for each in await checkins.history(tx, patient.id)
        if each.state == "finished" and each.kind in (FULL, SHORT)
    ]


def _offer(each: Checkin, now: datetime) -> str | None:
    if each.finished_at is None or now - each.finished_at > OFFER_FOR:
        return None
    how: str | None = (each.answers or {}).get(OFFER)
    return how


async def _dose_changed_on(tx: Tx, patient: Patient) -> date | None:
    """The local day from which she last wrote down another dose."""
    changed = changes(await plans.history(tx, patient.id))
    return changed[-1] if changed else None


def _history(past: list[Checkin], patient: Patient, now: datetime) -> MoodHistory:
    """Totals of earlier check-ins, newest first in `past`."""
    results = [(each.answers or {}).get("found", {}) for each in past]
    totals = [total for found in results if (total := found.get("phq")) is not None]
    gad2 = [total for found in results if (total := found.get("gad2")) is not None]
    return MoodHistory(
        baseline=totals[-1] if totals else None,
        last_total=totals[0] if totals else None,
        last_gad2=gad2[0] if gad2 else None,
        prescriber_accepts=accepted_recently(patient.prescriber_knows_at, now),
        known_high_told=any("phq-known" in found.get("reasons", ()) for found in results),
        attempt_told=any(found.get("attempt_told") for found in results),
        known_condition=patient.prescriber_knows_at is not None,
    )
