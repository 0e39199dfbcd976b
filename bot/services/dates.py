"""Dates that the clinic has given: noted, reminded of, done, moved, cancelled.

The bot proposes no date. Reminders of one are a routine of its own, planned like all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.domain.dated_event import (
    AFTERWARDS,
    LEADS,
    REPEATS,
    USUAL_LEADS,
    DateAnswer,
    DatedEvent,
    EventState,
    Outcome,
    Unusable,
    check_new,
    next_after,
    reminder_time,
    repeats_from,
    rule_of,
    standing,
    useful_leads,
)
from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient
from bot.domain.recurrence import Recurrence
from bot.domain.routine import About, Occurrence, Routine
from bot.domain.routine_kind import DATED, RoutineKind
from bot.domain.schedule import next_due
from bot.services import routine_settings
from bot.services.course import contraception_until
from bot.services.planning import may_be_planned, zone_of
from bot.storage import dated_events, occurrences, routines
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Listed:
    """What is planned, earliest first; `contraception`: whether its daily reminders are on, and
    their last day."""

    today: date
    events: tuple[DatedEvent, ...]
    contraception: bool
    contraception_until: date | None


async def listed(tx: Tx, patient: Patient, now: datetime) -> Listed:
    daily = await routines.of_kind(tx, patient.id, RoutineKind.CONTRACEPTION)
    return Listed(
        patient.local_date(now),
        tuple(
            standing(each, patient.local_date(now))
            for each in await dated_events.of_patient(tx, patient.id, planned_only=True)
        ),
        daily is not None and daily.enabled,
        daily.until if daily is not None else None,
    )


async def note(
    tx: Tx,
    patient: Patient,
    kind: RoutineKind,
    on_date: date,
    now: datetime,
    *,
    at_time: time | None = None,
    place: str | None = None,
    source: str | None = None,
) -> DatedEvent | Unusable:
    """Keep a date and remind her before it."""
    planned = await dated_events.of_patient(tx, patient.id, planned_only=True)
    unusable = check_new(kind, on_date, patient.local_date(now), planned)
    if unusable is not None:
        return unusable
    event = await dated_events.add(
        tx, patient.id, kind, on_date, now, at_time=at_time, note=place, source=source
    )
    await _remind(tx, patient, event, USUAL_LEADS[kind], now)
    return event


async def done(tx: Tx, patient: Patient, event_id: int, day: date, now: datetime) -> DateAnswer:
    """It has taken place; one that repeats goes on with its next date."""
    return await _settle(tx, patient, event_id, day, Outcome.DONE, now)


async def cancel(
    tx: Tx, patient: Patient, event_id: int, day: date, now: datetime, *, all_of_it: bool
) -> DateAnswer:
    """This date will not take place; `all_of_it`: nor any later one of it."""
    return await _settle(tx, patient, event_id, day, Outcome.CANCELLED, now, stop=all_of_it)


async def move(
    tx: Tx, patient: Patient, event_id: int, day: date, to: date, now: datetime
) -> DateAnswer | Unusable:
    """The clinic has given another date; one that repeats goes on from there."""
    event = await dated_events.get(tx, patient.id, event_id)
    if event is None or event.state is EventState.CANCELLED or event.on_date > day:
        return DateAnswer(event)
    planned = await dated_events.of_patient(tx, patient.id, planned_only=True)
    others = [each for each in planned if each.id != event_id]
    unusable = check_new(event.kind, to, patient.local_date(now), others)
    if unusable is not None:
        return unusable
    await dated_events.note_outcome(tx, event, day, Outcome.MOVED, now, moved_to=to)
    repeats = repeats_from(event.repeats, to)
    moved = replace(event, on_date=to, repeats=repeats, state=EventState.PLANNED)
    values = {"on_date": to, "repeats": repeats, "state": EventState.PLANNED}
    await dated_events.change(tx, event_id, values, now)
    await _close(tx, patient, event_id, OccurrenceState.CANCELLED, now)
    await _remind(tx, patient, moved, await leads_of(tx, event), now)
    return DateAnswer(moved, changed=True)


async def set_repeats(
    tx: Tx, patient: Patient, event_id: int, repeats: str, now: datetime
) -> DatedEvent | None:
    event = await _planned(tx, patient, event_id)
    if event is None or repeats not in REPEATS:
        return None
    value = repeats_from(repeats, event.on_date)
    await dated_events.change(tx, event_id, {"repeats": value}, now)
    changed = replace(event, repeats=value)
    await _remind(tx, patient, changed, await leads_of(tx, event), now)
    return changed


async def switch_lead(
    tx: Tx, patient: Patient, event_id: int, days: int, now: datetime
) -> DatedEvent | None:
    """A reminder so many days before, on or off. The last one stays: a date without any would be
    forgotten."""
    event = await _planned(tx, patient, event_id)
    if event is None or days not in LEADS:
        return None
    leads = {each for each in await leads_of(tx, event) if each != AFTERWARDS} ^ {days}
    if leads:
        chosen = (*sorted(leads, reverse=True), AFTERWARDS)
        await _remind(tx, patient, event, chosen, now)
    return event


async def leads_of(tx: Tx, event: DatedEvent) -> tuple[int, ...]:
    routine = await routines.of_event(tx, event.id)
    return routine.leads if routine is not None else USUAL_LEADS[event.kind]


async def switch_contraception(tx: Tx, patient: Patient, now: datetime, *, on: bool) -> None:
    """Daily, through pauses and holds, until one month after the last capsule."""
    until = contraception_until(patient)
    if on and until is not None and until < patient.local_date(now):
        until = None  # the month is over, and she wants it all the same
    await routine_settings.put(tx, patient, RoutineKind.CONTRACEPTION, now, enabled=on)
    routine = await routines.of_kind(tx, patient.id, RoutineKind.CONTRACEPTION)
    if routine is not None and routine.until != until:
        await routines.set_until(tx, routine.id, until, routine.next)


async def on_done(tx: Tx, patient: Patient, occurrence: Occurrence, now: datetime) -> None:
    """ "Done" below a reminder: the date it was about has taken place."""
    routine = (await routines.of_events(tx, [occurrence.routine_id])).get(occurrence.routine_id)
    about = about_date(routine, occurrence) if routine else None
    if routine is not None and routine.event_id is not None and about is not None:
        await done(tx, patient, routine.event_id, about, now)


async def with_dates(tx: Tx, items: Sequence[Occurrence]) -> list[Occurrence]:
    """The same, reminders of dated events with the dates they are about."""
    dated = {each.routine_id for each in items if each.kind in DATED}
    known = await routines.of_events(tx, dated)
    return [_with_date(each, known.get(each.routine_id)) for each in items]


def _with_date(occurrence: Occurrence, routine: Routine | None) -> Occurrence:
    on = about_date(routine, occurrence) if routine is not None else None
    if routine is None or routine.event_id is None or on is None:
        return occurrence
    return replace(occurrence, about=About(routine.event_id, on))


def about_date(routine: Routine, occurrence: Occurrence) -> date | None:
    """The date that a reminder was about."""
    calendar = routine.recurrence
    if not isinstance(calendar, Recurrence):
        return None
    return calendar.announced_on(occurrence.local_date)


async def _settle(
    tx: Tx,
    patient: Patient,
    event_id: int,
    day: date,
    outcome: Outcome,
    now: datetime,
    *,
    stop: bool = False,
) -> DateAnswer:
    event = await _planned(tx, patient, event_id)
    if event is None or day < event.on_date:
        known = event or await dated_events.get(tx, patient.id, event_id)
        return DateAnswer(known)
    await dated_events.note_outcome(tx, event, day, outcome, now)
    closed = OccurrenceState.DONE if outcome is Outcome.DONE else OccurrenceState.CANCELLED
    await _close(tx, patient, event_id, closed, now)
    following = None if stop else next_after(event.repeats, event.on_date, day)
    if following is None:
        state = EventState.OVER if outcome is Outcome.DONE else EventState.CANCELLED
        await dated_events.change(tx, event_id, {"state": state}, now)
        routine = await routines.of_event(tx, event_id)
        if routine is not None:
            await routines.set_next(tx, {routine.id: None})
        return DateAnswer(replace(event, state=state), changed=True)
    await dated_events.change(tx, event_id, {"on_date": following}, now)
    going_on = replace(event, on_date=following)
    await _remind(tx, patient, going_on, await leads_of(tx, event), now)
    return DateAnswer(going_on, changed=True, following=following)


async def _planned(tx: Tx, patient: Patient, event_id: int) -> DatedEvent | None:
    event = await dated_events.get(tx, patient.id, event_id)
    return event if event is not None and event.state is EventState.PLANNED else None


async def _close(
    tx: Tx, patient: Patient, event_id: int, state: OccurrenceState, now: datetime
) -> None:
    """Its open reminders have been answered."""
    routine = await routines.of_event(tx, event_id)
    if routine is not None:
        await occurrences.close_open(tx, patient.id, state, "answered", now, routine_id=routine.id)


async def _remind(
    tx: Tx, patient: Patient, event: DatedEvent, leads: tuple[int, ...], now: datetime
) -> None:
    """Plan the reminders of an event anew: those of the past are not caught up."""
    at = reminder_time(event.at_time)
    leads = useful_leads(leads, event.at_time) or leads
    calendar = Recurrence(rule_of(event.repeats, event.on_date), event.on_date, (at,), leads=leads)
    old = await routines.of_event(tx, event.id)
    following = None
    if may_be_planned(patient, event.kind):
        following = next_due(calendar, zone_of(patient), now)
        if following is not None and old is not None:
            following = await routine_settings.not_asked_yet(
                tx, patient, old.id, calendar, following
            )
    await routines.put(
        tx,
        patient.id,
        event.kind,
        rule=calendar.rule,
        start_on=event.on_date,
        local_times=(at,),
        enabled=True,
        following=following,
        leads=leads,
        event_id=event.id,
    )
