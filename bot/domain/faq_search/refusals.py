"""Requests that are refused, found by written-out patterns that a clinician can read and check.

A pattern is a row of words. `{raise}` stands for any word or phrase of that list, `(a|b)` for one
of these, `word~` for every word that starts so, `#` for a number, `..` for up to three words in
between, `...` for up to six, `$` for the end of the sentence, and `?` after a word or list makes it
optional. Lists do not stand inside one another. A pattern matches anywhere in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.faq_search.text import normalise, sentences, words

_PART = re.compile(r"\{[\w-]+\}\??|\([^)]*\)\??|\.\.\.|\.\.|[^\s(){}]+")
_GAPS = {"..": r"(?:\w+ ){0,3}", "...": r"(?:\w+ ){0,6}"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A family of requests. `reason` and `turn_to` are ids of texts; `topics` explain more."""

    id: str
    reason: str
    turn_to: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A refusal's patterns. `unless` marks plain questions about the same subject.

    A question that `when_topic` fits best, or that is clearly nearest to one of `examples`, is
    refused too, unless it `is_plain`.
    """

    refusal: Refusal
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    when_topic: str | None = None
    information: tuple[re.Pattern[str], ...] = ()
    examples: tuple[str, ...] = ()
    near_topics: frozenset[str] = frozenset()

    def is_plain(self, question: str) -> bool:
        """Whether the question only wants to know something."""
        plain = normalise(question) + " "
        return any(pattern.search(plain) for pattern in (*self.information, *self.unless))


def compile_pattern(pattern: str, lists: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """The pattern language above as a regular expression over normalised text.

    Raises `ValueError` for an unknown list, a gap at either end or an empty pattern.
    """
    parts = _PART.findall(pattern)
    nested = any("{" in part[1:] for part in parts)
    if nested or "".join(parts).replace(" ", "") != pattern.replace(" ", ""):
        raise ValueError(f"brackets do not match or stand inside one another: {pattern!r}")
    if not parts or {parts[0], parts[-1]} & {"..", "..."}:
        raise ValueError(f"a pattern must begin and end with a word: {pattern!r}")
    built = gap = ""
    for part in parts:
        if part in _GAPS:
            gap = _GAPS[part]
        elif part == "$":
            built += gap + "$"
        else:
            optional = part.endswith("?")
            item = _alternatives(part.removesuffix("?"), lists)
            built += gap + (f"(?:{item} )?" if optional else f"{item} ")
            gap = ""
    return re.compile(r"(?<!\S)" + built)


def _alternatives(part: str, lists: Mapping[str, Iterable[str]]) -> str:
    if part.startswith("{"):
        name = part[1:-1]
        if name not in lists:
            raise ValueError(f"no list is called {name!r}")
        choices: Iterable[str] = lists[name]
    elif part.startswith("("):
        choices = part[1:-1].split("|")
    else:
        choices = [part]
    return "(?:" + "|".join(_literal(choice) for choice in choices) + ")"


def _literal(choice: str) -> str:
    choice = choice.strip()
    if choice == "#":
        return r"\d+"
    prefix = choice.endswith("~")
    text = normalise(choice.removesuffix("~"))
    if not text:
        raise ValueError(f"not a word: {choice!r}")
    return re.escape(text).replace(r"\ ", " ") + (r"\w*" if prefix else "")


def words_of(lists: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Every word of the lists, for correcting typing errors towards them."""
    return frozenset(
        word for entries in lists.values() for entry in entries for word in words(entry)
    )


def refused(
    rules: Iterable[Rule], question: str, corrected: Mapping[str, str]
) -> tuple[Refusal, str] | None:
    """The first rule that a sentence of `question`, or all of it, matches, and by which pattern.

    `corrected` maps a normalised sentence to the same sentence with its typing errors mended.
    """
    texts = [part for part, _ in sentences(question)]
    if len(texts) > 1:
        texts.append(" ".join(texts))
    forms: list[str] = []
    for text in texts:
        plain = normalise(text)
        forms += dict.fromkeys((plain + " ", corrected.get(plain, plain) + " "))
    for rule in rules:
        for form in forms:
            for number, pattern in enumerate(rule.patterns):
                if pattern.search(form) and not any(u.search(form) for u in rule.unless):
                    return rule.refusal, f"{rule.refusal.id}#{number + 1}"
    return None
