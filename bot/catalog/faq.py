"""`content/faq/` as a `FaqStore`, or every reason why it cannot be one. Never half a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import Field, RootModel

from bot.catalog.faq_search_files import (
    load_phrases,
    load_refusals,
    load_vocabulary,
    load_votes,
)
from bot.catalog.faq_topic_file import load_topic
from bot.catalog.faq_translation_file import load_translation
from bot.catalog.source import ContentModel, Document, Problem, build, read_yaml
from bot.catalog.translation_state import loading_severity
from bot.domain import bidi
from bot.domain.faq import Group, Topic
from bot.domain.faq_search.finder import Finder, Ground, LanguageSearch, language_search
from bot.domain.faq_search.index import Entry
from bot.domain.faq_search.text import normalise
from bot.domain.faq_store import SOURCE_LANGUAGE, FaqStore

Loaded = dict[str, tuple[Topic, Document]]


class GroupEntry(ContentModel):
    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: dict[str, str]


class GroupFile(ContentModel):
    groups: tuple[GroupEntry, ...] = Field(min_length=1)


class MovedFile(RootModel[dict[str, str]]):
    """Old id to new id."""


def load_faq(content_dir: Path) -> tuple[FaqStore | None, list[Problem]]:
    """Read `<content_dir>/faq`. A store is returned only when no problem is an error."""
    root = content_dir / "faq"
    languages = (
        sorted(path.name for path in root.iterdir() if _is_language(path))
        if (root.is_dir())
        else []
    )
    if SOURCE_LANGUAGE not in languages:
        return None, [Problem(root / SOURCE_LANGUAGE, 0, "there are no English topics")]
    found: list[Problem] = []
    groups = _groups(root / "groups.yaml", found)
    english = _topics(root / SOURCE_LANGUAGE, found)
    # By file name, so that one broken file is not reported again by everything that links to it.
    ids = frozenset(path.stem for path in (root / SOURCE_LANGUAGE).glob("*.md"))
    found += _check_links(english, ids, {group.id for group in groups})
    loaded = {
        language: english
        if language == SOURCE_LANGUAGE
        else _translations(root / language, english, ids, found)
        for language in languages
    }
    for language in languages:
        found += _graded(_check_unique(loaded[language]), language)
    moved = _moved(root / "moved.yaml", ids, found)
    vocabulary, more = load_vocabulary(root / "search.yaml")
    found += more
    refusals, more = load_refusals(root / "refusals.yaml", ids)
    found += more
    phrases = {}
    for language in languages:
        phrases[language], more = load_phrases(
            root / "phrases" / f"{language}.yaml", ids, _owners(loaded[language])
        )
        found += _graded(more, language)
    if vocabulary is None or refusals is None or any(p.severity == "error" for p in found):
        return None, found
    topics = {
        language: {topic_id: topic for topic_id, (topic, _) in loaded[language].items()}
        for language in languages
    }
    votes, more = load_votes(root / "votes.npz")
    found += more
    ground = Ground.of(vocabulary, refusals, votes)
    searches = {
        code: _search(
            # a topic that a language lacks is found by its English words
            topics[SOURCE_LANGUAGE] | topics[code],
            phrases[code],
            ground,
        )
        for code in languages
    }
    finder = Finder(searches, refusals)
    by_refusal = {rule.refusal.id: rule.refusal for rule in refusals}
    return FaqStore(topics, groups, moved, by_refusal, finder), found


def _is_language(path: Path) -> bool:
    return path.is_dir() and any(path.glob("*.md"))


def _search(
    topics: Mapping[str, Topic], phrases: Mapping[str, tuple[str, ...]], ground: Ground
) -> LanguageSearch:
    entries = [
        Entry(
            topic.id,
            topic.title,
            (*topic.aliases, *topic.questions, *phrases.get(topic.id, ())),
            topic.short,
            topic.plain,
        )
        for topic in topics.values()
    ]
    return language_search(entries, ground)


def _groups(path: Path, found: list[Problem]) -> tuple[Group, ...]:
    document = read_yaml(path)
    if isinstance(document, Problem):
        found.append(document)
        return ()
    data, problems = build(document, GroupFile)
    found += problems
    if data is None:
        return ()
    seen: set[str] = set()
    for number, entry in enumerate(data.groups):
        line = document.line_of(("groups", number))
        if entry.id in seen:
            found.append(Problem(path, line, f"the group {entry.id!r} stands twice"))
        if SOURCE_LANGUAGE not in entry.title:
            found.append(Problem(path, line, f"the group {entry.id!r} has no English title"))
        seen.add(entry.id)
    return tuple(
        Group(
            entry.id,
            {
                language: bidi.right_to_left(title) if bidi.is_right_to_left(language) else title
                for language, title in entry.title.items()
            },
        )
        for entry in data.groups
    )


def _topics(folder: Path, found: list[Problem]) -> Loaded:
    loaded: Loaded = {}
    for path in sorted(folder.glob("*.md")):
        topic, problems, document = load_topic(path, SOURCE_LANGUAGE)
        found += problems
        if topic is not None and document is not None:
            loaded[topic.id] = (topic, document)
    return loaded


def _translations(
    folder: Path, english: Loaded, ids: frozenset[str], found: list[Problem]
) -> Loaded:
    """The topics of another language. What it lacks, or what is wrong in it, is said in English."""
    language = folder.name
    loaded: Loaded = {}
    for path in sorted(folder.glob("*.md")):
        if path.stem in ids and path.stem not in english:
            continue  # its English file is broken, which is said once
        original = english.get(path.stem)
        topic, problems, document = load_translation(
            path, language, original[0] if original else None
        )
        found += _graded(problems, language)
        if topic is not None and document is not None:
            loaded[topic.id] = (topic, document)
    if missing := sorted(english.keys() - {path.stem for path in folder.glob("*.md")}):
        text = f"{len(missing)} of {len(english)} topics are not in this language; "
        text += f"patients read those in English: {', '.join(missing[:3])}"
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        found += _graded([Problem(folder, 0, text + more)], language)
    return loaded


def _graded(problems: list[Problem], language: str) -> list[Problem]:
    """The same, as bad as they are for this language: what is wrong there is said in English."""
    severity = loading_severity(language)
    return [
        each if each.severity == "warning" else replace(each, severity=severity)
        for each in problems
    ]


def _check_links(loaded: Loaded, ids: frozenset[str], groups: set[str]) -> list[Problem]:
    found: list[Problem] = []
    for topic, document in loaded.values():

        def at(key: str, text: str, document: Document = document) -> Problem:
            return Problem(document.path, document.line_of((key,)), text)

        if topic.id not in ids:
            found.append(at("id", f"there is no English topic {topic.id!r}"))
        if topic.group not in groups:
            found.append(at("group", f"groups.yaml has no group {topic.group!r}"))
        for other in topic.related:
            if other not in ids:
                found.append(at("related", f"there is no topic {other!r}"))
            elif other == topic.id:
                found.append(at("related", "a topic cannot be related to itself"))
    return found


def _check_unique(loaded: Loaded) -> list[Problem]:
    """An alias or example question may lead to one topic only."""
    found: list[Problem] = []
    owner: dict[str, str] = {}
    for topic, document in loaded.values():
        for key, phrases in (("aliases", topic.aliases), ("questions", topic.questions)):
            for number, phrase in enumerate(phrases):
                other = owner.setdefault(normalise(phrase), topic.id)
                if other != topic.id:
                    line = document.line_of((key, number))
                    text = f"{phrase!r} already leads to the topic {other!r}"
                    found.append(Problem(document.path, line, text))
    return found


def _owners(loaded: Loaded) -> dict[str, str]:
    """Every normalised alias and example question with the topic that it must lead to."""
    return {
        normalise(phrase): topic.id
        for topic, _ in loaded.values()
        for phrase in (*topic.aliases, *topic.questions)
    }


def _moved(path: Path, ids: frozenset[str], found: list[Problem]) -> dict[str, str]:
    """Old ids with the id that holds today; chains are followed, loops are a problem."""
    document = read_yaml(path)
    if isinstance(document, Problem):
        found.append(document)
        return {}
    if document.data is None:
        return {}
    data, problems = build(document, MovedFile)
    found += problems
    steps = data.root if data is not None else {}
    final: dict[str, str] = {}
    for old in steps:
        line = document.line_of((old,))
        target, seen = steps[old], {old}
        while target in steps and target not in seen:
            seen.add(target)
            target = steps[target]
        if old in ids:
            found.append(Problem(path, line, f"{old!r} is still a topic"))
        elif target not in ids:
            found.append(Problem(path, line, f"{old!r} leads to {target!r}, which is no topic"))
        else:
            final[old] = target
    return final
