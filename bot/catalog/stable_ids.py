"""What a running bot may not lose when its content is exchanged: whatever a button that was sent,
a check-in that is open or a patient's choice refers to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.catalog.content import Content
from bot.domain.faq_store import SOURCE_LANGUAGE


def lost_ids(old: Content, new: Content) -> list[str]:
    """A sentence for each id that the new content has no answer to; empty when it may be used."""
    return [
        *_topics(old, new),
        *_instruments(old, new),
        *_symptoms(old, new),
        *_languages(old, new),
    ]


def _topics(old: Content, new: Content) -> Iterator[str]:
    for topic in old.faq.all_topics(SOURCE_LANGUAGE):
        if new.faq.topic(topic.id, SOURCE_LANGUAGE) is None:
            yield f"the topic {topic.id!r} is gone; say in faq/moved.yaml where it went"


def _instruments(old: Content, new: Content) -> Iterator[str]:
    kept = {(each.id, each.version) for each in new.instruments.instruments}
    for each in old.instruments.instruments:
        if (each.id, each.version) not in kept:
            yield f"the questionnaire {each.id} version {each.version} is gone; answers refer to it"


def _symptoms(old: Content, new: Content) -> Iterator[str]:
    for symptom in old.symptoms.symptoms:
        if new.symptoms.symptom(symptom.id) is None:
            yield f"the symptom {symptom.id} is gone; open checks and the diary refer to it"


def _languages(old: Content, new: Content) -> Iterator[str]:
    for language in old.messages.languages:
        if language not in new.messages.languages:
            yield f"the language {language!r} is no longer complete, and patients use it"
