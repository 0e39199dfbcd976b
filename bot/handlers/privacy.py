"""/privacy, /export and /delete."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.catalog.messages import Say
from bot.domain.actions import Action
from bot.domain.drawing import Want
from bot.domain.message import Button, Message
from bot.domain.outgoing import Draw
from bot.domain.setup_actions import ConfirmDelete, DeleteForGood, KeepAll
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import leaving
from bot.views.times import clock_text


async def privacy(update: Update, turn: Turn) -> None:
    say = turn.say
    names = [
        say(f"settings-purpose-{purpose.replace('_', '-')}")
        for purpose in sorted(turn.patient.consents)
    ]
    purposes = ", ".join(names) or say("privacy-none")
    choices = turn.desk.choices
    text = say(
        "privacy-text",
        operator=choices.operator_name,
        purposes=purposes,
        months=choices.keep_answers_months,
    )
    await turn.reply(Message(text))


async def export(update: Update, turn: Turn) -> None:
    await turn.reply(Draw(Want.EXPORT))


async def delete(update: Update, turn: Turn) -> None:
    say = turn.say
    if turn.patient.delete_at is not None:
        await turn.reply(_waiting(turn, turn.patient.delete_at))
        return
    await turn.reply(Message(say("delete-ask"), _yes_or_no(say, "delete-yes", ConfirmDelete(True))))


@pressed(ConfirmDelete)
async def confirm_delete(turn: Turn, action: ConfirmDelete) -> None:
    say = turn.say
    if not action.sure:
        await turn.show(Message(say("delete-kept")))
        return
    sure = _yes_or_no(say, "delete-yes-sure", DeleteForGood())
    await turn.show(Message(say("delete-ask-again"), sure))


@pressed(DeleteForGood)
async def delete_for_good(turn: Turn, action: DeleteForGood) -> None:
    until = await leaving.leave(turn.tx, turn.patient, turn.now)
    await turn.show(_waiting(turn, until))


@pressed(KeepAll)
async def keep_all(turn: Turn, action: KeepAll) -> None:
    if await leaving.stay(turn.tx, turn.patient, turn.now):
        await turn.show(Message(turn.say("delete-undone")))
    else:
        await turn.reply(Message(turn.say("stale-button")))


def _waiting(turn: Turn, until: datetime) -> Message:
    say = turn.say
    at = clock_text(say.language, until, turn.patient.zone)
    undo = Button(say.plain("delete-undo"), KeepAll())
    return Message(say("delete-waits", at=at), ((undo,),))


def _yes_or_no(say: Say, yes: str, action: Action) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(say.plain(yes), action, style="danger"),),
        (Button(say.plain("delete-no"), ConfirmDelete(False)),),
    )
