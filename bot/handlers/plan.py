"""/plan: the label's dose from a date on, the course's first and last capsule, capsules at home."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from telegram import Update

from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.plan_actions import (
    ChangePlan,
    DropPlanChange,
    NotOver,
    PlanDay,
    PlanFrom,
    RefillLead,
    SavePlan,
    ShowPlan,
)
from bot.domain.reading import Unread, read_nearest_date
from bot.domain.stock import read_stock
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import course, course_plan, stock
from bot.storage import conversations
from bot.storage.conversations import Conversation
from bot.views import plan as view

FLOW = "course"  # a date, or a number of capsules, is waited for
TYPED = ("start", "end", "stock")


async def command(update: Update, turn: Turn) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
        return
    await turn.reply(await _page(turn))


@pressed(ShowPlan)
async def show(turn: Turn, action: ShowPlan) -> None:
    if await _may(turn):
        await turn.show(await _page(turn))


@pressed(ChangePlan)
async def change(turn: Turn, action: ChangePlan) -> None:
    if not await _may(turn):
        return
    if action.what == "label":
        await ask_label(turn)
    elif action.what in TYPED:
        await ask(turn, action.what)
    else:
        await turn.reply(Message(turn.say("stale-button")))


async def ask_label(turn: Turn) -> None:
    found = await course_plan.ask_label(turn.tx, turn.patient, turn.now)
    await turn.reply(view.step(turn.say, found))


async def ask(turn: Turn, what: str) -> None:
    await conversations.save(turn.tx, turn.patient.id, Conversation(FLOW, what), turn.now)
    await turn.reply(view.ask(turn.say, what))


@pressed(PlanDay)
async def switch_day(turn: Turn, action: PlanDay) -> None:
    found = await course_plan.switch_day(turn.tx, turn.patient, action.day, turn.now)
    await turn.show(view.step(turn.say, found))


@pressed(PlanFrom)
async def begins(turn: Turn, action: PlanFrom) -> None:
    day = read_iso(action.day)
    if day is None:
        await turn.reply(Message(turn.say("stale-button")))
        return
    found = await course_plan.chosen_begins(turn.tx, turn.patient, day, turn.now)
    await turn.show(view.step(turn.say, found))


@pressed(SavePlan)
async def save(turn: Turn, action: SavePlan) -> None:
    found = await course_plan.save(turn.tx, turn.patient, turn.now, keep_later=action.keep_later)
    await turn.show(view.step(turn.say, found))


@pressed(DropPlanChange)
async def drop_change(turn: Turn, action: DropPlanChange) -> None:
    seen = await course_plan.page(turn.tx, turn.patient, turn.now)
    span = next((each for each in seen.spans if each.plan.id == action.plan_id), None)
    if span is None or span.since <= seen.today:
        await turn.show(await _page(turn))
    elif not action.sure:
        await turn.show(view.ask_drop(turn.say, span))
    else:
        changed = await course_plan.drop_change(turn.tx, turn.patient, action.plan_id, turn.now)
        assert changed is not None
        await turn.show(view.page(turn.say, changed, turn.say("course-dropped")))


@pressed(NotOver)
async def not_over(turn: Turn, action: NotOver) -> None:
    if await _may(turn):
        await course.set_end(turn.tx, turn.patient, None, turn.now)
        await turn.refresh()
        await turn.show(await _page(turn, "course-not-over-saved"))


@pressed(RefillLead)
async def refill_lead(turn: Turn, action: RefillLead) -> None:
    if await stock.set_lead(turn.tx, turn.patient, action.days, turn.now):
        await turn.show(await _page(turn))
    else:
        await turn.reply(Message(turn.say("stale-button")))


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """An answer to what /plan has asked."""
    if going.flow == course_plan.FLOW:
        found = await course_plan.typed(turn.tx, turn.patient, going, text, turn.now)
        await turn.reply(view.step(turn.say, found))
    else:
        await _TYPED[going.step](turn, text)


async def _typed_start(turn: Turn, text: str) -> None:
    day = read_nearest_date(text, turn.patient.local_date(turn.now))
    if isinstance(day, Unread):
        await turn.reply(view.ask(turn.say, "start", "course-date-unclear"))
        return
    bad = await course.set_start(turn.tx, turn.patient, day, turn.now)
    if bad is not None:
        await turn.reply(view.bad_date(turn.say, "start", bad))
        return
    await stock.refresh(turn.tx, turn.patient, turn.now)
    await turn.refresh()
    await turn.reply(await _page(turn, "course-start-saved"))


async def _typed_end(turn: Turn, text: str) -> None:
    day = read_nearest_date(text, turn.patient.local_date(turn.now))
    if isinstance(day, Unread):
        await turn.reply(view.ask(turn.say, "end", "course-date-unclear"))
        return
    bad = await course.set_end(turn.tx, turn.patient, day, turn.now)
    if bad is not None:
        await turn.reply(view.bad_date(turn.say, "end", bad))
        return
    await turn.refresh()
    await stock.refresh(turn.tx, turn.patient, turn.now)
    await conversations.end(turn.tx, turn.patient.id)
    seen = await course_plan.page(turn.tx, turn.patient, turn.now)
    await turn.reply(view.ended(turn.say, seen))


async def _typed_stock(turn: Turn, text: str) -> None:
    strengths = await stock.strengths_now(turn.tx, turn.patient, turn.now)
    found = read_stock(text, strengths)
    if isinstance(found, Unread):
        await turn.reply(view.ask(turn.say, "stock", _STOCK_PROBLEMS.get(found, "stock-unclear")))
    elif strengths and not set(found) <= set(strengths):
        await turn.reply(view.ask(turn.say, "stock", "stock-strength"))
    else:
        await stock.counted(turn.tx, turn.patient, found, turn.now)
        await turn.reply(await _page(turn, "course-start-saved"))


_STOCK_PROBLEMS = {
    Unread.OUT_OF_RANGE: "stock-impossible",
    Unread.AMBIGUOUS: "stock-which",
}
_TYPED: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "start": _typed_start,
    "end": _typed_end,
    "stock": _typed_stock,
}


def read_iso(text: str) -> date | None:
    """The date of a button; None for one that somebody made up."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def _may(turn: Turn) -> bool:
    if turn.patient.state is PatientState.ACTIVE:
        return True
    await turn.reply(Message(turn.say("please-start")))
    return False


async def _page(turn: Turn, note: str | None = None) -> Message:
    await conversations.end(turn.tx, turn.patient.id)
    seen = await course_plan.page(turn.tx, turn.patient, turn.now)
    return view.page(turn.say, seen, turn.say(note) if note else None)
