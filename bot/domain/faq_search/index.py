"""One language's topics as an index: how well does each topic match some words?

Four views of the match, each from 0 to about 1: how much of the question the whole topic
explains (BM25 over title, aliases, questions, short answer and text), how near the nearest
example is (cosine of TF-IDF), how alike the letters are (character trigrams, which survive
misspelling), and what the words vote for (`learned.py`). `weights.py` says how they are added up.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.faq_search.fitted import FittedVotes, letter_features
from bot.domain.faq_search.learned import TermVotes
from bot.domain.faq_search.lexicon import Lexicon, Terms
from bot.domain.faq_search.matrix import Floats, TermMatrix, unit
from bot.domain.faq_search.text import words
from bot.domain.faq_search.weights import FIELD_WEIGHTS, SATURATION


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic as the search sees it. `examples` are all phrases that must lead to it."""

    id: str
    title: str
    examples: tuple[str, ...]
    short: str = ""
    body: str = ""


class Index:
    """Built once for a language, then only read. Entries keep their order; ids are unique."""

    __slots__ = (
        "_fields",
        "_group",
        "_idf",
        "_letters",
        "_phrases",
        "_starts",
        "_votes",
        "ids",
        "unseen",
    )

    def __init__(
        self, entries: Sequence[Entry], lexicon: Lexicon, fitted: FittedVotes | None = None
    ) -> None:
        self.ids = tuple(entry.id for entry in entries)
        examples: list[Terms] = []
        fields: list[dict[str, float]] = []
        starts: list[int] = []
        group: list[int] = []
        for number, entry in enumerate(entries):
            starts.append(len(examples))
            own = [
                lexicon.terms(lexicon.plain(words(text)))
                for text in dict.fromkeys((entry.title, *entry.examples))
            ]
            examples += own
            group += [number] * len(own)
            fields.append(_fields(own, entry, lexicon))
        self._starts = np.array(starts, dtype=np.int32)
        self._idf = _idf((terms.weights for terms in examples), len(examples))
        self.unseen = math.log(1 + len(examples) / 0.5)
        vectors = [
            unit({term: weight * self._idf[term] for term, weight in terms.weights.items()})
            for terms in examples
        ]
        self._phrases = TermMatrix(vectors)
        self._votes = (
            fitted.aligned(self.ids) if fitted else TermVotes(vectors, group, len(entries))
        )
        self._fields = TermMatrix(fields)
        self._letters = TermMatrix([_letters(terms.content) for terms in examples])

    def idf(self, term: str) -> float:
        """How much a term tells: the rarer among the examples, the more."""
        return self._idf.get(term, self.unseen)

    def knows(self, term: str) -> bool:
        """Whether any topic uses the term anywhere."""
        return term in self._fields

    def features(self, terms: Terms) -> list[tuple[str, float]]:
        """What votes: the terms as a vector of length 1, and the letters of their words."""
        weighed = [(term, weight * self.idf(term)) for term, weight in terms.weights.items()]
        length = math.sqrt(sum(value * value for _, value in weighed)) or 1.0
        stems = [term for term in terms.weights if " " not in term and term[0] != "="]
        return [(term, value / length) for term, value in weighed] + letter_features(stems)

    def explained(self, terms: Terms) -> tuple[Floats, float]:
        """Per entry, the share of the content words' weight it has words for; and what none has."""
        query = [(stem, self.idf(stem)) for stem in dict.fromkeys(terms.content)]
        total = sum(value for _, value in query) or 1.0
        unknown = sum(value for stem, value in query if stem not in self._fields)
        return self._fields.times(query) / np.float32(total), unknown / total

    def views(self, terms: Terms) -> Floats:
        """One row per entry, its columns in the order of `Weights.views`."""
        query = [
            (term, weight * self.idf(term))
            for term, weight in terms.weights.items()
            if " " not in term or term in self._phrases
        ]
        total = sum(value for _, value in query) or 1.0
        length = math.sqrt(sum(value * value for _, value in query)) or 1.0
        near = self._phrases.times(query) / np.float32(length)
        letters = self._letters.times(_letters(terms.content).items())
        return np.column_stack(
            [
                self._fields.times(query) / np.float32(total),
                np.maximum.reduceat(near, self._starts),
                np.maximum.reduceat(letters, self._starts),
                self._votes.times(self.features(terms)),
            ]
        )


def _fields(examples: Sequence[Terms], entry: Entry, lexicon: Lexicon) -> dict[str, float]:
    """BM25's saturated term frequency over all parts of a topic (the title is `examples[0]`)."""
    parts = [(examples[0], FIELD_WEIGHTS["title"])]
    parts += [(terms, FIELD_WEIGHTS["examples"]) for terms in examples[1:]]
    for name, text in (("short", entry.short), ("body", entry.body)):
        parts.append((lexicon.terms(lexicon.plain(words(text))), FIELD_WEIGHTS[name]))
    weighted: dict[str, float] = {}
    for terms, weight in parts:
        for term in terms.weights:
            weighted[term] = weighted.get(term, 0.0) + weight
    return {term: count / (count + SATURATION) for term, count in weighted.items()}


def _idf(texts: Iterable[Mapping[str, float]], count: int) -> dict[str, float]:
    frequency: Counter[str] = Counter()
    for weights in texts:
        frequency.update(weights.keys())
    return {term: math.log(1 + count / (0.5 + seen)) for term, seen in frequency.items()}


def _letters(stems: Sequence[str]) -> dict[str, float]:
    """The character trigrams of the stems, as a vector of length 1."""
    return unit(
        {f" {item} "[at : at + 3]: 1.0 for item in stems for at in range(max(1, len(item)))}
    )
