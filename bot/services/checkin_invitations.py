"""When somebody is asked how she is: invitations, "later today", and the first date."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.mood_cadence import next_checkin
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.priority import SendClass
from bot.services import escalations
from bot.services.checkin_records import plan_of
from bot.services.desk import Desk
from bot.services.planning import zone_of
from bot.services.replies import reply
from bot.storage import patients
from bot.storage.store import Tx
from bot.views import checkin as view

INVITATION_FOR = timedelta(hours=36)
LATER = timedelta(hours=3)
BATCH = 100


async def invite_due(tx: Tx, desk: Desk, now: datetime) -> int:
    """Invite those whose check-in is due. Not on a day with an open case, never on a lock-screen
    text that says what it is about."""
    due = await patients.checkins_due(tx, now, BATCH)
    for patient in due:
        missed = patient.checkins_missed
        may = (
            patient.state is PatientState.ACTIVE
            and patient.consents_to(Purpose.MOOD)
            and not patient.paused
        )
        if not may:
            await patients.change(tx, patient.id, {"next_checkin_at": None})
            continue
        following = next_checkin(zone_of(patient), now)
        await patients.change(
            tx, patient.id, {"next_checkin_at": following, "checkins_missed": missed + 1}
        )
        if (await escalations.earlier_today(tx, patient, now)).escalates:
            continue
        plan = await plan_of(tx, patient, now)
        say = desk.say(patient)
        key = f"checkin:{patient.id}:{int(now.timestamp())}"
        # Two in a row unanswered: gentle words and the contact list, never an alarm.
        message = (
            view.missed_twice(say, desk.help_for(patient, now))
            if missed == 2
            else view.invitation(say, full=plan.full)
        )
        await reply(
            tx,
            patient.chat_id,
            message,
            now,
            key=key,
            patient_id=patient.id,
            send_class=SendClass.CHECKIN,
            expires_at=now + INVITATION_FOR,
        )
    return len(due)


async def later(tx: Tx, patient: Patient, now: datetime) -> datetime:
    """ "Later today": invited once more in three hours. Returns when."""
    at = now + LATER
    await patients.change(
        tx,
        patient.id,
        {"next_checkin_at": at, "checkins_missed": max(0, patient.checkins_missed - 1)},
    )
    return at


async def schedule_first(tx: Tx, patient: Patient, now: datetime) -> None:
    """Mood check-ins were agreed to: the baseline is offered at once, by the caller; this sets
    when the next one is due."""
    await patients.change(
        tx,
        patient.id,
        {"next_checkin_at": next_checkin(zone_of(patient), now), "checkins_missed": 0},
    )
