"""Questions in a patient's own words. What is not found is counted, without the words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.faq import Found, Outcome
from bot.domain.patient import Patient
from bot.services.desk import Desk
from bot.storage import checkins as checkin_rows
from bot.storage import facts
from bot.storage.checkins import DIRECT
from bot.storage.store import Tx


async def ask(tx: Tx, desk: Desk, patient: Patient, words: str, now: datetime) -> Found:
    """Where the question leads. The same words always lead to the same place."""
    found = desk.faq.find(words, patient.language)
    await facts.count(tx, f"faq:{found.outcome}", now.date())
    if found.outcome is Outcome.ANSWER:
        await facts.count(tx, f"faq:topic:{found.topics[0]}", now.date())
    elif found.outcome is Outcome.OUT_OF_SCOPE:
        await facts.count(tx, f"faq:outside:{found.why[-1].partition(':')[0]}", now.date())
    return found


def set_aside(desk: Desk, patient: Patient, words: str) -> dict[str, Any]:
    """Where the words would lead, without them, to be kept while something else is asked first."""
    found = desk.faq.find(words, patient.language)
    if found.outcome is Outcome.OUT_OF_SCOPE:
        return {}
    leads = {"outcome": str(found.outcome), "topics": found.topics, "refusal": found.refusal}
    return {"leads": leads}


async def waiting(tx: Tx, patient: Patient) -> Found | None:
    """The question behind the direct question that is open now, if there is one."""
    going = await checkin_rows.open_one(tx, patient.id, about=DIRECT)
    leads = (going.answers or {}).get("leads") if going is not None else None
    if leads is None:
        return None
    return Found(Outcome(leads["outcome"]), tuple(leads["topics"]), leads["refusal"])


async def not_meant(tx: Tx, patient: Patient, now: datetime) -> None:
    """ "No, I meant something else": operators see how often, never what."""
    await facts.count(tx, "faq:not_meant", now.date())
