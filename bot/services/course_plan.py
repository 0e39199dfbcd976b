"""The plan: what stands on the label, from which date on, and what stood there before.

What is being written waits, sealed, in the conversation; only the last press keeps it, all at
once. The bot asks whether it is what the label says. It never says whether that is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain.course import check_plan_from, day_of_course
from bot.domain.dose_plan import AskIfRight, Refuse, check_plan
from bot.domain.patient import Patient
from bot.domain.plan import plan_on, spans
from bot.domain.plan_steps import (
    AskBegins,
    AskDays,
    AskLabel,
    Confirm,
    Draft,
    Lost,
    Page,
    Saved,
    Step,
)
from bot.domain.reading import Unread, read_nearest_date
from bot.domain.reading.label import Label, read_label, weekly
from bot.services import checkin_invitations, course, stock
from bot.storage import conversations, plans
from bot.storage.conversations import Conversation
from bot.storage.store import Tx

FLOW = "plan"
LABEL, DAYS, BEGINS, CONFIRM = "label", "days", "begins", "confirm"
# Three a week are mostly these; she chooses.
USUAL_DAYS = {1: {0}, 2: {0, 3}, 3: {0, 2, 4}, 4: {0, 2, 4, 6}, 5: {0, 1, 2, 3, 4}}


async def page(tx: Tx, patient: Patient, now: datetime) -> Page:
    today = patient.local_date(now)
    started = patient.course_started_on
    return Page(
        today,
        spans(await plans.history(tx, patient.id)),
        started,
        patient.course_ended_on,
        day_of_course(started, today) if started else None,
        await stock.see(tx, patient, now),
    )


async def ask_label(
    tx: Tx, patient: Patient, now: datetime, problem: str | None = None
) -> AskLabel:
    await conversations.save(tx, patient.id, Conversation(FLOW, LABEL), now)
    return AskLabel(problem)


async def typed(tx: Tx, patient: Patient, going: Conversation, text: str, now: datetime) -> Step:
    """What the label says, or the date from which it holds."""
    if going.step == BEGINS:
        return await _typed_begins(tx, patient, _draft(going.data), text, now)
    read = read_label(text, patient.local_date(now))
    if isinstance(read, Unread):
        problem = "alternating" if read is Unread.AMBIGUOUS else "unclear"
        return await ask_label(tx, patient, now, problem)
    if isinstance(_verdict(read.capsules, read.times_per_day, read.per_week or 7), Refuse):
        return await ask_label(tx, patient, now, "refused")
    draft = _of_label(read)
    if draft.rule is None:
        return await _keep(tx, patient, DAYS, draft, now)
    if draft.begins is not None:
        return await begins(tx, patient, draft, draft.begins, now)
    return await _keep(tx, patient, BEGINS, draft, now)


async def switch_day(tx: Tx, patient: Patient, day: int, now: datetime) -> Step:
    """On or off on a weekday; 7 goes on to the next question."""
    going = await _going(tx, patient)
    if going is None or going.step != DAYS or not 0 <= day <= 7:
        return Lost()
    draft = _draft(going.data)
    if day < 7:
        draft = replace(draft, days=draft.days ^ {day} or draft.days)
        return await _keep(tx, patient, DAYS, draft, now)
    draft = replace(draft, rule=weekly(draft.days))
    if draft.begins is not None:
        return await begins(tx, patient, draft, draft.begins, now)
    return await _keep(tx, patient, BEGINS, draft, now)


async def chosen_begins(tx: Tx, patient: Patient, day: date, now: datetime) -> Step:
    """The date was pressed."""
    going = await _going(tx, patient)
    if going is None or going.step not in (BEGINS, CONFIRM):
        return Lost()
    return await begins(tx, patient, _draft(going.data), day, now)


async def begins(tx: Tx, patient: Patient, draft: Draft, day: date, now: datetime) -> Step:
    """The draft holds from this date, if it can; then all of it is shown once more."""
    today = patient.local_date(now)
    bad = check_plan_from(day, today, patient.course_started_on, patient.course_ended_on)
    draft = replace(draft, begins=None if bad else day)
    if bad is not None:
        await _save(tx, patient, BEGINS, draft, now)
        return AskBegins(draft, today, bad=bad)
    await _save(tx, patient, CONFIRM, draft, now)
    held = spans(await plans.history(tx, patient.id))
    same_day = [each.plan for each in held if each.since == day]
    verdict = _verdict(draft.capsules, draft.times_per_day, draft.per_week or 7)
    return Confirm(
        draft,
        today,
        same_day[0] if same_day else None,
        tuple(each for each in held if each.since > max(day, today)),
        isinstance(verdict, AskIfRight),
    )


async def save(tx: Tx, patient: Patient, now: datetime, *, keep_later: bool) -> Step:
    """The last yes: the plan, its reminders and what is left at home change together."""
    going = await _going(tx, patient)
    if going is None or going.step != CONFIRM:
        return Lost()
    draft, today = _draft(going.data), patient.local_date(now)
    if draft.begins is None or draft.rule is None:
        return Lost()
    await conversations.end(tx, patient.id)
    if not keep_later:
        held = spans(await plans.history(tx, patient.id))
        dropped = [each.plan.id for each in held if each.since > max(draft.begins, today)]
        await plans.withdraw(tx, patient.id, dropped, now)
    await plans.record(
        tx,
        patient.id,
        capsules=draft.capsules,
        times_per_day=draft.times_per_day,
        rule=draft.rule,
        effective_from=draft.begins,
        now=now,
    )
    return Saved(await _changed(tx, patient, now))


async def drop_change(tx: Tx, patient: Patient, plan_id: int, now: datetime) -> Page | None:
    """Take back a change that has not begun. None when there is no such change of hers."""
    today = patient.local_date(now)
    held = spans(await plans.history(tx, patient.id))
    if not any(each.plan.id == plan_id and each.since > today for each in held):
        return None
    await plans.withdraw(tx, patient.id, [plan_id], now)
    return await _changed(tx, patient, now)


async def set_days(tx: Tx, patient: Patient, days: frozenset[int], now: datetime) -> bool:
    """Other weekdays for the dose, from today on, as a new plan. False when none is noted."""
    today = patient.local_date(now)
    plan = plan_on(await plans.history(tx, patient.id), today)
    if plan is None:
        return False
    await plans.record(
        tx,
        patient.id,
        capsules=plan.capsules,
        times_per_day=plan.times_per_day,
        rule=weekly(days),
        effective_from=today,
        now=now,
    )
    await _changed(tx, patient, now)
    return True


async def _changed(tx: Tx, patient: Patient, now: datetime) -> Page:
    await course.align(tx, patient, now)
    await stock.refresh(tx, patient, now)
    await checkin_invitations.reschedule(tx, patient, now)
    return await page(tx, patient, now)


async def _typed_begins(tx: Tx, patient: Patient, draft: Draft, text: str, now: datetime) -> Step:
    today = patient.local_date(now)
    day = read_nearest_date(text, today)
    if isinstance(day, Unread):
        return AskBegins(draft, today, unread=True)
    return await begins(tx, patient, draft, day, now)


async def _going(tx: Tx, patient: Patient) -> Conversation | None:
    going = await conversations.load(tx, patient.id)
    return going if going is not None and going.flow == FLOW else None


async def _keep(tx: Tx, patient: Patient, step: str, draft: Draft, now: datetime) -> Step:
    await _save(tx, patient, step, draft, now)
    return AskDays(draft) if step == DAYS else AskBegins(draft, patient.local_date(now))


async def _save(tx: Tx, patient: Patient, step: str, draft: Draft, now: datetime) -> None:
    data = {
        "capsules": list(draft.capsules),
        "times": draft.times_per_day,
        "rule": draft.rule,
        "days": sorted(draft.days),
        "per_week": draft.per_week,
        "begins": draft.begins.isoformat() if draft.begins else None,
    }
    await conversations.save(tx, patient.id, Conversation(FLOW, step, data), now)


def _draft(data: Mapping[str, Any]) -> Draft:
    return Draft(
        tuple(data["capsules"]),
        data["times"],
        data["rule"],
        frozenset(data["days"]),
        data["per_week"],
        date.fromisoformat(data["begins"]) if data["begins"] else None,
    )


def _of_label(label: Label) -> Draft:
    days = USUAL_DAYS.get(label.per_week or 7, set(range(label.per_week or 7)))
    return Draft(
        label.capsules,
        label.times_per_day,
        label.rule,
        frozenset(days),
        label.per_week,
        label.begins,
    )


def _verdict(capsules: tuple[float, ...], times: int, days: int) -> object:
    return check_plan(capsules, times, min(max(days, 0), 8))
