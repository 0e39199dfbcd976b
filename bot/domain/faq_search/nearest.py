"""Votes for entries that no votes were fitted for: how near is the nearest of their phrases?

Used for topics that are newer than the fitted file, and for languages without one. The same scale
as the fitted votes: 1 for the very words of a phrase, -1 for nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bot.domain.faq_search.fitted import Floats, Ints
from bot.domain.faq_search.index import LETTERS_WEIGHT, Features
from bot.domain.faq_search.keys import Keys, KeyTable, cells, keys

_LENGTH = 1 + LETTERS_WEIGHT * LETTERS_WEIGHT  # of a features vector, squared


@dataclass(frozen=True, slots=True, eq=False)
class NearestPhrases:
    """A sparse table feature -> (phrase, value), read one question at a time."""

    entries: Ints
    first_phrase: Ints  # of each entry
    phrases: int
    table: KeyTable
    starts: Ints
    numbers: Ints  # of the phrases that have a feature
    values: Floats

    @classmethod
    def of(cls, phrases: Iterable[tuple[int, Features]]) -> NearestPhrases:
        """`phrases` are entry numbers with features, all of one entry side by side."""
        entries: list[int] = []
        first_phrase: list[int] = []
        found: list[Keys] = []
        values: list[Floats] = []
        for number, (entry, phrase) in enumerate(phrases):
            if not entries or entries[-1] != entry:
                entries.append(entry)
                first_phrase.append(number)
            found.append(keys(feature for feature, _ in phrase))
            values.append(np.array([value for _, value in phrase], dtype=np.float32))
        every = np.concatenate(found) if found else keys(())
        order = np.argsort(every, kind="stable")
        unique, starts = np.unique(every[order], return_index=True)
        lengths = [len(each) for each in found]
        return cls(
            np.array(entries, dtype=np.int32),
            np.array(first_phrase, dtype=np.int32),
            len(found),
            KeyTable(unique),
            np.append(starts, len(every)).astype(np.int32),
            np.repeat(np.arange(len(found), dtype=np.int32), lengths)[order],
            np.concatenate(values)[order] if values else np.zeros(0, dtype=np.float32),
        )

    def raise_votes(self, votes: Floats, query: Features) -> None:
        """Raise `votes` in place, where a phrase of an entry is nearer than its vote says."""
        if not self.phrases:
            return
        rows = self.table.rows([feature for feature, _ in query])
        known = rows >= 0
        if not known.any():
            return
        places, lengths = cells(self.starts, rows[known])
        weights = np.array([value for _, value in query], dtype=np.float32)[known]
        near = np.bincount(
            self.numbers[places],
            weights=self.values[places] * np.repeat(weights, lengths),
            minlength=self.phrases,
        )
        best = np.maximum.reduceat(near, self.first_phrase) * (2 / _LENGTH) - 1
        votes[self.entries] = np.maximum(votes[self.entries], best)
