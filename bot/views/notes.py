"""The questions that a patient takes to her next visit, in her words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalog.messages import Say
from bot.domain.message import Button, Message
from bot.domain.note import LONGEST_NOTE, MOST_NOTES, Note
from bot.domain.note_actions import AddNote, RemoveNote, ShowNotes

NUMBERS_IN_A_ROW = 5


def listed(say: Say, notes: Sequence[Note], *, saved: bool = False) -> Message:
    """All of them, numbered, with a button to remove each."""
    add = Button(say.plain("note-button-add"), AddNote())
    if not notes:
        return Message(say("note-none"), ((add,),))
    text: list[str] = [say("note-saved")] if saved else []
    lines = [
        say("note-line", number=str(number), text=each.text)
        for number, each in enumerate(notes, start=1)
    ]
    text.append("\n".join([say("note-title"), *lines]))
    remove = [
        Button(say.plain("note-button-remove", number=str(number)), RemoveNote(each.id, sure=False))
        for number, each in enumerate(notes, start=1)
    ]
    rows: list[tuple[Button, ...]] = [(add,)] if len(notes) < MOST_NOTES else []
    rows += [
        tuple(remove[at : at + NUMBERS_IN_A_ROW]) for at in range(0, len(remove), NUMBERS_IN_A_ROW)
    ]
    if len(notes) > 1:
        rows.append((Button(say.plain("note-button-remove-all"), RemoveNote(0, sure=False)),))
    return Message("\n\n".join(text), tuple(rows))


def ask(say: Say, *, too_long: bool = False) -> Message:
    text = [say("note-too-long", most=str(LONGEST_NOTE))] if too_long else []
    return Message("\n\n".join([*text, say("note-ask")]))


def full(say: Say) -> Message:
    show = Button(say.plain("note-button-show"), ShowNotes())
    return Message(say("note-full", most=str(MOST_NOTES)), ((show,),))


def ask_remove(say: Say, note: Note | None) -> Message:
    """`note` None: all of them."""
    text = say("note-remove-ask", text=note.text) if note else say("note-remove-all-ask")
    yes = RemoveNote(note.id if note else 0, sure=True)
    return Message(
        text,
        (
            (Button(say.plain("note-button-remove-yes"), yes, style="danger"),),
            (Button(say.plain("note-button-keep"), ShowNotes()),),
        ),
    )
