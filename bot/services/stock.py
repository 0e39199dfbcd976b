"""The capsules at home, and the reminder to see to more before they run out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import repeat, takewhile

from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient
from bot.domain.plan import Plan, plan_on, planned_dates
from bot.domain.quiet_hours import QuietHours
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import next_due, slots_from
from bot.domain.stock import (
    REFILL_LEADS,
    USUAL_LEAD,
    Certainty,
    Stock,
    StockCount,
    Used,
    left,
    refill_leads,
    runs_out,
)
from bot.services.course import once
from bot.services.planning import may_be_planned, zone_of
from bot.storage import occurrences, plans, routines, stock_counts
from bot.storage.store import Tx

REFILL_AT = time(10)  # pharmacies and clinics are open, and the day is still long
_ONE_DAY = timedelta(days=1)
_USES_NONE = frozenset({OccurrenceState.SKIPPED, OccurrenceState.HELD})


async def see(tx: Tx, patient: Patient, now: datetime) -> Stock | None:
    """What is left now; None when she has never counted."""
    count = await stock_counts.newest(tx, patient.id)
    if count is None:
        return None
    history, today = await plans.history(tx, patient.id), patient.local_date(now)
    rows = [
        each
        for each in await occurrences.between(tx, patient.id, count.counted_on, today)
        if each.kind is RoutineKind.DOSE
    ]
    today_left = await _left_today(tx, patient, rows, now)
    remains = left(count, _used(rows, history, count, today, patient.course_started_on), history)
    return Stock(
        count,
        remains,
        *(
            runs_out(each, _to_come(history, patient, today, today_left), history, today)
            for each in (remains.at_least, remains.at_most)
        ),
    )


async def counted(
    tx: Tx, patient: Patient, capsules: Mapping[float, int], now: datetime
) -> Stock | None:
    """She has counted anew: earlier counts stay as history."""
    old = await stock_counts.newest(tx, patient.id)
    lead = old.lead_days if old else USUAL_LEAD
    await stock_counts.add(tx, patient.id, capsules, patient.local_date(now), now, lead_days=lead)
    await refresh(tx, patient, now)
    return await see(tx, patient, now)


async def set_lead(tx: Tx, patient: Patient, days: int, now: datetime) -> bool:
    """Remind so many days before; 0: not at all. False when nothing was counted, or for a number
    that was never offered."""
    count = await stock_counts.newest(tx, patient.id)
    if count is None or days not in (0, *REFILL_LEADS):
        return False
    await stock_counts.change(tx, count.id, {"lead_days": days or None, "ordered_at": None})
    await refresh(tx, patient, now)
    return True


async def seen_to(tx: Tx, patient: Patient, now: datetime) -> None:
    """The reminder was answered with "done": no more of them until she counts again."""
    count = await stock_counts.newest(tx, patient.id)
    if count is not None:
        await stock_counts.change(tx, count.id, {"ordered_at": now})
        await refresh(tx, patient, now)


async def refresh(tx: Tx, patient: Patient, now: datetime) -> None:
    """Move the reminder to where the capsules run out by what is recorded now. For every recorded
    dose: nothing is written unless the date changes."""
    routine = await routines.of_kind(tx, patient.id, RoutineKind.REFILL)
    count = await stock_counts.newest(tx, patient.id)
    seen = await see(tx, patient, now) if count and count.lead_days else None
    wanted = seen is not None and seen.left.fits and seen.count.ordered_at is None
    day = seen.runs_out_on if seen is not None and wanted else None
    if day is None or count is None or count.lead_days is None:
        if routine is not None and routine.next is not None:
            await routines.set_next(tx, {routine.id: None})
        return
    leads = refill_leads(day, count.lead_days, patient.local_date(now))
    if not leads:
        return  # they have run out, or do so today: /plan says it, a reminder would be late
    if routine is not None and routine.next and (routine.start_on, routine.leads) == (day, leads):
        return
    calendar = once(day, _at(patient), leads)
    may = may_be_planned(patient, RoutineKind.REFILL)
    await routines.put(
        tx,
        patient.id,
        RoutineKind.REFILL,
        rule=calendar.rule,
        start_on=day,
        local_times=calendar.local_times,
        enabled=True,
        following=next_due(calendar, zone_of(patient), now) if may else None,
        leads=leads,
    )


def _at(patient: Patient) -> time:
    quiet = QuietHours(patient.quiet_start, patient.quiet_end)
    return patient.quiet_end if quiet.covers(REFILL_AT) else REFILL_AT


def _used(
    rows: list[Occurrence],
    history: list[Plan],
    count: StockCount,
    today: date,
    started_on: date | None,
) -> Iterator[Used]:
    """Every dose since the count that used capsules, or may have. Of the day of the count itself
    only what was answered after it: the rest was done before she looked into the box."""
    known = Counter[date]()
    for each in rows:
        known[each.local_date] += 1
        on_the_day = each.local_date == count.counted_on
        after = each.due_at > count.counted_at or (
            each.settled_at is not None and each.settled_at > count.counted_at
        )
        if (on_the_day and not after) or each.state in _USES_NONE:
            continue
        if each.state is OccurrenceState.DONE:
            yield Used(each.local_date, Certainty.TAKEN)
        elif each.state is not OccurrenceState.OPEN:
            yield Used(each.local_date, Certainty.UNKNOWN)
    # Nobody asked on these days: reminders were off, or paused.
    for day, plan in planned_dates(
        history, count.counted_on + _ONE_DAY, today - _ONE_DAY, started_on=started_on
    ):
        for _ in range(plan.times_per_day - known[day]):
            yield Used(day, Certainty.UNKNOWN)


async def _left_today(tx: Tx, patient: Patient, rows: list[Occurrence], now: datetime) -> int:
    """Doses of today that are still open, or whose time is still to come."""
    today = patient.local_date(now)
    of_today = {each.slot: each.state for each in rows if each.local_date == today}
    still_open = sum(state is OccurrenceState.OPEN for state in of_today.values())
    routine = await routines.of_kind(tx, patient.id, RoutineKind.DOSE)
    if routine is None:
        return still_open
    slots = slots_from(routine.recurrence, zone_of(patient), today)
    to_come = takewhile(lambda slot: slot.local_date == today, slots)
    return still_open + sum(slot.due_at > now and slot.slot not in of_today for slot in to_come)


def _to_come(history: list[Plan], patient: Patient, today: date, today_left: int) -> Iterator[date]:
    """The date of each dose that is still to be taken."""
    yield from repeat(today, today_left)
    start, end = patient.course_started_on, patient.course_ended_on
    for day, plan in planned_dates(history, today + _ONE_DAY, end, started_on=start):
        yield from repeat(day, plan.times_per_day)


def strengths_of(plan: Plan | None) -> tuple[float, ...]:
    return tuple(dict.fromkeys(plan.capsules)) if plan else ()


async def strengths_now(tx: Tx, patient: Patient, now: datetime) -> tuple[float, ...]:
    """The strengths of the plan that holds today, or else of the next one."""
    history, today = await plans.history(tx, patient.id), patient.local_date(now)
    plan = plan_on(history, today)
    if plan is None:
        plan = next((each for _, each in planned_dates(history, today)), None)
    return strengths_of(plan)
