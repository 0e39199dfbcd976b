"""One patient with something of hers in every table, each sealed field holding a known word."""

from __future__ import annotations

from bot.domain.case_timers import Timer, TimerKind
from bot.domain.dated_event import Outcome
from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient, Purpose
from bot.domain.routine_kind import RoutineKind
from bot.storage import (
    broadcasts,
    case_timers,
    checkins,
    clinics,
    conversations,
    corrections,
    dated_events,
    escalations,
    facts,
    inbox,
    notes,
    occurrences,
    outbox,
    patients,
    plans,
    programme_choices,
    stock_counts,
)
from bot.storage.conversations import Conversation
from bot.storage.corrections import Correction
from bot.storage.inbox import Kept
from bot.storage.schema import daily_moods, safety_plans, symptom_reports, trusted_people
from bot.storage.store import Tx
from tests.storage.rows import (
    CHAT,
    NOW,
    TODAY,
    a_case,
    a_patient,
    a_routine,
    new_occurrence,
    owed,
)

SECRET = "Kirschbluete"  # the word that nobody may find


async def fill(tx: Tx, chat_id: int = CHAT, *, first_update: int = 1) -> Patient:
    """Rows in every table. `first_update`: number of the first of two updates."""
    patient = await a_patient(tx, chat_id)
    told = {"text": f"{SECRET} {chat_id}"}
    await patients.change(
        tx,
        patient.id,
        {
            "name": SECRET,
            "doctor": f"{SECRET} +49 30 1",
            "account_sign": {"name": SECRET},
            "clinic_id": await _a_clinic(tx),
        },
    )
    await patients.grant(tx, patient.id, Purpose.MOOD, NOW)
    await plans.record(
        tx, patient.id, capsules=[20, 10], times_per_day=1, effective_from=TODAY, now=NOW
    )
    routine = await a_routine(tx, patient)
    (occurrence,) = await occurrences.open_all(tx, [new_occurrence(routine)])
    done, undone = OccurrenceState.DONE, OccurrenceState.UNANSWERED
    await corrections.add(tx, patient.id, Correction(occurrence.id, undone, None, done, None, NOW))
    await stock_counts.add(tx, patient.id, {20: 30, 10: 15}, TODAY, NOW)
    event = await dated_events.add(tx, patient.id, RoutineKind.BLOOD_TEST, TODAY, NOW, note=SECRET)
    await dated_events.note_outcome(tx, event, TODAY, Outcome.DONE, NOW)
    await programme_choices.save(tx, patient.id, {"id": SECRET}, NOW)
    case = await a_case(tx, patient, f"case:{chat_id}", reasons=[SECRET])
    assert case is not None
    await escalations.note(tx, case, "raised", NOW)
    await escalations.change(tx, case, {"team_member": SECRET})
    await case_timers.arm(tx, case, [Timer(TimerKind.MORNING, NOW)])
    await tx.execute(
        safety_plans.insert().values(patient_id=patient.id, plan={"place": SECRET}, changed_at=NOW)
    )
    await notes.add(tx, patient.id, f"{SECRET}?", NOW)
    await tx.execute(
        trusted_people.insert().values(
            patient_id=patient.id, trusted_id=patient.id, shown_name=SECRET, named_at=NOW
        )
    )
    await tx.execute(
        daily_moods.insert().values(patient_id=patient.id, local_date=TODAY, mood=SECRET)
    )
    await checkins.begin(tx, patient.id, "full", told, TODAY, NOW)
    await conversations.save(tx, patient.id, Conversation("note", "text", told), NOW)
    await tx.execute(
        symptom_reports.insert().values(
            patient_id=patient.id, at=NOW, local_date=TODAY, tier="D", report=told
        )
    )
    await outbox.enqueue(
        tx,
        [
            owed(
                f"findable:{chat_id}",
                chat_id=chat_id,
                patient_id=patient.id,
                payload=told,
                items=(occurrence.id,),
            ),
            owed(f"before consent:{chat_id}", chat_id=chat_id, payload=told),
        ],
        NOW,
    )
    await inbox.keep(
        tx, [Kept(first_update, chat_id, told), Kept(first_update + 1, chat_id, told)], NOW
    )
    await inbox.give_up(tx, first_update, "ValueError", NOW)
    await facts.write(tx, "last_words", SECRET)
    await facts.count(tx, "questions", TODAY)
    if await broadcasts.get(tx, 1) is None:  # it is nobody's own
        await broadcasts.draft(tx, None, -100, SECRET, NOW)
    return patient


async def _a_clinic(tx: Tx) -> int:
    """It is nobody's own: the next patient finds it there."""
    there = await clinics.all_of_them(tx)
    if there:
        return there[0].id
    return await clinics.add(
        tx,
        name=SECRET,
        phone=f"{SECRET} 030 1",
        language="de",
        country="DE",
        team_chat=-100,
        backup_chat=None,
        link_hash="0" * 64,
        now=NOW,
    )
