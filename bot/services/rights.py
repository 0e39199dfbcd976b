"""Everything that is kept about a patient, as one file for her. (Deleting it: `leaving`.)"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.patient import Patient
from bot.storage import (
    checkins,
    corrections,
    daily_moods,
    dated_events,
    escalations,
    notes,
    occurrences,
    plans,
    programme_choices,
    routines,
    safety_plans,
    stock_counts,
    symptom_reports,
    trusted_people,
)
from bot.storage.store import Tx

EVERYTHING = timedelta(days=3650)


async def export(tx: Tx, patient: Patient, now: datetime) -> str:
    """All that is kept about a patient, as indented JSON. Times are UTC, dates local."""
    today = patient.local_date(now)
    cases = []
    for case in await escalations.all_of(tx, patient.id):
        life = [{"at": at, "what": what} for at, what in await escalations.events(tx, case.id)]
        cases.append(
            {
                "case": case.id,
                "tier": case.tier.label,
                "about": case.label,
                "state": case.state,
                "raised_at": case.raised_at,
                "doctor_said": case.said,
                "life": life,
            }
        )
    plan = await safety_plans.load(tx, patient.id)
    tie = await trusted_people.of_patient(tx, patient.id)
    data = {
        "exported_at": now,
        "you": {
            "language": patient.language,
            "country": patient.country,
            "time_zone": patient.time_zone,
            "age_group": patient.age_group,
            "doctor": patient.doctor,
            "home_clock_while_away": patient.home_zone,
            "neutral_words": patient.discreet,
            "clinic": patient.clinic.name if patient.clinic else None,
            "quiet_hours": [f"{patient.quiet_start:%H:%M}", f"{patient.quiet_end:%H:%M}"],
            "agreed_to": sorted(patient.consents),
        },
        "plans": [
            {
                "capsules_mg": plan.capsules,
                "times_per_day": plan.times_per_day,
                "rule": plan.rule,
                "from": plan.effective_from,
                "recorded_at": plan.recorded_at,
                "withdrawn_at": plan.withdrawn_at,
            }
            for plan in await plans.history(tx, patient.id)
        ],
        "corrections": [
            {
                "was": each.was,
                "became": each.became,
                "reason": each.became_reason,
                "of_reminder": each.occurrence_id,
                "recorded_at": each.recorded_at,
            }
            for each in await corrections.of_patient(tx, patient.id)
        ],
        "capsules_counted": [
            {"by_mg": dict(each.capsules), "on": each.counted_on, "recorded_at": each.counted_at}
            for each in await stock_counts.history(tx, patient.id)
        ],
        "dates": [
            {
                "date": each.id,
                "kind": each.kind,
                "on": each.on_date,
                "at": each.at_time,
                "repeats": each.repeats,
                "note": each.note,
                "state": each.state,
                "from_programme": each.source,
                "recorded_at": each.created_at,
            }
            for each in await dated_events.of_patient(tx, patient.id)
        ],
        "what_became_of_dates": [
            {
                "date": each.event_id,
                "on": each.on_date,
                "outcome": each.outcome,
                "moved_to": each.moved_to,
                "recorded_at": each.recorded_at,
            }
            for each in await dated_events.outcomes(tx, patient.id)
        ],
        "programme": await programme_choices.load(tx, patient.id),
        "routines": [
            {
                "kind": each.kind,
                "on": each.enabled,
                "rule": each.rule,
                "times": [f"{at:%H:%M}" for at in each.local_times],
                "other_times": [
                    {
                        "weekdays": sorted(other.weekdays),
                        "from": other.first,
                        "to": other.last,
                        "times": [f"{at:%H:%M}" for at in other.local_times],
                    }
                    for other in each.meal_times
                ],
            }
            for each in await routines.of_patient(tx, patient.id)
        ],
        "reminders": [
            {
                "reminder": each.id,
                "kind": each.kind,
                "date": each.local_date,
                "due_at": each.due_at,
                "state": each.state,
                "reason": each.reason,
                "settled_at": each.settled_at,
            }
            for each in await occurrences.between(tx, patient.id, today - EVERYTHING, today)
        ],
        "checkins": [
            {
                "started_at": each.started_at,
                "state": each.state,
                "answers": (each.answers or {}).get("state", {}).get("answers"),
            }
            for each in await checkins.history(tx, patient.id, limit=1000)
        ],
        "symptom_checks": [
            {"at": each.at, "date": each.local_date, "report": each.report}
            for each in await symptom_reports.since(tx, patient.id, today - EVERYTHING)
        ],
        "cases": cases,
        "daily_mood": [
            {"date": day, "mood": mood}
            for day, mood in await daily_moods.since(tx, patient.id, today - EVERYTHING)
        ],
        "safety_plan": dict(plan.parts) if plan else None,
        "notes": [
            {"text": each.text, "written_at": each.written_at}
            for each in await notes.of_patient(tx, patient.id)
        ],
        "person_to_reach": {
            "they_know_you_as": tie.shown_name,
            "sees": tie.level,
            "named_at": tie.named_at,
            "agreed_at": tie.agreed_at,
        }
        if tie
        else None,
        "named_by_others": [
            {"agreed_at": each.agreed_at, "you_see": each.level}
            for each in await trusted_people.naming(tx, patient.id)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, default=_text)


def _text(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)
