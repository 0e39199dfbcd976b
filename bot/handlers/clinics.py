"""A clinic's link, the answer to it, and leaving."""

from __future__ import annotations

from bot.domain.clinic_actions import AnswerClinic, LeaveClinic
from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import clinics
from bot.views import clinics as view


async def opened(turn: Turn, code: str) -> None:
    """/start with the code of a clinic's link."""
    clinic = await clinics.opened(turn.tx, code)
    there = turn.patient.clinic
    if clinic is None:
        await turn.reply(Message(turn.say("clinic-no-link")))
    elif there is not None and there.id == clinic.id:
        await turn.reply(Message(turn.say("clinic-already", name=clinic.name)))
    else:
        await turn.reply(view.invited(turn.say, clinic, code, instead=there is not None))


@pressed(AnswerClinic)
async def answer(turn: Turn, action: AnswerClinic) -> None:
    """Yes to its number, and to its team or not; whoever is new goes on with the setup."""
    if action.answer not in {"with_team", "number"}:
        await turn.show(Message(turn.say("clinic-declined")))
        return
    joined = await clinics.join(
        turn.tx,
        turn.desk,
        turn.patient,
        action.link,
        turn.now,
        tell_team=action.answer == "with_team",
    )
    await turn.refresh()
    if joined is None:
        await turn.show(Message(turn.say("clinic-no-link")))
        return
    await turn.show(view.joined(turn.say, joined.clinic, told=joined.told))
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("clinic-then-start")))


@pressed(LeaveClinic)
async def leave(turn: Turn, action: LeaveClinic) -> None:
    clinic = turn.patient.clinic
    if clinic is None:
        await turn.reply(Message(turn.say("stale-button")))
    elif not action.sure:
        await turn.reply(view.ask_leave(turn.say, clinic))
    else:
        await clinics.leave(turn.tx, turn.patient, turn.now)
        await turn.show(Message(turn.say("clinic-left", name=clinic.name)))
