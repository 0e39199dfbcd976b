"""Votes of words and letters for entries, fitted beforehand (`fitted_file.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.domain.faq_search.decision import Decision
from bot.domain.faq_search.index import Features, Idf
from bot.domain.faq_search.keys import KeyTable, cells

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
_SPEAKS = 0.1  # from this vote on a word speaks for an entry
_MISSING = -1.0  # the vote for an entry that the file does not know


@dataclass(frozen=True, slots=True, eq=False)
class FittedVotes:
    """Rows are features, columns are entries; only votes that matter are kept."""

    ids: tuple[str, ...]
    table: KeyTable = field(repr=False)
    starts: Ints = field(repr=False)
    columns: NDArray[np.uint8] = field(repr=False)
    values: NDArray[np.int8] = field(repr=False)  # times `scale`; a quarter of the memory
    scale: float
    constant: Floats = field(repr=False)
    idf: Idf = field(repr=False)
    decision: Decision = field(repr=False)

    def times(self, query: Features) -> tuple[Floats, float]:
        """The votes for every entry, about -1 (surely not) to 1 (surely).

        And the share of the query's weight that no phrase had.
        """
        rows = self.table.rows([feature for feature, _ in query])
        known = rows >= 0
        squares = [value * value for _, value in query]
        found = sum(
            square for square, is_known in zip(squares, known.tolist(), strict=True) if is_known
        )
        places, lengths = cells(self.starts, rows[known])
        weights = np.array([value * self.scale for _, value in query], dtype=np.float32)[known]
        votes = np.bincount(
            self.columns[places],
            weights=self.values[places] * np.repeat(weights, lengths),
            minlength=len(self.constant),
        )
        unknown = 1.0 - found / (sum(squares) or 1.0)
        return (self.constant + votes).astype(np.float32), unknown

    def columns_of(self, stems: Sequence[str]) -> list[NDArray[np.uint8]]:
        """For each stem the columns of the entries that it speaks for."""
        least = _SPEAKS / self.scale
        found = []
        for row in self.table.rows(stems).tolist():
            span = slice(0, 0) if row < 0 else slice(*self.starts[row : row + 2].tolist())
            found.append(self.columns[span][self.values[span] >= least])
        return found

    def places(self, ids: Sequence[str]) -> Ints:
        """For each of `ids` its column, or one past the last for an id that is not there."""
        place = {entry: number for number, entry in enumerate(self.ids)}
        return np.array([place.get(entry, len(place)) for entry in ids], dtype=np.int32)


def in_order(votes: Floats, places: Ints) -> Floats:
    """The votes of `FittedVotes.times` in the order of `places`."""
    padded = np.append(votes, np.float32(_MISSING))
    result: Floats = padded[places]
    return result
