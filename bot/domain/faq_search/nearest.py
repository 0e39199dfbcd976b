"""Votes for entries that no votes were fitted for: how near is the nearest of their phrases?

Used for topics that are newer than the fitted file, and for languages without one. The same scale
as the fitted votes: 1 for the very words of a phrase, -1 for nothing in common.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.domain.faq_search.fitted import Floats, Ints
from bot.domain.faq_search.index import LETTERS_WEIGHT, Features

_LENGTH = 1 + LETTERS_WEIGHT * LETTERS_WEIGHT  # of a features vector, squared


class NearestPhrases:
    """A sparse table feature -> (phrase, value), read one question at a time."""

    __slots__ = ("_entries", "_rows", "_span", "_starts", "_values")

    def __init__(self, phrases: Sequence[tuple[int, Features]]) -> None:
        """`phrases` are entry numbers with features, all of one entry side by side."""
        cells: dict[str, tuple[list[int], list[float]]] = {}
        starts: list[int] = []
        entries: list[int] = []
        for row, (entry, phrase) in enumerate(phrases):
            if not entries or entries[-1] != entry:
                entries.append(entry)
                starts.append(row)
            for feature, value in phrase:
                column = cells.get(feature)
                if column is None:
                    column = cells[feature] = ([], [])
                column[0].append(row)
                column[1].append(value)
        self._entries: Ints = np.array(entries, dtype=np.int32)
        self._starts: Ints = np.array(starts, dtype=np.int32)
        self._span: dict[str, tuple[int, int]] = {}
        rows: list[int] = []
        values: list[float] = []
        for feature, (numbers, weights) in cells.items():
            self._span[feature] = (len(rows), len(rows) + len(numbers))
            rows += numbers
            values += weights
        self._rows: Ints = np.array(rows, dtype=np.int32)
        self._values: Floats = np.array(values, dtype=np.float32)

    def raise_votes(self, votes: Floats, query: Features) -> None:
        """Raise `votes` in place, where a phrase of an entry is nearer than its vote says."""
        if not len(self._starts):
            return
        spans = [(self._span[term], value) for term, value in query if term in self._span]
        if not spans:
            return
        rows = np.concatenate([self._rows[start:end] for (start, end), _ in spans])
        values = np.concatenate([self._values[start:end] * value for (start, end), value in spans])
        # bincount fills up to the last phrase, so that every start has at least one row
        height = int(self._rows.max()) + 1
        near = np.bincount(rows, weights=values, minlength=max(height, int(self._starts[-1]) + 1))
        best = np.maximum.reduceat(near, self._starts) * (2 / _LENGTH) - 1
        votes[self._entries] = np.maximum(votes[self._entries], best)
