"""What a question is compared with: entries, and the features that texts are compared by."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.faq_search.keys import KeyTable
from bot.domain.faq_search.lexicon import Terms

LETTERS_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic as the search sees it. `examples` are all phrases that must lead to it."""

    id: str
    title: str
    examples: tuple[str, ...]
    short: str = ""
    body: str = ""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The title and the examples, each once."""
        return tuple(dict.fromkeys(text for text in (self.title, *self.examples) if text))

    @property
    def digest(self) -> str:
        """Tells whether votes were fitted on these very phrases."""
        return hashlib.sha256("\n".join((self.id, *self.phrases)).encode()).hexdigest()[:12]


Features = list[tuple[str, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Idf:
    """How much each term tells: the rarer in the texts, the more; and what an unseen one does.

    0 for what is no term, such as groups of letters.
    """

    table: KeyTable
    values: NDArray[np.float32]
    unseen: float

    def of(self, terms: Sequence[str]) -> list[float]:
        rows = self.table.rows(terms)
        if not len(self.values):
            return [self.unseen] * len(terms)
        found = np.where(rows >= 0, self.values[rows], 0.0).tolist()
        return [value or self.unseen for value in found]

    def known(self, terms: Sequence[str]) -> list[bool]:
        if not len(self.values):
            return [False] * len(terms)
        rows = self.table.rows(terms)
        found: list[bool] = ((rows >= 0) & (self.values[rows] > 0)).tolist()
        return found


def idf_of(texts: Iterable[Terms]) -> Idf:
    frequency: Counter[str] = Counter()
    count = 0
    for terms in texts:
        frequency.update(terms.weights.keys())
        count += 1
    table = KeyTable.of(frequency)
    values = np.zeros(len(table.numbers), dtype=np.float32)
    values[table.rows(list(frequency))] = [
        math.log(1 + count / (0.5 + seen)) for seen in frequency.values()
    ]
    return Idf(table, values, math.log(1 + count / 0.5))


def features(terms: Terms, idf: Idf) -> Features:
    """The terms as a vector of length 1, and the letters of their words as a shorter one."""
    told = idf.of(list(terms.weights))
    weighed = [
        (term, weight * value)
        for (term, weight), value in zip(terms.weights.items(), told, strict=True)
    ]
    length = math.sqrt(sum(value * value for _, value in weighed)) or 1.0
    stems = [term for term in terms.weights if " " not in term and term[0] != "="]
    return [(term, value / length) for term, value in weighed] + letter_features(stems)


def letter_features(stems: Sequence[str]) -> Features:
    """Groups of three and four letters, marked with `~`, as a vector of length `LETTERS_WEIGHT`."""
    groups = {
        f"~{padded[at : at + size]}"
        for stem in stems
        for padded in (f" {stem} ",)
        for size in (3, 4)
        for at in range(max(1, len(padded) - size + 1))
    }
    value = LETTERS_WEIGHT / max(1.0, len(groups) ** 0.5)
    return [(group, value) for group in sorted(groups)]
