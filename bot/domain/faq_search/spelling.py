"""Typing errors: an unknown word becomes the known word it most likely was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA


class KnownWords:
    """Words that are no typing errors, and where to look for those that are like another."""

    __slots__ = ("_alike", "words")

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.words = frozenset(known)
        self._alike: dict[tuple[int, str], list[str]] = {}  # by length and first letter
        for word in sorted(self.words):
            self._alike.setdefault((len(word), word[0]), []).append(word)

    def within(self, word: str, length: int, allowed: int) -> list[tuple[float, str]]:
        """The words of that length that begin alike and differ in at most `allowed` places."""
        found = process.extract(
            word,
            self._alike.get((length, word[0]), ()),
            scorer=OSA.distance,
            score_cutoff=allowed,
            limit=None,
        )
        return [(distance, match) for match, distance, _ in found]


NO_WORDS = KnownWords()


class Spelling:
    """Corrects words against a fixed list: a language's own words, and those that all share.

    `counts` says how often the topics of the language use each of their words.
    """

    __slots__ = ("_own", "_rare", "_shared")

    def __init__(self, counts: Mapping[str, int], shared: KnownWords = NO_WORDS) -> None:
        self._own = dict(counts)
        self._rare = KnownWords(self._own.keys() - shared.words)
        self._shared = shared

    def __contains__(self, word: str) -> bool:
        return word in self._own or word in self._shared.words

    def is_own(self, word: str) -> bool:
        """Whether the language's topics use the word."""
        return word in self._own

    def _count(self, word: str) -> int:
        return self._own.get(word) or int(word in self._shared.words)

    def correct(self, tokens: Iterable[str]) -> list[str]:
        """The words, with unknown ones corrected, split or joined where that makes them known."""
        tokens = list(tokens)
        result: list[str] = []
        position = 0
        while position < len(tokens):
            word = tokens[position]
            following = tokens[position + 1] if position + 1 < len(tokens) else ""
            joined = word + following
            if (
                following
                and joined in self
                and len(joined) > 5
                and (word not in self or following not in self)
            ):
                result.append(joined)
                position += 2
                continue
            result.extend(self._one(word))
            position += 1
        return result

    def _one(self, word: str) -> tuple[str, ...]:
        if word in self or word.isdigit() or len(word) < 4:
            return (word,)
        found = self._nearest(word, 1)
        if found is None and len(word) >= _LONG:
            found = self._two_words(word) or self._nearest(word, 2)
        return found or self._split(word) or (word,)

    def _two_words(self, word: str) -> tuple[str, ...] | None:
        """Two common words that were typed without the space between them."""
        for at in range(3, len(word) - 2):
            parts = word[:at], word[at:]
            if min(self._count(part) for part in parts) >= _COMMON:
                return parts
        return None

    def _nearest(self, word: str, allowed: int) -> tuple[str, ...] | None:
        matches = [
            match
            for length in range(max(4, len(word) - allowed), len(word) + allowed + 1)
            for match in sorted(
                self._shared.within(word, length, allowed)
                + self._rare.within(word, length, allowed)
            )[:_LOOKED_AT]
        ]
        if not matches:
            return None
        _, _, best = min((distance, -self._count(match), match) for distance, match in matches)
        return (best,)

    def _split(self, word: str) -> tuple[str, ...] | None:
        """Missing spaces: "drylips" is "dry", "lips": the split into the fewest known words."""
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 15), end):
                before = best[start]
                piece = word[start:end]
                if before is None or piece not in self:
                    continue
                if len(piece) < 3 and piece not in _SHORT_WORDS:
                    continue
                current = best[end]
                if current is None or len(before) + 1 < len(current):
                    best[end] = (*before, piece)
        found = best[-1]
        return found if found and len(found) > 1 and any(len(p) > 3 for p in found) else None


_LOOKED_AT = 4  # words of each length that are weighed against one another
_LONG = 7  # letters from which on two errors are mended
_COMMON = 20  # times that a common word stands in the topics
_SHORT_WORDS = frozenset("i a on in is it my me to do of at go or if no".split())
