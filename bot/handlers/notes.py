"""/note: questions for the next visit."""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Message
from bot.domain.note_actions import AddNote, RemoveNote, ShowNotes
from bot.handlers.gate import LONGEST_HEARD, without_command
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import notes
from bot.services.notes import Asked, Full, Listed, NoAccount
from bot.storage.conversations import Conversation
from bot.views import notes as view


async def command(update: Update, turn: Turn) -> None:
    """/note shows them, /note and words keeps one more."""
    text = (update.effective_message.text or "") if update.effective_message else ""
    words = without_command(text)[:LONGEST_HEARD] if " " in text.strip() else ""
    if words.strip():
        await turn.reply(_message(turn, await notes.write(turn.tx, turn.patient, words, turn.now)))
    else:
        await turn.reply(_message(turn, await notes.show(turn.tx, turn.patient, turn.now)))


@pressed(ShowNotes)
async def show(turn: Turn, action: ShowNotes) -> None:
    await turn.show(_message(turn, await notes.show(turn.tx, turn.patient, turn.now)))


@pressed(AddNote)
async def add(turn: Turn, action: AddNote) -> None:
    await turn.reply(_message(turn, await notes.ask(turn.tx, turn.patient, turn.now)))


@pressed(RemoveNote)
async def remove(turn: Turn, action: RemoveNote) -> None:
    note = await notes.own(turn.tx, turn.patient, action.note) if action.note else None
    if action.sure or (action.note and note is None):
        await turn.show(_message(turn, await notes.remove(turn.tx, turn.patient, action.note)))
    else:
        await turn.show(view.ask_remove(turn.say, note))


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """The question that was asked for. Concerns have been looked for before."""
    await turn.reply(_message(turn, await notes.write(turn.tx, turn.patient, text, turn.now)))


async def after_no(turn: Turn, going: Conversation) -> None:
    """A direct question about the words came first, and was answered with no."""
    outcome = await notes.after_no(turn.tx, turn.patient, going, turn.now)
    await turn.reply(_message(turn, outcome))


def _message(turn: Turn, outcome: notes.Outcome) -> Message:
    match outcome:
        case Listed(written, saved):
            return view.listed(turn.say, written, saved=saved)
        case Asked(too_long):
            return view.ask(turn.say, too_long=too_long)
        case Full():
            return view.full(turn.say)
        case NoAccount():
            return Message(turn.say("please-start"))
