"""/progress and /report, and the buttons for files. Nothing is made here: the wish is queued."""

from __future__ import annotations

from telegram import Update

from bot.domain.drawing import Want
from bot.domain.drawing_actions import ShowFile, ShowProgress, ShowReport
from bot.domain.message import Message
from bot.domain.outgoing import Draw
from bot.domain.patient import PatientState
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.views.progress import PERIODS

USUAL_WEEKS = 12
FILES = (Want.FHIR, Want.TABLE, Want.CALENDAR)


async def progress(update: Update, turn: Turn) -> None:
    await _draw(turn, Draw(Want.PROGRESS, weeks=USUAL_WEEKS))


async def report(update: Update, turn: Turn) -> None:
    await _draw(turn, Draw(Want.REPORT))


@pressed(ShowProgress)
async def show_progress(turn: Turn, action: ShowProgress) -> None:
    weeks = action.weeks if action.weeks in PERIODS else USUAL_WEEKS
    await _draw(turn, Draw(Want.PROGRESS, weeks=weeks, dark=action.dark))


@pressed(ShowReport)
async def show_report(turn: Turn, action: ShowReport) -> None:
    known = action.language in turn.desk.messages.languages
    await _draw(turn, Draw(Want.REPORT, language=action.language if known else ""))


@pressed(ShowFile)
async def show_file(turn: Turn, action: ShowFile) -> None:
    if action.want not in FILES:  # a forged button
        await turn.reply(Message(turn.say("stale-button")))
        return
    await _draw(turn, Draw(Want(action.want)))


async def _draw(turn: Turn, wish: Draw) -> None:
    if turn.patient.state is PatientState.ACTIVE:
        await turn.reply(wish)
    else:
        await turn.reply(Message(turn.say("please-start")))
