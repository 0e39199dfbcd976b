"""The files that steer the search: `search.yaml`, `refusals.yaml` and `phrases/<language>.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from bot.catalog.source import ContentModel, Document, Problem, build, read_yaml
from bot.domain.faq_search.fitted_file import FittedFile, decode
from bot.domain.faq_search.lexicon import Vocabulary
from bot.domain.faq_search.pattern import Lists, Pattern, read_pattern
from bot.domain.faq_search.refusals import Refusal, Rule
from bot.domain.faq_search.text import normalise

Words = tuple[str, ...]


class SearchFile(ContentModel):
    """`search.yaml`; see `Vocabulary` for what each part means."""

    medicine: Words = Field(min_length=1)
    about_it: Words = ()
    short_forms: dict[str, str] = {}
    same: dict[str, Words] = {}
    stop: Words = ()
    foreign: dict[str, Words] = {}
    outside: dict[str, Words] = {}


class RefusalEntry(ContentModel):
    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    about: str
    reason: str
    turn_to: str
    topics: Words = ()
    when_topic: str | None = None
    near_topics: Words = ()
    examples: Words = ()
    patterns: Words = Field(min_length=1)
    unless: Words = ()


class RefusalFile(ContentModel):
    """`refusals.yaml`. Families are tried in their order; the first that matches holds."""

    words: dict[str, Words] = {}
    unless: Words = ()
    information: Words = ()
    families: tuple[RefusalEntry, ...] = Field(min_length=1)


class PhraseFile(ContentModel):
    """`phrases/<language>.yaml`: more ways in which people ask for a topic."""

    phrases: dict[str, Words]


def load_vocabulary(path: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """Read `search.yaml` and, next to it, the everyday words in `words/*.txt`."""
    document = read_yaml(path)
    if isinstance(document, Problem):
        return None, [document]
    data, found = build(document, SearchFile)
    if data is None:
        return None, found
    return (
        Vocabulary(
            data.medicine,
            data.about_it,
            data.short_forms,
            data.same,
            data.stop,
            data.foreign,
            data.outside,
            _real_words(path.parent / "words"),
        ),
        [],
    )


def _real_words(folder: Path) -> frozenset[str]:
    lines = [
        line
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return frozenset(word for line in lines for word in line.split())


def load_refusals(
    path: Path, topics: frozenset[str]
) -> tuple[tuple[Rule, ...] | None, list[Problem]]:
    """Read `refusals.yaml`; `topics` are the ids that a family may point to."""
    document = read_yaml(path)
    if isinstance(document, Problem):
        return None, [document]
    data, found = build(document, RefusalFile)
    if data is None:
        return None, found
    rules: list[Rule] = []
    seen: set[str] = set()
    try:
        lists = Lists(data.words)
    except ValueError as error:
        return None, [Problem(path, document.line_of(("words",)), str(error))]
    information = _patterns(document, ("information",), data.information, lists, found)
    general = _patterns(document, ("unless",), data.unless, lists, found)
    for number, family in enumerate(data.families):
        at = ("families", number)
        if family.id in seen:
            found.append(
                Problem(path, document.line_of((*at, "id")), f"{family.id!r} stands twice")
            )
        seen.add(family.id)
        for topic in (*family.topics, *family.near_topics, family.when_topic):
            if topic is not None and topic not in topics:
                line = document.line_of((*at, "topics"))
                found.append(Problem(path, line, f"there is no topic {topic!r}"))
        rules.append(
            Rule(
                Refusal(family.id, family.reason, family.turn_to, family.topics),
                _patterns(document, (*at, "patterns"), family.patterns, lists, found),
                general + _patterns(document, (*at, "unless"), family.unless, lists, found),
                family.when_topic,
                information,
                family.examples,
                frozenset(family.near_topics),
            )
        )
    if found:
        return None, found
    return tuple(rules), []


def load_phrases(
    path: Path, topics: frozenset[str], owners: Mapping[str, str]
) -> tuple[dict[str, Words], list[Problem]]:
    """Read the extra phrases of one language; a language may have none.

    `owners` maps each normalised alias and example question to its topic: no phrase may lead
    elsewhere, nor stand under two topics.
    """
    if not path.exists():
        return {}, []
    document = read_yaml(path)
    if isinstance(document, Problem):
        return {}, [document]
    data, found = build(document, PhraseFile)
    if data is None:
        return {}, found
    owner = dict(owners)
    for topic in data.phrases:
        if topic not in topics:
            line = document.line_of(("phrases", topic))
            found.append(Problem(path, line, f"there is no topic {topic!r}"))
        for number, phrase in enumerate(data.phrases[topic]):
            if (other := owner.setdefault(normalise(phrase), topic)) != topic:
                line = document.line_of(("phrases", topic, number))
                text = f"{phrase!r} already leads to the topic {other!r}"
                found.append(Problem(path, line, text))
    return data.phrases, found


def load_votes(path: Path) -> tuple[FittedFile | None, list[Problem]]:
    """Read the fitted votes. Without them everything is still found, less well."""
    if not path.exists():
        return None, []
    try:
        return decode(path.read_bytes()), []
    except (OSError, ValueError, KeyError) as error:
        return None, [Problem(path, 0, f"cannot be read: {error}; run: make train-faq", "warning")]


def _patterns(
    document: Document,
    at: tuple[str | int, ...],
    patterns: Words,
    lists: Lists,
    found: list[Problem],
) -> tuple[Pattern, ...]:
    read_ones = []
    for number, pattern in enumerate(patterns):
        try:
            read_ones.append(read_pattern(pattern, lists))
        except ValueError as error:
            found.append(Problem(document.path, document.line_of((*at, number)), str(error)))
    return tuple(read_ones)
