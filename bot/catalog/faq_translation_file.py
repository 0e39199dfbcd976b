"""One translated topic, `content/faq/<language>/<id>.md`, with everything wrong with it.

A translation holds words: the heading, the related topics, the sources and the note are those of
the English file, and so are the countries of its variants.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import Field

from bot.catalog.faq_topic_file import (
    TITLE_LIMIT,
    check_answer,
    countries_of,
    in_language,
    read_topic_file,
)
from bot.catalog.source import ContentModel, Document, Problem, build
from bot.domain import bidi
from bot.domain.faq import Review, Topic

SHORT_LIMIT = 280  # other languages need more room than English for the same two lines


class TranslationEntry(ContentModel):
    """The front matter of a translated topic file."""

    id: str
    title: str = Field(min_length=2, max_length=TITLE_LIMIT)
    short: str = Field(min_length=5, max_length=SHORT_LIMIT)
    aliases: tuple[str, ...] = Field(min_length=1)
    questions: tuple[str, ...] = Field(min_length=1)
    variants: dict[str, str] = {}
    default_variant: str | None = None
    status: str
    reviewed_by: str | None
    reviewed_on: date | None
    next_review: date | None


def load_translation(
    path: Path, language: str, english: Topic | None
) -> tuple[Topic | None, list[Problem], Document | None]:
    """Read a translation of `english`; None: there is no such English topic. The document is
    returned for line numbers of later findings."""
    parts = read_topic_file(path)
    if isinstance(parts, Problem):
        return None, [parts], None
    document, body, first_line = parts
    entry, found = build(document, TranslationEntry)
    if entry is None:
        return None, found, document
    if english is None:
        line = document.line_of(("id",))
        return None, [Problem(path, line, f"there is no English topic {entry.id!r}")], document
    found = [*check_answer(entry, body, first_line, document), *_check(entry, document, english)]
    if found:
        return None, found, document
    return _topic(entry, body, language, english), [], document


def _check(entry: TranslationEntry, document: Document, english: Topic) -> list[Problem]:
    found: list[Problem] = []
    if ("not signed" in entry.status) != (entry.reviewed_by is None):
        line = document.line_of(("status",))
        text = "`status` and `reviewed_by` say different things"
        found.append(Problem(document.path, line, text))
    own = {frozenset(countries_of(countries)) for countries in entry.variants}
    if own != {variant.countries for variant in english.variants}:
        line = document.line_of(("variants",))
        text = "`variants` must name the same countries, grouped as in the English topic"
        found.append(Problem(document.path, line, text))
    return found


def _topic(entry: TranslationEntry, body: str, language: str, english: Topic) -> Topic:
    plain, html, variants = in_language(entry, body, language)
    mark = bidi.right_to_left if bidi.is_right_to_left(language) else str
    return replace(
        english,
        language=language,
        title=mark(entry.title),
        short=mark(" ".join(entry.short.split())),
        html=html,
        plain=plain,
        aliases=entry.aliases,
        questions=entry.questions,
        variants=variants,
        review=Review(entry.reviewed_by, entry.reviewed_on, entry.next_review),
    )
