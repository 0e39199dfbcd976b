"""/trusted, the link that the named person follows, and the buttons of both."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.trusted import LONGEST_NAME, PAYLOAD, Level
from bot.domain.trusted_actions import (
    AnswerLevel,
    AnswerTrusted,
    AskLevel,
    ChooseLevel,
    EndTrusted,
    NameTrusted,
    SkipTrustedName,
)
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import trusted
from bot.services.trusted import Invited, LevelAsked, LevelSet, NoLink, OwnLink
from bot.storage import conversations, trusted_people
from bot.storage.conversations import Conversation
from bot.views import trusted as view
from bot.views.times import clock_text, day_text

FLOW = "trusted"


async def command(update: Update, turn: Turn) -> None:
    """For the patient, and for whoever was named: that person has no account."""
    known = await trusted.page(turn.tx, turn.patient)
    until = None
    if known.own is not None and known.own.link_expires_at is not None:
        until = _when(turn, known.own.link_expires_at)
    await turn.reply(
        view.page(turn.say, known.own, known.others, may_name=_may_name(turn), until=until)
    )


@pressed(NameTrusted)
async def name(turn: Turn, action: NameTrusted) -> None:
    if not _may_name(turn):
        await turn.reply(Message(turn.say("please-start")))
        return
    await conversations.save(turn.tx, turn.patient.id, Conversation(FLOW, "name"), turn.now)
    await turn.reply(view.ask_name(turn.say))


@pressed(SkipTrustedName)
async def skip_name(turn: Turn, action: SkipTrustedName) -> None:
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is None or going.flow != FLOW:
        await turn.reply(Message(turn.say("stale-button")))
        return
    await _ask_level(turn, None)


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """The name by which the other one knows her."""
    if going.step != "name":
        await turn.reply(view.ask_level(turn.say, 0))
        return
    chosen = " ".join(text.split())
    if len(chosen) > LONGEST_NAME:
        await turn.reply(view.ask_name(turn.say, too_long=True))
    else:
        await _ask_level(turn, chosen)


async def opened(turn: Turn, code: str) -> None:
    """/start with the code of a link: somebody was named."""
    match await trusted.opened(turn.tx, turn.patient, code, turn.now):
        case Invited(shown_name, level):
            await turn.reply(view.invited(turn.say, shown_name, level, code))
        case OwnLink():
            await turn.reply(Message(turn.say("trusted-own-link")))
        case NoLink():
            await turn.reply(Message(turn.say("trusted-no-link")))


@pressed(AnswerTrusted)
async def answer(turn: Turn, action: AnswerTrusted) -> None:
    taken = await trusted.answer(
        turn.tx, turn.desk, turn.patient, action.link, turn.now, yes=action.yes
    )
    said = "trusted-thanks" if action.yes else "trusted-declined"
    await turn.show(Message(turn.say(said if taken else "trusted-no-link")))


@pressed(AskLevel)
async def ask_level(turn: Turn, action: AskLevel) -> None:
    tie = await trusted_people.get(turn.tx, action.tie)
    if tie is None or tie.patient_id != turn.patient.id:
        await turn.reply(Message(turn.say("stale-button")))
    else:
        await turn.reply(view.ask_level(turn.say, tie.id, tie.level))


@pressed(ChooseLevel)
async def choose_level(turn: Turn, action: ChooseLevel) -> None:
    """For the one who is being named (0), or for the one who has agreed."""
    if action.level not in set(Level):
        await turn.reply(Message(turn.say("stale-button")))
        return
    level = Level(action.level)
    if not action.tie:
        await _make_link(turn, level)
        return
    match await trusted.set_level(turn.tx, turn.desk, turn.patient, action.tie, level, turn.now):
        case LevelSet(chosen):
            await turn.show(view.level_set(turn.say, chosen))
        case LevelAsked(chosen):
            await turn.show(view.level_asked(turn.say, chosen))
        case None:
            await turn.reply(Message(turn.say("stale-button")))


@pressed(AnswerLevel)
async def answer_level(turn: Turn, action: AnswerLevel) -> None:
    taken = await trusted.answer_level(
        turn.tx, turn.desk, turn.patient, action.tie, action.level, turn.now, yes=action.yes
    )
    said = "trusted-more-thanks" if action.yes else "trusted-more-no"
    await turn.show(Message(turn.say(said if taken else "stale-button")))


@pressed(EndTrusted)
async def end(turn: Turn, action: EndTrusted) -> None:
    ended = await trusted.end(turn.tx, turn.desk, turn.patient, action.tie, turn.now)
    await turn.show(Message(turn.say("trusted-ended" if ended else "stale-button")))


async def _ask_level(turn: Turn, shown_name: str | None) -> None:
    waiting = Conversation(FLOW, "level", {"name": shown_name})
    await conversations.save(turn.tx, turn.patient.id, waiting, turn.now)
    await turn.reply(view.ask_level(turn.say, 0))


async def _make_link(turn: Turn, level: Level) -> None:
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is None or going.flow != FLOW or going.step != "level":
        await turn.reply(Message(turn.say("stale-button")))
        return
    await conversations.end(turn.tx, turn.patient.id)
    made = await trusted.name(
        turn.tx, turn.desk, turn.patient, going.data.get("name"), level, turn.now
    )
    address = f"https://t.me/{turn.bot.username}?start={PAYLOAD}{made.code}"
    await turn.reply(view.link(turn.say, address, _when(turn, made.until)))


def _may_name(turn: Turn) -> bool:
    return turn.patient.state is PatientState.ACTIVE


def _when(turn: Turn, at: datetime) -> str:
    local = at.astimezone(turn.patient.zone)
    language = turn.say.language
    return f"{day_text(language, local.date())}, {clock_text(language, at, turn.patient.zone)}"
