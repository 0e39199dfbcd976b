"""/dates: blood tests, appointments, prescriptions, pregnancy tests, contraception."""

from __future__ import annotations

from datetime import date

from telegram import Update

from bot.catalog.messages import Safe
from bot.domain.date_actions import (
    AddDate,
    CancelDate,
    ChooseProgramme,
    DateDone,
    MoveDate,
    RepeatDate,
    ShowDate,
    ShowDates,
    ShowProgrammes,
    SwitchContraception,
    SwitchLead,
)
from bot.domain.dated_event import LONGEST_PLACE, DateAnswer, DatedEvent, EventState, Unusable
from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.reading import Unread, read_date
from bot.domain.reading.appointments import read_noted
from bot.domain.routine_kind import DATED, RoutineKind
from bot.handlers.plan import read_iso
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import dates, programmes
from bot.storage import conversations, dated_events
from bot.storage.conversations import Conversation
from bot.views import dates as view
from bot.views import programmes as programmes_view

FLOW = "date"
NEW, MOVED = "new", "moved"


async def command(update: Update, turn: Turn) -> None:
    if await _may(turn):
        await turn.reply(await _list(turn))


@pressed(ShowDates)
async def show_all(turn: Turn, action: ShowDates) -> None:
    if await _may(turn):
        await turn.show(await _list(turn))


@pressed(ShowDate)
async def show(turn: Turn, action: ShowDate) -> None:
    event = await dated_events.get(turn.tx, turn.patient.id, action.event_id)
    if event is None:
        await turn.reply(Message(turn.say("dates-gone")))
        return
    message = await _one(turn, event)
    if action.below:
        await turn.reply(message)
    else:
        await turn.show(message)


@pressed(AddDate)
async def add(turn: Turn, action: AddDate) -> None:
    if action.kind not in DATED or not await _may(turn):
        await turn.reply(Message(turn.say("stale-button")))
        return
    data = {"kind": action.kind, "source": action.source}
    await conversations.save(turn.tx, turn.patient.id, Conversation(FLOW, NEW, data), turn.now)
    await turn.reply(view.ask_new(turn.say, RoutineKind(action.kind)))


@pressed(DateDone)
async def done(turn: Turn, action: DateDone) -> None:
    day = read_iso(action.day)
    if day is None:
        await turn.reply(Message(turn.say("stale-button")))
        return
    answer = await dates.done(turn.tx, turn.patient, action.event_id, day, turn.now)
    await _answered(turn, answer, "done")


@pressed(MoveDate)
async def move(turn: Turn, action: MoveDate) -> None:
    day = read_iso(action.day)
    event = await dated_events.get(turn.tx, turn.patient.id, action.event_id)
    if day is None or event is None or event.state is not EventState.PLANNED:
        await turn.reply(Message(turn.say("dates-gone")))
        return
    data = {"event": event.id, "day": action.day}
    await conversations.save(turn.tx, turn.patient.id, Conversation(FLOW, MOVED, data), turn.now)
    await turn.reply(view.ask_moved(turn.say, event))


@pressed(CancelDate)
async def cancel(turn: Turn, action: CancelDate) -> None:
    day = read_iso(action.day)
    event = await dated_events.get(turn.tx, turn.patient.id, action.event_id)
    if day is None or event is None or event.state is not EventState.PLANNED:
        await turn.reply(Message(turn.say("dates-gone")))
    elif not action.sure:
        await turn.reply(view.ask_cancel(turn.say, event, day))
    else:
        answer = await dates.cancel(
            turn.tx, turn.patient, event.id, day, turn.now, all_of_it=action.all_of_it
        )
        await _answered(turn, answer, "cancelled")


@pressed(RepeatDate)
async def repeat(turn: Turn, action: RepeatDate) -> None:
    event = await dates.set_repeats(
        turn.tx, turn.patient, action.event_id, action.repeats, turn.now
    )
    await _changed(turn, event)


@pressed(SwitchLead)
async def switch_lead(turn: Turn, action: SwitchLead) -> None:
    event = await dates.switch_lead(turn.tx, turn.patient, action.event_id, action.days, turn.now)
    await _changed(turn, event)


@pressed(SwitchContraception)
async def switch_contraception(turn: Turn, action: SwitchContraception) -> None:
    if await _may(turn):
        await dates.switch_contraception(turn.tx, turn.patient, turn.now, on=action.on)
        await turn.show(await _list(turn))


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """The date that was asked for."""
    if going.step == NEW:
        await _typed_new(turn, going, text)
    else:
        await _typed_moved(turn, going, text)


async def _typed_new(turn: Turn, going: Conversation, text: str) -> None:
    kind = RoutineKind(going.data["kind"])
    noted = read_noted(text, turn.patient.local_date(turn.now))
    if isinstance(noted, Unread) or len(noted.place or "") > LONGEST_PLACE:
        await turn.reply(view.ask_new(turn.say, kind, unread=True))
        return
    source = going.data.get("source")
    event = await dates.note(
        turn.tx,
        turn.patient,
        kind,
        noted.on_date,
        turn.now,
        at_time=noted.at_time,
        place=noted.place,
        source=source if source != view.NO_SOURCE else None,
    )
    if isinstance(event, Unusable):
        await turn.reply(view.ask_new(turn.say, kind, problem=event))
        return
    await conversations.end(turn.tx, turn.patient.id)
    await turn.reply(await _one(turn, event, "dates-saved"))


async def _typed_moved(turn: Turn, going: Conversation, text: str) -> None:
    event = await dated_events.get(turn.tx, turn.patient.id, going.data["event"])
    day = read_iso(going.data["day"])
    if event is None or day is None:
        await conversations.end(turn.tx, turn.patient.id)
        await turn.reply(Message(turn.say("dates-gone")))
        return
    to = read_date(text, turn.patient.local_date(turn.now))
    if isinstance(to, Unread):
        await turn.reply(view.ask_moved(turn.say, event, unread=True))
        return
    answer = await dates.move(turn.tx, turn.patient, event.id, day, to, turn.now)
    if isinstance(answer, Unusable):
        await turn.reply(view.ask_moved(turn.say, event, problem=answer))
        return
    await conversations.end(turn.tx, turn.patient.id)
    if answer.event is None or not answer.changed:
        await turn.reply(Message(turn.say("dates-gone")))
        return
    await turn.reply(await _one(turn, answer.event, "dates-saved"))


async def _answered(turn: Turn, answer: DateAnswer, what: str) -> None:
    if answer.event is None or not answer.changed:
        await turn.reply(Message(turn.say("dates-gone")))
        return
    note = view.note_of(turn.say, what, answer.event, answer.following)
    await turn.show(await _list(turn, note))


async def _changed(turn: Turn, event: DatedEvent | None) -> None:
    if event is None:
        await turn.reply(Message(turn.say("dates-gone")))
    else:
        await turn.show(await _one(turn, event))


async def _one(turn: Turn, event: DatedEvent, note: str | None = None) -> Message:
    leads = await dates.leads_of(turn.tx, event)
    today: date = turn.patient.local_date(turn.now)
    return view.one(turn.say, event, leads, today, turn.say(note) if note else None)


async def _list(turn: Turn, note: Safe | None = None) -> Message:
    await conversations.end(turn.tx, turn.patient.id)
    seen = await dates.listed(turn.tx, turn.patient, turn.now)
    return view.listed(
        turn.say,
        seen.events,
        seen.today,
        contraception=seen.contraception,
        contraception_until=seen.contraception_until,
        note=note,
    )


async def _may(turn: Turn) -> bool:
    if turn.patient.state is PatientState.ACTIVE:
        return True
    await turn.reply(Message(turn.say("please-start")))
    return False


@pressed(ShowProgrammes)
async def show_programmes(turn: Turn, action: ShowProgrammes) -> None:
    if await _may(turn):
        chosen = await programmes.chosen(turn.tx, turn.desk, turn.patient)
        known = turn.desk.programmes.for_country(turn.patient.country)
        await turn.show(programmes_view.listed(turn.say, known, chosen))


@pressed(ChooseProgramme)
async def choose_programme(turn: Turn, action: ChooseProgramme) -> None:
    if not await _may(turn):
        return
    if action.programme == view.NO_SOURCE:
        await programmes.drop(turn.tx, turn.patient)
        await show_programmes(turn, ShowProgrammes())
        return
    found = turn.desk.programmes.get(action.programme)
    if found is None:
        await turn.reply(Message(turn.say("stale-button")))
        return
    if action.on:
        await programmes.choose(turn.tx, turn.desk, turn.patient, found.id, turn.now)
    chosen = await programmes.chosen(turn.tx, turn.desk, turn.patient)
    await turn.show(programmes_view.one(turn.say, found, applies=chosen == found))
