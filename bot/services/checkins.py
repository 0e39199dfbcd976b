"""Mood check-ins: begun, answered press by press, ended with an outcome.

The answers live in the database between two presses. Whatever calls for action raises its case in
the same transaction as the answer that revealed it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain import checkin as flow
from bot.domain.checkin import Ask, Finished, Stale
from bot.domain.checkin_state import UNCLEAR, CheckinPlan, CheckinState
from bot.domain.checkin_tier import MoodOutcome, outcome
from bot.domain.patient import Patient
from bot.domain.typed_option import match_option
from bot.services import checkin_invitations, escalations
from bot.services.checkin_records import (
    ASQ_ONLY,
    FULL,
    SHORT,
    may_offer_again,
    plan_of,
    settle_offer,
    state_of,
    stored,
)
from bot.services.desk import Desk
from bot.services.escalations import Trigger
from bot.storage import checkins, patients
from bot.storage.checkins import Checkin
from bot.storage.store import Tx

UNTOUCHED_FOR = timedelta(minutes=15)  # then a check-in counts as left
OPEN_FOR = timedelta(days=1)  # without a yes, it may be gone on with for that long
BATCH = 100


@dataclass(frozen=True, slots=True)
class Asking:
    """The question that is open now. `unclear`: typed words matched no answer."""

    checkin_id: int
    ask: Ask
    begun: CheckinPlan | None = None  # set when this is the first question
    unclear: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """The check-in is over; N and E have been raised already."""

    found: MoodOutcome
    next_at: datetime | None
    case: int | None = None
    offer_again: bool = False  # she left out some of the monthly questions
    first: bool = False


@dataclass(frozen=True, slots=True)
class NotToday:
    """A case of today stands: no more questions this day."""


@dataclass(frozen=True, slots=True)
class Over:
    """The press belongs to a check-in that has ended, or to nobody's."""


Progress = Asking | Ended | NotToday | Over


async def begin(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> Progress:
    """Start a check-in, or go on with the one that is open."""
    if (await escalations.earlier_today(tx, patient, now)).escalates:
        return NotToday()
    going = await checkins.open_one(tx, patient.id)
    if going is not None:
        return await _next(tx, desk, patient, going.id, state_of(going), now)
    plan = await plan_of(tx, patient, now)
    await settle_offer(tx, patient, "taken", now)
    state = flow.begin(plan, desk.instruments)
    kind = FULL if plan.full else SHORT
    checkin_id = await checkins.begin(
        tx, patient.id, kind, stored(state), patient.local_date(now), now
    )
    progress = await _next(tx, desk, patient, checkin_id, state, now)
    if isinstance(progress, Asking):
        return Asking(checkin_id, progress.ask, begun=plan)
    return progress


async def ask_directly(
    tx: Tx, desk: Desk, patient: Patient, reason: str, now: datetime
) -> Progress:
    """A text may be about suicide, and she has said that it is: the ASQ at once, nothing before it.
    Whatever she answers, and if she leaves, at least "contact now" follows."""
    going = await checkins.open_one(tx, patient.id)
    if going is not None:
        state = flow.hear_concern(state_of(going), reason)
        return await _next(tx, desk, patient, going.id, state, now)
    plan = await plan_of(tx, patient, now)
    state = flow.begin(plan, desk.instruments, concern=reason)
    checkin_id = await checkins.begin(
        tx, patient.id, ASQ_ONLY, stored(state), patient.local_date(now), now
    )
    return await _next(tx, desk, patient, checkin_id, state, now)


async def answer(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    checkin_id: int,
    item_id: str,
    option: str,
    attempt: int,
    now: datetime,
) -> Progress:
    """One pressed answer. A press on an old question changes nothing unless it is worse."""
    going = await checkins.get(tx, checkin_id)
    if going is None or going.patient_id != patient.id:
        return Over()
    state = state_of(going)
    if going.state != "open":
        return await _late(tx, desk, patient, going, item_id, option, now)
    try:
        after = flow.answer(state, item_id, option, desk.instruments, attempt=attempt)
    except KeyError:  # a forged item
        return Over()
    if isinstance(after, Stale):
        progress = await _next(tx, desk, patient, checkin_id, state, now)
        if isinstance(progress, Asking):
            return Asking(checkin_id, progress.ask, stale=True)
        return progress
    return await _next(tx, desk, patient, checkin_id, after, now)


async def _late(
    tx: Tx, desk: Desk, patient: Patient, going: Checkin, item_id: str, option: str, now: datetime
) -> Progress:
    """A press after the end: a worse answer to a safety question still counts on the same day."""
    if going.local_date != patient.local_date(now):
        return Over()
    try:
        after = flow.answer(state_of(going), item_id, option, desk.instruments)
    except KeyError:
        return Over()
    if isinstance(after, Stale):
        return Over()
    if (found := outcome(after, desk.instruments, dropped_out=True)).tier.escalates:
        await checkins.change(tx, going.id, {"answers": stored(after, found)})
        trigger = replace(_trigger(found, going.id), source=f"checkin:{going.id}:late")
        await escalations.raise_case(tx, desk, patient, trigger, now)
        return NotToday()
    return await _next(tx, desk, patient, going.id, after, now)


async def typed(tx: Tx, desk: Desk, patient: Patient, text: str, now: datetime) -> Progress | None:
    """A typed answer to the open question; None when no check-in is open. The caller has looked
    for concerns before."""
    going = await checkins.open_one(tx, patient.id)
    if going is None:
        return None
    state = state_of(going)
    ask = flow.question(state, desk.instruments)
    if isinstance(ask, Finished):
        return await _next(tx, desk, patient, going.id, state, now)
    option = match_option(text, ask.options)
    code = option.code if option is not None else UNCLEAR
    after = flow.answer(state, ask.item.id, code, desk.instruments, attempt=ask.attempt)
    if isinstance(after, Stale):
        after = state
    progress = await _next(tx, desk, patient, going.id, after, now)
    if isinstance(progress, Asking) and option is None:
        return Asking(going.id, progress.ask, unclear=True)
    return progress


async def drop(tx: Tx, patient: Patient, now: datetime) -> None:
    """A case was raised by other means: the open check-in asks nothing more today."""
    going = await checkins.open_one(tx, patient.id)
    if going is not None:
        await checkins.change(tx, going.id, {"state": "dropped", "finished_at": now})


async def leave(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> bool:
    """The patient stops in the middle. After a yes that is at least "contact now"."""
    going = await checkins.open_one(tx, patient.id)
    if going is None:
        return False
    await _end_left(tx, desk, patient, going, now)
    return True


async def end_left(tx: Tx, desk: Desk, now: datetime) -> int:
    """End check-ins that were left untouched. After a yes that is at least "contact now"; without
    one the patient may go on whenever she likes."""
    left = await checkins.idle_since(tx, now - UNTOUCHED_FOR, BATCH)
    people = await patients.by_ids(tx, {each.patient_id for each in left})
    ended = 0
    for going in left:
        found = outcome(state_of(going), desk.instruments, dropped_out=True)
        if found.tier.escalates or now - going.touched_at > OPEN_FOR:
            await _end_left(tx, desk, people[going.patient_id], going, now)
            ended += 1
    return ended


async def _end_left(tx: Tx, desk: Desk, patient: Patient, going: Checkin, now: datetime) -> None:
    state = state_of(going)
    found = outcome(state, desk.instruments, dropped_out=True)
    await checkins.change(
        tx,
        going.id,
        {
            "state": "dropped",
            "finished_at": now,
            "tier": found.tier.code,
            "answers": stored(state, found),
        },
    )
    if found.tier.escalates:
        trigger = _trigger(found, going.id, dropped_out=True)
        await escalations.raise_case(tx, desk, patient, trigger, now)


async def _next(
    tx: Tx, desk: Desk, patient: Patient, checkin_id: int, state: CheckinState, now: datetime
) -> Progress:
    """Store the state and say what comes next; an emergency answer acts at once."""
    await checkins.change(tx, checkin_id, {"answers": stored(state), "touched_at": now})
    ask = flow.question(state, desk.instruments)
    if isinstance(ask, Ask):
        return Asking(checkin_id, ask)
    earlier = await escalations.earlier_today(tx, patient, now)
    found = outcome(state, desk.instruments, earlier_today=earlier)
    offer = found.offer_full_again and await may_offer_again(tx, patient, now)
    await checkins.change(
        tx,
        checkin_id,
        {
            "state": "finished",
            "finished_at": now,
            "tier": found.tier.code,
            "answers": stored(state, found, offer=offer),
        },
    )
    case = None
    if found.tier.escalates:
        case = await escalations.raise_case(tx, desk, patient, _trigger(found, checkin_id), now)
    await patients.change(tx, patient.id, {"checkins_missed": 0})
    next_at = await checkin_invitations.reschedule(tx, patient, now)
    first = state.plan.baseline and not state.concerns
    return Ended(found, next_at, case, offer_again=offer, first=first)


def _trigger(found: MoodOutcome, checkin_id: int, *, dropped_out: bool = False) -> Trigger:
    about_thoughts = {"item-9", "unsafe", "item-9-refused", "unsafe-refused"}
    suicide = any(
        r in about_thoughts or r.startswith(("asq", "text:")) or r.endswith("-left")
        for r in found.reasons
    )
    psychosis = any(reason.startswith("psychosis") for reason in found.reasons)
    label = "suicide" if suicide else "psychosis" if psychosis else "severe_mood"
    return Trigger(
        found.tier, label, f"checkin:{checkin_id}", found.reasons, dropped_out=dropped_out
    )
