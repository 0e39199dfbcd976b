"""Which patterns could match a line at all: those for which every word they need is there.

Thousands of patterns, a dozen candidates: this is what makes reading a text quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from bot.domain.concern.matching import WordLine, in_turn
from bot.domain.concern.pattern import Pattern

T = TypeVar("T")


class Needs:
    """Numbers for the sets of words of which a pattern needs one, and which of them a line has.

    What is there and what is needed are whole numbers, with one bit for each set of words.
    """

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._exact: dict[str, int] = defaultdict(int)
        self._stems: dict[str, int] = defaultdict(int)
        self._lengths: list[int] = []

    def of(self, pattern: Pattern) -> int:
        """What a line must have for this pattern to match it."""
        needed = 0
        for words in pattern.needs:
            needed |= 1 << self.number(words)
        return needed

    def number(self, words: frozenset[str]) -> int:
        """The number of this set of words; `x*` is any word that begins so."""
        known = self._numbers.get(words)
        if known is None:
            known = self._numbers[words] = len(self._numbers)
            for word in words:
                if word.endswith("*"):
                    self._stems[word[:-1]] |= 1 << known
                else:
                    self._exact[word] |= 1 << known
            self._lengths = []
        return known

    def present(self, line: WordLine) -> int:
        """Of which sets the line has a word."""
        self._lengths = self._lengths or sorted({len(stem) for stem in self._stems})
        exact, stems, lengths = self._exact, self._stems, self._lengths
        found = 0
        for word in line.at:
            if word in exact:
                found |= exact[word]
            size = len(word)
            for length in lengths:
                if length > size:
                    break
                stem = word[:length]
                if stem in stems:
                    found |= stems[stem]
        return found


class Index(Generic[T]):
    """Finds, for what a line has, the few things whose patterns could match it."""

    def __init__(self, items: Iterable[tuple[T, tuple[Pattern, ...]]], needs: Needs) -> None:
        self._items: list[T] = []
        self._by_anchor: dict[int, list[tuple[int, int, Pattern]]] = defaultdict(list)
        self._anchors = 0
        for number, (item, patterns) in enumerate(items):
            self._items.append(item)
            for pattern in patterns:
                required = needs.of(pattern)
                anchor = needs.number(pattern.anchors)
                self._by_anchor[anchor].append((number, required, pattern))
                self._anchors |= 1 << anchor

    def candidates(self, present: int) -> Iterator[tuple[T, list[Pattern]]]:
        """Each thing with those of its patterns for which everything needed is there; file
        order."""
        found: dict[int, list[Pattern]] = defaultdict(list)
        for anchor in in_turn(present & self._anchors):
            for number, required, pattern in self._by_anchor[anchor]:
                if required & present == required:
                    found[number].append(pattern)
        for number in sorted(found):
            yield self._items[number], found[number]
