"""A sparse table term -> (rows, values), read one question at a time.

numpy instead of loops: a question of forty features against three thousand example phrases must
cost well under a millisecond.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


class TermMatrix:
    """Rows are phrases or topics, columns are terms. Immutable once built."""

    __slots__ = ("_rows", "_span", "_values", "height")

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        columns: dict[str, tuple[list[int], list[float]]] = {}
        for number, row in enumerate(rows):
            for term, value in row.items():
                column = columns.get(term)
                if column is None:  # not setdefault: it would make two lists for every cell
                    column = columns[term] = ([], [])
                column[0].append(number)
                column[1].append(value)
        self.height = len(rows)
        self._span: dict[str, tuple[int, int]] = {}
        all_rows: list[int] = []
        all_values: list[float] = []
        for term, (numbers, values) in columns.items():
            self._span[term] = (len(all_rows), len(all_rows) + len(numbers))
            all_rows += numbers
            all_values += values
        self._rows: Ints = np.array(all_rows, dtype=np.int32)
        self._values: Floats = np.array(all_values, dtype=np.float32)

    def __contains__(self, term: str) -> bool:
        return term in self._span

    def times(self, query: Iterable[tuple[str, float]]) -> Floats:
        """For every row the sum over the terms of query value times row value."""
        spans = [(self._span[term], value) for term, value in query if term in self._span]
        if not spans:
            return np.zeros(self.height, dtype=np.float32)
        rows = np.concatenate([self._rows[start:end] for (start, end), _ in spans])
        values = np.concatenate([self._values[start:end] * value for (start, end), value in spans])
        return np.bincount(rows, weights=values, minlength=self.height).astype(np.float32)


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """The same direction with length 1."""
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}
