"""Requests that are refused: families with a reason, found by readable patterns (`pattern.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.faq_search.pattern import Pattern
from bot.domain.faq_search.text import sentences, words


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
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    when_topic: str | None = None
    information: tuple[Pattern, ...] = ()
    examples: tuple[str, ...] = ()
    near_topics: frozenset[str] = frozenset()

    def is_plain(self, question: str) -> bool:
        """Whether the question only wants to know something."""
        tokens = words(question)
        among = frozenset(tokens)
        return any(pattern.search(tokens, among) for pattern in (*self.information, *self.unless))


def words_of(lists: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Every word of the lists, for correcting typing errors towards them."""
    return frozenset(
        word for entries in lists.values() for entry in entries for word in words(entry)
    )


def refused(
    rules: Iterable[Rule], question: str, mend: Callable[[Sequence[str]], Sequence[str]]
) -> tuple[Refusal, str] | None:
    """The first rule that a sentence of `question`, or all of it, matches, and by which pattern.

    `mend` gives the words of a sentence with its typing errors corrected.
    """
    texts = [words(part) for part, _ in sentences(question)]
    if len(texts) > 1:
        texts.append([word for text in texts for word in text])
    forms: dict[tuple[str, ...], frozenset[str]] = {}
    for text in texts:
        for form in (tuple(text), tuple(mend(text))):
            forms[form] = frozenset(form)
    for rule in rules:
        for form, among in forms.items():
            for number, pattern in enumerate(rule.patterns):
                if pattern.search(form, among) and not any(
                    plain.search(form, among) for plain in rule.unless
                ):
                    return rule.refusal, f"{rule.refusal.id}#{number + 1}"
    return None
