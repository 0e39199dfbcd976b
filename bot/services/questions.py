"""Questions in a patient's own words. What is not found is counted, without the words."""

from __future__ import annotations

from datetime import datetime

from bot.domain.faq import Found, Outcome
from bot.domain.patient import Patient
from bot.services.desk import Desk
from bot.storage import facts
from bot.storage.store import Tx


async def ask(tx: Tx, desk: Desk, patient: Patient, words: str, now: datetime) -> Found:
    """Where the question leads. The same words always lead to the same place."""
    found = desk.faq.find(words, patient.language)
    await facts.count(tx, f"faq:{found.outcome}", now.date())
    if found.outcome is Outcome.ANSWER:
        await facts.count(tx, f"faq:topic:{found.topics[0]}", now.date())
    return found


async def not_meant(tx: Tx, patient: Patient, now: datetime) -> None:
    """ "No, I meant something else": operators see how often, never what."""
    await facts.count(tx, "faq:not_meant", now.date())
