"""The setup: which step comes when, what an answer to it changes, and how it is applied.

What is entered waits, sealed, in the conversation until the last step; leaving in the middle
changes nothing, and `/start` days later goes on where it stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.catalog import places
from bot.domain.dose_plan import Accept, AskIfRight, Refuse, check_plan
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.routine_kind import RoutineKind
from bot.services import place_choice, routine_settings, setup_answers, setup_end
from bot.services.desk import Desk
from bot.services.setup_answers import Read, Step
from bot.storage import conversations, patients
from bot.storage.conversations import Conversation
from bot.storage.store import Tx

FLOW = "setup"


@dataclass(frozen=True, slots=True)
class Asked:
    """The step to show now. `problem` is the message id that says why the answer did not count;
    `offers` are places to choose from."""

    step: Step
    data: dict[str, Any]
    number: int
    of: int
    problem: str | None = None
    offers: tuple[place_choice.Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class TooYoung:
    """No account. The crisis list and the questions stay open to everybody."""

    teen: bool


@dataclass(frozen=True, slots=True)
class AllSet:
    """The setup is applied; `mood` says whether a first check-in can be offered."""

    patient: Patient
    mood: bool


Progress = Asked | TooYoung | AllSet


def steps(desk: Desk, data: dict[str, Any]) -> list[Step]:
    """The steps of this setup in order, as far as the answers so far decide it."""
    found = [Step.ABOUT, Step.AGE, Step.REMINDERS, Step.MOOD]
    if desk.choices.care_team_chat_id is not None and not data.get("clinic"):
        found.append(Step.TEAM)
    # What is not answered yet counts as yes, so that "step 3 of 12" does not grow on the way.
    if data.get("reminders", True) or data.get("mood", True):
        found.append(Step.ZONE)
    found.append(Step.COUNTRY)
    if data.get("reminders", True):
        found += [Step.ROUTINES]
        if RoutineKind.DOSE in data.get("routines", [RoutineKind.DOSE]):
            found += [Step.CAPSULES, Step.OFTEN]
            if data.get("capsules", True):
                found.append(Step.WEIGHT)
            found.append(Step.TIMES)
    return [*found, Step.REVIEW]


async def begin(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> Asked:
    """Start from the first step; what was entered in an earlier setup is forgotten."""
    data: dict[str, Any] = {"routines": [kind.value for kind in routine_settings.OFFERED]}
    if patient.clinic is not None:  # its link has asked about its team
        data |= {"clinic": True, "team": patient.consents_to(Purpose.CARE_TEAM)}
    return await _show(tx, desk, patient, steps(desk, data)[0], data, now)


async def resume(tx: Tx, desk: Desk, patient: Patient, going: Conversation, now: datetime) -> Asked:
    order = steps(desk, going.data)
    step = Step(going.step) if going.step in order else order[0]
    return await _show(tx, desk, patient, step, going.data, now)


async def back(
    tx: Tx, desk: Desk, patient: Patient, going: Conversation, step: str, now: datetime
) -> Asked:
    """To the step before the one whose button was pressed, whatever is shown now."""
    order = steps(desk, going.data)
    at = order.index(Step(step)) if step in order else 0
    return await _show(tx, desk, patient, order[max(0, at - 1)], going.data, now)


async def choose(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    going: Conversation,
    step: str,
    value: str,
    now: datetime,
) -> Progress:
    """A pressed answer. A button of an earlier step answers that step again; one of a later step
    (of an older setup, or forged) jumps over nothing. Another language may be chosen on any step:
    the first one offers it, and the step that is open is asked in it."""
    if step == Step.LANGUAGE:
        if value in desk.messages.languages:
            await patients.change(tx, patient.id, {"language": value})
        return await resume(tx, desk, patient, going, now)
    order = steps(desk, going.data)
    if step not in order or order.index(Step(step)) > order.index(Step(going.step)):
        return await resume(tx, desk, patient, going, now)
    read = setup_answers.pressed(Step(step), value, going.data)
    return await _take(tx, desk, patient, Step(step), going.data, read, now)


async def typed(
    tx: Tx, desk: Desk, patient: Patient, going: Conversation, text: str, now: datetime
) -> Progress:
    """A typed answer to the open step."""
    step = Step(going.step)
    read = setup_answers.typed(step, text, going.data, desk, patient, now)
    return await _take(tx, desk, patient, step, going.data, read, now)


async def located(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    going: Conversation,
    latitude: float,
    longitude: float,
    now: datetime,
) -> Progress:
    """A shared location: only its zone is kept."""
    read = setup_answers.zone_facts(places.zone_at(latitude, longitude))
    return await _take(tx, desk, patient, Step.ZONE, going.data, read, now)


async def _take(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    step: Step,
    data: dict[str, Any],
    read: Read,
    now: datetime,
) -> Progress:
    if read.facts is None:
        return await _show(
            tx, desk, patient, step, data, now, problem=read.problem, offers=read.offers
        )
    data = data | read.facts
    if step is Step.AGE and (young := _gate(desk, data)) is not None:
        await conversations.end(tx, patient.id)
        await patients.change(tx, patient.id, {"state": PatientState.REFUSED})
        return young
    if step is Step.ROUTINES and read.facts.get("toggled"):
        return await _show(tx, desk, patient, step, data, now)
    if step in (Step.OFTEN, Step.WEIGHT) and (problem := _plan_problem(step, data)) is not None:
        return await _show(tx, desk, patient, problem[0], data, now, problem=problem[1])
    if step is Step.WEIGHT:
        data.pop("weight", None)  # it has served its one purpose
    if step is Step.REVIEW:
        return AllSet(await setup_end.apply(tx, patient, data, now), bool(data.get("mood")))
    order = steps(desk, data)
    return await _show(tx, desk, patient, order[order.index(step) + 1], data, now)


async def _show(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    step: Step,
    data: dict[str, Any],
    now: datetime,
    *,
    problem: str | None = None,
    offers: tuple[place_choice.Offer, ...] = (),
) -> Asked:
    data = {key: value for key, value in data.items() if key != "toggled"}
    await conversations.save(tx, patient.id, Conversation(FLOW, step, data), now)
    order = steps(desk, data)
    return Asked(step, data, order.index(step) + 1, len(order), problem, offers)


def _gate(desk: Desk, data: dict[str, Any]) -> TooYoung | None:
    if data["age_group"] == "child":
        return TooYoung(teen=False)
    if data["age_group"] == "teen" and not desk.choices.admit_teens:
        return TooYoung(teen=True)
    return None


def _plan_problem(step: Step, data: dict[str, Any]) -> tuple[Step, str] | None:
    """Whether the whole plan is refused, or must be confirmed first."""
    if not data.get("capsules"):
        return None
    match check_plan(data["capsules"], data["often"], 7, data.get("weight")):
        case Accept():
            return None
        case AskIfRight():
            return None if data.get("confirmed") else (step, "setup-plan-sure")
        case Refuse():
            data["capsules"] = None
            return Step.CAPSULES, "setup-plan-refused"
