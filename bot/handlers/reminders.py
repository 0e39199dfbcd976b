"""/today and the buttons under reminders."""

from __future__ import annotations

from telegram import Update

from bot.catalog.messages import Safe
from bot.domain.date_actions import ShowNote
from bot.domain.dose_plan import missed_dose_wording
from bot.domain.message import Message
from bot.domain.occurrence import SNOOZE_MINUTES, OccurrenceState, SkipReason
from bot.domain.patient import PatientState
from bot.domain.reminder_actions import (
    AllDone,
    AskSkip,
    AskSnooze,
    Done,
    RecordDay,
    ShowItems,
    SkipFor,
    SnoozeFor,
    Undo,
)
from bot.domain.routine_kind import RoutineKind
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import course, day, reminders
from bot.services.reminders import Answer, Answered, NotYours
from bot.views import after_course
from bot.views import reminders as view


async def today(update: Update, turn: Turn) -> None:
    """The day with what is done and what is still to come."""
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("today-no-account")))
        return
    seen = await day.of(turn.tx, turn.patient, turn.now)
    notes = []
    if turn.patient.paused:
        notes.append(turn.say("today-paused"))
    if seen.held:
        notes.append(turn.say("today-held"))
    await turn.reply(
        view.today(
            turn.say, seen.day, turn.now, turn.patient.zone, seen.items, seen.upcoming, notes
        )
    )


@pressed(Done)
async def done(turn: Turn, action: Done) -> None:
    answer = await reminders.mark_done(turn.tx, turn.patient, action.occurrence_id, turn.now)
    await _show(turn, answer)


@pressed(AllDone)
async def all_done(turn: Turn, action: AllDone) -> None:
    answer = await reminders.mark_all_done(turn.tx, turn.patient, action.occurrence_id, turn.now)
    await _show(turn, answer)


@pressed(Undo)
async def undo(turn: Turn, action: Undo) -> None:
    answer = await reminders.undo(turn.tx, turn.desk, turn.patient, action.occurrence_id, turn.now)
    await _show(turn, answer)


@pressed(ShowItems)
async def items(turn: Turn, action: ShowItems) -> None:
    await _show(turn, await reminders.show(turn.tx, turn.patient, action.occurrence_id))


@pressed(AskSnooze)
async def ask_snooze(turn: Turn, action: AskSnooze) -> None:
    answer = await reminders.show(turn.tx, turn.patient, action.occurrence_id)
    if isinstance(answer, Answered) and answer.focus.state is OccurrenceState.OPEN:
        zone = turn.patient.zone
        await turn.show(view.snooze_choice(turn.say, answer.items, answer.focus, zone))
    else:
        await _show(turn, answer)


@pressed(SnoozeFor)
async def snooze_for(turn: Turn, action: SnoozeFor) -> None:
    if action.minutes not in SNOOZE_MINUTES:
        await turn.reply(Message(turn.say("stale-button")))
        return
    answer = await reminders.put_off(
        turn.tx, turn.patient, action.occurrence_id, action.minutes, turn.now
    )
    await _show(turn, answer)


@pressed(AskSkip)
async def ask_skip(turn: Turn, action: AskSkip) -> None:
    answer = await reminders.show(turn.tx, turn.patient, action.occurrence_id)
    if isinstance(answer, NotYours) or answer.focus.state is OccurrenceState.SKIPPED:
        await _show(turn, answer)
        return
    await turn.show(view.skip_choice(turn.say, answer.items, answer.focus, turn.patient.zone))


@pressed(SkipFor)
async def skip_for(turn: Turn, action: SkipFor) -> None:
    if action.reason not in set(SkipReason):
        await turn.reply(Message(turn.say("stale-button")))
        return
    reason = SkipReason(action.reason)
    answer = await reminders.skip(turn.tx, turn.patient, action.occurrence_id, reason, turn.now)
    await _show(turn, answer, advice=_advice(turn, answer, reason))


@pressed(RecordDay)
async def record_day(turn: Turn, action: RecordDay) -> None:
    answer = await reminders.show(turn.tx, turn.patient, action.occurrence_id)
    if isinstance(answer, NotYours):
        await turn.reply(Message(turn.say("not-your-button")))
        return
    await turn.reply(view.record_choice(turn.say, answer.focus, turn.patient.zone))


@pressed(ShowNote)
async def show_note(turn: Turn, action: ShowNote) -> None:
    """The note after the course: opening it is all that is asked for."""
    answer = await reminders.mark_done(turn.tx, turn.patient, action.occurrence_id, turn.now)
    if isinstance(answer, NotYours) or answer.focus.kind is not RoutineKind.AFTER_COURSE:
        await turn.reply(Message(turn.say("not-your-button")))
        return
    good_bye = course.is_good_bye(turn.patient, answer.focus.local_date)
    await turn.reply(after_course.note(turn.say, turn.patient, good_bye=good_bye))


async def _show(turn: Turn, answer: Answer, advice: tuple[Safe, ...] = ()) -> None:
    if isinstance(answer, NotYours):
        await turn.reply(Message(turn.say("not-your-button")))
        return
    await turn.show(view.after_answer(turn.say, answer.items, turn.patient.zone, advice=advice))


def _advice(turn: Turn, answer: Answer, reason: SkipReason) -> tuple[Safe, ...]:
    """What follows from leaving a dose out. Never two at once, in any wording."""
    if isinstance(answer, NotYours) or answer.focus.kind is not RoutineKind.DOSE:
        return ()
    wording = missed_dose_wording(turn.patient.country).replace("_", "-")
    advice = [turn.say(f"dose-missed-{wording}")]
    if reason is SkipReason.FELT_UNWELL:
        advice.append(turn.say("dose-skip-unwell"))
    if reason is SkipReason.RAN_OUT:
        advice.append(turn.say("dose-skip-ran-out"))
    if answer.missed_often:
        advice.append(turn.say("dose-missed-often"))
    return tuple(advice)
