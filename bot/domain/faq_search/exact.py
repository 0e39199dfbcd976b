"""Phrases that must lead to a topic: its title, aliases and examples, compared word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.faq_search.index import Entry
from bot.domain.faq_search.keys import KeyTable, keys
from bot.domain.faq_search.text import normalise


@dataclass(frozen=True, slots=True, eq=False)
class ExactPhrases:
    ids: tuple[str, ...]
    table: KeyTable
    numbers: NDArray[np.int16]  # of the topic in `ids`, for each row of the table

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> ExactPhrases:
        """Of a phrase that stands in two entries, the first keeps it."""
        texts = [[normalise(text) for text in entry.phrases] for entry in entries]
        every = keys(text for own in texts for text in own)
        unique, first = np.unique(every, return_index=True)
        owners = np.repeat(np.arange(len(entries), dtype=np.int16), [len(own) for own in texts])
        return cls(tuple(entry.id for entry in entries), KeyTable(unique), owners[first])

    def topic(self, text: str) -> str | None:
        """The topic that `text` is a phrase of, written in any way."""
        (row,) = self.table.rows([normalise(text)]).tolist()
        return None if row < 0 else self.ids[self.numbers[row]]
