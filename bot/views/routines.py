"""The routines' menus: what is on, at which times, on which weekdays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from bot.catalog.messages import Safe, Say
from bot.domain.drawing import Want
from bot.domain.drawing_actions import ShowFile
from bot.domain.message import Button, Message
from bot.domain.routine_kind import RoutineKind
from bot.domain.setup_actions import (
    AskSunHours,
    AskTimes,
    ShowRoutine,
    ShowRoutines,
    SwitchRoutine,
    SwitchWeekday,
)
from bot.domain.travel_actions import ShowMealTimes
from bot.views.reminders import item_name
from bot.views.times import weekday_names


def overview(
    say: Say,
    routines: Sequence[tuple[RoutineKind, bool, tuple[time, ...]]],
    *,
    paused: bool,
    held: bool,
) -> Message:
    """All routines, one button each."""
    text = [say("routines-title")]
    if paused:
        text.append(say("today-paused"))
    if held:
        text.append(say("today-held"))
    rows = tuple(
        (Button(_label(say, kind, on, times), ShowRoutine(kind)),) for kind, on, times in routines
    )
    calendar = Button(say.plain("file-calendar-button"), ShowFile(Want.CALENDAR))
    return Message("\n\n".join(text), (*rows, (calendar,)))


def one(
    say: Say,
    kind: RoutineKind,
    *,
    on: bool,
    times: Sequence[time],
    weekdays: frozenset[int],
    varied: Sequence[Safe] = (),
    in_plan: bool = False,
    problem: Safe | None = None,
) -> Message:
    """One routine with its switches. `varied`: a line for each day with other times; `in_plan`: no
    weekdays, since /plan says on which dates it comes."""
    text: list[str] = [
        say("routine-title", item=item_name(say, kind)),
        say("routine-times", times=times_text(times)),
        *varied,
        say("routine-days-in-plan")
        if in_plan
        else say("routine-days", days=days_text(say, weekdays)),
    ]
    if problem:
        text = [problem, "", *text]
    names = weekday_names(say.language)
    marks = {True: "✓ ", False: ""}
    days = tuple(
        Button(f"{marks[day in weekdays]}{names[day]}", SwitchWeekday(kind, day))
        for day in range(7)
    )
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                say.plain("routine-switch-off" if on else "routine-switch-on"),
                SwitchRoutine(kind, not on),
            ),
            Button(say.plain("routine-change-times"), AskTimes(kind)),
        )
    ]
    if kind is RoutineKind.SUNSCREEN:
        rows.append((Button(say.plain("routine-sun-hours"), AskSunHours()),))
    if kind is RoutineKind.DOSE:
        rows.append((Button(say.plain("routine-button-meals"), ShowMealTimes()),))
    if not in_plan:
        rows += [days[:4], days[4:]]
    rows += [(Button(say.plain("common-back"), ShowRoutines()),)]
    return Message("\n".join(text), tuple(rows))


def ask_times(say: Say, kind: RoutineKind, *, problem: Safe | None = None) -> Message:
    text = say("routine-ask-times", item=item_name(say, kind))
    back = ((Button(say.plain("common-back"), ShowRoutine(kind)),),)
    return Message(f"{problem}\n\n{text}" if problem else text, back)


def ask_sun_hours(say: Say, *, problem: Safe | None = None) -> Message:
    text = say("routine-ask-sun-hours")
    back = ((Button(say.plain("common-back"), ShowRoutine(RoutineKind.SUNSCREEN)),),)
    return Message(f"{problem}\n\n{text}" if problem else text, back)


def times_text(times: Sequence[time]) -> str:
    return " · ".join(each.strftime("%H:%M") for each in times)


def days_text(say: Say, weekdays: frozenset[int]) -> str:
    if len(weekdays) == 7:
        return say("routine-every-day")
    names = weekday_names(say.language)
    return ", ".join(names[day] for day in sorted(weekdays))


def _label(say: Say, kind: RoutineKind, on: bool, times: Sequence[time]) -> str:
    state: Mapping[bool, str] = {True: times_text(times), False: say.plain("common-off")}
    return f"{item_name(say, kind)} — {state[on]}"
