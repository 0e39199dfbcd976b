"""A patient with a past: rows of so many days, written as the program writes them."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier
from bot.storage import daily_moods, occurrences, plans, routines, symptom_reports
from bot.storage.occurrences import NewOccurrence
from bot.storage.store import Tx
from bot.storage.symptom_reports import Report

STATES = (
    *[OccurrenceState.DONE] * 12,
    OccurrenceState.SKIPPED,
    OccurrenceState.UNANSWERED,
    OccurrenceState.HELD,
    OccurrenceState.MISSED_BY_SERVICE,
    None,  # no row at all
)
SYMPTOMS = ("S01", "S02", "S04", "S08", "S07", "S06")
MOODS = ("good", "good", "okay", "low", "very-low")


async def has_lived(
    tx: Tx, patient: Patient, today: date, days: int, *, seed: int = 1, times: int = 1
) -> Counter[str]:
    """Doses, a daily word and a symptom now and then for the `days` days before `today`, on a plan
    from the first of them. Returns how many doses were recorded in which state; "" for no row."""
    dice = random.Random(seed)
    first = today - timedelta(days=days)
    begun = datetime.combine(first, time(6), UTC)
    await plans.record(
        tx, patient.id, capsules=[20], times_per_day=times, effective_from=first, now=begun
    )
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    assert routine is not None
    made: Counter[str] = Counter()
    new: list[NewOccurrence] = []
    for number in range(days):
        on = first + timedelta(days=number)
        for slot in range(times):
            state = dice.choice(STATES)
            made[state or ""] += 1
            if state is not None:
                due = datetime.combine(on, time(8 + 12 * slot), UTC)
                new.append(
                    NewOccurrence(routine.id, patient.id, RoutineKind.DOSE, on, slot, due, 1, state)
                )
        if dice.random() < 0.7:
            await daily_moods.put(tx, patient.id, on, dice.choice(MOODS))
        if number % 5 == 0:
            symptom, tier = dice.choice(SYMPTOMS), dice.choice((Tier.ROUTINE, Tier.WITHIN_24H))
            found = {"symptoms": {symptom: tier.code}, "tier": tier.code, "facts": []}
            at = datetime.combine(on, time(18), UTC)
            await symptom_reports.add(tx, patient.id, Report(at, on, tier, found))
    await occurrences.open_all(tx, new)
    return made
