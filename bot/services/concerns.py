"""Every text a patient writes is heard here first, whatever the bot was waiting for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.concern.finding import Finding, Label, Outcome, Whose
from bot.domain.message import Message
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.tier import Tier
from bot.services import checkins, escalations, questions, safety_plan
from bot.services.checkins import Progress
from bot.services.desk import Desk
from bot.services.escalations import Trigger
from bot.storage import checkins as checkin_rows
from bot.storage import outbox, patients
from bot.storage.checkins import DIRECT
from bot.storage.store import Tx
from bot.views import safety
from bot.views.lock_screen import covered

ANSWER_WITHIN = timedelta(minutes=20)
BATCH = 100
_MOOD = frozenset({Label.SUICIDE, Label.SEVERE_MOOD, Label.PSYCHOSIS})
_ANSWERS = {"yes": "yes", "unanswered": "unanswered"}


@dataclass(frozen=True, slots=True)
class Raised:
    """The fixed message is on its way. `case` is None when this text had raised it before."""

    case: int | None


@dataclass(frozen=True, slots=True)
class Unsure:
    """The text may mean something: ask directly, with help in the same message."""

    question: Message
    key: str | None = None  # in a rush the same is asked once a minute


@dataclass(frozen=True, slots=True)
class Nothing:
    """Read the text as what it is."""


Heard = Raised | Unsure | Nothing


async def hear(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    text: str,
    source: str,
    now: datetime,
    *,
    rush: bool = False,
) -> Heard:
    """Look for concerns. A certain one raises its case in this transaction.

    `rush`: far too much comes from this chat. Everything is heard as ever; the same is said once
    a minute, so that nobody fills the queue of alarms.
    """
    finding = desk.detector.detect(text)
    if finding.outcome is Outcome.NONE:
        return Nothing()
    key = None
    if rush:
        about = f"{finding.label}:{finding.whose}:{finding.tier.code}"
        source = f"rush:{patient.id}:{int(now.timestamp()) // 60}:{about}"[:64]
        key = f"direct:{source}"
        if await outbox.has(tx, key):
            return Nothing()
    certain = finding.outcome is Outcome.CERTAIN and finding.tier.escalates
    if certain and not await _is_a_sign(tx, patient, finding, text):
        if finding.whose is Whose.SELF:
            await checkins.drop(tx, patient, now)
        return Raised(
            await escalations.raise_case(tx, desk, patient, _trigger(finding, source), now)
        )
    await _close_direct(tx, patient, now)
    asked = {"label": str(finding.label), "whose": str(finding.whose), "asked": 1}
    asked |= questions.set_aside(desk, patient, text)
    await checkin_rows.begin(tx, patient.id, DIRECT, asked, patient.local_date(now), now)
    return Unsure(_question(desk, patient, asked, now), key)


async def _is_a_sign(tx: Tx, patient: Patient, finding: Finding, text: str) -> bool:
    """Whether she writes down how her hard days usually begin, for her safety plan. Then she is
    asked directly, with help in the question; never where somebody may be in danger now."""
    mild = finding.tier < Tier.EMERGENCY and finding.whose is Whose.SELF
    if not mild or finding.label not in _MOOD:
        return False
    return await safety_plan.describes_signs(tx, patient, text)


async def answered(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    label: str,
    whose: str,
    answer: str,
    source: str,
    now: datetime,
) -> int | Progress | None:
    """The answer to the direct question. Anything but a plain "no" counts as yes: a case, or, when
    she is here and it is about suicide and herself, the ASQ first, which ends in one."""
    await _close_direct(tx, patient, now)
    if answer == "no":
        return None
    if answer != "unanswered" and label == "suicide" and whose == Whose.SELF:
        standing = await escalations.earlier_today(tx, patient, now)
        if _may_be_asked(patient) and not standing.escalates:
            reason = "direct-question"
            return await checkins.ask_directly(tx, desk, patient, reason, now)
    trigger = Trigger(
        Tier.CONTACT_NOW,
        label if label in safety.SUBJECTS else "suicide",
        source,
        (f"direct-question-{_ANSWERS.get(answer, 'refused')}",),
        whose if whose in set(Whose) else Whose.SELF,
    )
    return await escalations.raise_case(tx, desk, patient, trigger, now)


async def ask_unanswered(tx: Tx, desk: Desk, now: datetime) -> int:
    """A direct question without an answer is asked once more, and then counts as yes."""
    waiting = await checkin_rows.idle_since(tx, now - ANSWER_WITHIN, BATCH, about=DIRECT)
    people = await patients.by_ids(tx, {each.patient_id for each in waiting})
    for each in waiting:
        patient, asked = people[each.patient_id], each.answers or {}
        if asked["asked"] == 1:
            again = asked | {"asked": 2}
            await checkin_rows.change(tx, each.id, {"answers": again, "touched_at": now})
            message = covered(desk.say(patient), patient, _question(desk, patient, asked, now))
            key = f"direct:{each.id}:2"
            await escalations.say_now(tx, patient, message, now, key=key, case=None)
        else:
            source = f"direct:{each.id}:unanswered"
            await answered(
                tx, desk, patient, asked["label"], asked["whose"], "unanswered", source, now
            )
    return len(waiting)


def _may_be_asked(patient: Patient) -> bool:
    """Answers are kept, so only with her consent; without it the fixed message comes at once."""
    return patient.state is PatientState.ACTIVE and patient.consents_to(Purpose.MOOD)


def _question(desk: Desk, patient: Patient, asked: dict[str, Any], now: datetime) -> Message:
    return safety.possible_concern(
        desk.say(patient),
        desk.help_for(patient, now),
        label=asked["label"],
        whose=asked["whose"],
    )


async def _close_direct(tx: Tx, patient: Patient, now: datetime) -> None:
    going = await checkin_rows.open_one(tx, patient.id, about=DIRECT)
    if going is not None:
        await checkin_rows.change(tx, going.id, {"state": "finished", "finished_at": now})


def _trigger(finding: Finding, source: str) -> Trigger:
    return Trigger(finding.tier, finding.label, source, finding.why, finding.whose)
