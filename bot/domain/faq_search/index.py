"""One language's topics as an index: how well does each topic match some words?

Four views of the match, each from 0 to about 1: how much of the question the whole topic
explains (BM25 over title, aliases, questions, short answer and text), how near the nearest
example is (cosine of TF-IDF), how near the three nearest are, and how alike the letters are
(character trigrams, which survive misspelling). `weights.py` says how they are added up.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.faq_search.lexicon import Lexicon, Terms
from bot.domain.faq_search.text import words
from bot.domain.faq_search.weights import FIELD_WEIGHTS, Weights

Postings = dict[str, list[tuple[int, float]]]
SATURATION = 1.2


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic as the search sees it. `examples` are all phrases that must lead to it."""

    id: str
    title: str
    examples: tuple[str, ...]
    short: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A topic's score for one question, and the share of the question's meaning it explains."""

    id: str
    score: float
    explained: float


class Index:
    """Built once for a language, then only read. Entries keep their order; ids are unique."""

    __slots__ = (
        "_entries", "_example_entry", "_grams", "_idf", "_lexicon", "_topic_terms", "_vectors",
        "unseen",
    )  # fmt: skip

    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon) -> None:
        self._entries = tuple(entry.id for entry in entries)
        self._lexicon = lexicon
        examples: list[tuple[int, str, Terms]] = []
        for number, entry in enumerate(entries):
            for text in dict.fromkeys((entry.title, *entry.examples)):
                examples.append((number, text, self._terms(text)))
        self._example_entry = [number for number, _, _ in examples]
        self._idf = _idf((terms.weights for _, _, terms in examples), len(examples))
        self.unseen = math.log(1 + len(examples) / 0.5)
        self._vectors = self._phrase_vectors([terms for _, _, terms in examples])
        self._topic_terms = self._field_terms(entries)
        self._grams = _gram_postings([_grams(lexicon, text) for _, text, _ in examples])

    def _terms(self, text: str) -> Terms:
        return self._lexicon.terms(self._lexicon.plain(words(text)))

    def _phrase_vectors(self, phrases: Sequence[Terms]) -> Postings:
        postings: Postings = {}
        for number, terms in enumerate(phrases):
            vector = {t: w * self._idf.get(t, self.unseen) for t, w in terms.weights.items()}
            length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
            for term, value in vector.items():
                postings.setdefault(term, []).append((number, value / length))
        return postings

    def _field_terms(self, entries: Sequence[Entry]) -> Postings:
        postings: Postings = {}
        for number, entry in enumerate(entries):
            frequency: Counter[str] = Counter()
            for name, text in (
                ("title", [entry.title]),
                ("examples", entry.examples),
                ("short", [entry.short]),
                ("body", [entry.body]),
            ):
                for part in text:
                    for term in self._terms(part).weights:
                        frequency[term] += FIELD_WEIGHTS[name]  # type: ignore[assignment]
            for term, count in frequency.items():
                postings.setdefault(term, []).append((number, count / (count + SATURATION)))
        return postings

    def idf(self, term: str) -> float:
        return self._idf.get(term, self.unseen)

    def knows(self, term: str) -> bool:
        return term in self._topic_terms

    def score(self, terms: Terms, weights: Weights) -> list[Scored]:
        """Every topic that shares anything with the question, best first (ties by order)."""
        features = self.features(terms)
        scored = [
            Scored(
                self._entries[number],
                weights.coverage * view[0]
                + weights.nearest * view[1]
                + weights.neighbours * view[2]
                + weights.letters * view[3],
                view[0],
            )
            for number, view in features.items()
        ]
        order = {topic_id: number for number, topic_id in enumerate(self._entries)}
        scored.sort(key=lambda item: (-item.score, order[item.id]))
        return scored

    def features(self, terms: Terms) -> dict[int, tuple[float, float, float, float]]:
        """The four views for every topic with anything in common."""
        query = {t: w * self._idf.get(t, self.unseen) for t, w in terms.weights.items()}
        coverage: dict[int, float] = {}
        total = 0.0
        cosine: dict[int, float] = {}
        for term, value in query.items():
            if " " in term and term not in self._vectors:
                continue
            total += value
            for number, weight in self._topic_terms.get(term, ()):
                coverage[number] = coverage.get(number, 0.0) + value * weight
            for number, weight in self._vectors.get(term, ()):
                cosine[number] = cosine.get(number, 0.0) + value * weight
        length = math.sqrt(sum(value * value for value in query.values())) or 1.0
        best = _best_three(((self._example_entry[n], v / length) for n, v in cosine.items()))
        letters = self._letters(terms)
        return {
            number: (
                covered / total if total else 0.0,
                best.get(number, _NONE)[0],
                sum(best.get(number, _NONE)) / 3,
                letters.get(number, 0.0),
            )
            for number, covered in coverage.items()
        }

    def _letters(self, terms: Terms) -> dict[int, float]:
        grams = _stem_grams(terms.content)
        if not grams:
            return {}
        sums: dict[int, float] = {}
        for gram in grams:
            for number, weight in self._grams.get(gram, ()):
                sums[number] = sums.get(number, 0.0) + weight
        length = math.sqrt(len(grams))
        best: dict[int, float] = {}
        for number, value in sums.items():
            entry = self._example_entry[number]
            if value / length > best.get(entry, 0.0):
                best[entry] = value / length
        return best


_NONE = (0.0, 0.0, 0.0)


def _idf(texts: Iterable[Mapping[str, float]], count: int) -> dict[str, float]:
    frequency: Counter[str] = Counter()
    for weights in texts:
        frequency.update(weights.keys())
    return {term: math.log(1 + count / (0.5 + seen)) for term, seen in frequency.items()}


def _best_three(values: Iterable[tuple[int, float]]) -> dict[int, tuple[float, float, float]]:
    best: dict[int, tuple[float, float, float]] = {}
    for number, value in values:
        first, second, third = best.get(number, _NONE)
        if value > first:
            best[number] = (value, first, second)
        elif value > second:
            best[number] = (first, value, second)
        elif value > third:
            best[number] = (first, second, value)
    return best


def _stem_grams(stems: Sequence[str]) -> frozenset[str]:
    return frozenset(
        f" {item} "[start : start + 3] for item in stems for start in range(max(1, len(item)))
    )


def _grams(lexicon: Lexicon, text: str) -> frozenset[str]:
    return _stem_grams(lexicon.terms(lexicon.plain(words(text))).content)


def _gram_postings(phrases: Sequence[frozenset[str]]) -> Postings:
    postings: Postings = {}
    for number, grams in enumerate(phrases):
        for gram in sorted(grams):
            postings.setdefault(gram, []).append((number, 1 / math.sqrt(len(grams))))
    return postings
