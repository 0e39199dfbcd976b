"""Votes of words and letters for entries, fitted beforehand and read from a file.

`python -m tests.content.faq_votes` fits one linear classifier per entry on every example phrase and
writes the file. Fitting takes half a minute, reading a few hundredths of a second. A file that is
older than the content does no harm: new phrases are still found by the other views of a match.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bot.domain.faq_search.matrix import Floats, Ints

LETTERS_WEIGHT = 0.7
_MISSING = -1.0  # the vote for an entry that the file does not know


class FittedVotes:
    """Rows are features, columns are entries; only votes that matter are kept."""

    __slots__ = ("_columns", "_constant", "_rows", "_starts", "_values", "ids")

    def __init__(
        self,
        features: Sequence[str],
        ids: Sequence[str],
        starts: Ints,
        columns: Ints,
        values: Floats,
        constant: Floats,
    ) -> None:
        self._rows = {feature: number for number, feature in enumerate(features)}
        self.ids = tuple(ids)
        self._starts = starts.tolist()
        self._columns = columns
        self._values = values
        self._constant = constant

    def times(self, query: Iterable[tuple[str, float]]) -> Floats:
        """The votes for every entry, about -1 (surely not) to 1 (surely)."""
        known = [(self._rows[term], value) for term, value in query if term in self._rows]
        result = self._constant.copy()
        if known:
            spans = [(self._starts[row], self._starts[row + 1], value) for row, value in known]
            columns = np.concatenate([self._columns[start:end] for start, end, _ in spans])
            values = np.concatenate(
                [self._values[start:end] * value for start, end, value in spans]
            )
            result += np.bincount(columns, weights=values, minlength=len(result))
        return result.astype(np.float32)

    def aligned(self, ids: Sequence[str]) -> FittedVotes:
        """The same votes with the columns in the order of `ids`."""
        place = {entry: number for number, entry in enumerate(ids)}
        new = np.array([place.get(entry, -1) for entry in self.ids], dtype=np.int32)
        columns = new[self._columns]
        kept = columns >= 0
        before = np.concatenate([[0], np.cumsum(kept)])
        constant = np.full(len(ids), _MISSING, dtype=np.float32)
        for number, at in enumerate(new):
            if at >= 0:
                constant[at] = self._constant[number]
        return FittedVotes(
            tuple(self._rows),
            ids,
            before[self._starts].astype(np.int32),
            columns[kept],
            self._values[kept],
            constant,
        )


def letter_features(stems: Iterable[str]) -> list[tuple[str, float]]:
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


def encode(
    ids: Sequence[str], votes: Mapping[str, Floats], constant: Floats, least: float
) -> bytes:
    """The content of a file; votes nearer to zero than `least` are left out."""
    starts, columns, values = [0], [], []
    scale = max(float(np.abs(row).max()) for row in votes.values()) / 127
    for row in votes.values():
        kept = np.flatnonzero(np.abs(row) >= least)
        columns.append(kept.astype(np.uint8))
        values.append(np.round(row[kept] / scale).astype(np.int8))
        starts.append(starts[-1] + len(kept))
    out = io.BytesIO()
    np.savez_compressed(
        out,
        features=np.frombuffer("\n".join(votes).encode(), dtype=np.uint8),
        ids=np.frombuffer("\n".join(ids).encode(), dtype=np.uint8),
        starts=np.array(starts, dtype=np.int32),
        columns=np.concatenate(columns),
        values=np.concatenate(values),
        scale=np.array([scale], dtype=np.float32),
        constant=constant.astype(np.float32),
    )
    return out.getvalue()


def decode(content: bytes) -> FittedVotes:
    """Read what `encode` wrote. Raises `ValueError`, `KeyError` or `OSError` for anything else."""
    with np.load(io.BytesIO(content), allow_pickle=False) as data:
        return FittedVotes(
            data["features"].tobytes().decode().split("\n"),
            data["ids"].tobytes().decode().split("\n"),
            data["starts"],
            data["columns"].astype(np.int32),
            data["values"].astype(np.float32) * data["scale"][0],
            data["constant"],
        )
