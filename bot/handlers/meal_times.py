"""Other dose times on some weekdays or dates: a few questions, each answered by button or typed."""

from __future__ import annotations

from datetime import date

from bot.domain.meal_times import Variation
from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.reading import Unread, read_date, read_times
from bot.domain.travel_actions import (
    AddMealDates,
    AddMealDays,
    RemoveMealTimes,
    ShowMealTimes,
    SwitchMealDay,
)
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import meal_times
from bot.services.meal_times import Listed, NoDose, WrongCount
from bot.storage import conversations
from bot.storage.conversations import Conversation
from bot.views import meal_times as view
from bot.views.routines import times_text

FLOW = "meals"
LONGEST_DAYS = 400  # a whole year of other hours is a plan of its own


@pressed(ShowMealTimes)
async def show(turn: Turn, action: ShowMealTimes) -> None:
    await conversations.end(turn.tx, turn.patient.id)
    await turn.show(await _page(turn))


@pressed(AddMealDays)
async def add_days(turn: Turn, action: AddMealDays) -> None:
    if await _may(turn):
        await _wait(turn, "days", {"days": []})
        await turn.show(view.ask_days(turn.say, frozenset()))


@pressed(SwitchMealDay)
async def switch_day(turn: Turn, action: SwitchMealDay) -> None:
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is None or going.flow != FLOW or going.step != "days" or not 0 <= action.day <= 7:
        await turn.reply(Message(turn.say("stale-button")))
        return
    days = frozenset(going.data["days"])
    if action.day < view.ALL_CHOSEN:
        days ^= {action.day}
        await _wait(turn, "days", {"days": sorted(days)})
        await turn.show(view.ask_days(turn.say, days))
    elif days:
        await _wait(turn, "times", {"days": sorted(days)})
        await turn.show(view.ask_times(turn.say, await _count(turn)))


@pressed(AddMealDates)
async def add_dates(turn: Turn, action: AddMealDates) -> None:
    if await _may(turn):
        await _wait(turn, "first", {})
        await turn.show(view.ask_first(turn.say))


@pressed(RemoveMealTimes)
async def remove(turn: Turn, action: RemoveMealTimes) -> None:
    if await _may(turn):
        await meal_times.remove(turn.tx, turn.patient, action.place, turn.now)
        await turn.show(await _page(turn, saved=True))


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """A date, or the times."""
    match going.step:
        case "first" | "last":
            await _typed_date(turn, going, text)
        case "times":
            await _typed_times(turn, going, text)
        case _:
            await turn.reply(view.ask_days(turn.say, frozenset(going.data["days"])))


async def _typed_date(turn: Turn, going: Conversation, text: str) -> None:
    today = turn.patient.local_date(turn.now)
    found = read_date(text, today)
    problem = turn.say("meal-date-unclear")
    if going.step == "first":
        if isinstance(found, Unread) or found < today:
            await turn.reply(view.ask_first(turn.say, problem=problem))
            return
        await _wait(turn, "last", {"first": found.isoformat()})
        await turn.reply(view.ask_last(turn.say, found))
        return
    first = date.fromisoformat(going.data["first"])
    if isinstance(found, Unread) or not 0 <= (found - first).days <= LONGEST_DAYS:
        await turn.reply(view.ask_last(turn.say, first, problem=problem))
        return
    await _wait(turn, "times", {"first": going.data["first"], "last": found.isoformat()})
    await turn.reply(view.ask_times(turn.say, await _count(turn)))


async def _typed_times(turn: Turn, going: Conversation, text: str) -> None:
    found = read_times(text)
    if isinstance(found, Unread):
        problem = turn.say("routine-times-unclear")
        await turn.reply(view.ask_times(turn.say, await _count(turn), problem=problem))
        return
    data = going.data
    if "first" in data:
        first, last = (date.fromisoformat(data[each]) for each in ("first", "last"))
        variation = Variation(tuple(sorted(set(found))), first=first, last=last)
    else:
        variation = Variation(tuple(sorted(set(found))), frozenset(data["days"]))
    match await meal_times.add(turn.tx, turn.patient, variation, turn.now):
        case WrongCount(count):
            problem = turn.say("routine-dose-count", count=str(count))
            await turn.reply(view.ask_times(turn.say, count, problem=problem))
        case _:
            await conversations.end(turn.tx, turn.patient.id)
            await turn.reply(await _page(turn, saved=True))


async def _page(turn: Turn, *, saved: bool = False) -> Message:
    match await meal_times.listed(turn.tx, turn.patient, turn.now):
        case Listed(usual, variations):
            usual_times = times_text(usual.local_times)
            return view.listed(turn.say, usual_times, variations, saved=saved)
        case NoDose():
            return Message(turn.say("stale-button"))


async def _may(turn: Turn) -> bool:
    """Only where there is a dose reminder, and room for one more to change."""
    there = await meal_times.listed(turn.tx, turn.patient, turn.now)
    if turn.patient.state is PatientState.ACTIVE and isinstance(there, Listed):
        return True
    await turn.reply(Message(turn.say("stale-button")))
    return False


async def _count(turn: Turn) -> int:
    there = await meal_times.listed(turn.tx, turn.patient, turn.now)
    return len(there.usual.local_times) if isinstance(there, Listed) else 1


async def _wait(turn: Turn, step: str, data: dict[str, object]) -> None:
    await conversations.save(turn.tx, turn.patient.id, Conversation(FLOW, step, data), turn.now)
