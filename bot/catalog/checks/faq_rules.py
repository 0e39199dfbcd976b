"""The rules for `content/faq/`: readable, in all languages, reviewed in time, short enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.catalog.checks.finding import Area, Finding, Rule, Signed, found, warning
from bot.catalog.checks.forbidden import PatientText
from bot.catalog.checks.reading_grade import MOST_GRADE, grade
from bot.catalog.checks.review_dates import date_problems
from bot.catalog.checks.telegram_html import MESSAGE_LIMIT, html_problems, shown_length
from bot.catalog.faq_topic_file import load_topic
from bot.catalog.faq_translation_file import load_translation
from bot.catalog.source import Document, Problem
from bot.catalog.translation_state import severity_for
from bot.domain.faq import Topic
from bot.domain.faq_store import SOURCE_LANGUAGE

TopicFile = tuple[Topic, Document]
LEAST_TOPICS = 75
REVIEW_LINES = 220  # characters that the view adds below an answer: who signed it, and when


def read_topics(root: Path) -> list[TopicFile]:
    """Every topic file that can be read, of every language; the loader reports the others."""
    loaded = []
    english: dict[str, Topic] = {}
    paths = sorted(
        root.glob("*/*.md"), key=lambda path: (path.parent.name != SOURCE_LANGUAGE, path)
    )
    for path in paths:
        language = path.parent.name
        if language == SOURCE_LANGUAGE:
            topic, _, document = load_topic(path, language)
        else:
            topic, _, document = load_translation(path, language, english.get(path.stem))
        if topic is not None and document is not None:
            loaded.append((topic, document))
            if language == SOURCE_LANGUAGE:
                english[topic.id] = topic
    return loaded


def check_faq(
    root: Path, topics: list[TopicFile], languages: tuple[str, ...], today: date
) -> list[Finding]:
    """`languages`: those in which messages exist, so that a patient may have chosen them."""
    area = Area.FAQ
    return [
        *found(area, Rule.FORMATTING, _formatting(topics)),
        *found(area, Rule.LENGTH, _lengths(topics)),
        *found(area, Rule.READING, _grades(topics)),
        *found(area, Rule.LANGUAGES, _languages(root, topics, languages)),
        *found(area, Rule.REVIEW, _reviews(topics, today)),
    ]


def signed_topics(topics: list[TopicFile]) -> Signed:
    return Signed(sum(topic.review.signed for topic, _ in topics), len(topics))


def patient_texts(topics: list[TopicFile]) -> Iterator[PatientText]:
    """What the topics say themselves. Aliases and questions are patients' words, not ours."""
    for topic, document in topics:
        parts = [topic.title, topic.short, topic.note or "", topic.plain]
        yield PatientText(document.path, 1, topic.id, topic.language, "\n".join(parts))


def _formatting(topics: list[TopicFile]) -> Iterator[Problem]:
    for topic, document in topics:
        for name, rendered in _renderings(topic):
            for sentence in html_problems(rendered):
                yield Problem(document.path, 0, f"the answer{name}: {sentence}")


def _lengths(topics: list[TopicFile]) -> Iterator[Problem]:
    for topic, document in topics:
        added = len(topic.title) + len(topic.note or "") + REVIEW_LINES
        for name, rendered in _renderings(topic):
            if (length := shown_length(rendered) + added) > MESSAGE_LIMIT:
                text = f"the answer{name} with title, note and review has about {length} characters"
                yield Problem(document.path, 0, f"{text} on screen; a message may have 4096")


def _renderings(topic: Topic) -> Iterator[tuple[str, str]]:
    yield "", topic.html
    for variant in topic.variants:
        yield f" for {', '.join(sorted(variant.countries))}", variant.html


def _grades(topics: list[TopicFile]) -> Iterator[Problem]:
    for topic, document in topics:
        if topic.language != SOURCE_LANGUAGE:
            continue  # the formula is for English only
        if (level := grade(topic.plain)) > MOST_GRADE:
            text = (
                f"reading grade {level:.1f}; {MOST_GRADE} is the most: shorter sentences and words"
            )
            yield Problem(document.path, 0, text)


def _languages(
    root: Path, topics: list[TopicFile], languages: tuple[str, ...]
) -> Iterator[Problem]:
    by_language: dict[str, set[str]] = {}
    for topic, _ in topics:
        by_language.setdefault(topic.language, set()).add(topic.id)
    english = by_language.get(SOURCE_LANGUAGE, set())
    if len(english) < LEAST_TOPICS:
        text = f"{len(english)} English topics; the questions that people ask need {LEAST_TOPICS}"
        yield warning(root / SOURCE_LANGUAGE, 0, text)
    for language in sorted({*languages, *by_language} - {SOURCE_LANGUAGE}):
        if not (root / language).is_dir():  # what a folder lacks is said by the loader
            count = len(english)
            text = f"{count} of {count} topics are not in this language; "
            severity = severity_for(root.parent, language)
            text += "patients read those in English"
            yield Problem(root / language, 0, text, severity)


def _reviews(topics: list[TopicFile], today: date) -> Iterator[Problem]:
    for topic, document in topics:
        review, line = topic.review, document.line_of(("reviewed_by",))
        if review.by is None:
            yield warning(document.path, line, "no clinician has signed this topic")
        else:
            yield from date_problems(document.path, line, review.by, review.on, review.due, today)
