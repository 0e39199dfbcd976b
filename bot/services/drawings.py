"""From a wish to the order for the studio: everything is read here, in the sending transaction, and
nothing is drawn. What cannot be made is said instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.catalog.messages import SOURCE_LANGUAGE
from bot.domain.drawing import Archive, Job, Make, Member, Want
from bot.domain.message import Message
from bot.domain.outgoing import Draw
from bot.domain.patient import Patient
from bot.domain.phone_calendar import PhoneCalendar, entries_of
from bot.domain.record import Record
from bot.domain.record_table import table_of
from bot.domain.routine_kind import RoutineKind
from bot.services import escalations, record_reading, rights
from bot.services.desk import Desk
from bot.storage import routines
from bot.storage.store import Tx
from bot.views import progress, report
from bot.views.reminders import item_name


@dataclass(frozen=True, slots=True)
class Order:
    """A job, and what goes with its file: `message` as the caption, `instead` when Telegram will
    not have the file or none could be made."""

    job: Job
    name: str
    message: Message
    instead: Message
    photo: bool = False


async def order(tx: Tx, desk: Desk, patient: Patient, wish: Draw, now: datetime) -> Order | Message:
    """The order for a wish as the rows stand now, or the answer when there is nothing to make.
    Names of files tell nothing but a day."""
    say, today = desk.say(patient), patient.local_date(now)
    failed = Message(say("drawing-failed"))
    match wish.want:
        case Want.PROGRESS:
            return await _progress(tx, desk, patient, wish, now)
        case Want.REPORT:
            language = wish.language or patient.language
            pages = await _pages(tx, desk, patient, language, now)
            return Order(pages, f"visit-{today}.pdf", report.caption(say, language), failed)
        case Want.FHIR:
            job = Job.of(Make.FHIR, await _record(tx, desk, patient, SOURCE_LANGUAGE, now))
            return Order(job, f"record-{today}.json", Message(say("file-fhir-caption")), failed)
        case Want.TABLE:
            found = await _record(tx, desk, patient, patient.language, now)
            job = Job.of(Make.TABLE, table_of(found))
            return Order(job, f"record-{today}.csv", Message(say("file-table-caption")), failed)
        case Want.CALENDAR:
            return await _calendar(tx, desk, patient, now)
        case Want.EXPORT:
            job = await _everything(tx, desk, patient, now)
            return Order(job, f"my-data-{today}.zip", Message(say("export-caption")), failed)


async def _progress(
    tx: Tx, desk: Desk, patient: Patient, wish: Draw, now: datetime
) -> Order | Message:
    say, store = desk.say(patient), desk.symptoms_for(patient)
    history = await record_reading.history(tx, patient, now, wish.weeks)
    if history.empty:
        return progress.nothing_yet(say)
    picture = progress.picture(say, store, history, dark=wish.dark, country=patient.country)
    in_words = progress.caption(say, store, history, weeks=wish.weeks, dark=wish.dark)
    spoken = Message(f"{say('progress-in-words')}\n\n{in_words.html}", in_words.rows)
    job = Job.of(Make.PICTURE, picture)
    return Order(job, f"{history.last}.png", in_words, spoken, photo=True)


async def _record(tx: Tx, desk: Desk, patient: Patient, language: str, now: datetime) -> Record:
    return await record_reading.record(tx, desk, desk.symptoms_in(language), language, patient, now)


async def _pages(tx: Tx, desk: Desk, patient: Patient, language: str, now: datetime) -> Job:
    found = await _record(tx, desk, patient, language, now)
    return Job.of(Make.PAGES, report.pages(desk.messages.say(language), found))


async def _calendar(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> Order | Message:
    """Nothing that is held or paused: the phone would go on reminding of it."""
    say, today = desk.say(patient), patient.local_date(now)
    held = await escalations.is_held(tx, patient)
    kept = [
        (routine, item_name(say, routine.kind))
        for routine in await routines.of_patient(tx, patient.id)
        if not (held and routine.kind is RoutineKind.DOSE)
    ]
    entries = () if patient.paused else entries_of(kept, today)
    held_words = [say("file-calendar-held")] if held else []
    if not entries:
        return Message("\n\n".join([say("file-calendar-empty"), *held_words]))
    calendar = PhoneCalendar(
        patient.time_zone or "UTC", today, say.plain("file-calendar-note"), entries
    )
    words = Message("\n\n".join([say("file-calendar-caption"), *held_words]))
    job = Job.of(Make.CALENDAR, calendar)
    return Order(job, f"routines-{today}.ics", words, Message(say("drawing-failed")))


async def _everything(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> Job:
    today = patient.local_date(now)
    everything = await rights.export(tx, patient, now)
    own = await _record(tx, desk, patient, patient.language, now)
    english = await _record(tx, desk, patient, SOURCE_LANGUAGE, now)
    pages = Job.of(Make.PAGES, report.pages(desk.say(patient), own))
    members = (
        Member(f"my-data-{today}.json", text=everything),
        Member(f"record-{today}.csv", job=Job.of(Make.TABLE, table_of(own))),
        Member(f"record-fhir-{today}.json", job=Job.of(Make.FHIR, english)),
        Member(f"visit-{today}.pdf", job=pages),
    )
    return Job.of(Make.ARCHIVE, Archive(members))
