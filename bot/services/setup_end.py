"""The end of the setup: everything that was entered takes effect at once."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.routine_kind import RoutineKind
from bot.services import checkin_invitations, course, routine_settings
from bot.storage import conversations, patients, plans
from bot.storage.store import Tx


async def apply(tx: Tx, patient: Patient, data: dict[str, Any], now: datetime) -> Patient:
    """Account, consents, plan and routines. Returns the patient as she is then."""
    await conversations.end(tx, patient.id)
    await patients.change(
        tx,
        patient.id,
        {
            "state": PatientState.ACTIVE,
            "age_group": data["age_group"],
            "country": data.get("country"),
            "home_zone": None,
            "time_zone": data.get("zone") or patient.time_zone,
            "paused_since": None,
            "unreachable_since": None,
        },
    )
    agreed = {
        Purpose.REMINDERS: data.get("reminders"),
        Purpose.MOOD: data.get("mood"),
        Purpose.CARE_TEAM: data.get("team"),
    }
    for purpose, yes in agreed.items():
        change = patients.grant if yes else patients.withdraw
        await change(tx, patient.id, purpose, now)
    if data.get("capsules"):
        ended = patient.course_ended_on
        if ended is not None and ended < patient.local_date(now):
            await patients.change(tx, patient.id, {"course_ended_on": None})  # another course
        await plans.record(
            tx,
            patient.id,
            capsules=data["capsules"],
            times_per_day=data.get("often", 1),
            effective_from=patient.local_date(now),
            now=now,
        )
    current = await patients.by_id(tx, patient.id)
    assert current is not None
    chosen = set(data.get("routines", ())) if data.get("reminders") else set()
    for kind in routine_settings.OFFERED:
        times = None
        if kind is RoutineKind.DOSE and data.get("times"):
            times = [time.fromisoformat(each) for each in data["times"]]
        await routine_settings.put(
            tx, current, kind, now, local_times=times, enabled=kind.value in chosen
        )
    await course.align(tx, current, now)
    await routine_settings.replan(tx, current, now)
    if data.get("mood"):
        await checkin_invitations.schedule_first(tx, current, now, offered=True)
    return current
