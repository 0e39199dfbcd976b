"""Which patterns could match a line at all: those for which every word they need is there.

Thousands of patterns, a dozen candidates: this is what makes reading a text quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from bot.domain.concern.matching import WordLine
from bot.domain.concern.pattern import Pattern

T = TypeVar("T")


class Needs:
    """Numbers for the sets of words of which a pattern needs one, and which of them a line has."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        self._lengths: list[int] = []

    def of(self, pattern: Pattern) -> frozenset[int]:
        """What a line must have for this pattern to match it."""
        return frozenset(map(self.number, pattern.needs))

    def number(self, words: frozenset[str]) -> int:
        """The number of this set of words; `x*` is any word that begins so."""
        known = self._numbers.get(words)
        if known is None:
            known = self._numbers[words] = len(self._numbers)
            for word in words:
                if word.endswith("*"):
                    self._stems[word[:-1]].append(known)
                else:
                    self._exact[word].append(known)
            self._lengths = []
        return known

    def present(self, line: WordLine) -> set[int]:
        """The numbers of the sets of which the line has a word."""
        self._lengths = self._lengths or sorted({len(stem) for stem in self._stems})
        found: set[int] = set()
        for word in line.at:
            found.update(self._exact.get(word, ()))
            for length in self._lengths:
                found.update(self._stems.get(word[:length], ()))
        return found


class Index(Generic[T]):
    """Finds, for what a line has, the few things whose patterns could match it."""

    def __init__(self, items: Iterable[tuple[T, tuple[Pattern, ...]]], needs: Needs) -> None:
        self._items: list[T] = []
        self._by_anchor: dict[int, list[tuple[int, frozenset[int], Pattern]]] = defaultdict(list)
        for number, (item, patterns) in enumerate(items):
            self._items.append(item)
            for pattern in patterns:
                required = needs.of(pattern)
                self._by_anchor[needs.number(pattern.anchors)].append((number, required, pattern))

    def candidates(self, present: set[int]) -> Iterator[tuple[T, list[Pattern]]]:
        """Each thing with those of its patterns for which everything needed is there; file
        order."""
        found: dict[int, list[Pattern]] = defaultdict(list)
        for anchor in present & self._by_anchor.keys():
            for number, required, pattern in self._by_anchor[anchor]:
                if required <= present:
                    found[number].append(pattern)
        for number in sorted(found):
            yield self._items[number], found[number]
