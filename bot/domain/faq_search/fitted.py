"""Votes of words and letters for entries, fitted beforehand and read from a file.

`make train-faq` fits one linear classifier per entry on the phrases of all languages, learns from
left-out phrases how to decide with the votes (`decision.py`), and writes one file. Fitting takes
minutes, reading a few hundredths of a second. A file that is older than the content does no harm:
what has changed since is compared phrase by phrase (`nearest.py`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.domain.faq_search.decision import Decision

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
_SPEAKS = 0.1  # from this vote on a word speaks for an entry
_MISSING = -1.0  # the vote for an entry that the file does not know


@dataclass(frozen=True, slots=True)
class FittedVotes:
    """Rows are features, columns are entries; only votes that matter are kept.

    `idf` has a value for each feature that is a term, 0 for letters; `unseen` is for other terms.
    `words` are all words of the phrases: none of them is a typing error.
    """

    ids: tuple[str, ...]
    digests: frozenset[str]  # `Entry.digest` of all entries in all languages when it was fitted
    rows: Mapping[str, int] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    columns: NDArray[np.uint8] = field(repr=False)
    values: NDArray[np.int8] = field(repr=False)  # times `scale`; a quarter of the memory
    scale: float
    constant: Floats = field(repr=False)
    idf: Mapping[str, float] = field(repr=False)
    unseen: float
    decision: Decision = field(repr=False)
    words: frozenset[str] = field(repr=False)
    speaks: Mapping[str, frozenset[str]] = field(repr=False)  # a word -> ids it speaks for

    def times(self, query: Iterable[tuple[str, float]]) -> tuple[Floats, float]:
        """The votes for every entry, about -1 (surely not) to 1 (surely).

        And the share of the query's weight that no phrase had.
        """
        result = self.constant.copy()
        spans: list[tuple[int, int, float]] = []
        known = total = 0.0
        for term, value in query:
            weight = value * value
            total += weight
            row = self.rows.get(term)
            if row is not None:
                known += weight
                spans.append((self.starts[row], self.starts[row + 1], value))
        if spans:
            columns = np.concatenate([self.columns[start:end] for start, end, _ in spans])
            values = np.concatenate(
                [
                    self.values[start:end] * np.float32(value * self.scale)
                    for start, end, value in spans
                ]
            )
            result += np.bincount(columns, weights=values, minlength=len(result))
        return result.astype(np.float32), 1.0 - known / (total or 1.0)

    def places(self, ids: Sequence[str]) -> Ints:
        """For each of `ids` its column, or one past the last for an id that is not there."""
        place = {entry: number for number, entry in enumerate(self.ids)}
        return np.array([place.get(entry, len(place)) for entry in ids], dtype=np.int32)


def in_order(votes: Floats, places: Ints) -> Floats:
    """The votes of `FittedVotes.times` in the order of `places`."""
    padded = np.append(votes, np.float32(_MISSING))
    result: Floats = padded[places]
    return result


def encode(
    ids: Sequence[str],
    digests: Iterable[str],
    votes: Mapping[str, Floats],
    constant: Floats,
    idf: Mapping[str, float],
    unseen: float,
    decision: Decision,
    words: Iterable[str],
    least: float,
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
        features=_lines(votes),
        ids=_lines(ids),
        digests=_lines(sorted(digests)),
        starts=np.array(starts, dtype=np.int32),
        columns=np.concatenate(columns),
        values=np.concatenate(values),
        scale=np.array([scale], dtype=np.float32),
        constant=constant.astype(np.float32),
        idf=np.array([idf.get(term, 0.0) for term in votes], dtype=np.float32),
        unseen=np.array([unseen], dtype=np.float32),
        decision=np.array(decision.weights, dtype=np.float32),
        words=_lines(sorted(words)),
    )
    return out.getvalue()


def decode(content: bytes) -> FittedVotes:
    """Read what `encode` wrote. Raises `ValueError`, `KeyError` or `OSError` for anything else."""
    with np.load(io.BytesIO(content), allow_pickle=False) as data:
        features = _read_lines(data["features"])
        ids = _read_lines(data["ids"])
        idf = dict(zip(features, data["idf"].tolist(), strict=True))
        starts, columns = data["starts"], data["columns"]
        values, scale = data["values"], float(data["scale"][0])
        return FittedVotes(
            tuple(ids),
            frozenset(_read_lines(data["digests"])),
            {feature: number for number, feature in enumerate(features)},
            starts.tolist(),
            columns,
            values,
            scale,
            data["constant"],
            {term: value for term, value in idf.items() if value},
            float(data["unseen"][0]),
            Decision(tuple(tuple(row) for row in data["decision"].tolist())),
            frozenset(_read_lines(data["words"])),
            _speaks(features, ids, starts, columns, values >= _SPEAKS / scale),
        )


def _speaks(
    features: Sequence[str],
    ids: Sequence[str],
    starts: Ints,
    columns: NDArray[np.uint8],
    strong: NDArray[np.bool_],
) -> dict[str, frozenset[str]]:
    rows = np.repeat(np.arange(len(features)), np.diff(starts))
    found: dict[str, set[str]] = {}
    for row, column in zip(rows[strong].tolist(), columns[strong].tolist(), strict=True):
        feature = features[row]
        if feature[0] not in "~=" and " " not in feature:
            found.setdefault(feature, set()).add(ids[column])
    return {feature: frozenset(entries) for feature, entries in found.items()}


def _lines(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _read_lines(data: NDArray[np.uint8]) -> list[str]:
    return data.tobytes().decode().split("\n")
