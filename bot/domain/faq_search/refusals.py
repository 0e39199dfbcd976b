"""Requests that are refused: families with a reason, found by readable patterns (`pattern.py`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.faq_search.pattern import Pattern, PatternIndex
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


@dataclass(frozen=True, slots=True)
class Refusals:
    """All rules in their order, and which of their patterns a text may match at all."""

    rules: tuple[Rule, ...]
    _patterns: tuple[tuple[int, int], ...]  # the number of a rule and of its pattern
    _index: PatternIndex

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Refusals:
        patterns = [pattern for rule in rules for pattern in rule.patterns]
        numbers = ((at, n) for at, rule in enumerate(rules) for n in range(len(rule.patterns)))
        return cls(tuple(rules), tuple(numbers), PatternIndex.of(patterns))

    def first(
        self, question: str, mend: Callable[[Sequence[str]], Sequence[str]]
    ) -> tuple[Refusal, str] | None:
        """The first rule that a sentence of `question`, or all of it, matches, and by which
        pattern. `mend` gives the words of a sentence with its typing errors corrected.
        """
        texts = [words(part) for part, _ in sentences(question)]
        if len(texts) > 1:
            texts.append([word for text in texts for word in text])
        forms: dict[tuple[str, ...], frozenset[str]] = {}
        for text in texts:
            for form in (tuple(text), tuple(mend(text))):
                forms[form] = frozenset(form)
        candidates = sorted(
            (self._patterns[place][0], order, self._patterns[place][1])
            for order, among in enumerate(forms.values())
            for place in self._index.candidates(among)
        )
        ordered = list(forms.items())
        for at, order, number in candidates:
            rule = self.rules[at]
            form, among = ordered[order]
            if rule.patterns[number].search(form, among) and not any(
                plain.search(form, among) for plain in rule.unless
            ):
                return rule.refusal, f"{rule.refusal.id}#{number + 1}"
        return None
