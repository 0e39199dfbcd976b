"""One topic file, `content/faq/<language>/<id>.md`, as a `Topic`, with everything wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from pydantic import Field

from bot.catalog import faq_markdown
from bot.catalog.source import ContentModel, Document, Problem, build, split_front_matter
from bot.domain import bidi
from bot.domain.faq import Review, Source, Topic, Variant

TITLE_LIMIT = 64  # a button label on a phone
SHORT_LIMIT = 220  # two lines, what a notification shows
FULL_LIMIT = 3_500  # leaves room for the title, the note and the review line under 4,096
VARIANT_LINE = "{variant}"
_COUNTRIES = re.compile(r"[A-Z]{2}(, ?[A-Z]{2})*")


class SourceEntry(ContentModel):
    organisation: str = Field(min_length=2)
    title: str = Field(min_length=2)
    year: int | None = Field(ge=1950, le=2100)


class TopicEntry(ContentModel):
    """The front matter of a topic file."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)
    group: str
    title: str = Field(min_length=3, max_length=TITLE_LIMIT)
    short: str = Field(min_length=10, max_length=SHORT_LIMIT)
    aliases: tuple[str, ...] = Field(min_length=1)
    questions: tuple[str, ...] = Field(min_length=1)
    related: tuple[str, ...] = ()
    variants: dict[str, str] = {}
    default_variant: str | None = None
    sources: tuple[SourceEntry, ...] = Field(min_length=1)
    note: str | None = None
    reviewed_by: str | None
    reviewed_on: date | None
    next_review: date | None


class Answer(Protocol):
    """What an English topic and its translations have in common."""

    @property
    def id(self) -> str: ...
    @property
    def variants(self) -> Mapping[str, str]: ...
    @property
    def default_variant(self) -> str | None: ...
    @property
    def reviewed_by(self) -> str | None: ...
    @property
    def reviewed_on(self) -> date | None: ...
    @property
    def next_review(self) -> date | None: ...


def load_topic(path: Path, language: str) -> tuple[Topic | None, list[Problem], Document | None]:
    """Read a topic file. The document is returned for line numbers of later findings."""
    parts = read_topic_file(path)
    if isinstance(parts, Problem):
        return None, [parts], None
    document, body, first_line = parts
    entry, found = build(document, TopicEntry)
    if entry is None:
        return None, found, document
    found += check_answer(entry, body, first_line, document)
    if found:
        return None, found, document
    return _topic(entry, body, language), [], document


def read_topic_file(path: Path) -> tuple[Document, str, int] | Problem:
    """The front matter, the body, and the number of the body's first line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Problem(path, 0, f"cannot be read: {error}")
    return split_front_matter(path, text)


def check_answer(entry: Answer, body: str, first_line: int, document: Document) -> list[Problem]:
    """What is wrong with an answer in any language: its id, its signature, what cannot be shown,
    its length, and its variants."""
    path = document.path

    def at(key: str, text: str) -> Problem:
        return Problem(path, document.line_of((key,)), text)

    found: list[Problem] = []
    if entry.id != path.stem:
        found.append(at("id", f"the id {entry.id!r} must be the file's name, {path.stem!r}"))
    if (entry.reviewed_by is None) != (entry.reviewed_on is None):
        found.append(at("reviewed_by", "a signature needs both reviewed_by and reviewed_on"))
    if entry.reviewed_by is not None and entry.next_review is None:
        found.append(at("next_review", "a signed text needs the date of its next review"))
    if not body.strip():
        found.append(Problem(path, first_line, "the answer is empty"))
    for offset, sentence in faq_markdown.problems(body):
        found.append(Problem(path, first_line + offset, sentence))
    slots = [line.strip() for line in body.splitlines()].count(VARIANT_LINE)
    if "{" in body.replace(VARIANT_LINE, "", slots) or slots > 1:
        found.append(Problem(path, first_line, "only one line `{variant}` may hold braces"))
    found += _check_variants(entry, slots, document)
    if not found:
        for name, text in _bodies(entry, body):
            if (length := faq_markdown.visible_length(faq_markdown.to_html(text))) > FULL_LIMIT:
                text = f"the answer{name} has {length} characters on screen; the most is "
                found.append(Problem(path, first_line, f"{text}{FULL_LIMIT}"))
    return found


def _check_variants(entry: Answer, slots: int, document: Document) -> list[Problem]:
    path = document.path
    line = document.line_of(("variants",))
    found: list[Problem] = []
    if bool(entry.variants) != bool(slots):
        found.append(Problem(path, line, "`variants` and a line `{variant}` belong together"))
    if bool(entry.variants) != (entry.default_variant is not None):
        found.append(Problem(path, line, "`variants` and `default_variant` belong together"))
    seen: set[str] = set()
    for countries, text in entry.variants.items():
        line = document.line_of(("variants", countries))
        if not _COUNTRIES.fullmatch(countries):
            found.append(Problem(path, line, f"{countries!r} is not a list of codes like GB,IE"))
        for country in countries_of(countries):
            if country in seen:
                found.append(Problem(path, line, f"the country {country} stands twice"))
            seen.add(country)
        found += [Problem(path, line, sentence) for _, sentence in faq_markdown.problems(text)]
    return found


def countries_of(countries: str) -> list[str]:
    """ "GB, IE" as codes."""
    return [country.strip() for country in countries.split(",")]


def _bodies(entry: Answer, body: str) -> list[tuple[str, str]]:
    """Every way the answer can read: a name for messages, and the Markdown."""
    filled = [("", body.replace(VARIANT_LINE, entry.default_variant or ""))]
    for countries, text in entry.variants.items():
        filled.append((f" for {countries}", body.replace(VARIANT_LINE, text)))
    return filled


def in_language(entry: Answer, body: str, language: str) -> tuple[str, str, tuple[Variant, ...]]:
    """The plain text of all variants, the general answer as Telegram HTML, and the variants."""
    rendered = [faq_markdown.to_html(text) for _, text in _bodies(entry, body)]
    plain = " ".join(faq_markdown.to_plain(text) for text in rendered)
    if bidi.is_right_to_left(language):
        rendered = [bidi.right_to_left(text) for text in rendered]
    variants = tuple(
        Variant(frozenset(countries_of(countries)), text)
        for countries, text in zip(entry.variants, rendered[1:], strict=True)
    )
    return plain, rendered[0], variants


def _topic(entry: TopicEntry, body: str, language: str) -> Topic:
    plain, html, variants = in_language(entry, body, language)
    return Topic(
        id=entry.id,
        language=language,
        group=entry.group,
        title=entry.title,
        short=" ".join(entry.short.split()),
        html=html,
        plain=plain,
        aliases=entry.aliases,
        questions=entry.questions,
        related=entry.related,
        variants=variants,
        sources=tuple(Source(s.organisation, s.title, s.year) for s in entry.sources),
        note=entry.note,
        review=Review(entry.reviewed_by, entry.reviewed_on, entry.next_review),
    )
