"""What a patient wants to ask at her next visit: written down when it comes to mind.

Each text has been heard for concerns before it comes here. When it may mean something, and she is
asked directly, the words are set aside until she has answered; a "no" lets them be kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.note import MOST_NOTES, Note, is_too_long, tidy
from bot.domain.patient import Patient, PatientState
from bot.storage import conversations, notes
from bot.storage.conversations import Conversation
from bot.storage.store import Tx

FLOW = "note"
ASKED, ASIDE = "text", "aside"


@dataclass(frozen=True, slots=True)
class Listed:
    """All of her questions, oldest first. `saved`: one was added just now."""

    notes: tuple[Note, ...]
    saved: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question is waited for; `too_long`: what came was too long, and was not kept."""

    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Full:
    """There are as many as are kept. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class NoAccount:
    """Nothing is kept about somebody who has not set anything up."""


Outcome = Listed | Asked | Full | NoAccount


async def show(tx: Tx, patient: Patient, now: datetime) -> Outcome:
    """The list; whoever has none is asked for the first one."""
    if patient.state is not PatientState.ACTIVE:
        return NoAccount()
    await _end(tx, patient)
    written = tuple(await notes.of_patient(tx, patient.id))
    return Listed(written) if written else await ask(tx, patient, now)


async def ask(tx: Tx, patient: Patient, now: datetime, *, too_long: bool = False) -> Outcome:
    if patient.state is not PatientState.ACTIVE:
        return NoAccount()
    if await notes.count(tx, patient.id) >= MOST_NOTES:
        return Full()
    await conversations.save(tx, patient.id, Conversation(FLOW, ASKED), now)
    return Asked(too_long)


async def write(tx: Tx, patient: Patient, text: str, now: datetime) -> Outcome:
    """Keep one more question. The same words twice are one question."""
    if patient.state is not PatientState.ACTIVE:
        return NoAccount()
    words = tidy(text)
    if is_too_long(words):
        return await ask(tx, patient, now, too_long=True)
    written = await notes.of_patient(tx, patient.id)
    if words and words not in {each.text for each in written}:
        if len(written) >= MOST_NOTES:
            return Full()
        await notes.add(tx, patient.id, words, now)
    await _end(tx, patient)
    return Listed(tuple(await notes.of_patient(tx, patient.id)), saved=True)


async def own(tx: Tx, patient: Patient, note_id: int) -> Note | None:
    """The note, if it is this patient's: buttons can be forged."""
    written = await notes.of_patient(tx, patient.id)
    return next((each for each in written if each.id == note_id), None)


async def remove(tx: Tx, patient: Patient, note_id: int) -> Listed:
    """Remove one, or all of them (0). One that is gone already changes nothing."""
    if note_id:
        await notes.remove(tx, patient.id, note_id)
    else:
        await notes.remove_all(tx, patient.id)
    return Listed(tuple(await notes.of_patient(tx, patient.id)))


async def set_aside(tx: Tx, patient: Patient, text: str, now: datetime) -> None:
    """A direct question comes first: keep her words (sealed) until she has answered it."""
    if patient.state is PatientState.ACTIVE:
        waiting = Conversation(FLOW, ASIDE, {"words": text})
        await conversations.save(tx, patient.id, waiting, now)


async def after_no(tx: Tx, patient: Patient, going: Conversation, now: datetime) -> Outcome:
    """She has answered the direct question with no: what she wanted to note is noted."""
    words = going.data.get("words")
    return await write(tx, patient, words, now) if words else await ask(tx, patient, now)


async def _end(tx: Tx, patient: Patient) -> None:
    going = await conversations.load(tx, patient.id)
    if going is not None and going.flow == FLOW:
        await conversations.end(tx, patient.id)
