"""/trusted, the link that the named person follows, and the buttons of both."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.trusted import LONGEST_NAME, PAYLOAD
from bot.domain.trusted_actions import (
    AnswerTrusted,
    EndTrusted,
    NameTrusted,
    SkipTrustedName,
)
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import trusted
from bot.services.trusted import Invited, NoLink, OwnLink
from bot.storage import conversations
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
    await _make_link(turn, None)


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """The name by which the other one knows her."""
    chosen = " ".join(text.split())
    if len(chosen) > LONGEST_NAME:
        await turn.reply(view.ask_name(turn.say, too_long=True))
    else:
        await _make_link(turn, chosen)


async def opened(turn: Turn, code: str) -> None:
    """/start with the code of a link: somebody was named."""
    match await trusted.opened(turn.tx, turn.patient, code, turn.now):
        case Invited(shown_name):
            await turn.reply(view.invited(turn.say, shown_name, code))
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


@pressed(EndTrusted)
async def end(turn: Turn, action: EndTrusted) -> None:
    ended = await trusted.end(turn.tx, turn.desk, turn.patient, action.tie, turn.now)
    await turn.show(Message(turn.say("trusted-ended" if ended else "stale-button")))


async def _make_link(turn: Turn, shown_name: str | None) -> None:
    await conversations.end(turn.tx, turn.patient.id)
    made = await trusted.name(turn.tx, turn.desk, turn.patient, shown_name, turn.now)
    address = f"https://t.me/{turn.bot.username}?start={PAYLOAD}{made.code}"
    await turn.reply(view.link(turn.say, address, _when(turn, made.until)))


def _may_name(turn: Turn) -> bool:
    return turn.patient.state is PatientState.ACTIVE


def _when(turn: Turn, at: datetime) -> str:
    local = at.astimezone(turn.patient.zone)
    language = turn.say.language
    return f"{day_text(language, local.date())}, {clock_text(language, at, turn.patient.zone)}"
