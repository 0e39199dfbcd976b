"""The rules for `content/messages/`: what a patient is told never shows an id, a broken tag or a
gap, in any language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.catalog.checks.finding import Area, Finding, Rule, Signed, found, warning
from bot.catalog.checks.fluent_files import Entry, FluentTexts
from bot.catalog.checks.message_uses import Uses
from bot.catalog.checks.reading_grade import MOST_GRADE, grade, word_count
from bot.catalog.checks.review_dates import date_problems
from bot.catalog.checks.telegram_html import (
    CAPTION_LIMIT,
    MESSAGE_LIMIT,
    html_problems,
    shown,
    shown_length,
)
from bot.catalog.messages import SOURCE_LANGUAGE
from bot.catalog.source import Problem
from bot.catalog.translation_state import Known, missing_problems, variable_problems

LABEL_LIMIT = 64  # more does not fit on a button of a phone
READ_FROM_WORDS = 40  # a grade of a shorter text says nothing


def check_messages(texts: FluentTexts, uses: Uses, today: date) -> list[Finding]:
    area = Area.MESSAGES
    return [
        *found(area, Rule.IDS, [*texts.problems, *_ids(texts, uses)]),
        *found(area, Rule.VARIABLES, [*_quotes(texts), *_passed(texts, uses), *_same(texts)]),
        *found(area, Rule.FORMATTING, _formatting(texts, uses)),
        *found(area, Rule.LENGTH, _lengths(texts, uses)),
        *found(area, Rule.LANGUAGES, _languages(texts)),
        *found(area, Rule.READING, _grades(texts)),
        *found(area, Rule.REVIEW, _reviews(texts, today)),
    ]


def signed_messages(texts: FluentTexts) -> Signed:
    return Signed(sum(file.signature is not None for file in texts.files), len(texts.files))


def _ids(texts: FluentTexts, uses: Uses) -> Iterator[Problem]:
    english = texts.entries.get(SOURCE_LANGUAGE, {})
    for use in uses.uses:
        if use.exact:
            if use.text not in english:
                yield Problem(use.path, use.line, f"there is no English message {use.text!r}")
        elif not any(use.shape.fullmatch(name) for name in english):
            text = f"no English message is called like {use.text!r}"
            yield Problem(use.path, use.line, text)
    quoted = texts.quoted()
    for entry in english.values():
        if entry.id not in quoted and not uses.mentioned(entry.id):
            yield warning(entry.path, entry.line, f"{entry.id!r} is said nowhere")


def _quotes(texts: FluentTexts) -> Iterator[Problem]:
    for entry in _all(texts):
        for sentence in texts.unknown(entry):
            yield Problem(entry.path, entry.line, f"{entry.id}: {sentence}")


def _passed(texts: FluentTexts, uses: Uses) -> Iterator[Problem]:
    """A variable that the message needs and the program does not pass would raise in a chat."""
    english = texts.entries.get(SOURCE_LANGUAGE, {})
    for use in uses.uses:
        if use.variables is None or (entry := english.get(use.text)) is None:
            continue
        missing = sorted(texts.variables(entry) - use.variables)
        if missing:
            names = ", ".join(f"${name}" for name in missing)
            text = f"{use.text!r} needs {names}, which is not passed here"
            yield Problem(use.path, use.line, text)


def _same(texts: FluentTexts) -> Iterator[Problem]:
    """A translation shows what English shows: a missing number is a missing way to help."""
    for language in _others(texts):
        own, english = _known(texts, language), _known(texts, SOURCE_LANGUAGE)
        yield from variable_problems(_folder(texts, language), own, english)


def _formatting(texts: FluentTexts, uses: Uses) -> Iterator[Problem]:
    plain = {use.text for use in uses.uses if use.plain and use.exact}
    for entry in _all(texts):
        sentences = {s for reading in texts.readings(entry) for s in html_problems(reading)}
        if entry.id in plain and any("<" in reading for reading in texts.readings(entry)):
            sentences.add("it is shown on a button or in a menu, where tags do not work")
        for sentence in sorted(sentences):
            yield Problem(entry.path, entry.line, f"{entry.id}: {sentence}")


def _lengths(texts: FluentTexts, uses: Uses) -> Iterator[Problem]:
    labels = {use.text for use in uses.uses if use.button and use.exact}
    captions = {use.text for use in uses.uses if use.caption and use.exact}
    for entry in _all(texts):
        longest = max((shown_length(reading) for reading in texts.readings(entry)), default=0)
        limit = CAPTION_LIMIT if entry.id in captions else MESSAGE_LIMIT
        where = "a caption" if entry.id in captions else "a message"
        if longest > limit:
            text = f"{entry.id}: about {longest} characters on screen; {where} may have {limit}"
            yield Problem(entry.path, entry.line, text)
        elif entry.id in labels and not texts.variables(entry) and longest > LABEL_LIMIT:
            text = f"{entry.id}: {longest} characters do not fit on a button ({LABEL_LIMIT})"
            yield warning(entry.path, entry.line, text)


def _languages(texts: FluentTexts) -> Iterator[Problem]:
    for language in _others(texts):
        own, english = _known(texts, language), _known(texts, SOURCE_LANGUAGE)
        yield from missing_problems(_folder(texts, language), own, english)


def _others(texts: FluentTexts) -> Iterator[str]:
    return (language for language in texts.entries if language != SOURCE_LANGUAGE)


def _folder(texts: FluentTexts, language: str) -> Path:
    return next(file.path.parent for file in texts.files if file.language == language)


def _known(texts: FluentTexts, language: str) -> dict[str, Known]:
    return {
        name: Known(entry.path, entry.line, texts.variables(entry))
        for name, entry in texts.entries.get(language, {}).items()
    }


def _grades(texts: FluentTexts) -> Iterator[Problem]:
    for entry in texts.entries.get(SOURCE_LANGUAGE, {}).values():
        for reading in texts.readings(entry):
            plain = shown(reading).replace("x" * 60, "it")
            if word_count(plain) >= READ_FROM_WORDS and (level := grade(plain)) > MOST_GRADE:
                text = f"{entry.id}: reading grade {level:.1f}; {MOST_GRADE} is the most"
                yield warning(entry.path, entry.line, text)
                break


def _reviews(texts: FluentTexts, today: date) -> Iterator[Problem]:
    for file in texts.files:
        if file.review is None:
            text = "no line `### Review state: ...` says whether anybody has signed these texts"
            severity = "warning" if file.language == SOURCE_LANGUAGE else "error"
            yield Problem(file.path, 1, text, severity)
        elif file.signature is not None:
            who, on, until = file.signature
            yield from date_problems(file.path, 1, who, _day(on), _day(until), today)
        elif "not signed" in file.review:
            yield warning(file.path, 1, "no clinician has signed these texts")
        else:
            text = "write `### Review state: signed by NAME on YYYY-MM-DD, next review YYYY-MM-DD`"
            yield Problem(file.path, 1, f"{text}, or `machine-drafted, not signed`")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _all(texts: FluentTexts) -> Iterator[Entry]:
    for entries in texts.entries.values():
        yield from entries.values()
