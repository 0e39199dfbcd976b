"""Other dose times on some days: the list, and the questions that lead to one more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.catalog.messages import Safe, Say
from bot.domain.meal_times import MOST_VARIATIONS, Variation
from bot.domain.message import Button, Message
from bot.domain.routine_kind import RoutineKind
from bot.domain.setup_actions import ShowRoutine
from bot.domain.travel_actions import (
    AddMealDates,
    AddMealDays,
    RemoveMealTimes,
    ShowMealTimes,
    SwitchMealDay,
)
from bot.views.routines import days_text, times_text
from bot.views.times import date_text, weekday_names

ALL_CHOSEN = 7


def listed(
    say: Say, usual: str, variations: Sequence[Variation], *, saved: bool = False
) -> Message:
    """Her usual times (in words) and the others, with a button to remove each."""
    text: list[str] = [say("meal-saved")] if saved else []
    text += [say("meal-title"), say("meal-usual", times=usual)]
    text += [
        say(
            "meal-line",
            number=str(number),
            days=_days(say, each),
            times=times_text(each.local_times),
        )
        for number, each in enumerate(variations, start=1)
    ]
    if not variations:
        text.append(say("meal-none"))
    rows: list[tuple[Button, ...]] = []
    if len(variations) < MOST_VARIATIONS:
        rows.append(
            (
                Button(say.plain("meal-button-days"), AddMealDays()),
                Button(say.plain("meal-button-dates"), AddMealDates()),
            )
        )
    remove = tuple(
        Button(say.plain("meal-button-remove", number=str(place + 1)), RemoveMealTimes(place))
        for place in range(len(variations))
    )
    rows += [remove] if remove else []
    rows.append((Button(say.plain("common-back"), ShowRoutine(RoutineKind.DOSE)),))
    return Message("\n".join(text), tuple(rows))


def short(say: Say, variations: Sequence[Variation]) -> list[Safe]:
    """A line for each, for the page of the routine."""
    return [
        say("meal-short", days=_days(say, each), times=times_text(each.local_times))
        for each in variations
    ]


def ask_days(say: Say, chosen: frozenset[int]) -> Message:
    names = weekday_names(say.language)
    days = tuple(
        Button(f"{'✓ ' if day in chosen else ''}{names[day]}", SwitchMealDay(day))
        for day in range(7)
    )
    rows: list[tuple[Button, ...]] = [days[:4], days[4:]]
    if chosen:
        done = Button(say.plain("meal-button-these"), SwitchMealDay(ALL_CHOSEN), style="primary")
        rows.append((done,))
    rows.append((_back(say),))
    return Message(say("meal-ask-days"), tuple(rows))


def ask_first(say: Say, *, problem: Safe | None = None) -> Message:
    return _asked(say, say("meal-ask-first"), problem)


def ask_last(say: Say, first: date, *, problem: Safe | None = None) -> Message:
    return _asked(say, say("meal-ask-last", first=date_text(say.language, first)), problem)


def ask_times(say: Say, count: int, *, problem: Safe | None = None) -> Message:
    return _asked(say, say("meal-ask-times", count=count), problem)


def _asked(say: Say, text: Safe, problem: Safe | None) -> Message:
    return Message(f"{problem}\n\n{text}" if problem else text, ((_back(say),),))


def _back(say: Say) -> Button:
    return Button(say.plain("common-back"), ShowMealTimes())


def _days(say: Say, each: Variation) -> str:
    if each.first is not None and each.last is not None:
        first, last = (date_text(say.language, day) for day in (each.first, each.last))
        return say("meal-dates", first=first, last=last)
    return days_text(say, each.weekdays)
