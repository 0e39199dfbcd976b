"""`demo`: a made-up patient six weeks into her course, for the playground.

Everything is written by the services that write it for patients, at the instants at which they
would have. Only where the clock is the playground's: no real database ever holds made-up people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.checkin_json import to_json
from bot.domain.checkin_state import CheckinPlan, CheckinState, sheet_ids
from bot.domain.occurrence import OccurrenceState, SkipReason
from bot.domain.patient import Patient
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import next_due
from bot.domain.tier import Tier
from bot.domain.wall_time import instant_of
from bot.services import checkin_invitations, routine_settings, setup_end
from bot.storage import (
    checkins,
    daily_moods,
    occurrences,
    patients,
    plans,
    routines,
    symptom_reports,
)
from bot.storage.occurrences import NewOccurrence
from bot.storage.store import Tx
from bot.storage.symptom_reports import Report

DAYS = 42
MORE_FROM_DAY = 28
DONE, SKIPPED, UNANSWERED = (
    OccurrenceState.DONE,
    OccurrenceState.SKIPPED,
    OccurrenceState.UNANSWERED,
)
# What became of a dose, by the day; of all others she said "taken".
DOSES = {
    9: (SKIPPED, SkipReason.FORGOT),
    17: (UNANSWERED, None),
    24: (SKIPPED, SkipReason.FELT_UNWELL),
    25: (SKIPPED, SkipReason.FELT_UNWELL),
    36: (UNANSWERED, None),
}
# One word for each day from the second week on; a blank is a day without.
MOODS = "go oo ooloogoog ogooolo oogogogoogo"
WORDS = {"g": "good", "o": "okay", "l": "low"}
# By day: the symptom of the catalogue and how soon it was for.
SYMPTOMS = {
    5: ("mouth-nose-throat", "S01", Tier.SELF_CARE),
    12: ("eyes-ears", "S04", Tier.SELF_CARE),
    19: ("mouth-nose-throat", "S03", Tier.SELF_CARE),
    26: ("muscles-joints", "S07", Tier.ROUTINE),
    33: ("mouth-nose-throat", "S01", Tier.SELF_CARE),
    40: ("muscles-joints", "S07", Tier.SELF_CARE),
}
# By day: the answers of a check-in, whole form or short.
CHECKINS = {2: "010100000", 16: "01", 30: "110110000"}


async def six_weeks_in(tx: Tx, chat_id: int, name: str, zone: str, now: datetime) -> Patient | None:
    """Her whole story until `now`. None: there is somebody in this chat already."""
    if await patients.of_chat(tx, chat_id) is not None:
        return None
    clock = ZoneInfo(zone)
    first = now.astimezone(clock).date() - timedelta(days=DAYS)
    began = instant_of(first, time(10), clock)
    her = await patients.meet(tx, chat_id, "en", began)
    await patients.change(tx, her.id, {"name": name, "course_started_on": first})
    her = await setup_end.apply(tx, her, _setup(zone), began)
    await routine_settings.put(tx, her, RoutineKind.DAILY_MOOD, began, enabled=True)
    raised = first + timedelta(days=MORE_FROM_DAY)
    await plans.record(
        tx,
        her.id,
        capsules=[20.0, 10.0],
        times_per_day=1,
        effective_from=raised,
        now=instant_of(raised, time(9), clock),
    )
    for routine in await routines.of_patient(tx, her.id):
        if routine.enabled and routine.kind is not RoutineKind.DAILY_MOOD:
            await _live(tx, her, routine, first, clock, now)
    for number, letter in enumerate(MOODS):
        if letter in WORDS:
            await daily_moods.put(tx, her.id, first + timedelta(days=7 + number), WORDS[letter])
    for number, told in SYMPTOMS.items():
        await _report(tx, her, first + timedelta(days=number), *told, clock)
    for number, answers in CHECKINS.items():
        day = first + timedelta(days=number)
        await _check_in(tx, her, day, answers, clock, is_first=number == min(CHECKINS))
    current = await patients.by_id(tx, her.id)
    assert current is not None
    await routine_settings.replan(tx, current, now)
    await checkin_invitations.reschedule(tx, current, now)
    return current


def _setup(zone: str) -> dict[str, object]:
    kinds = [kind.value for kind in routine_settings.OFFERED]
    return {
        "age_group": "adult",
        "country": "GB",
        "zone": zone,
        "reminders": True,
        "mood": True,
        "team": True,
        "routines": kinds,
        "capsules": [20.0],
        "often": 1,
        "times": ["08:00"],
    }


async def _live(
    tx: Tx, her: Patient, routine: Routine, first: date, zone: ZoneInfo, now: datetime
) -> None:
    """All slots of a routine until now, with what she said about them."""
    slots = []
    slot = next_due(routine.recurrence, zone, instant_of(first, time(10), zone))
    while slot is not None and slot.due_at <= now:
        slots.append(slot)
        slot = next_due(routine.recurrence, zone, slot.due_at)
    opened = await occurrences.open_all(
        tx,
        [
            NewOccurrence(
                routine.id,
                her.id,
                routine.kind,
                slot.local_date,
                slot.slot,
                slot.due_at,
                routine.version,
                OccurrenceState.OPEN,
            )
            for slot in slots
        ],
    )
    for each in opened:
        state, reason = _fate(routine.kind, (each.local_date - first).days)
        said_at = min(each.due_at + timedelta(minutes=4 + each.local_date.day % 9), now)
        await occurrences.settle(tx, [each.id], state, said_at, reason)


def _fate(kind: RoutineKind, day: int) -> tuple[OccurrenceState, SkipReason | None]:
    if kind is RoutineKind.DOSE:
        return DOSES.get(day, (DONE, None))
    return (UNANSWERED, None) if (day * 7 + len(kind)) % 5 == 0 else (DONE, None)


async def _report(
    tx: Tx, her: Patient, day: date, area: str, symptom: str, tier: Tier, zone: ZoneInfo
) -> None:
    found: dict[str, object] = {
        "v": 1,
        "tier": tier.code,
        "way": "area",
        "area": area,
        "symptoms": {symptom: tier.code},
        "yes": [],
        "facts": [],
        "reasons": [],
    }
    await symptom_reports.add(tx, her.id, Report(instant_of(day, time(18), zone), day, tier, found))


async def _check_in(
    tx: Tx, her: Patient, day: date, answers: str, zone: ZoneInfo, *, is_first: bool
) -> None:
    """A finished one in which nothing was found."""
    whole, at = len(answers) > 2, instant_of(day, time(11), zone)
    monthly = whole and not is_first
    plan = CheckinPlan(baseline=whole and not monthly, monthly=monthly)
    given = tuple(_answers(answers))
    versions = tuple((sheet, 1) for sheet in sheet_ids(plan))
    state = CheckinState(plan, versions, given)
    total = sum(int(each) for each in answers) if whole else None
    found: dict[str, object] = {
        "tier": Tier.SELF_CARE.code,
        "reasons": [],
        "phq": total,
        "gad2": 0 if whole else None,
        "attempt_told": False,
    }
    row = await checkins.begin(
        tx, her.id, "full" if whole else "short", {"state": json.loads(to_json(state))}, day, at
    )
    end = {"state": "finished", "finished_at": at, "tier": Tier.SELF_CARE.code}
    stored = {"state": json.loads(to_json(state)), "found": found}
    await checkins.change(tx, row, end | {"answers": stored})


def _answers(codes: str) -> Iterator[tuple[str, str]]:
    for number, code in enumerate(codes, start=1):
        yield f"phq9-{number}", code
    if len(codes) == 2:
        yield "phq9-9", "0"
    else:
        yield from (("gad2-1", "0"), ("gad2-2", "0"))
    yield "safety-today-1", "no"
