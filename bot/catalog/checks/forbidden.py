"""`content/forbidden.yaml`: claims and promises that no text of ours may make.

A phrase is words between spaces; `*` at the end of a word stands for any ending. It is fine where
the same sentence also holds a phrase of `unless` ("is not a cure"), or in a text that
`allowed_in` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.catalog.source import ContentModel, Problem, load_yaml

Phrase = Annotated[str, Field(min_length=2)]
_SENTENCE = re.compile(r"(?<=[.!?؟۔:;])\s+|\n+")


class ClaimEntry(ContentModel):
    """`why` is shown to whoever wrote the phrase. `language` is that of the phrases."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    language: str = "en"
    phrases: tuple[Phrase, ...] = Field(min_length=1)
    unless: tuple[Phrase, ...] = ()
    allowed_in: tuple[str, ...] = ()
    why: str = Field(min_length=5)


class ForbiddenFile(ContentModel):
    source: str
    reviewed: str | None
    claims: tuple[ClaimEntry, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    language: str
    phrases: re.Pattern[str]
    unless: re.Pattern[str] | None
    allowed_in: frozenset[str]
    why: str


@dataclass(frozen=True, slots=True)
class PatientText:
    """One text that patients read: `name` is the topic or message id, `plain` has no tags."""

    path: Path
    line: int
    name: str
    language: str
    plain: str


def load_claims(path: Path) -> tuple[tuple[Claim, ...], list[Problem]]:
    data, problems = load_yaml(path, ForbiddenFile)
    if data is None:
        return (), problems
    return tuple(_claim(entry) for entry in data.claims), []


def forbidden_claims(texts: Iterable[PatientText], claims: Iterable[Claim]) -> Iterator[Problem]:
    by_language: dict[str, list[Claim]] = {}
    for claim in claims:
        by_language.setdefault(claim.language, []).append(claim)
    for text in texts:
        for claim in by_language.get(text.language, ()):
            if text.name in claim.allowed_in:
                continue
            for sentence in _SENTENCE.split(_straight(text.plain)):
                match = claim.phrases.search(sentence)
                if match and not (claim.unless and claim.unless.search(sentence)):
                    line = _line_of(text, match[0])
                    said = f"{text.name}: {match[0]!r} ({claim.id}): {claim.why}"
                    yield Problem(text.path, line, said)
                    break


def _line_of(text: PatientText, phrase: str) -> int:
    """The phrase's own line from the text's first line on, where it stands on one line."""
    lines = text.path.read_text(encoding="utf-8").splitlines()
    wanted = phrase.casefold()
    for number, line in enumerate(lines[max(text.line - 1, 0) :], start=max(text.line, 1)):
        if wanted in _straight(line).casefold():
            return number
    return text.line


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _claim(entry: ClaimEntry) -> Claim:
    return Claim(
        entry.id,
        entry.language,
        _pattern(entry.phrases),
        _pattern(entry.unless) if entry.unless else None,
        frozenset(entry.allowed_in),
        entry.why,
    )


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    alternatives = (
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
