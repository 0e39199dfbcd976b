"""The question whose account this is, before anything of a patient's is shown; and its answers."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.domain.message import Message
from bot.domain.ownership_actions import AnswerOwner
from bot.domain.safety_actions import EscalationAnswer, PossibleConcernAnswer, ShowContacts
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import ownership
from bot.tg.callback_codec import decode
from bot.views import ownership as view
from bot.views.times import clock_text

# What shows nothing of hers: the answer itself, and the way to help.
ANSWERED_IN_DOUBT = (AnswerOwner, ShowContacts, EscalationAnswer, PossibleConcernAnswer)


async def ask_first(update: Update, turn: Turn) -> None:
    """In doubt nothing but help is given before the question is answered."""
    patient = turn.work.patient
    if patient is None or patient.doubted_at is None or update.inline_query is not None:
        return
    query, message = update.callback_query, update.message
    if query is not None and isinstance(decode(query.data), ANSWERED_IN_DOUBT):
        return
    words = (message.text or "").split(maxsplit=1) if message is not None else []
    if words and words[0].partition("@")[0].lower() == "/sos":
        return
    if patient.delete_at is not None:
        await turn.reply(view.going(turn.say, _clock(turn)))
    else:
        await turn.reply(view.question(turn.say))
    raise ApplicationHandlerStop


@pressed(AnswerOwner)
async def answer(turn: Turn, action: AnswerOwner) -> None:
    """Only while it is asked: an old question decides nothing."""
    if turn.patient.doubted_at is None or turn.work.sign is None:
        await turn.reply(Message(turn.say("stale-button")))
    elif action.same:
        await ownership.is_the_same(turn.tx, turn.patient, turn.work.sign, turn.now)
        await turn.refresh()
        await turn.show(Message(turn.say("owner-same")))
    else:
        await ownership.is_somebody_new(turn.tx, turn.patient, turn.now)
        await turn.refresh()
        await turn.show(view.going(turn.say, _clock(turn)))


def _clock(turn: Turn) -> str:
    at = turn.patient.delete_at or turn.now
    return clock_text(turn.say.language, at, turn.patient.zone)
