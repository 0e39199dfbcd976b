"""The patient's own plan for hard days: written part by part in calm times, shown in hard ones.

It is sent to nobody and read by nobody but her. While a case of hers is open it is only shown: a
hard hour is no time to fill in a form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import warning_signs
from bot.domain.patient import Patient, PatientState
from bot.domain.safety_plan import LONGEST_PART, PlanPart, SafetyPlan
from bot.storage import conversations, escalations, safety_plans
from bot.storage.conversations import Conversation
from bot.storage.store import Tx

FLOW = "safety_plan"


@dataclass(frozen=True, slots=True)
class Shown:
    """The plan as it stands; None: nothing is written. `saved`: something has just been."""

    plan: SafetyPlan | None
    may_write: bool
    saved: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The part that is asked for now, and what it says so far."""

    part: PlanPart
    words: str | None
    too_long: bool = False


async def show(tx: Tx, patient: Patient, *, saved: bool = False) -> Shown:
    await _end(tx, patient)
    plan = await safety_plans.load(tx, patient.id)
    return Shown(plan, await may_write(tx, patient), saved)


async def may_write(tx: Tx, patient: Patient) -> bool:
    """In calm times only, and with an account: it is kept."""
    if patient.state is not PatientState.ACTIVE:
        return False
    return all(case.whose != "self" for case in await escalations.open_of(tx, patient.id))


async def ask(
    tx: Tx, patient: Patient, part: PlanPart, now: datetime, *, on: bool
) -> Asked | Shown:
    """Ask for a part; `on`: the others follow."""
    if not await may_write(tx, patient):
        return await show(tx, patient)
    plan = await safety_plans.load(tx, patient.id)
    await conversations.save(tx, patient.id, Conversation(FLOW, part, {"on": on}), now)
    return Asked(part, plan.parts.get(part) if plan else None)


async def write(
    tx: Tx, patient: Patient, going: Conversation, text: str, now: datetime
) -> Asked | Shown:
    """Typed words for the part that was asked for. The caller has looked for concerns before."""
    part = PlanPart(going.step)
    if not await may_write(tx, patient):
        return await show(tx, patient)
    plan = await safety_plans.load(tx, patient.id) or SafetyPlan()
    if len(text.strip()) > LONGEST_PART:
        return Asked(part, plan.parts.get(part), too_long=True)
    await safety_plans.save(tx, patient.id, plan.with_part(part, text), now)
    return await _go_on(tx, patient, part, now, on=bool(going.data.get("on")), saved=True)


async def describes_signs(tx: Tx, patient: Patient, text: str) -> bool:
    """Whether she is being asked for her warning signs, and these words are such."""
    going = await conversations.load(tx, patient.id)
    asked = going is not None and going.flow == FLOW and going.step == PlanPart.WARNING
    return asked and warning_signs.describes_signs(text)


async def set_aside(
    tx: Tx, patient: Patient, going: Conversation, words: str, now: datetime
) -> None:
    """A direct question comes first: keep her words (sealed) until she has answered it."""
    waiting = Conversation(FLOW, going.step, going.data | {"words": words})
    await conversations.save(tx, patient.id, waiting, now)


async def skip(tx: Tx, patient: Patient, part: PlanPart, now: datetime) -> Asked | Shown:
    """Leave a part as it is; a press on an older question leaves the newer ones alone."""
    going = await conversations.load(tx, patient.id)
    if going is None or going.flow != FLOW or going.step != part:
        return await show(tx, patient) if going is None else await _again(tx, patient, going, now)
    return await _go_on(tx, patient, part, now, on=bool(going.data.get("on")))


async def delete(tx: Tx, patient: Patient) -> None:
    await _end(tx, patient)
    await safety_plans.remove(tx, patient.id)


async def _again(tx: Tx, patient: Patient, going: Conversation, now: datetime) -> Asked | Shown:
    if going.flow != FLOW:
        return Shown(await safety_plans.load(tx, patient.id), await may_write(tx, patient))
    return await ask(tx, patient, PlanPart(going.step), now, on=bool(going.data.get("on")))


async def _go_on(
    tx: Tx, patient: Patient, part: PlanPart, now: datetime, *, on: bool, saved: bool = False
) -> Asked | Shown:
    if on and part.following is not None:
        return await ask(tx, patient, part.following, now, on=True)
    return await show(tx, patient, saved=saved)


async def _end(tx: Tx, patient: Patient) -> None:
    going = await conversations.load(tx, patient.id)
    if going is not None and going.flow == FLOW:
        await conversations.end(tx, patient.id)
