"""What a reminder says at the moment it leaves, and what the patient's answer to it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.message import Message
from bot.domain.occurrence import (
    OccurrenceState,
    SkipReason,
    can_become,
    is_late,
    snooze,
)
from bot.domain.patient import Patient
from bot.domain.quiet_hours import QuietHours
from bot.domain.routine import NextStep, Occurrence, StepKind
from bot.domain.routine_kind import DATED, ONE_BY_ONE, POLICIES, RoutineKind
from bot.services import dates, planning, stock
from bot.services.desk import Desk
from bot.storage import escalations, occurrences, outbox, patients
from bot.storage.outbox import Asked
from bot.storage.sending import Claimed
from bot.storage.store import Tx
from bot.views.lock_screen import clearly
from bot.views.reminders import ReminderMarks, reminder

MISSED_IN_A_WEEK = 3  # from here on: "tell your prescriber" (within 24 hours)


@dataclass(frozen=True, slots=True)
class NotYours:
    """The button belongs to nobody's, or somebody else's, reminder: it changes nothing."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The items of the reminder as they stand now. `changed` is False for a second tap."""

    items: tuple[Occurrence, ...]
    focus: Occurrence
    changed: bool
    missed_often: bool = False


Answer = Answered | NotYours


async def compose(
    tx: Tx, desk: Desk, rows: Sequence[Claimed], now: datetime
) -> dict[int, Message | str]:
    """The message of each reminder row against the state of now, or the reason to withhold it.

    Anything answered, edited, paused or held since it was queued is left out; a row of which
    nothing remains is withheld.
    """
    asked = await outbox.items_of(tx, [row.id for row in rows])
    people = await patients.by_ids(
        tx, {each.occurrence.patient_id for items in asked.values() for each in items}
    )
    held = await escalations.holding(tx, list(people))
    troubled = await escalations.in_trouble(tx, list(people))
    dated = [each.occurrence for items in asked.values() for each in items]
    known = {each.id: each for each in await dates.with_dates(tx, dated)}
    said: dict[int, Message | str] = {}
    for row in rows:
        if row.expires_at is not None and now > row.expires_at:
            said[row.id] = "expired"
            continue
        wanted: list[Occurrence] = []
        reason = "nothing left to ask"
        for each in asked.get(row.id, ()):
            speaks_against = _against(each, people[each.occurrence.patient_id], held, troubled)
            if speaks_against is None:
                wanted.append(known[each.occurrence.id])
            else:
                reason = speaks_against
        if not wanted:
            said[row.id] = reason
            continue
        patient = people[wanted[0].patient_id]
        marks = ReminderMarks(
            late=any(is_late(each.due_at, now) and each.asked <= 1 for each in wanted),
            repeat=row.uncertain > 0,
            again=any(each.asked > 1 for each in wanted),
        )
        local = now.astimezone(patient.zone).time()
        quiet = QuietHours(patient.quiet_start, patient.quiet_end).covers(local)
        say = desk.messages.say(patient.language)
        words = reminder(say, wanted, patient.zone, marks=marks, silent=quiet)
        said[row.id] = clearly(say, patient, words)
    return said


def _against(asked: Asked, patient: Patient, held: set[int], troubled: set[int]) -> str | None:
    each = asked.occurrence
    if each.state is not OccurrenceState.OPEN:
        return f"already {each.state}"
    if asked.version != each.routine_version:
        return "edited"
    if not planning.may_be_planned(patient, each.kind):
        return "patient is away"
    if patient.doubted_at is not None:
        return "somebody else may be here"
    if each.patient_id in held and POLICIES[each.kind].held:
        return "held"
    if each.patient_id in troubled and POLICIES[each.kind].rests:
        return "a case is open"
    return None


async def show(tx: Tx, patient: Patient, occurrence_id: int) -> Answer:
    """The reminder as it stands, for a press that only opens a choice."""
    focus = await _own(tx, patient, occurrence_id)
    return NotYours() if focus is None else await _answered(tx, focus, changed=False)


async def mark_done(tx: Tx, patient: Patient, occurrence_id: int, now: datetime) -> Answer:
    """Record "done" (for a dose: taken). A second press, on any copy, changes nothing."""
    return await _settle(tx, patient, occurrence_id, OccurrenceState.DONE, None, now)


async def mark_all_done(tx: Tx, patient: Patient, occurrence_id: int, now: datetime) -> Answer:
    """Record every open item of the same reminder as done."""
    focus = await _own(tx, patient, occurrence_id)
    if focus is None:
        return NotYours()
    open_items = [
        each.id
        for each in await _siblings(tx, focus)
        if each.state is OccurrenceState.OPEN and each.kind not in ONE_BY_ONE
    ]
    await occurrences.settle(tx, open_items, OccurrenceState.DONE, now)
    if open_items:
        await stock.refresh(tx, patient, now)
    return await _answered(tx, focus, changed=bool(open_items))


async def skip(
    tx: Tx, patient: Patient, occurrence_id: int, reason: SkipReason, now: datetime
) -> Answer:
    """Record that it was left out, and why. Nothing is ever made up for."""
    answer = await _settle(tx, patient, occurrence_id, OccurrenceState.SKIPPED, reason, now)
    if isinstance(answer, Answered) and answer.changed and answer.focus.kind is RoutineKind.DOSE:
        return Answered(
            answer.items, answer.focus, True, missed_often=await missed_often(tx, patient, now)
        )
    return answer


async def put_off(
    tx: Tx, patient: Patient, occurrence_id: int, minutes: int, now: datetime
) -> Answer:
    """ "Later". The due time stays what it was; the question comes once more then."""
    focus = await _own(tx, patient, occurrence_id)
    if focus is None:
        return NotYours()
    if focus.state is not OccurrenceState.OPEN:
        return await _answered(tx, focus, changed=False)
    step = NextStep(StepKind.SNOOZED, snooze(now, minutes).until)
    await occurrences.set_steps(tx, [(focus.id, focus.asked, step)])
    return await _answered(tx, focus, changed=True)


async def undo(tx: Tx, desk: Desk, patient: Patient, occurrence_id: int, now: datetime) -> Answer:
    """Take an answer back: the question is open again, and closes by itself as always."""
    focus = await _own(tx, patient, occurrence_id)
    if focus is None:
        return NotYours()
    if not can_become(focus.state, OccurrenceState.OPEN) or focus.kind in DATED:
        return await _answered(tx, focus, changed=False)
    step = planning.next_step(desk, patient, focus.kind, focus.due_at, now, focus.asked)
    await occurrences.reopen(tx, focus.id, step)
    await _follow(tx, patient, focus, OccurrenceState.OPEN, now)
    return await _answered(tx, focus, changed=True)


async def _settle(
    tx: Tx,
    patient: Patient,
    occurrence_id: int,
    state: OccurrenceState,
    reason: SkipReason | None,
    now: datetime,
) -> Answer:
    focus = await _own(tx, patient, occurrence_id)
    if focus is None:
        return NotYours()
    changed = can_become(focus.state, state)
    if changed:
        await occurrences.settle(tx, [focus.id], state, now, reason)
        await _follow(tx, patient, focus, state, now)
    return await _answered(tx, focus, changed=changed)


async def _follow(
    tx: Tx, patient: Patient, focus: Occurrence, state: OccurrenceState, now: datetime
) -> None:
    """What an answer changes besides its own record."""
    if focus.kind is RoutineKind.DOSE:
        await stock.refresh(tx, patient, now)
    elif focus.kind is RoutineKind.REFILL and state is OccurrenceState.DONE:
        await stock.seen_to(tx, patient, now)
    elif focus.kind in DATED and state is OccurrenceState.DONE:
        await dates.on_done(tx, patient, focus, now)


async def _own(tx: Tx, patient: Patient, occurrence_id: int) -> Occurrence | None:
    """The occurrence, if it is this patient's: buttons can be forged."""
    found = (await occurrences.by_ids(tx, [occurrence_id])).get(occurrence_id)
    return found if found is not None and found.patient_id == patient.id else None


async def _answered(tx: Tx, focus: Occurrence, *, changed: bool) -> Answered:
    siblings = await _siblings(tx, focus)
    current = next(each for each in siblings if each.id == focus.id)
    return Answered(tuple(siblings), current, changed)


async def _siblings(tx: Tx, focus: Occurrence) -> list[Occurrence]:
    """All items of the newest reminder that asked for `focus`, in order."""
    ids = await outbox.asked_together(tx, focus.id)
    found = await occurrences.by_ids(tx, {focus.id, *ids})
    items = await dates.with_dates(tx, list(found.values()))
    return sorted(items, key=lambda each: (each.due_at, each.id))


async def missed_often(tx: Tx, patient: Patient, now: datetime) -> bool:
    since = patient.local_date(now) - timedelta(days=6)
    states = await occurrences.count_states(tx, patient.id, RoutineKind.DOSE, since)
    return states.get(OccurrenceState.SKIPPED, 0) >= MISSED_IN_A_WEEK
