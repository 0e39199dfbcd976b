"""Every text a patient writes is heard here first, whatever the bot was waiting for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.concern.finding import Finding, Outcome, Whose
from bot.domain.message import Message
from bot.domain.patient import Patient
from bot.domain.tier import Tier
from bot.services import checkins, escalations
from bot.services.desk import Desk
from bot.services.escalations import Trigger
from bot.storage.store import Tx
from bot.views import safety


@dataclass(frozen=True, slots=True)
class Raised:
    """The fixed message is on its way. `case` is None when this text had raised it before."""

    case: int | None


@dataclass(frozen=True, slots=True)
class Unsure:
    """The text may mean something: ask directly, with help in the same message."""

    question: Message


@dataclass(frozen=True, slots=True)
class Nothing:
    """Read the text as what it is."""


Heard = Raised | Unsure | Nothing


async def hear(
    tx: Tx, desk: Desk, patient: Patient, text: str, source: str, now: datetime
) -> Heard:
    """Look for concerns. A certain one raises its case in this transaction."""
    finding = desk.detector.detect(text)
    if finding.outcome is Outcome.NONE:
        return Nothing()
    if finding.outcome is Outcome.CERTAIN and finding.tier.escalates:
        if finding.whose is Whose.SELF:
            await checkins.drop(tx, patient, now)
        return Raised(
            await escalations.raise_case(tx, desk, patient, _trigger(finding, source), now)
        )
    question = safety.possible_concern(
        desk.say(patient), desk.help_for(patient, now), label=finding.label, whose=finding.whose
    )
    return Unsure(question)


async def answered(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    label: str,
    whose: str,
    answer: str,
    source: str,
    now: datetime,
) -> int | None:
    """The answer to the direct question. Anything but a plain "no" counts as yes."""
    if answer == "no":
        return None
    trigger = Trigger(
        Tier.CONTACT_NOW,
        label if label in safety.SUBJECTS else "suicide",
        source,
        (f"direct-question-{'yes' if answer == 'yes' else 'refused'}",),
        whose if whose in set(Whose) else Whose.SELF,
    )
    return await escalations.raise_case(tx, desk, patient, trigger, now)


def _trigger(finding: Finding, source: str) -> Trigger:
    return Trigger(finding.tier, finding.label, source, finding.why, finding.whose)
