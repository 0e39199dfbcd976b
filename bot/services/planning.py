"""From due routines to occurrences and outbox rows, many at a time, one transaction each.

After downtime only the newest slot within its grace is sent; older ones are recorded as missed by
the service. All items of one patient that are due together leave in one message.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.occurrence import (
    GivenUp,
    OccurrenceState,
    after_ask,
    expires_at,
    split_backlog,
)
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.priority import SendClass
from bot.domain.quiet_hours import QuietHours
from bot.domain.routine import NextStep, Occurrence, Routine, StepKind
from bot.domain.routine_kind import POLICIES, RoutineKind, is_wanted
from bot.domain.schedule import Slot, next_due
from bot.domain.zone_move import following, shortest_gap
from bot.services.desk import Desk
from bot.storage import escalations, occurrences, outbox, patients, routines
from bot.storage.occurrences import NewOccurrence
from bot.storage.outbox import Owed
from bot.storage.store import Tx

PATIENTS_PER_BATCH = 200
QUESTIONS_PER_BATCH = 200
# After a longer absence older slots are not listed one by one.
LONGEST_LIST = timedelta(days=30)
# A question that was put off past its grace stays open this long.
TIME_TO_ANSWER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Planned:
    """What one batch did. `more` says that another batch is waiting."""

    occurrences: int
    messages: int
    more: bool


async def plan_due(tx: Tx, desk: Desk, now: datetime) -> Planned:
    """Plan one batch of due routines."""
    due = await routines.claim_due(tx, now, PATIENTS_PER_BATCH)
    people = await patients.by_ids(tx, {each.patient_id for each in due})
    held = await escalations.holding(tx, list(people))
    new: list[NewOccurrence] = []
    upcoming: dict[int, Slot | None] = {}
    for routine in due:
        patient = people[routine.patient_id]
        if not may_be_planned(patient, routine.kind):
            upcoming[routine.id] = None
            continue
        slots, upcoming[routine.id] = _step(routine, patient, now)
        new += _occurrences_of(desk, routine, patient, slots, now, held=routine.patient_id in held)
    await routines.set_next(tx, upcoming)
    opened = await occurrences.open_all(tx, new)
    to_ask = [each for each in opened if each.state is OccurrenceState.OPEN]
    messages = list(_bundles(desk, to_ask, people, now))
    await outbox.enqueue(tx, messages, now)
    return Planned(len(opened), len(messages), len(due) >= PATIENTS_PER_BATCH)


async def ask_again(tx: Tx, desk: Desk, now: datetime) -> Planned:
    """Repeat questions that are due again, and close those that nobody answered."""
    waiting = await occurrences.steps_due(tx, now, QUESTIONS_PER_BATCH)
    people = await patients.by_ids(tx, {each.patient_id for each in waiting})
    closing = [each for each in waiting if each.next and each.next.kind is StepKind.CLOSE]
    asked = [each for each in waiting if each not in closing]
    await occurrences.settle(tx, [each.id for each in closing], OccurrenceState.UNANSWERED, now)
    steps = []
    for each in asked:
        again = each.next is not None and each.next.kind is StepKind.AGAIN
        count = each.asked + again
        step = next_step(desk, people[each.patient_id], each.kind, each.due_at, now, count)
        steps.append((each.id, count, step))
    await occurrences.set_steps(tx, steps)
    messages = list(_bundles(desk, asked, people, now))
    await outbox.enqueue(tx, messages, now)
    return Planned(0, len(messages), len(waiting) >= QUESTIONS_PER_BATCH)


def next_step(
    desk: Desk,
    patient: Patient,
    kind: RoutineKind,
    due_at: datetime,
    asked_at: datetime,
    times_asked: int,
) -> NextStep:
    """What follows a question that is being asked now. A repeat waits out the quiet hours; when
    it would come too late to help, the question is closed instead."""
    minutes = desk.choices.dose_ask_again_minutes if kind is RoutineKind.DOSE else None
    step = after_ask(kind, due_at, asked_at, times_asked, minutes)
    end = max(expires_at(kind, due_at), asked_at + TIME_TO_ANSWER)
    if isinstance(step, GivenUp):
        return NextStep(StepKind.CLOSE, end)
    quiet = QuietHours(patient.quiet_start, patient.quiet_end)
    at = quiet.defer(step.at, local_zone_of(patient))
    return NextStep(StepKind.AGAIN, at) if at < end else NextStep(StepKind.CLOSE, end)


def may_be_planned(patient: Patient, kind: RoutineKind) -> bool:
    """Whether reminders of this kind may reach this patient at all, apart from a hold."""
    return (
        patient.state is PatientState.ACTIVE
        and patient.consents_to(Purpose.REMINDERS)
        and is_wanted(kind, held=False, paused=patient.paused)
    )


def zone_of(patient: Patient) -> ZoneInfo:
    """The clock that her routines follow: that of home while she travels and wants it so."""
    return ZoneInfo(patient.home_zone or patient.time_zone or "UTC")


def local_zone_of(patient: Patient) -> ZoneInfo:
    """The clock where she is: for what she reads, and for her quiet hours."""
    return ZoneInfo(patient.time_zone or "UTC")


async def pass_over(tx: Tx, routine: Routine, slots: Iterable[Slot], reason: str) -> None:
    """Put on record that these slots are not asked about, and why."""
    state = OccurrenceState.CANCELLED
    await occurrences.open_all(tx, [_new(routine, each, state, reason=reason) for each in slots])


def _step(routine: Routine, patient: Patient, now: datetime) -> tuple[list[Slot], Slot | None]:
    """The slots that have become due, and the next one."""
    zone, recurrence, slot = zone_of(patient), routine.recurrence, routine.next
    gap = shortest_gap(recurrence) if routine.kind is RoutineKind.DOSE else timedelta(0)
    if slot is not None and now - slot.due_at > LONGEST_LIST:
        slot = next_due(recurrence, zone, now - LONGEST_LIST)
    slots: list[Slot] = []
    while slot is not None and slot.due_at <= now:
        slots.append(slot)
        slot = following(recurrence, zone, slot, min_gap=gap)
    return slots, slot


def _occurrences_of(
    desk: Desk,
    routine: Routine,
    patient: Patient,
    slots: Sequence[Slot],
    now: datetime,
    *,
    held: bool,
) -> Iterable[NewOccurrence]:
    backlog = split_backlog(slots, now, POLICIES[routine.kind].grace)
    for slot in backlog.missed:
        yield _new(routine, slot, OccurrenceState.MISSED_BY_SERVICE)
    if backlog.to_send is not None:
        if held and POLICIES[routine.kind].held:
            yield _new(routine, backlog.to_send, OccurrenceState.HELD)
        else:
            step = next_step(desk, patient, routine.kind, backlog.to_send.due_at, now, 1)
            yield _new(routine, backlog.to_send, OccurrenceState.OPEN, asked=1, step=step)


def _new(
    routine: Routine,
    slot: Slot,
    state: OccurrenceState,
    asked: int = 0,
    step: NextStep | None = None,
    reason: str | None = None,
) -> NewOccurrence:
    return NewOccurrence(
        routine.id,
        routine.patient_id,
        routine.kind,
        slot.local_date,
        slot.slot,
        slot.due_at,
        routine.version,
        state,
        reason,
        asked=asked,
        next=step,
    )


def _bundles(
    desk: Desk, asked: Sequence[Occurrence], people: dict[int, Patient], now: datetime
) -> Iterable[Owed]:
    """One message per patient for everything that is asked now."""
    by_patient: dict[int, list[Occurrence]] = {}
    for each in asked:
        by_patient.setdefault(each.patient_id, []).append(each)
    for patient_id, items in by_patient.items():
        first = min(items, key=lambda each: each.id)
        is_dose = any(each.kind is RoutineKind.DOSE for each in items)
        send_class = SendClass.DOSE if is_dose else SendClass.ROUTINE
        jitter = random.uniform(0, desk.choices.send_jitter_seconds)  # noqa: S311
        yield Owed(
            key=f"ask:{first.id}:{int(now.timestamp() * 1000)}",
            chat_id=people[patient_id].chat_id,
            patient_id=patient_id,
            send_class=send_class,
            priority=send_class.priority,
            not_before=now + timedelta(seconds=jitter),
            expires_at=max(
                now + TIME_TO_ANSWER, *(expires_at(each.kind, each.due_at) for each in items)
            ),
            items=tuple(each.id for each in items),
        )
