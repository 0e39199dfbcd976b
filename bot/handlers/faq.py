"""/faq, plain questions, and the buttons of the answers."""

from __future__ import annotations

from telegram import Update

from bot.domain.faq import Found, Outcome, Topic
from bot.domain.faq_actions import FaqGroup, FaqMenu, FaqSources, FaqTopic, NotMeant
from bot.domain.message import Message
from bot.handlers.gate import without_command
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import questions
from bot.views import faq as view

SMALL_TALK = "small-talk:"


async def faq(update: Update, turn: Turn) -> None:
    """The menu, or the answer to the words behind the command."""
    message = update.effective_message
    words = without_command(message.text or "") if message is not None else ""
    if words.strip():
        await ask(turn, words)
    else:
        await menu_below(update, turn)


async def menu_below(update: Update, turn: Turn) -> None:
    """The menu of all groups, as a new message."""
    await turn.reply(view.menu(turn.say, turn.desk.faq.groups()))


async def ask(turn: Turn, words: str) -> None:
    """A question in the patient's own words. Concerns have been looked for before."""
    await show(turn, await questions.ask(turn.tx, turn.desk, turn.patient, words, turn.now))


async def show(turn: Turn, found: Found) -> None:
    """What a question led to."""
    store, say = turn.desk.faq, turn.say
    topics = [topic for each in found.topics if (topic := _topic(turn, each)) is not None]
    match found.outcome:
        case Outcome.ANSWER if topics:
            await turn.reply(_answer(turn, topics[0]))
        case Outcome.CHOOSE if topics:
            await turn.reply(view.choose(say, topics))
        case Outcome.REFUSED if found.refusal is not None:
            refusal = store.refusal(found.refusal)
            await turn.reply(view.refused(say, refusal.reason, refusal.turn_to, topics))
        case _:
            talk = next((each for each in found.why if each.startswith(SMALL_TALK)), None)
            if talk is not None:
                await turn.reply(view.small_talk(say, talk.removeprefix(SMALL_TALK)))
            else:
                await turn.reply(view.menu(say, store.groups(), intro=say("faq-not-found")))


async def answer_if_known(turn: Turn, words: str) -> None:
    """The answer to a question that came where something else was asked for; else nothing."""
    found = turn.desk.faq.find(words, turn.patient.language)
    if found.outcome in {Outcome.ANSWER, Outcome.CHOOSE, Outcome.REFUSED}:
        await ask(turn, words)


@pressed(FaqMenu)
async def menu(turn: Turn, action: FaqMenu) -> None:
    await turn.show(view.menu(turn.say, turn.desk.faq.groups()))


@pressed(FaqGroup)
async def group(turn: Turn, action: FaqGroup) -> None:
    store, language = turn.desk.faq, turn.patient.language
    chosen = next((each for each in store.groups() if each.id == action.group), None)
    if chosen is None:
        await turn.show(view.menu(turn.say, store.groups(), intro=turn.say("faq-gone")))
        return
    topics = store.topics(chosen.id, language)
    await turn.show(view.group_page(turn.say, chosen, topics, action.page))


@pressed(FaqTopic)
async def topic(turn: Turn, action: FaqTopic) -> None:
    found = _topic(turn, action.topic)
    if found is None:
        await turn.reply(view.menu(turn.say, turn.desk.faq.groups(), intro=turn.say("faq-gone")))
    else:
        await turn.reply(_answer(turn, found))


@pressed(FaqSources)
async def sources(turn: Turn, action: FaqSources) -> None:
    found = _topic(turn, action.topic)
    if found is None:
        await turn.reply(view.menu(turn.say, turn.desk.faq.groups(), intro=turn.say("faq-gone")))
    else:
        await turn.reply(view.sources(turn.say, found))


@pressed(NotMeant)
async def not_meant(turn: Turn, action: NotMeant) -> None:
    await questions.not_meant(turn.tx, turn.patient, turn.now)
    intro = turn.say("faq-not-found-counted")
    await turn.reply(view.menu(turn.say, turn.desk.faq.groups(), intro=intro))


def _topic(turn: Turn, topic_id: str) -> Topic | None:
    return turn.desk.faq.topic(topic_id, turn.patient.language)


def _answer(turn: Turn, found: Topic) -> Message:
    related = [other for each in found.related if (other := _topic(turn, each)) is not None]
    country = turn.patient.country or turn.desk.choices.default_country
    return view.topic(turn.say, found, country, related)
