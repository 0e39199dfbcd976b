"""Everything that is neither a command nor a button: typed answers, questions, and the rest.

Concerns have been looked for before anything here runs.
"""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Message
from bot.handlers import (
    checkin,
    dates,
    faq,
    meal_times,
    notes,
    plan,
    routines,
    safety_plan,
    settings,
    setup,
    trusted,
)
from bot.handlers.gate import LONGEST_HEARD
from bot.handlers.turn import Turn
from bot.services import checkins, course_plan, onboarding
from bot.services import notes as note_service
from bot.services import safety_plan as plan_service
from bot.storage import conversations
from bot.storage.conversations import Conversation

LONGEST_QUESTION = 1000


async def text(update: Update, turn: Turn) -> None:
    """A typed answer to what is open, or a question."""
    words = (update.effective_message.text or "") if update.effective_message else ""
    words = words[:LONGEST_HEARD]
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is not None and await _typed(turn, going, words):
        return
    progress = await checkins.typed(turn.tx, turn.desk, turn.patient, words, turn.now)
    if progress is not None:
        await checkin.show(turn, progress)
        return
    if len(words) > LONGEST_QUESTION:
        await turn.reply(Message(turn.say("too-long")))
    await faq.ask(turn, words[:LONGEST_QUESTION])


async def _typed(turn: Turn, going: Conversation, words: str) -> bool:
    match going.flow:
        case onboarding.FLOW:
            await setup.typed(turn, going, words)
        case routines.TIMES_FLOW:
            await routines.typed_times(turn, going, words)
        case routines.SUN_FLOW:
            await routines.typed_sun_hours(turn, going, words)
        case meal_times.FLOW:
            await meal_times.typed(turn, going, words)
        case settings.FLOW:
            await settings.typed(turn, going, words)
        case plan_service.FLOW:
            await safety_plan.typed(turn, going, words)
        case note_service.FLOW if going.step == note_service.ASKED:
            await notes.typed(turn, going, words)
        case course_plan.FLOW | plan.FLOW:
            await plan.typed(turn, going, words)
        case dates.FLOW:
            await dates.typed(turn, going, words)
        case trusted.FLOW:
            await trusted.typed(turn, going, words)
        case _:
            return False
    return True


async def location(update: Update, turn: Turn) -> None:
    """Only while a place is asked for; only its zone is kept."""
    shared = update.effective_message.location if update.effective_message else None
    going = await conversations.load(turn.tx, turn.patient.id)
    if shared is None or going is None:
        await turn.reply(Message(turn.say("input-lost")))
    elif going.flow == onboarding.FLOW:
        await setup.located(turn, going, shared.latitude, shared.longitude)
    elif going.flow == settings.FLOW and going.step == "zone":
        await settings.located(turn, shared.latitude, shared.longitude)
    else:
        await turn.reply(Message(turn.say("input-lost")))


async def edited(update: Update, turn: Turn) -> None:
    """An edited message has been heard for concerns; it changes nothing else."""
    await turn.reply(Message(turn.say("edited-heard")))


async def anything_else(update: Update, turn: Turn) -> None:
    """Stickers, voice, photos, files: nothing is fetched, and nobody is left without a word."""
    message = update.effective_message
    if message is None:
        return
    key = "sticker-only" if message.sticker else "text-only"
    await turn.reply(Message(turn.say(key)))


async def unknown_command(update: Update, turn: Turn) -> None:
    await turn.reply(Message(turn.say("unknown-command")))
