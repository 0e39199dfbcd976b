"""Texts as 64-bit numbers, so that tens of thousands of them take eight bytes each.

A text of up to eight bytes is its own number; two longer ones share theirs once in some 10^14.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Rows = NDArray[np.int64]
_SIZE = 8  # bytes


def keys(texts: Iterable[str]) -> Keys:
    return np.frombuffer(b"".join([_key(text) for text in texts]), dtype="<u8")


def _key(text: str) -> bytes:
    written = text.encode(errors="surrogatepass")
    if len(written) <= _SIZE:
        return written.ljust(_SIZE, b"\0")
    return blake2b(written, digest_size=_SIZE).digest()


@dataclass(frozen=True, slots=True, eq=False)
class KeyTable:
    """Which row belongs to a text: the place of its number among all, in ascending order."""

    numbers: Keys

    @classmethod
    def of(cls, texts: Iterable[str]) -> KeyTable:
        return cls(np.unique(keys(texts)))

    def rows(self, texts: Sequence[str]) -> Rows:
        """A row for each text, -1 for one that is not there."""
        return self.rows_of_keys(keys(texts))

    def rows_of_keys(self, wanted: Keys) -> Rows:
        if not len(self.numbers):
            return np.full(len(wanted), -1, dtype=np.int64)
        near = np.minimum(np.searchsorted(self.numbers, wanted), len(self.numbers) - 1)
        found: Rows = np.where(self.numbers[near] == wanted, near, -1)
        return found


def cells(starts: NDArray[np.int32], rows: Rows) -> tuple[Rows, Rows]:
    """The cells of some rows of a sparse table, row after row, and how many each row has.

    The cells of row `n` are those from `starts[n]` up to `starts[n + 1]`.
    """
    first = starts[rows].astype(np.int64)
    lengths = starts[rows + 1] - first
    ends = np.cumsum(lengths)
    places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)
    return places, lengths
