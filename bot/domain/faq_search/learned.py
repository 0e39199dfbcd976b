"""Which words speak for which topic, learnt from the example phrases each time the content loads.

A linear soft-max classifier: every example is shown a few times in a fixed order, and where the
wrong topics get votes, the words' votes move towards the right one. So "how long" or "is it normal"
stop speaking for whichever topic happens to use them most. The same content gives the same votes.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bot.domain.faq_search.matrix import Floats, Ints

PASSES = 2
STEP = 1.0
SHARPNESS = 8.0


class TermVotes:
    """Votes of terms for entries. `examples` are unit vectors, `labels` their entries' numbers."""

    __slots__ = ("_column", "_votes")

    def __init__(
        self, examples: Sequence[Mapping[str, float]], labels: Sequence[int], entries: int
    ) -> None:
        self._column: dict[str, int] = {}
        data: list[tuple[Ints, Floats, int]] = []
        for vector, label in zip(examples, labels, strict=True):
            numbers = [self._column.setdefault(term, len(self._column)) for term in vector]
            values = np.fromiter(vector.values(), dtype=np.float32, count=len(vector))
            data.append((np.array(numbers, dtype=np.int32), values, label))
        self._votes: Floats = np.zeros((len(self._column), entries), dtype=np.float32)
        shuffle = random.Random(0)  # noqa: S311 - an order, not a secret
        for number in range(PASSES):
            shuffle.shuffle(data)
            for columns, values, label in data:
                self._learn(columns, values, label, STEP / (1 + number / 2))

    def _learn(self, columns: Ints, values: Floats, label: int, step: float) -> None:
        votes = SHARPNESS * (values @ self._votes[columns])
        share = np.exp(votes - votes.max())
        share /= share.sum()
        share[label] -= 1.0
        self._votes[columns] -= step * np.outer(values, share)

    def times(self, query: Iterable[tuple[str, float]]) -> Floats:
        """The votes for every entry that the terms of a question give."""
        known = [(self._column[term], value) for term, value in query if term in self._column]
        if not known:
            return np.zeros(self._votes.shape[1], dtype=np.float32)
        columns = [column for column, _ in known]
        values = np.array([value for _, value in known], dtype=np.float32)
        result: Floats = values @ self._votes[columns]
        return result
