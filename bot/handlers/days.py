"""/day: correcting what is recorded about a day of the last week."""

from __future__ import annotations

from telegram import Update

from bot.domain.day_record import DayRecord, OutOfReach
from bot.domain.dose_plan import missed_dose_wording
from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.plan_actions import CorrectDose, ShowDay, ShowDays
from bot.handlers.plan import read_iso
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import day_records
from bot.views import days as view


async def command(update: Update, turn: Turn) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
        return
    await turn.reply(await _week(turn))


@pressed(ShowDays)
async def show_week(turn: Turn, action: ShowDays) -> None:
    await turn.show(await _week(turn))


@pressed(ShowDay)
async def show_day(turn: Turn, action: ShowDay) -> None:
    day = read_iso(action.day)
    known = {each.on: each for each in await _days(turn)}
    if day is None or day not in known:
        await turn.reply(Message(turn.say("days-too-old")))
        return
    await turn.show(view.one(turn.say, known[day], turn.patient.zone))


@pressed(CorrectDose)
async def correct(turn: Turn, action: CorrectDose) -> None:
    day = read_iso(action.day)
    found = (
        await day_records.correct(turn.tx, turn.patient, day, action.slot, action.what, turn.now)
        if day is not None and turn.patient.state is PatientState.ACTIVE
        else OutOfReach()
    )
    if isinstance(found, OutOfReach):
        await turn.reply(Message(turn.say("days-too-old")))
        return
    notes = [turn.say("dose-missed-often")] if found.missed_often else []
    today = turn.patient.local_date(turn.now)
    if found.changed and action.what == "missed" and day == today:
        wording = missed_dose_wording(turn.patient.country).replace("_", "-")
        notes.insert(0, turn.say(f"dose-missed-{wording}"))
    await turn.show(
        view.one(turn.say, found.day, turn.patient.zone, notes=notes, changed=found.changed)
    )


async def _week(turn: Turn) -> Message:
    return view.week(turn.say, await _days(turn), turn.patient.zone)


async def _days(turn: Turn) -> tuple[DayRecord, ...]:
    if turn.patient.state is not PatientState.ACTIVE:
        return ()
    return await day_records.week(turn.tx, turn.patient, turn.now)
