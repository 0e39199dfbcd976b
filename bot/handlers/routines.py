"""/reminders, /pause and /resume."""

from __future__ import annotations

from telegram import Update

from bot.catalog.messages import Safe
from bot.domain.message import Message
from bot.domain.patient import PatientState, Purpose
from bot.domain.quiet_hours import QuietHours
from bot.domain.reading import Unread, read_times
from bot.domain.routine import Routine
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import every_two_hours
from bot.domain.setup_actions import (
    AskSunHours,
    AskTimes,
    ShowRoutine,
    ShowRoutines,
    SwitchRoutine,
    SwitchWeekday,
)
from bot.handlers.presses import pressed
from bot.handlers.settings import read_two_times
from bot.handlers.turn import Turn
from bot.services import course_plan, escalations, routine_settings
from bot.services.routine_settings import OFFERED, OPT_IN, TooMany
from bot.storage import conversations, plans, routines
from bot.storage.conversations import Conversation
from bot.views import meal_times as meal_times_view
from bot.views import routines as view

TIMES_FLOW, SUN_FLOW = "times", "sun"


async def reminders(update: Update, turn: Turn) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
    else:
        await turn.reply(await _overview(turn))


async def pause(update: Update, turn: Turn) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
    elif turn.patient.paused:
        await turn.reply(Message(turn.say("pause-already")))
    else:
        await routine_settings.pause(turn.tx, turn.patient, turn.now)
        await turn.reply(Message(turn.say("pause-done")))


async def resume(update: Update, turn: Turn) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
    elif not turn.patient.paused:
        await turn.reply(Message(turn.say("resume-not-paused")))
    else:
        await routine_settings.resume(turn.tx, turn.patient, turn.now)
        held = await escalations.is_held(turn.tx, turn.patient)
        await turn.reply(Message(turn.say("resume-held" if held else "resume-done")))


@pressed(ShowRoutines)
async def show_all(turn: Turn, action: ShowRoutines) -> None:
    await conversations.end(turn.tx, turn.patient.id)
    await turn.show(await _overview(turn))


@pressed(ShowRoutine)
async def show_one(turn: Turn, action: ShowRoutine) -> None:
    await conversations.end(turn.tx, turn.patient.id)
    await _show(turn, action.kind)


@pressed(SwitchRoutine)
async def switch(turn: Turn, action: SwitchRoutine) -> None:
    kind = await _known(turn, action.kind)
    if kind is not None:
        await routine_settings.put(turn.tx, turn.patient, kind, turn.now, enabled=action.on)
        await _show(turn, kind)


@pressed(SwitchWeekday)
async def switch_weekday(turn: Turn, action: SwitchWeekday) -> None:
    kind = await _known(turn, action.kind)
    if kind is None or not 0 <= action.day <= 6:
        return
    routine = await routines.of_kind(turn.tx, turn.patient.id, kind)
    days = routine_settings.weekdays_of(routine.rule) if routine else frozenset(range(7))
    days ^= {action.day}
    if not days:
        await _show(turn, kind, problem=turn.say("routine-last-day"))
        return
    if routine is not None and (routine.later or "INTERVAL" in routine.rule):
        await _show(turn, kind, problem=turn.say("routine-days-in-plan"))
        return
    is_dose = kind is RoutineKind.DOSE
    if not is_dose or not await course_plan.set_days(turn.tx, turn.patient, days, turn.now):
        await routine_settings.put(turn.tx, turn.patient, kind, turn.now, weekdays=days)
    await _show(turn, kind)


@pressed(AskTimes)
async def ask_times(turn: Turn, action: AskTimes) -> None:
    kind = await _known(turn, action.kind)
    if kind is not None:
        waiting = Conversation(TIMES_FLOW, kind)
        await conversations.save(turn.tx, turn.patient.id, waiting, turn.now)
        await turn.show(view.ask_times(turn.say, kind))


@pressed(AskSunHours)
async def ask_sun_hours(turn: Turn, action: AskSunHours) -> None:
    waiting = Conversation(SUN_FLOW, RoutineKind.SUNSCREEN)
    await conversations.save(turn.tx, turn.patient.id, waiting, turn.now)
    await turn.show(view.ask_sun_hours(turn.say))


async def typed_times(turn: Turn, going: Conversation, text: str) -> None:
    """New times for one routine."""
    kind, say = RoutineKind(going.step), turn.say
    found = read_times(text)
    if isinstance(found, Unread):
        problem = say("routine-times-unclear")
        await turn.reply(view.ask_times(say, kind, problem=problem))
        return
    plan = await plans.on(turn.tx, turn.patient.id, turn.patient.local_date(turn.now))
    if kind is RoutineKind.DOSE and plan is not None and len(found) != plan.times_per_day:
        problem = say("routine-dose-count", count=str(plan.times_per_day))
        await turn.reply(view.ask_times(say, kind, problem=problem))
        return
    saved = await routine_settings.put(turn.tx, turn.patient, kind, turn.now, local_times=found)
    if isinstance(saved, TooMany):
        problem = say("routine-too-many", most=str(saved.most))
        await turn.reply(view.ask_times(say, kind, problem=problem))
        return
    await conversations.end(turn.tx, turn.patient.id)
    await _show(turn, kind)


async def typed_sun_hours(turn: Turn, going: Conversation, text: str) -> None:
    """Sunscreen again every two hours between two times."""
    found = read_two_times(text)
    if found is None or found[0] >= found[1]:
        problem = turn.say("routine-sun-unclear")
        await turn.reply(view.ask_sun_hours(turn.say, problem=problem))
        return
    kind = RoutineKind.SUNSCREEN
    hours = every_two_hours(found[0], found[1])
    await routine_settings.put(turn.tx, turn.patient, kind, turn.now, local_times=hours)
    await conversations.end(turn.tx, turn.patient.id)
    await _show(turn, kind)


async def _overview(turn: Turn) -> Message:
    known = {each.kind: each for each in await routines.of_patient(turn.tx, turn.patient.id)}
    rows = []
    # What asks for a yes of its own is listed once she has given it.
    for kind in (*OFFERED, *(each for each in OPT_IN if each in known)):
        routine = known.get(kind)
        times = routine.local_times if routine else routine_settings.DEFAULT_TIMES[kind]
        rows.append((kind, bool(routine and routine.enabled), times))
    held = await escalations.is_held(turn.tx, turn.patient)
    return view.overview(turn.say, rows, paused=turn.patient.paused, held=held)


async def _known(turn: Turn, kind: str) -> RoutineKind | None:
    """The kind of a button, if it is one that can be set here."""
    settable = {each.value for each in (*OFFERED, *OPT_IN)}
    if kind in settable and turn.patient.state is PatientState.ACTIVE:
        if kind == RoutineKind.DAILY_MOOD and not turn.patient.consents_to(Purpose.MOOD):
            await turn.reply(Message(turn.say("mood-daily-needs-consent")))
            return None
        return RoutineKind(kind)
    await turn.reply(Message(turn.say("stale-button")))
    return None


async def _show(turn: Turn, kind: str, *, problem: Safe | None = None) -> None:
    known = await _known(turn, kind)
    if known is None:
        return
    routine = await routines.of_kind(turn.tx, turn.patient.id, known)
    if routine is None:
        routine_now = await routine_settings.put(
            turn.tx, turn.patient, known, turn.now, enabled=False
        )
        assert isinstance(routine_now, Routine)
        routine = routine_now
    quiet = QuietHours(turn.patient.quiet_start, turn.patient.quiet_end)
    if problem is None and routine.enabled and any(quiet.covers(t) for t in routine.local_times):
        problem = turn.say("routine-in-quiet-hours")
    await turn.show(
        view.one(
            turn.say,
            known,
            on=routine.enabled,
            times=routine.local_times,
            weekdays=routine_settings.weekdays_of(routine.rule),
            in_plan=bool(routine.later) or "INTERVAL" in routine.rule,
            varied=meal_times_view.short(turn.say, routine.meal_times),
            problem=problem,
        )
    )
