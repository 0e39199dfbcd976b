"""/privacy, /export and /delete."""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Button, Message
from bot.domain.outgoing import Document
from bot.domain.setup_actions import ConfirmDelete
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import rights


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
    text = await rights.export(turn.tx, turn.patient, turn.now)
    name = f"my-data-{turn.patient.local_date(turn.now)}.json"
    await turn.reply(Document(name, text, turn.say("export-caption")))


async def delete(update: Update, turn: Turn) -> None:
    say = turn.say
    await turn.reply(
        Message(
            say("delete-ask"),
            (
                (Button(say.plain("delete-yes"), ConfirmDelete(True), style="danger"),),
                (Button(say.plain("delete-no"), ConfirmDelete(False)),),
            ),
        )
    )


@pressed(ConfirmDelete)
async def confirm_delete(turn: Turn, action: ConfirmDelete) -> None:
    if not action.sure:
        await turn.show(Message(turn.say("delete-kept")))
        return
    done = Message(turn.say("delete-done"))
    await rights.forget(turn.tx, turn.desk, turn.patient, turn.now)
    turn.work.patient = None
    await turn.show(done)
