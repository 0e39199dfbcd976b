"""When somebody is asked how she is: invitations, "later today", and the first date."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.mood_cadence import gentle_message_due, next_due
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.priority import SendClass
from bot.services import escalations
from bot.services.checkin_records import facts_of, plan_of
from bot.services.desk import Desk
from bot.services.planning import zone_of
from bot.services.replies import reply
from bot.storage import patients
from bot.storage.store import Tx
from bot.views import checkin as view
from bot.views.lock_screen import covered

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
        if (await escalations.earlier_today(tx, patient, now)).escalates:
            await _schedule(tx, patient, now + timedelta(days=1))  # no more questions today
            continue
        invited = replace(patient, checkin_invited_at=now)
        await patients.change(
            tx, patient.id, {"checkin_invited_at": now, "checkins_missed": missed + 1}
        )
        await _schedule(tx, invited, now)
        plan = await plan_of(tx, patient, now)
        say = desk.say(patient)
        key = f"checkin:{patient.id}:{int(now.timestamp())}"
        # Two in a row unanswered: gentle words and the contact list, never an alarm. Not while she
        # has been told to get help: those words stand, and these would sound like scolding.
        gentle = gentle_message_due(missed) and not await escalations.has_open(tx, patient)
        message = (
            covered(say, patient, view.missed_twice(say, desk.help_for(patient, now)))
            if gentle
            else view.invitation(say, full=plan.monthly)
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


async def schedule_first(tx: Tx, patient: Patient, now: datetime, *, offered: bool) -> None:
    """Mood check-ins were agreed to. `offered`: the caller has just offered the first one, which
    counts as an invitation; else it is invited to at the next sending hour."""
    invited = now if offered else None
    await patients.change(tx, patient.id, {"checkin_invited_at": invited, "checkins_missed": 0})
    await _schedule(tx, replace(patient, checkin_invited_at=invited), now)


async def reschedule(tx: Tx, patient: Patient, now: datetime) -> datetime | None:
    """A check-in has ended, or the dose or the end of the course was written down: when is the
    next one due? None: not any more, or she has not agreed to check-ins."""
    current = await patients.by_id(tx, patient.id)
    if current is None or not current.consents_to(Purpose.MOOD):
        return None
    if current.state is not PatientState.ACTIVE:
        return None
    return await _schedule(tx, current, now)


async def _schedule(tx: Tx, patient: Patient, now: datetime) -> datetime | None:
    due = next_due(await facts_of(tx, patient), zone_of(patient), now)
    at = due.at if due is not None else None
    await patients.change(tx, patient.id, {"next_checkin_at": at})
    return at
