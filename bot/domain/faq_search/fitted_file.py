"""The file that `make train-faq` writes and the bot reads.

Training fits one linear classifier per entry on the phrases of all languages, learns from left-out
phrases how to decide with the votes (`decision.py`), and writes one file. Fitting takes minutes,
reading a few hundredths of a second. A file that is older than the content does no harm: what has
changed since is compared phrase by phrase (`nearest.py`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.domain.faq_search.decision import Decision
from bot.domain.faq_search.fitted import FittedVotes, Floats
from bot.domain.faq_search.index import Idf
from bot.domain.faq_search.keys import KeyTable


@dataclass(frozen=True, slots=True)
class FittedFile:
    """`words` are all words of the phrases: none of them is a typing error."""

    votes: FittedVotes
    digests: frozenset[str]  # `Entry.digest` of all entries in all languages when it was fitted
    words: frozenset[str] = field(repr=False)

    def knows(self, digest: str) -> bool:
        return digest in self.digests


def encode(
    ids: Sequence[str],
    digests: Iterable[str],
    votes: Mapping[str, Floats],
    constant: Floats,
    idf: Idf,
    decision: Decision,
    words: Iterable[str],
    least: float,
) -> bytes:
    """The content of a file; votes nearer to zero than `least` are left out.

    Raises `ValueError` when two features have one number.
    """
    table = KeyTable.of(votes)
    if len(table.numbers) != len(votes):
        raise ValueError("two features have the same number")
    features = list(votes)
    by_row = [features[at] for at in np.argsort(table.rows(features))]
    known = np.array(idf.known(by_row), dtype=bool)
    told = np.where(known, np.array(idf.of(by_row), dtype=np.float32), np.float32(0.0))
    starts, columns, values = [0], [], []
    scale = max(float(np.abs(row).max()) for row in votes.values()) / 127
    for feature in by_row:
        row = votes[feature]
        kept = np.flatnonzero(np.abs(row) >= least)
        columns.append(kept.astype(np.uint8))
        values.append(np.round(row[kept] / scale).astype(np.int8))
        starts.append(starts[-1] + len(kept))
    out = io.BytesIO()
    np.savez_compressed(
        out,
        features=table.numbers,
        ids=_lines(ids),
        digests=_lines(sorted(digests)),
        starts=np.array(starts, dtype=np.int32),
        columns=np.concatenate(columns),
        values=np.concatenate(values),
        scale=np.array([scale], dtype=np.float32),
        constant=constant.astype(np.float32),
        idf=told,
        unseen=np.array([idf.unseen], dtype=np.float32),
        decision=np.array(decision.weights, dtype=np.float32),
        words=_lines(sorted(words)),
    )
    return out.getvalue()


def decode(content: bytes) -> FittedFile:
    """Read what `encode` wrote. Raises `ValueError`, `KeyError` or `OSError` for anything else."""
    with np.load(io.BytesIO(content), allow_pickle=False) as data:
        table = KeyTable(data["features"])
        votes = FittedVotes(
            tuple(_read_lines(data["ids"])),
            table,
            data["starts"],
            data["columns"],
            data["values"],
            float(data["scale"][0]),
            data["constant"],
            Idf(table, data["idf"], float(data["unseen"][0])),
            Decision(tuple(tuple(row) for row in data["decision"].tolist())),
        )
        if table.numbers.dtype != np.uint64 or len(votes.starts) != len(table.numbers) + 1:
            raise ValueError("written by another version")
        return FittedFile(
            votes, frozenset(_read_lines(data["digests"])), frozenset(_read_lines(data["words"]))
        )


def _lines(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _read_lines(data: NDArray[np.uint8]) -> list[str]:
    return data.tobytes().decode().split("\n")
