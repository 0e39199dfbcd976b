"""From a wish to the order for the studio: everything is read here, in the sending transaction, and
nothing is drawn. What cannot be made is said instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.catalog.messages import Say
from bot.domain.drawing import Archive, Job, Make, Member, Want
from bot.domain.message import Message
from bot.domain.outgoing import Draw
from bot.domain.patient import Patient
from bot.services import record_reading, rights
from bot.services.desk import Desk
from bot.storage.store import Tx
from bot.views import progress


@dataclass(frozen=True, slots=True)
class Order:
    """A job, and what goes with its file: `message` as the caption, `instead` when Telegram will
    not have the file, `failed` when none was made."""

    job: Job
    name: str
    message: Message
    instead: Message
    failed: Message
    photo: bool = False


async def order(tx: Tx, desk: Desk, patient: Patient, wish: Draw, now: datetime) -> Order | Message:
    """The order for a wish as the rows stand now, or the answer when there is nothing to make."""
    match wish.want:
        case Want.PROGRESS:
            return await _progress(tx, desk, patient, wish, now)
        case _:
            return await _export(tx, desk, desk.say(patient), patient, now)


async def _progress(
    tx: Tx, desk: Desk, patient: Patient, wish: Draw, now: datetime
) -> Order | Message:
    say, store = desk.say(patient), desk.symptoms_for(patient)
    history = await record_reading.history(tx, patient, now, wish.weeks)
    if history.empty:
        return progress.nothing_yet(say)
    picture = progress.picture(say, store, history, dark=wish.dark, country=patient.country)
    in_words = progress.caption(say, store, history, weeks=wish.weeks, dark=wish.dark)
    job = Job.of(Make.PICTURE, picture)
    name = f"{history.last}.png"
    spoken = Message(f"{say('progress-in-words')}\n\n{in_words.html}", in_words.rows)
    return Order(job, name, in_words, instead=spoken, failed=spoken, photo=True)


async def _export(tx: Tx, desk: Desk, say: Say, patient: Patient, now: datetime) -> Order:
    today = patient.local_date(now)
    everything = await rights.export(tx, patient, now)
    members = (Member(f"my-data-{today}.json", text=everything),)
    job = Job.of(Make.ARCHIVE, Archive(members))
    failed = Message(say("drawing-failed"))
    return Order(job, f"my-data-{today}.zip", Message(say("export-caption")), failed, failed)
