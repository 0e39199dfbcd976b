"""The timers of cases: when one runs out, somebody is told, once, and the record says why.

The patient herself is asked the same day, the next morning and before her next held dose, and
then no more: patients are not chased. As long as the message is not known to be taken, seen or
answered, the care team is told which of these it is, and the person she named is asked to call.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import outgoing
from bot.domain.case_timers import (
    DOSE_LEAD,
    LIFE,
    NO_DOSE_NOTE_WITHIN,
    Timer,
    TimerKind,
    follow_ups,
    waits,
)
from bot.domain.escalation import Escalation
from bot.domain.message import Message
from bot.domain.outgoing import Send
from bot.domain.patient import Patient
from bot.domain.priority import SendClass
from bot.domain.quiet_hours import QuietHours
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import next_due
from bot.domain.tier import Tier
from bot.services import care_team, trusted
from bot.services.desk import Desk
from bot.services.planning import local_zone_of, may_be_planned, zone_of
from bot.storage import case_timers, escalations, outbox, patients, routines
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import checkin as checkin_view
from bot.views import safety
from bot.views.lock_screen import covered

CASES_PER_BATCH = 100
EARLY = timedelta(minutes=15)  # a dose that was moved: its note moves with it


async def start(
    tx: Tx,
    patient: Patient,
    case: int,
    tier: Tier,
    now: datetime,
    *,
    dropped_out: bool,
    holds: bool,
) -> None:
    """A case was raised: everything that will follow unless something else happens first."""
    quiet = QuietHours(patient.quiet_start, patient.quiet_end)
    timers = [
        waits(TimerKind.UNDELIVERED, tier, now),
        *follow_ups(now, local_zone_of(patient), quiet, dropped_out=dropped_out),
    ]
    if holds and (note := await _before_dose(tx, patient, now + NO_DOSE_NOTE_WITHIN)) is not None:
        timers.append(note)
    await case_timers.arm(tx, case, timers)


async def delivered(tx: Tx, case: Escalation, now: datetime) -> None:
    await case_timers.disarm(tx, case.id, [TimerKind.UNDELIVERED])
    await case_timers.arm(tx, case.id, [waits(TimerKind.UNSEEN, case.tier, now)])


async def seen(tx: Tx, case: Escalation, now: datetime) -> None:
    await case_timers.disarm(tx, case.id, [TimerKind.UNDELIVERED, TimerKind.UNSEEN])
    if case.acknowledged_at is None:
        await case_timers.arm(tx, case.id, [waits(TimerKind.UNANSWERED, case.tier, now)])


async def named_person_asked(tx: Tx, escalation_id: int, now: datetime) -> None:
    await escalations.note(tx, escalation_id, "named person asked", now)
    await case_timers.arm(tx, escalation_id, [Timer(TimerKind.NAMED_ASKED, now)])


async def run_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Do what the timers that have run out ask for. Returns how many there were."""
    due = await case_timers.due(tx, now, CASES_PER_BATCH)
    cases = await escalations.by_ids(tx, {number for number, _ in due})
    people = await patients.by_ids(tx, {case.patient_id for case in cases.values()})
    asked: set[int] = set()  # one question for one patient, however many cases she has
    # The worst case first, and of one case the newest question: after a day off, one is enough.
    order = sorted(due, key=lambda each: (-cases[each[0]].tier, -each[1].due_at.timestamp()))
    for number, timer in order:
        case = cases[number]
        patient = people[case.patient_id]
        await case_timers.disarm(tx, number, [timer.kind])
        if case.closed_at is not None:
            continue
        if timer.kind is TimerKind.NAMED_ASKED:
            await trusted.was_asked(tx, desk, patient, case, now)
        elif timer.kind in LIFE:
            await _nothing_happened(tx, desk, patient, case, timer.kind, now)
        elif timer.kind is TimerKind.BEFORE_DOSE:
            await _before_held_dose(tx, desk, patient, case, now, silent=patient.id in asked)
        elif patient.id not in asked:
            asked.add(patient.id)
            await _ask(tx, desk, patient, case, timer.kind, now)
    return len(due)


async def _nothing_happened(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, kind: TimerKind, now: datetime
) -> None:
    """Not taken, not seen, or not answered for too long."""
    await escalations.note(tx, case.id, kind, now)
    await care_team.report(tx, desk, patient, case, kind, now)
    await trusted.ask_to_call(tx, desk, patient, case, kind, now)


async def _ask(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, kind: TimerKind, now: datetime
) -> None:
    say, help_ = desk.say(patient), desk.help_for(patient, now)
    if kind is TimerKind.MORNING:
        message = safety.next_morning(say, help_, escalation_id=case.id)
    elif kind is TimerKind.DROPPED_OUT:
        message = checkin_view.dropped_out_check(say, help_)
    else:
        message = safety.follow_up(say, help_, label=case.label, escalation_id=case.id)
    await _say(tx, patient, case, covered(say, patient, message), kind, now)


async def _before_held_dose(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, now: datetime, *, silent: bool
) -> None:
    """Shortly before the usual time of a dose that is held: not yet, and who to speak to. Once."""
    if case.hold_released_at is not None or silent:
        return
    upcoming = await _before_dose(tx, patient, now)
    if upcoming is None:
        return
    if upcoming.due_at - now > EARLY:
        await case_timers.arm(tx, case.id, [upcoming])
        return
    say = desk.say(patient)
    message = covered(say, patient, safety.before_held_dose(say, case.id))
    local = now.astimezone(patient.zone).time()
    quiet = QuietHours(patient.quiet_start, patient.quiet_end).covers(local)
    await _say(tx, patient, case, replace(message, silent=quiet), TimerKind.BEFORE_DOSE, now)


async def _before_dose(tx: Tx, patient: Patient, after: datetime) -> Timer | None:
    """The note before the first dose whose usual time comes after `after` and its lead."""
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    if routine is None or not routine.enabled or not may_be_planned(patient, RoutineKind.DOSE):
        return None
    slot = next_due(routine.recurrence, zone_of(patient), after + DOSE_LEAD - timedelta(seconds=1))
    return Timer(TimerKind.BEFORE_DOSE, slot.due_at - DOSE_LEAD) if slot is not None else None


async def _say(
    tx: Tx, patient: Patient, case: Escalation, message: Message, kind: TimerKind, now: datetime
) -> None:
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=f"escalation:{case.id}:{kind}",
                chat_id=patient.chat_id,
                patient_id=patient.id,
                send_class=SendClass.ESCALATION,
                priority=SendClass.ESCALATION.priority,
                payload=outgoing.to_json(Send(message)),
                escalation_id=case.id,
                not_before=now,
            )
        ],
        now,
    )
    await escalations.note(tx, case.id, f"asked {kind}", now)
