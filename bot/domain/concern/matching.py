"""Finds the shapes of patterns in a line of words, without a regex: nothing is built per text.

A `WordLine` is one text as words. A set of places is a whole number with one bit for each place, so
"where does this word stand, with that one up to six words later" is a few operations on whole
numbers for the whole line at once, however long it is. Only there a `Shape` is asked where it may
end, the preferred end first. Every shape is bounded in words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import Protocol

COVERED = "\N{REPLACEMENT CHARACTER}"
"""Stands for a word that a guard has covered; no shape matches it and no gap crosses it."""

STOPS = frozenset({".", "?"})
_BLOCKS = frozenset({".", "?", COVERED})
Ends = tuple[int, ...]
NOWHERE: Ends = ()
Places = int
"""A set of places: bit n stands for the place of the word n, counted from 0."""


class WordLine:
    """The words of a text, sentence ends among them, and where each word stands."""

    __slots__ = ("_marks", "_seen", "_sorted", "_stems", "at", "found", "size", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = (*words, COVERED)  # so that looking one word too far finds nothing
        self.size = len(words)
        self.at: dict[str, Places] = {}
        known, bit = self.at, 1
        for word in words:
            known[word] = known.get(word, 0) | bit
            bit <<= 1
        self._seen = frozenset(self.at)
        self.found: dict[tuple[int, int], Ends] = {}
        self._marks: dict[frozenset[str], Places] = {}
        self._stems: dict[str, Places] = {}
        self._sorted: list[str] = []

    def covering(self, hidden: Iterable[int]) -> WordLine:
        """The same line with the words at these places covered. Where words stand is shared with
        the bare line, since covering a word makes no match that was not there."""
        words = list(self.words)
        for place in hidden:
            words[place] = COVERED
        line = copy(self)
        line.words = tuple(words)
        line.found = {}
        return line

    def begun_by(self, stem: str) -> Places:
        """Where words of the line stand that begin so."""
        known = self._stems.get(stem)
        if known is None:
            ordered = self._sorted = self._sorted or sorted(self.at)
            at, known = bisect_left(ordered, stem), 0
            while at < len(ordered) and ordered[at].startswith(stem):
                known |= self.at[ordered[at]]
                at += 1
            self._stems[stem] = known
        return known

    def marks(self, words: frozenset[str], stems: tuple[str, ...]) -> Places:
        """Where one of these words stands. `stems`: those of `words` that end in `*`."""
        known = self._marks.get(words)
        if known is None:
            known = 0
            for each in words & self._seen:
                known |= self.at[each]
            for stem in stems:
                known |= self.begun_by(stem)
            self._marks[words] = known
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

    __slots__ = ("_stems", "by_first", "by_stem", "number", "others", "word")

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
        self._stems = tuple({stem for stem, _ in by_stem})
        self.others = others

    def ends(self, line: WordLine, at: int) -> Ends:
        key = (self.number, at)
        known = line.found.get(key)
        if known is None:
            first = line.words[at]
            ends: set[int] = set()
            for piece in self.by_first.get(first, ()):
                ends.update(piece.ends(line, at))
            for piece in self.others:
                ends.update(piece.ends(line, at))
            if self._stems and first.startswith(self._stems):
                for stem, piece in self.by_stem:
                    if first.startswith(stem):
                        ends.update(piece.ends(line, at))
            if self.word is not None:
                ends.update(self.word.ends(line, at))
            known = line.found[key] = tuple(sorted(ends, reverse=True)) if ends else NOWHERE
        return known


def in_turn(places: Places) -> Iterator[int]:
    """The places of a set, first to last."""
    bits = bin(places)[:1:-1]
    at = bits.find("1")
    while at >= 0:
        yield at
        at = bits.find("1", at + 1)


def earlier(places: Places, least: int, most: int) -> Places:
    """The places from which one of `places` is `least` to `most` words further on."""
    places >>= least
    missing, reached = most - least, 1
    while missing > reached:
        places |= places >> reached
        missing -= reached
        reached *= 2
    if missing:
        places |= places >> missing
    return places
