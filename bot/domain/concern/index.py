"""Which patterns could match a line at all: those for which every word they need is there.

Thousands of patterns, a dozen candidates: this is what makes reading a text quick.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from bot.domain.concern.matching import WordLine
from bot.domain.concern.pattern import Pattern

T = TypeVar("T")
_PACKED = "H"


class Present:
    """Which sets of words a line has a word of: their numbers, each once and in the order in which
    they were found, and a flag for each number that there is."""

    __slots__ = ("flags", "numbers")

    def __init__(self, sets: int) -> None:
        self.numbers: list[int] = []
        self.flags = bytearray(sets)

    def add(self, numbers: Iterable[int]) -> None:
        flags = self.flags
        for number in numbers:
            if not flags[number]:
                flags[number] = 1
                self.numbers.append(number)


class Needs:
    """Numbers for the sets of words of which a pattern needs one, and which of them a line has.

    For each word the numbers of its sets, packed: fifteen thousand words are in seventy thousand
    places, and a text has twenty words.
    """

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._exact: dict[str, bytes] = defaultdict(bytes)
        self._stems: dict[str, bytes] = defaultdict(bytes)
        self._lengths: list[int] = []

    def of(self, pattern: Pattern) -> tuple[int, ...]:
        """What a line must have for this pattern to match it."""
        return tuple(map(self.number, pattern.needs))

    def number(self, words: frozenset[str]) -> int:
        """The number of this set of words; `x*` is any word that begins so."""
        known = self._numbers.get(words)
        if known is None:
            known = self._numbers[words] = len(self._numbers)
            packed = array(_PACKED, [known]).tobytes()
            for word in words:
                if word.endswith("*"):
                    self._stems[word[:-1]] += packed
                else:
                    self._exact[word] += packed
            self._lengths = []
        return known

    def present(self, line: WordLine) -> Present:
        """Of which sets the line has a word."""
        self._lengths = self._lengths or sorted({len(stem) for stem in self._stems})
        exact, stems, lengths = self._exact, self._stems, self._lengths
        found = Present(len(self._numbers))
        for word in line.at:
            if word in exact:
                found.add(array(_PACKED, exact[word]))
            size = len(word)
            for length in lengths:
                if length > size:
                    break
                stem = word[:length]
                if stem in stems:
                    found.add(array(_PACKED, stems[stem]))
        return found


class Index(Generic[T]):
    """Finds, for what a line has, the few things whose patterns could match it."""

    def __init__(self, items: Iterable[tuple[T, tuple[Pattern, ...]]], needs: Needs) -> None:
        self._items: list[T] = []
        self._by_anchor: dict[int, list[tuple[int, tuple[int, ...], Pattern]]] = {}
        for number, (item, patterns) in enumerate(items):
            self._items.append(item)
            for pattern in patterns:
                anchor = needs.number(pattern.anchors)
                others = tuple(each for each in needs.of(pattern) if each != anchor)
                self._by_anchor.setdefault(anchor, []).append((number, others, pattern))

    def candidates(self, present: Present) -> Iterator[tuple[T, list[Pattern]]]:
        """Each thing with those of its patterns for which everything needed is there; file
        order."""
        found: dict[int, list[Pattern]] = defaultdict(list)
        by_anchor, flags = self._by_anchor, present.flags
        for anchor in sorted(each for each in present.numbers if each in by_anchor):
            for number, others, pattern in by_anchor[anchor]:
                for other in others:
                    if not flags[other]:
                        break
                else:
                    found[number].append(pattern)
        for number in sorted(found):
            yield self._items[number], found[number]
