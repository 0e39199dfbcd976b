"""What follows an escalation: "Did you get help?" later the same day and the next morning.

One follow-up the same day, one the next morning, then the case stays open and the bot falls
silent: no chasing of a patient (the care team is chased instead, see `care_team`).
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain import outgoing
from bot.domain.escalation import Escalation
from bot.domain.outgoing import Send
from bot.domain.patient import Patient
from bot.domain.priority import SendClass
from bot.domain.quiet_hours import QuietHours
from bot.domain.wall_time import instant_of
from bot.services.desk import Desk
from bot.services.planning import zone_of
from bot.storage import escalations, outbox, patients
from bot.storage.outbox import Owed
from bot.storage.store import Tx
from bot.views import checkin as checkin_view
from bot.views import safety

SAME_DAY_AFTER = timedelta(hours=4)
AFTER_DROP_OUT = timedelta(minutes=45)
NEXT_MORNING = time(9, 0)
CASES_PER_BATCH = 100

SAME_DAY, MORNING, DROPPED_OUT = "same_day", "morning", "dropped_out"


def first_follow_up(patient: Patient, now: datetime) -> tuple[str, datetime]:
    """Four hours later if that is still today and outside the quiet hours, else next morning."""
    at = now + SAME_DAY_AFTER
    quiet = QuietHours(patient.quiet_start, patient.quiet_end)
    same_day = patient.local_date(at) == patient.local_date(now)
    if same_day and not quiet.covers(at.astimezone(patient.zone).time()):
        return SAME_DAY, at
    return MORNING, _next_morning(patient, now)


def after_drop_out(now: datetime) -> tuple[str, datetime]:
    """One check 30 to 60 minutes after somebody left the questions behind a yes."""
    return DROPPED_OUT, now + AFTER_DROP_OUT


async def run_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Queue the follow-ups that are due. Returns how many."""
    due = await escalations.steps_due(tx, now, CASES_PER_BATCH)
    people = await patients.by_ids(tx, {case.patient_id for case in due})
    for case in due:
        await _follow_up(tx, desk, people[case.patient_id], case, now)
    return len(due)


async def _follow_up(tx: Tx, desk: Desk, patient: Patient, case: Escalation, now: datetime) -> None:
    say, help_ = desk.say(patient), desk.help_for(patient, now)
    morning = case.next_step == MORNING
    if morning:
        message = safety.next_morning(say, help_, escalation_id=case.id)
    elif case.next_step == DROPPED_OUT:
        message = checkin_view.dropped_out_check(say, help_)
    else:
        message = safety.follow_up(say, help_, label=case.label, escalation_id=case.id)
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=f"escalation:{case.id}:{case.next_step}",
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
    await escalations.note(tx, case.id, f"asked {case.next_step}", now)
    following = None if morning else MORNING
    await escalations.change(
        tx,
        case.id,
        {
            "next_step": following,
            "next_step_at": _next_morning(patient, now) if following else None,
        },
    )


def _next_morning(patient: Patient, now: datetime) -> datetime:
    day = patient.local_date(now)
    return instant_of(day.fromordinal(day.toordinal() + 1), NEXT_MORNING, zone_of(patient))
