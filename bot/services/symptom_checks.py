"""Symptom checks: the emergency question first, every report kept, N and E raised as cases.

Like a mood check-in, a check lives in the database between two presses; one that is left after an
urgent yes counts as it stands.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import symptom_check as flow
from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient
from bot.domain.routine_kind import RoutineKind
from bot.domain.symptom_check import Question
from bot.domain.symptom_outcome import (
    SymptomHistory,
    SymptomOutcome,
    outcome,
    past_report,
    report_json,
)
from bot.domain.symptom_state import Answer, CheckState, Person, from_json, to_json
from bot.domain.symptom_triage import match_facts, match_symptoms
from bot.services import escalations
from bot.services.desk import Desk
from bot.services.escalations import Trigger
from bot.storage import checkins, occurrences, patients, symptom_reports
from bot.storage.checkins import SYMPTOMS, Checkin
from bot.storage.store import Tx
from bot.storage.symptom_reports import Report

REMEMBERED = timedelta(days=60)
UNTOUCHED_FOR = timedelta(minutes=15)
BATCH = 100


@dataclass(frozen=True, slots=True)
class Asking:
    """The question that is open now. `understood`: what the patient's own words named."""

    check_id: int
    question: Question
    understood: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """The check is over and in the diary; N and E have been raised already."""

    result: SymptomOutcome
    case: int | None


@dataclass(frozen=True, slots=True)
class Over:
    """The button belongs to a check that has ended, or to nobody's."""


Progress = Asking | Ended | Over


async def begin(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    now: datetime,
    *,
    area: str | None = None,
    words: str | None = None,
) -> Progress:
    """Open a check: of an area, of what the words name, or one that asks for the area."""
    store = desk.symptoms_for(patient)
    if (left := await checkins.open_one(tx, patient.id, about=SYMPTOMS)) is not None:
        await _end(tx, desk, patient, left, _state(left), now, abandoned=True)
    person = Person(teen=patient.is_teen, us_setting=patient.country == "US")
    claimed = match_symptoms(words, store) if words else ()
    facts = match_facts(words, store) if words else ()
    known_area = area if area in {each.id for each in store.areas} else None
    state = flow.begin(area=known_area, claimed=claimed, facts=facts, person=person)
    check_id = await checkins.begin(
        tx, patient.id, SYMPTOMS, json.loads(to_json(state)), patient.local_date(now), now
    )
    progress = await _next(tx, desk, patient, check_id, state, now)
    if isinstance(progress, Asking):
        return Asking(check_id, progress.question, claimed)
    return progress


async def weekly_answered(tx: Tx, patient: Patient, now: datetime) -> None:
    """She begins a check: the one-tap question of the week has its answer."""
    kind, done = RoutineKind.SYMPTOM_CHECK, OccurrenceState.DONE
    await occurrences.close_open(tx, patient.id, done, "check begun", now, kind=kind)


async def answer(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    check_id: int,
    question: str,
    given: str,
    now: datetime,
) -> Progress:
    """A yes, no, "not sure" or "I'd rather not say"."""
    going = await _own(tx, patient, check_id)
    if going is None or given not in set(Answer):
        return Over()
    state = flow.answer(desk.symptoms_for(patient), _state(going), question, Answer(given))
    return await _next(tx, desk, patient, check_id, state, now)


async def choose(
    tx: Tx, desk: Desk, patient: Patient, check_id: int, question: str, code: str, now: datetime
) -> Progress:
    """An area, a sign or a symptom from a list."""
    going = await _own(tx, patient, check_id)
    if going is None:
        return Over()
    state = flow.choose(desk.symptoms_for(patient), _state(going), question, code)
    return await _next(tx, desk, patient, check_id, state, now)


async def stop(tx: Tx, desk: Desk, patient: Patient, check_id: int, now: datetime) -> Ended | Over:
    """End it early; what was said so far still counts."""
    going = await _own(tx, patient, check_id)
    if going is None:
        return Over()
    return await _end(tx, desk, patient, going, _state(going), now, abandoned=True)


async def end_left(tx: Tx, desk: Desk, now: datetime) -> int:
    """End checks that nobody has touched for a while. Returns how many."""
    left = await checkins.idle_since(tx, now - UNTOUCHED_FOR, BATCH, about=SYMPTOMS)
    people = await patients.by_ids(tx, {each.patient_id for each in left})
    for going in left:
        await _end(tx, desk, people[going.patient_id], going, _state(going), now, abandoned=True)
    return len(left)


async def _next(
    tx: Tx, desk: Desk, patient: Patient, check_id: int, state: CheckState, now: datetime
) -> Progress:
    await checkins.change(tx, check_id, {"answers": json.loads(to_json(state)), "touched_at": now})
    ask = flow.question(desk.symptoms_for(patient), state)
    if ask is not None:
        return Asking(check_id, ask)
    going = await checkins.get(tx, check_id)
    assert going is not None
    return await _end(tx, desk, patient, going, state, now, abandoned=False)


async def _end(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    going: Checkin,
    state: CheckState,
    now: datetime,
    *,
    abandoned: bool,
) -> Ended:
    today = patient.local_date(now)
    history = await _history(tx, patient, now)
    store = desk.symptoms_for(patient)
    result = outcome(store, state, history, abandoned=abandoned)
    await checkins.change(
        tx,
        going.id,
        {
            "state": "dropped" if abandoned else "finished",
            "finished_at": now,
            "tier": result.tier.code,
            "answers": json.loads(to_json(state)),
        },
    )
    if state.given:
        report = Report(now, today, result.tier, json.loads(report_json(state, result)))
        await symptom_reports.add(tx, patient.id, report)
    case = None
    if result.tier.escalates:
        case = await escalations.raise_case(tx, desk, patient, _trigger(result, going.id), now)
    return Ended(result, case)


def _trigger(result: SymptomOutcome, check_id: int) -> Trigger:
    label = "physical"
    if "pregnancy" in result.refer:
        label = "pregnancy"
    elif "mood" in result.refer and not _bodily(result):
        label = "suicide"
    return Trigger(result.tier, label, f"symptoms:{check_id}", result.reasons)


def _bodily(result: SymptomOutcome) -> bool:
    """Whether anything besides mood is urgent: then the body's message comes first."""
    return any(tier.escalates and name not in MOOD for name, tier in result.by_symptom.items())


MOOD = frozenset({"S20", "S21", "S22"})


async def _history(tx: Tx, patient: Patient, now: datetime) -> SymptomHistory:
    today = patient.local_date(now)
    reports = await symptom_reports.since(tx, patient.id, today - REMEMBERED)
    past = tuple(
        past_report(json.dumps(each.report), each.local_date) for each in reports if each.report
    )
    return SymptomHistory(today, past)


async def _own(tx: Tx, patient: Patient, check_id: int) -> Checkin | None:
    going = await checkins.get(tx, check_id)
    own = going is not None and going.patient_id == patient.id and going.kind == SYMPTOMS
    return going if own and going is not None and going.state == "open" else None


def _state(going: Checkin) -> CheckState:
    return from_json(json.dumps(going.answers))
