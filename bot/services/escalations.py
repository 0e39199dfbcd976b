"""Escalations: the recorded act of telling the patient, and the care team, to act now.

`raise_case` is the only way a case comes into being and the only caller of the storage that
records one. Its message is queued in the same transaction, before anything else is said. The
dose is held until the patient says that a doctor was spoken to and what was said; a later "no",
"just joking" or a closed chat changes nothing about that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.domain import outgoing
from bot.domain.case_closing import CloseReason
from bot.domain.case_timers import LIFE
from bot.domain.escalation import Escalation
from bot.domain.message import Message
from bot.domain.occurrence import OccurrenceState
from bot.domain.outgoing import Send
from bot.domain.patient import Patient
from bot.domain.priority import SendClass
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier
from bot.services import care_team, case_timers, trusted
from bot.services.desk import Desk
from bot.storage import case_timers as timer_rows
from bot.storage import escalations, occurrences, outbox, patients, safety_plans
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import safety

Said = Literal["continue", "pause", "stop"]

ONE_TROUBLE = timedelta(hours=24)
ENDS_FOR_OTHERS = frozenset({"called", "with-someone", "helped"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Why a case is raised. `source` names the one event behind it (an update, a check-in), so
    that the same event never raises two; `reasons` are rule and item ids, never a patient's words.
    """

    tier: Tier
    label: str
    source: str
    reasons: tuple[str, ...]
    whose: str = "self"
    dropped_out: bool = False


async def raise_case(
    tx: Tx, desk: Desk, patient: Patient, trigger: Trigger, now: datetime
) -> int | None:
    """Record the case, hold the dose, queue the message and alert the care team, all in the
    caller's transaction. Returns the case number, or None when this source has raised it before.

    When a case of the same kind stands since less than a day, the words are said again and noted
    there: one trouble is one case, with one follow-up and one alert, until it becomes worse.

    Raises `ValueError` for a tier that does not escalate.
    """
    if not trigger.tier.escalates:
        raise ValueError(f"tier {trigger.tier.code} does not escalate")
    await patients.lock(tx, patient.id)
    if (standing := await _standing(tx, patient, trigger, now)) is not None:
        await _say_again(tx, desk, patient, standing, trigger, now)
        return standing.id
    holds = trigger.whose == "self"
    case = await escalations.record(
        tx,
        patient_id=patient.id,
        tier=trigger.tier,
        label=trigger.label,
        whose=trigger.whose,
        source=trigger.source,
        reasons=list(trigger.reasons),
        holds_dose=holds,
        now=now,
    )
    if case is None:
        return None
    await escalations.note(tx, case, "raised", now)
    if holds:
        await occurrences.close_open(
            tx, patient.id, OccurrenceState.HELD, "escalation", now, kind=RoutineKind.DOSE
        )
        await outbox.cancel_for_patient(tx, patient.id, "held", now, [SendClass.DOSE])
    message = safety.escalation(
        desk.say(patient),
        desk.help_for(patient, now),
        tier=trigger.tier,
        label=trigger.label,
        whose=trigger.whose,
        escalation_id=case,
        dropped_out=trigger.dropped_out,
        has_plan=await safety_plans.load(tx, patient.id) is not None,
    )
    await say_now(tx, patient, message, now, key=f"escalation:{case}:first", case=case)
    await case_timers.start(
        tx, patient, case, trigger.tier, now, dropped_out=trigger.dropped_out, holds=holds
    )
    await care_team.alert(tx, desk, patient, case, trigger.tier, now)
    return case


async def _standing(tx: Tx, patient: Patient, trigger: Trigger, now: datetime) -> Escalation | None:
    """An open case that says at least as much as the new trigger."""
    for case in await escalations.open_of(tx, patient.id):
        same = case.label == trigger.label and case.whose == trigger.whose
        if same and case.tier >= trigger.tier and now - case.raised_at < ONE_TROUBLE:
            return case
    return None


async def _say_again(
    tx: Tx, desk: Desk, patient: Patient, case: Escalation, trigger: Trigger, now: datetime
) -> None:
    key = f"escalation:{case.id}:again:{trigger.source}"
    if await outbox.has(tx, key) or trigger.source == case.source:
        return
    await escalations.note(tx, case.id, "again", now)
    message = safety.escalation(
        desk.say(patient),
        desk.help_for(patient, now),
        tier=case.tier,
        label=case.label,
        whose=case.whose,
        escalation_id=case.id,
        has_plan=await safety_plans.load(tx, patient.id) is not None,
    )
    await say_now(tx, patient, message, now, key=key, case=case.id)


async def say_now(
    tx: Tx, patient: Patient, message: Message, now: datetime, *, key: str, case: int | None
) -> None:
    """Queue a message of the class that outranks everything and is never given up."""
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=key,
                chat_id=patient.chat_id,
                patient_id=patient.id,
                send_class=SendClass.ESCALATION,
                priority=SendClass.ESCALATION.priority,
                payload=outgoing.to_json(Send(message)),
                escalation_id=case,
                not_before=now,
            )
        ],
        now,
    )


async def delivered(tx: Tx, escalation_id: int, key: str, now: datetime) -> None:
    """Telegram has accepted a message of this case."""
    if key.endswith(trusted.KEY_END):
        await case_timers.named_person_asked(tx, escalation_id, now)
    if not key.endswith(":first"):
        return
    case = await escalations.get(tx, escalation_id)
    if case is not None and case.delivered_at is None:
        state = "delivered" if case.state == "raised" else case.state
        await escalations.change(tx, escalation_id, {"delivered_at": now, "state": state})
        await escalations.note(tx, escalation_id, "delivered", now)
        if case.seen_at is None and case.closed_at is None:
            await case_timers.delivered(tx, case, now)


async def seen(tx: Tx, patient: Patient, now: datetime) -> None:
    """The patient is here: what was delivered has been seen, and what never reached the phone is
    shown again at once."""
    for case in await escalations.open_of(tx, patient.id):
        if case.delivered_at is None:
            await outbox.hasten(tx, patient.chat_id, SendClass.ESCALATION, now)
        elif case.seen_at is None:
            state = "seen" if case.state == "delivered" else case.state
            await escalations.change(tx, case.id, {"seen_at": now, "state": state})
            await escalations.note(tx, case.id, "seen", now)
            await case_timers.seen(tx, case, now)


async def own_case(tx: Tx, patient: Patient, escalation_id: int) -> Escalation | None:
    """The case, if it is this patient's: buttons can be forged."""
    case = await escalations.get(tx, escalation_id)
    return case if case is not None and case.patient_id == patient.id else None


async def acknowledge(tx: Tx, case: Escalation, what: str, now: datetime) -> None:
    """The patient says "I called", "I'm with someone" and the like. Her own case stays open until
    she has spoken to a doctor; one about somebody else has nothing left to wait for."""
    await escalations.note(tx, case.id, what, now)
    if case.whose == "other" and what in ENDS_FOR_OTHERS and case.closed_at is None:
        await _close(tx, case, now)
        return
    if case.acknowledged_at is None:
        await escalations.change(tx, case.id, {"acknowledged_at": now, "state": "acknowledged"})
    await timer_rows.disarm(tx, case.id, LIFE)


async def worse(tx: Tx, desk: Desk, patient: Patient, case: Escalation, now: datetime) -> None:
    """ "It's getting worse": a new case of tier E, whatever the first one was."""
    await escalations.note(tx, case.id, "worse", now)
    trigger = Trigger(Tier.EMERGENCY, case.label, f"worse:{case.id}", ("said-worse",), case.whose)
    if await raise_case(tx, desk, patient, trigger, now) is None:
        # The button was pressed before: the same words once more do no harm.
        message = safety.escalation(
            desk.say(patient),
            desk.help_for(patient, now),
            tier=Tier.EMERGENCY,
            label=case.label,
            whose=case.whose,
            escalation_id=case.id,
            has_plan=await safety_plans.load(tx, patient.id) is not None,
        )
        key = f"escalation:{case.id}:worse:{int(now.timestamp())}"
        await say_now(tx, patient, message, now, key=key, case=case.id)


async def spoken_to_doctor(tx: Tx, patient: Patient, said: Said, now: datetime) -> int:
    """The patient has spoken to a doctor and tells what was said. Recorded, never judged.

    Releases the hold of all her cases of which she has been told: one that is raised at this very
    moment cannot be what the doctor spoke about, and stands. Whether the dose is asked for again
    follows from what was said: only "continue" brings the reminders back. Returns how many cases
    were closed.
    """
    await patients.lock(tx, patient.id)
    cases = _told(await escalations.open_of(tx, patient.id))
    held = {case.id for case in _told(await escalations.held_cases(tx, patient.id))}
    for case in cases:
        await escalations.note(tx, case.id, f"doctor said {said}", now)
        await escalations.change(tx, case.id, {"said": said})
        await _close(tx, case, now)
    if said == "continue":
        for case_id in held:
            await escalations.change(tx, case_id, {"hold_released_at": now})
    return len(cases)


def _told(cases: list[Escalation]) -> list[Escalation]:
    return [case for case in cases if case.delivered_at is not None]


async def closed_by_team(tx: Tx, case: Escalation, reason: CloseReason, now: datetime) -> None:
    """Somebody of the care team ends the case. The hold is the patient's own to end."""
    await escalations.note(tx, case.id, f"team closed: {reason}", now)
    await _close(tx, case, now)


async def _close(tx: Tx, case: Escalation, now: datetime) -> None:
    """Nothing follows any more. A hold is another matter and is not touched here."""
    values = {
        "state": "closed",
        "closed_at": now,
        "acknowledged_at": case.acknowledged_at or now,
        "team_next_at": None,
    }
    await escalations.change(tx, case.id, values)
    await escalations.note(tx, case.id, "closed", now)
    await timer_rows.disarm(tx, case.id)


async def has_open(tx: Tx, patient: Patient) -> bool:
    """Whether she has been told to get help and has not said yet what came of it."""
    return any(case.whose == "self" for case in await escalations.open_of(tx, patient.id))


async def is_held(tx: Tx, patient: Patient) -> bool:
    return bool(await escalations.holding(tx, [patient.id]))


async def newest_hold(tx: Tx, patient: Patient) -> Escalation | None:
    """The newest case that still holds the dose, closed or not."""
    return next(iter(await escalations.held_cases(tx, patient.id)), None)


async def earlier_today(tx: Tx, patient: Patient, now: datetime) -> Tier:
    """The highest mood tier that stands since this local day began: one "no" never clears it."""
    today = patient.local_date(now)
    tiers = [
        case.tier
        for case in await escalations.all_of(tx, patient.id)
        if case.whose == "self"
        and case.label in {"suicide", "severe_mood", "psychosis", "mood"}
        and patient.local_date(case.raised_at) == today
    ]
    return max(tiers, default=Tier.SELF_CARE)
