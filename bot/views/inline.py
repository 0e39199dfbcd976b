"""Inline answers in words: the topics as anybody may read them, and help before everything."""

from __future__ import annotations

import html
from collections.abc import Sequence

from bot.catalog.messages import Say
from bot.domain.faq import Topic
from bot.domain.inline import Article, InlineAnswer, PrivateDoor
from bot.views.contacts import emergency_words
from bot.views.faq import answer_text
from bot.views.safety import Help, sos

HELP = "help"
SOS = "people"  # what the door says to the private chat: a word that alarms nobody
QUESTIONS = "faq"


def public(say: Say, topics: Sequence[Topic]) -> InlineAnswer:
    """The topics; without any, only the door to the private chat."""
    door = PrivateDoor(say.plain("inline-ask-in-private"), QUESTIONS)
    return InlineAnswer(tuple(_topic(say, each) for each in topics), door=door)


def help_first(say: Say, help_: Help, topics: Sequence[Topic]) -> InlineAnswer:
    """For this person only: whom to talk to, readable without choosing it, then the topics."""
    number = html.unescape(emergency_words(say, help_.contacts))
    first = Article(
        HELP,
        say.plain("inline-help-title"),
        say.plain("inline-help-short", emergency=number),
        sos(say, help_).html,
    )
    door = PrivateDoor(say.plain("inline-help-door"), SOS)
    return InlineAnswer((first, *(_topic(say, each) for each in topics)), personal=True, door=door)


def _topic(say: Say, topic: Topic) -> Article:
    """Without the variant of a country: whoever reads it may live anywhere."""
    return Article(topic.id, topic.title, topic.short, answer_text(say, topic, None))
