"""The course's own dates, and how the routines follow the plan and them.

Every change here moves the reminders in the same transaction; what was asked already stays asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.course import BadDate, after_course, check_end, check_start
from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient
from bot.domain.phases import Phase, Phased
from bot.domain.plan import Plan, spans
from bot.domain.recurrence import Recurrence
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import next_due
from bot.services import checkin_invitations, routine_settings
from bot.services.planning import may_be_planned, zone_of
from bot.storage import occurrences, patients, plans, routines
from bot.storage.store import Tx

ONE_DAY = timedelta(days=1)
# With breakfast or the main meal, and with the evening meal (project's proposal, unsigned).
USUAL_TIMES = (time(8), time(18, 30), time(13))
NOTES_AT = time(11)
_ONCE = "FREQ=DAILY;COUNT=1"
_OWN_END = frozenset({RoutineKind.DOSE, RoutineKind.CONTRACEPTION, RoutineKind.AFTER_COURSE})


async def set_start(tx: Tx, patient: Patient, day: date, now: datetime) -> BadDate | None:
    """The first capsule was, or will be, on this day. Returns why that cannot be."""
    held = spans(await plans.history(tx, patient.id))
    first_change = held[1].since if len(held) > 1 else None
    today = patient.local_date(now)
    if (bad := check_start(day, today, patient.course_ended_on, first_change)) is not None:
        return bad
    await patients.change(tx, patient.id, {"course_started_on": day})
    await align(tx, replace(patient, course_started_on=day), now)
    await checkin_invitations.reschedule(tx, patient, now)
    return None


async def set_end(tx: Tx, patient: Patient, day: date | None, now: datetime) -> BadDate | None:
    """The last capsule was, or will be, on this day; None: the course goes on after all.

    Dose reminders end on that day, those of contraception a month later (and not with the dose),
    everything else when the bot says good-bye. Returns why that cannot be.
    """
    today = patient.local_date(now)
    bad = check_end(day, today, patient.course_started_on) if day else None
    if bad is not None:
        return bad
    await patients.change(tx, patient.id, {"course_ended_on": day})
    ended = replace(patient, course_ended_on=day)
    for routine in await routines.of_patient(tx, patient.id):
        if routine.event_id is None and routine.kind is not RoutineKind.REFILL:
            await _end_routine(tx, ended, routine, day, now)
    await align(tx, ended, now)
    await _plan_notes(tx, ended, now)
    await checkin_invitations.reschedule(tx, patient, now)
    return None


def contraception_until(patient: Patient) -> date | None:
    """The last day of contraception reminders: one month after the last capsule."""
    ended = patient.course_ended_on
    return after_course(ended).month_over - ONE_DAY if ended else None


async def align(tx: Tx, patient: Patient, now: datetime) -> None:
    """Dose reminders come on the dates of the plan, as often a day as it says, from the start of
    the course to its last capsule. Times that the patient has chosen stay."""
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    history = await plans.history(tx, patient.id)
    if routine is None or not spans(history):
        return
    wanted = _calendar(routine, patient, history, patient.local_date(now))
    if wanted is not None and not _same(routine, wanted, patient.local_date(now)):
        await routine_settings.put(tx, patient, RoutineKind.DOSE, now, calendar=wanted)


def _calendar(
    routine: Routine, patient: Patient, history: Sequence[Plan], today: date
) -> Phased | None:
    phases: list[Phase] = []
    begin = patient.course_started_on or date.min
    for span in spans(history):
        since = max(span.since, begin)
        if span.until is not None and (span.until < today or span.until < since):
            continue
        times = _times(routine.local_times, span.plan.times_per_day)
        last = phases[-1] if phases else None
        goes_on = last and (last.rule, last.local_times) == (span.plan.rule, times)
        if goes_on and "INTERVAL" not in span.plan.rule:
            continue  # only the capsules change: the reminders do not
        phases.append(Phase(since, span.plan.rule, times))
    return Phased(tuple(phases), patient.course_ended_on) if phases else None


def _times(chosen: tuple[time, ...], count: int) -> tuple[time, ...]:
    """As many of the patient's own times as there are doses, and usual ones for those missing."""
    if len(chosen) >= count:
        return chosen[:count]
    more = [each for each in USUAL_TIMES if each not in chosen]
    return tuple(sorted([*chosen, *more[: count - len(chosen)]]))


def _same(routine: Routine, wanted: Phased, today: date) -> bool:
    """Whether the routine does this already. A rule without interval may have begun whenever."""
    first, *rest = wanted.phases
    begun = routine.start_on == first.start_on or (
        "INTERVAL" not in first.rule and max(routine.start_on, first.start_on) <= today
    )
    return begun and (routine.rule, routine.local_times, routine.later, routine.until) == (
        first.rule,
        first.local_times,
        tuple(rest),
        wanted.until,
    )


async def _end_routine(
    tx: Tx, patient: Patient, routine: Routine, ended: date | None, now: datetime
) -> None:
    until = None
    if ended is not None and routine.kind is RoutineKind.DOSE:
        until = ended
    elif ended is not None and routine.kind is RoutineKind.CONTRACEPTION:
        until = contraception_until(patient)
    elif ended is not None and routine.kind not in _OWN_END:
        until = after_course(ended).silent_from - ONE_DAY
    elif routine.kind is RoutineKind.AFTER_COURSE:
        return
    following = None
    if routine.enabled and may_be_planned(patient, routine.kind):
        first = Phase(routine.start_on, routine.rule, routine.local_times)
        calendar = Phased((first, *routine.later), until)
        following = next_due(calendar, zone_of(patient), now)
        if following is not None:
            following = await routine_settings.not_asked_yet(
                tx, patient, routine.id, calendar, following
            )
    await routines.set_until(tx, routine.id, until, following)
    if until is not None and until < patient.local_date(now):
        await occurrences.close_open(
            tx, patient.id, OccurrenceState.CANCELLED, "course over", now, kind=routine.kind
        )


async def _plan_notes(tx: Tx, patient: Patient, now: datetime) -> None:
    """One note when the month is over, and the good-bye."""
    kind, ended = RoutineKind.AFTER_COURSE, patient.course_ended_on
    old = await routines.of_kind(tx, patient.id, kind)
    if ended is None:
        if old is not None:
            await routine_settings.put(tx, patient, kind, now, enabled=False)
        return
    dates = after_course(ended)
    calendar = Phased(
        (
            Phase(dates.month_over, _ONCE, (NOTES_AT,)),
            Phase(dates.silent_from, _ONCE, (NOTES_AT,)),
        )
    )
    await routine_settings.put(tx, patient, kind, now, calendar=calendar, enabled=True)


def is_good_bye(patient: Patient, day: date) -> bool:
    """Whether the note after the course on this date is the last one."""
    ended = patient.course_ended_on
    return ended is not None and day >= after_course(ended).silent_from


def once(day: date, at: time, leads: tuple[int, ...]) -> Recurrence:
    """Reminders so many days before one date."""
    return Recurrence(_ONCE, day, (at,), leads=leads)
