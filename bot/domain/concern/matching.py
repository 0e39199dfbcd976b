"""Finds the shapes of patterns in a line of words, without a regex: nothing is built per text.

A `WordLine` is one text as words. A `Shape` answers, for a place in the line, where it may end, the
preferred end first. What a shape that many patterns share found in a line is remembered for that
line. Every shape is bounded in words, so the time follows the length of the line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

COVERED = "\N{REPLACEMENT CHARACTER}"
"""Stands for a word that a guard has covered; no shape matches it and no gap crosses it."""

STOPS = frozenset({".", "?"})
_BLOCKS = frozenset({".", "?", COVERED})
Ends = tuple[int, ...]
NOWHERE: Ends = ()


class WordLine:
    """The words of a text, sentence ends among them, and where each word stands."""

    __slots__ = ("_places", "_sorted", "_stems", "at", "found", "size", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = (*words, COVERED)  # so that looking one word too far finds nothing
        self.size = len(words)
        self.at: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            self.at.setdefault(word, []).append(place)
        self.found: dict[tuple[int, int], Ends] = {}
        self._places: dict[frozenset[str], list[int]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._sorted: list[str] = []

    def covering(self, hidden: Iterable[int]) -> WordLine:
        """The same line with the words at these places covered."""
        words = list(self.words[: self.size])
        for place in hidden:
            words[place] = COVERED
        return WordLine(words)

    def begun_by(self, stem: str) -> frozenset[str]:
        """The words of the line that begin so."""
        known = self._stems.get(stem)
        if known is None:
            ordered = self._sorted = self._sorted or sorted(self.at)
            first = last = bisect_left(ordered, stem)
            while last < len(ordered) and ordered[last].startswith(stem):
                last += 1
            known = self._stems[stem] = frozenset(ordered[first:last])
        return known

    def places(self, words: frozenset[str], stems: tuple[str, ...]) -> list[int]:
        """Where one of these words stands, in order. `stems`: those of `words` that end in `*`."""
        known = self._places.get(words)
        if known is None:
            present = set(words & self.at.keys())
            for stem in stems:
                present |= self.begun_by(stem)
            if len(present) == 1:
                known = self.at[present.pop()]
            else:
                known = sorted(place for word in present for place in self.at[word])
            self._places[words] = known
        return known


class Shape(Protocol):
    """A piece of a pattern."""

    def ends(self, line: WordLine, at: int) -> Ends:
        """The places at which this may end if it begins at `at`; the preferred one first."""


class OneWord:
    """One of some words, or a word that begins in one of some ways."""

    __slots__ = ("exact", "stems")

    def __init__(self, exact: frozenset[str], stems: tuple[str, ...] = ()) -> None:
        self.exact = exact
        self.stems = stems

    def ends(self, line: WordLine, at: int) -> Ends:
        word = line.words[at]
        if word in self.exact or (self.stems and word.startswith(self.stems)):
            return (at + 1,)
        return NOWHERE


class Gap:
    """Up to `most` words of the same sentence, the fewer the better."""

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        self.most = most

    def ends(self, line: WordLine, at: int) -> Ends:
        words, end = line.words, at
        last = at + self.most
        while end < last and words[end] not in _BLOCKS:
            end += 1
        return tuple(range(at, end + 1))


class SentenceStart:
    """The sign before the first word of a sentence."""

    __slots__ = ()

    def ends(self, line: WordLine, at: int) -> Ends:
        return (at + 1,) if line.words[at] in STOPS else NOWHERE


class SentenceEnd:
    """The place behind the last word of a sentence."""

    __slots__ = ()

    def ends(self, line: WordLine, at: int) -> Ends:
        return (at,) if line.words[at] in STOPS else NOWHERE


class Maybe:
    """A piece that may be absent; present is preferred."""

    __slots__ = ("piece",)

    def __init__(self, piece: Shape) -> None:
        self.piece = piece

    def ends(self, line: WordLine, at: int) -> Ends:
        found = self.piece.ends(line, at)
        return found if at in found else (*found, at)


class InOrder:
    """Pieces one after the other."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: tuple[Shape, ...]) -> None:
        self.pieces = pieces

    def ends(self, line: WordLine, at: int) -> Ends:
        places: Ends = (at,)
        for piece in self.pieces:
            if len(places) == 1:
                places = piece.ends(line, places[0])
            else:
                further: dict[int, None] = {}
                for place in places:
                    further.update(dict.fromkeys(piece.ends(line, place)))
                places = tuple(further)
            if not places:
                return NOWHERE
        return places


class Either:
    """One of several pieces; a longer match is preferred.

    `by_first`: the pieces by the word with which they can begin; `by_stem`: those that can begin
    with a word that begins so; `others`: those of which neither is known.
    """

    __slots__ = ("by_first", "by_stem", "number", "others", "word")

    def __init__(
        self,
        number: int,
        word: OneWord | None,
        by_first: dict[str, tuple[Shape, ...]],
        by_stem: tuple[tuple[str, Shape], ...],
        others: tuple[Shape, ...],
    ) -> None:
        self.number = number
        self.word = word
        self.by_first = by_first
        self.by_stem = by_stem
        self.others = others

    def ends(self, line: WordLine, at: int) -> Ends:
        first = line.words[at]
        pieces = (*self.by_first.get(first, ()), *self.others)
        if self.by_stem:
            pieces += tuple(piece for stem, piece in self.by_stem if first.startswith(stem))
        if not pieces:
            return NOWHERE if self.word is None else self.word.ends(line, at)
        key = (self.number, at)
        known = line.found.get(key)
        if known is None:
            ends = set() if self.word is None else set(self.word.ends(line, at))
            for piece in pieces:
                ends.update(piece.ends(line, at))
            known = line.found[key] = tuple(sorted(ends, reverse=True))
        return known
