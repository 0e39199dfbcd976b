"""Reads what a patient has recorded, as the values that pictures, pages and files are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.checkin_state import sheet_ids
from bot.domain.dated_event import EventState
from bot.domain.escalation import Escalation
from bot.domain.history import Complaint, History, history_of
from bot.domain.instrument import Instrument, InstrumentLibrary, Item, UnknownInstrumentError
from bot.domain.patient import Patient
from bot.domain.plan import Plan, spans
from bot.domain.record import (
    Appointment,
    Case,
    Given,
    Label,
    Named,
    Record,
    Screening,
    Sheet,
    Written,
)
from bot.domain.routine_kind import RoutineKind
from bot.domain.symptom_store import SymptomStore
from bot.domain.tier import Tier
from bot.services import checkin_records
from bot.services.desk import Desk
from bot.storage import (
    checkins,
    daily_moods,
    dated_events,
    escalations,
    notes,
    occurrences,
    plans,
    symptom_reports,
)
from bot.storage.checkins import Checkin
from bot.storage.store import Tx

# A year, and the weeks before and after it that are not whole.
LONGEST = timedelta(weeks=53)
MOST_CHECKINS = 200


async def history(tx: Tx, patient: Patient, now: datetime, weeks: int = 0) -> History:
    """The last `weeks` weeks up to the patient's today; 0: as far back as there is anything, for
    `LONGEST` at most. It never begins before the first thing that is known."""
    today = patient.local_date(now)
    start = today - (timedelta(weeks=weeks) if weeks else LONGEST) + timedelta(days=1)
    doses = await occurrences.of_kind_since(tx, patient.id, RoutineKind.DOSE, start)
    labels = await plans.history(tx, patient.id)
    moods = await daily_moods.since(tx, patient.id, start)
    complaints = [
        each
        for report in await symptom_reports.since(tx, patient.id, start)
        for each in _complaints(report)
    ]
    known = [
        *(dose.local_date for dose in doses),
        *(on for on, _ in moods),
        *(each.on for each in complaints),
        *(plan.effective_from for plan in labels if plan.withdrawn_at is None),
    ]
    first = max(start, min(known, default=today))
    return history_of(
        min(first, today),
        today,
        occurrences=doses,
        plans=labels,
        complaints=complaints,
        moods=moods,
        today=today,
        course_ended_on=patient.course_ended_on,
    )


async def record(
    tx: Tx, desk: Desk, store: SymptomStore, language: str, patient: Patient, now: datetime
) -> Record:
    """The whole record of the last `LONGEST`; `store` names the symptoms in `language`."""
    days = await history(tx, patient, now)
    found = {each.symptom for each in days.complaints}
    return Record(
        language=language,
        made_on=days.last,
        zone=patient.time_zone or "UTC",
        started_on=patient.course_started_on,
        ended_on=patient.course_ended_on,
        history=days,
        names=tuple(Named(each.id, each.name) for each in store.symptoms if each.id in found),
        labels=_labels(await plans.history(tx, patient.id), days.first),
        screenings=tuple(
            _screening(each, desk.instruments)
            for each in reversed(await checkins.history(tx, patient.id, limit=MOST_CHECKINS))
            if each.local_date >= days.first
        ),
        cases=tuple(
            _case(each, patient)
            for each in reversed(await escalations.all_of(tx, patient.id))
            if each.whose == "self" and patient.local_date(each.raised_at) >= days.first
        ),
        dates=await _dates(tx, patient),
        questions=tuple(
            Written(patient.local_date(note.written_at), note.text)
            for note in await notes.of_patient(tx, patient.id)
        ),
    )


def _complaints(report: symptom_reports.Report) -> Iterator[Complaint]:
    """What one symptom check found. Its details are gone once they have been kept long enough."""
    found: dict[str, str] = (report.report or {}).get("symptoms", {})
    for symptom, code in found.items():
        yield Complaint(report.local_date, symptom, Tier.from_code(code))


def _labels(written: Sequence[Plan], first: date) -> tuple[Label, ...]:
    """What the label said since `first`; the same written down again is no change."""
    found: list[Label] = []
    for span in spans(written):
        plan = span.plan
        capsules = tuple(float(mg) for mg in plan.capsules)
        label = Label(span.since, span.until, capsules, plan.times_per_day, plan.rule)
        if found and replace(found[-1], since=label.since, until=label.until) == label:
            found[-1] = replace(found[-1], until=label.until)
        else:
            found.append(label)
    return tuple(each for each in found if each.until is None or each.until >= first)


def _screening(row: Checkin, library: InstrumentLibrary) -> Screening:
    sheets: list[Sheet] = []
    if (row.answers or {}).get("state"):
        state = checkin_records.state_of(row)
        versions = dict(state.versions)
        for name in sheet_ids(state.plan):
            try:
                instrument = library.get(name, versions[name])
            except (KeyError, UnknownInstrumentError):
                continue
            if (sheet := sheet_of(instrument, state.codes)) is not None:
                sheets.append(sheet)
    return Screening(row.local_date, row.started_at, row.state == "finished", tuple(sheets))


def sheet_of(instrument: Instrument, codes: Mapping[str, str]) -> Sheet | None:
    """What was answered, by item; None when nothing of it was asked."""
    asked = [item for item in instrument.items if item.id in codes]
    if not asked:
        return None
    scored = [item for item in instrument.items if item.scored]
    phq = instrument.id in ("phq9", "phqa")
    return Sheet(
        instrument=instrument.id,
        version=instrument.version,
        title=instrument.title,
        given=tuple(_given(item, codes[item.id]) for item in asked),
        total=instrument.score(codes).total if scored else None,
        most=sum(item.worst for item in scored),
        pair=instrument.score(codes, [item.id for item in scored[:2]]).total if phq else None,
        signed=instrument.reviewed,
    )


def _given(item: Item, code: str) -> Given:
    option = item.option(code)
    if option is None:
        return Given(item.id, item.text, item.loinc, None, None, None)
    return Given(item.id, item.text, item.loinc, option.code, option.text, option.value)


def _case(case: Escalation, patient: Patient) -> Case:
    def day(at: datetime | None) -> date | None:
        return patient.local_date(at) if at is not None else None

    return Case(
        number=case.id,
        on=patient.local_date(case.raised_at),
        raised_at=case.raised_at,
        tier=case.tier,
        about=case.label,
        reached=case.delivered_at is not None,
        said=case.said,
        said_on=day(case.closed_at) if case.said else None,
        team_on=day(case.team_acked_at),
        held=case.holds_dose,
        released_on=day(case.hold_released_at),
    )


async def _dates(tx: Tx, patient: Patient) -> tuple[Appointment, ...]:
    """What became of each date so far, and the next ones."""
    events = {each.id: each for each in await dated_events.of_patient(tx, patient.id)}
    found = [
        Appointment(events[each.event_id].kind, each.on_date, EventState.OVER, each.outcome)
        for each in await dated_events.outcomes(tx, patient.id)
        if each.event_id in events
    ]
    found += [
        Appointment(each.kind, each.on_date, each.state)
        for each in events.values()
        if each.state is EventState.PLANNED
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.kind)))
