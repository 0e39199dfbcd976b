"""A piece of a pattern that was read, and how pieces make a longer one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.domain.concern.matching import Gap, InOrder, Maybe, Shape

MOST_GAP = 12


class PatternError(ValueError):
    """The pattern cannot be read; the message is a sentence for the person who wrote it."""


class Part(NamedTuple):
    """A piece that was read: its shape and what is known about what it matches.

    `needs`: the words of which one must be there, or None if no word is certain (an optional piece,
    a gap). `first`: the words with which it can begin, or None if unknown. In both, words that end
    in `*` are beginnings. `longest` and `shortest` count words.
    """

    shape: Shape
    needs: frozenset[str] | None
    first: frozenset[str] | None
    longest: int
    shortest: int
    words: frozenset[str] = frozenset()


def by_beginning(
    options: list[Part],
) -> tuple[dict[str, tuple[Shape, ...]], tuple[tuple[str, Shape], ...], tuple[Shape, ...]]:
    """The shapes by first word, by beginning of the first word, and those that begin anyhow."""
    by_first: dict[str, tuple[Shape, ...]] = {}
    by_stem: list[tuple[str, Shape]] = []
    for option in options:
        for each in option.first or ():
            if each.endswith("*"):
                by_stem.append((each[:-1], option.shape))
            else:
                by_first[each] = (*by_first.get(each, ()), option.shape)
    return by_first, tuple(by_stem), tuple([o.shape for o in options if o.first is None])


def maybe(part: Part) -> Part:
    return Part(Maybe(part.shape), None, part.first, part.longest, 0, part.words)


def gap(element: str) -> Part:
    size = 3 if element == "..." else int(element[2:]) if element[2:].isdigit() else 0
    if not 1 <= size <= MOST_GAP:
        raise PatternError(f"gap {element} must be 1 to {MOST_GAP}")
    return Part(Gap(size), None, None, size, 0)


def in_order(parts: list[Part]) -> Part:
    """The parts one after the other; what must be there is left to the caller."""
    if len(parts) == 1:
        return parts[0]
    first: frozenset[str] | None = parts[0].first
    longest = shortest = 0
    for part in parts:
        if not shortest and first is not None and part.first is not first:
            first = None if part.first is None else first | part.first
        longest += part.longest
        shortest += part.shortest
    return Part(InOrder(tuple([part.shape for part in parts])), None, first, longest, shortest)


def union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """All of the words, or None as soon as one set is unknown."""
    found: set[str] = set()
    for words in sets:
        if words is None:
            return None
        found |= words
    return frozenset(found)
