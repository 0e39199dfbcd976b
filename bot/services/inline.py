"""`@bot words` in any chat: public answers to whoever types, and help to whoever needs it.

A chat with other people is no place for a patient's record, so nothing personal goes into an
answer, nothing is written down about the person, and no case is raised (see the decision page
about inline answers). What was typed is looked through for a cry for help all the same.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.concern.finding import Finding, Label, Outcome
from bot.domain.contacts import contacts_for
from bot.domain.faq import Found, Topic
from bot.domain.faq_search.text import normalise
from bot.domain.inline import MOST_ARTICLES, InlineAnswer
from bot.domain.patient import Patient
from bot.services.desk import Desk
from bot.storage import facts
from bot.storage.store import Tx
from bot.views import inline as view
from bot.views.safety import Help

LONGEST = 256  # characters; Telegram sends no more
SHORTEST_BEGINNING = 2  # letters of a word that somebody is still typing
LANGUAGE = "language:"  # how the search says in which language it looked
# After these only help is offered, no topics beside it.
_ABOUT_LIFE = frozenset({Label.SUICIDE, Label.OVERDOSE, Label.SEVERE_MOOD, Label.PSYCHOSIS})


async def answer(
    tx: Tx, desk: Desk, words: str, patient: Patient | None, spoken: str | None, now: datetime
) -> InlineAnswer:
    """What is offered for `words`. `patient`: who types, if we know her; `spoken`: the language of
    her app. Both matter for help only: public answers follow from the words alone."""
    words = words[:LONGEST].strip()
    concern = desk.detector.detect(words) if words else None
    if concern is not None and concern.concerns:
        await facts.count(tx, "inline:help", now.date())
        return _help(desk, concern, words, patient, spoken, now)
    await facts.count(tx, "inline:answered", now.date())
    language, topics = _topics(desk, words)
    say = desk.messages.say(language)
    return view.public(say, topics[:MOST_ARTICLES])


def _help(
    desk: Desk,
    concern: Finding,
    words: str,
    patient: Patient | None,
    spoken: str | None,
    now: datetime,
) -> InlineAnswer:
    default = desk.choices.default_language
    language = patient.language if patient else desk.messages.offered(spoken, default)
    say = desk.messages.say(language)
    country = (patient.country if patient else None) or desk.choices.default_country
    today = patient.local_date(now) if patient else now.date()
    contacts = contacts_for(
        country, desk.contacts, on=today, voucher=desk.choices.voucher, language=language
    )
    sure = concern.outcome is Outcome.CERTAIN and concern.tier.escalates
    topics: list[Topic] = []
    if not sure or concern.label not in _ABOUT_LIFE:
        _, topics = _topics(desk, words)
    # Whoever posts the offer posts it to others: the doctor's own number stays out of it.
    return view.help_first(say, Help(contacts), topics[: MOST_ARTICLES - 1])


def _topics(desk: Desk, words: str) -> tuple[str, list[Topic]]:
    """The language that the words are in, and the topics: what the search finds, then what the
    words are the beginning of. Without words, the first topics of the menu's groups."""
    store, default = desk.faq, desk.choices.default_language
    if not words:
        language = desk.messages.offered(None, default)
        firsts = [store.topics(group.id, language)[:1] for group in store.groups()]
        return language, [topic for found in firsts for topic in found]
    found = store.find(words, default)
    language = _language_of(found, desk.messages.offered(None, default))
    ids = [*found.topics, *_begun(desk, words, language)]
    topics = [store.topic(each, language) for each in dict.fromkeys(ids)]
    return language, [topic for topic in topics if topic is not None]


def _language_of(found: Found, default: str) -> str:
    named = (why.removeprefix(LANGUAGE) for why in found.why if why.startswith(LANGUAGE))
    return next(named, default)


def _begun(desk: Desk, words: str, language: str) -> list[str]:
    """Topics whose title or another name begins with what is typed so far, or holds a word that
    does; by title."""
    typed = normalise(words)
    if len(typed) < SHORTEST_BEGINNING:
        return []

    def fits(topic: Topic) -> bool:
        names = (normalise(name) for name in (topic.title, *topic.aliases))
        return any(f" {name}".find(f" {typed}") >= 0 for name in names)

    return [
        topic.id
        for group in desk.faq.groups()
        for topic in desk.faq.topics(group.id, language)
        if fits(topic)
    ]
