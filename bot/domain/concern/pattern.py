"""The pattern language of `content/safety/`: words, word classes, gaps.

A pattern reads like the sentence it catches. Elements stand between spaces:

    want            this word (written as normalised: lower case, no accents, "do not" for "don't")
    kill*           any word that begins so
    die|dead        either word
    (end it|stop)   either sequence of words
    {want}          a word class of `words.yaml`
    x?  {x}?  (x)?  may be absent
    ...             up to three other words of the same sentence
    ..6             up to six other words of the same sentence
    ^  $            start, end of a sentence

Gaps never cross a sentence end or a phrase that a guard has covered. Every repetition is bounded.
The same element in a thousand patterns is read once, and is one shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bot.domain.concern.matching import (
    STOPS,
    Either,
    OneWord,
    SentenceEnd,
    SentenceStart,
    WordLine,
    earlier,
)
from bot.domain.concern.pattern_parts import (
    Part,
    PatternError,
    by_beginning,
    gap,
    in_order,
    maybe,
    union,
)

__all__ = ["Compiler", "Pattern", "PatternError"]

_ELEMENT = re.compile(r"(\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)\??|[^\s()]+)\s*")
_WORD = re.compile(r"[^\s(){}|?*^$]+\*?")
_CLASS = re.compile(r"\{([^{}]*)\}")
_DEEPEST = 8
Span = tuple[int, int]
Needs = tuple[frozenset[str], ...]


class Pattern:
    """One pattern. A text without one word of each of `needs` cannot match; `anchors` is the
    rarest of them, as far as one can tell without a text. In both, `x*` is any word begun so."""

    __slots__ = (
        "_ahead", "_chain", "_first", "_stems", "_words", "anchors", "needs", "shape", "source",
    )  # fmt: skip

    def __init__(
        self, source: str, parts: list[Part], anchors: frozenset[str], needs: Needs
    ) -> None:
        whole = in_order(parts)
        self.source = source
        self.anchors = anchors
        self.needs = needs
        self.shape = whole.shape
        self._first = whole.first
        self._stems = stems_of(whole.first or frozenset())
        self._chain, self._ahead = _chain(parts)
        self._words = tuple(part.words for part in parts)

    def spans(self, line: WordLine) -> Iterator[Span]:
        """Each match as (first word, word behind the last), left to right, without overlaps."""
        starts = -1
        for words, stems, least, most in self._chain:
            starts = earlier(starts, least, most) & line.marks(words, stems)
            if not starts:
                return
        if self._first is not None:
            starts = earlier(starts, *self._ahead) & line.marks(self._first, self._stems)
        else:
            starts = earlier(starts, *self._ahead)
        ends, free = self.shape.ends, 0
        while starts:
            lowest = starts & -starts
            starts ^= lowest
            start = lowest.bit_length() - 1
            if start >= free and (found := ends(line, start)):
                yield start, found[0]
                free = max(found[0], start + 1)

    def found(self, line: WordLine) -> bool:
        """Whether it matches anywhere."""
        return next(self.spans(line), None) is not None

    def mentions(self, word: str) -> bool:
        """Whether the pattern itself holds this word."""
        return any(word in words for words in self._words)


Chain = tuple[tuple[frozenset[str], tuple[str, ...], int, int], ...]


def _chain(parts: list[Part]) -> tuple[Chain, tuple[int, int]]:
    """The words that must be there, last first, each with how far the one before it in this list
    may be ahead (`least`, `most`); and how far the first of them may be from the start."""
    chain: list[tuple[frozenset[str], tuple[str, ...], int, int]] = []
    least = most = 0
    for part in reversed(parts):
        if part.needs is None:
            least, most = least + part.shortest, most + part.longest
            continue
        # A needed word may stand anywhere within its part.
        chain.append((part.needs, stems_of(part.needs), least + 1, most + part.longest))
        least, most = 0, part.longest - 1
    return tuple(chain), (least, most)


def stems_of(words: frozenset[str]) -> tuple[str, ...]:
    """The beginnings among `words`, without their `*`."""
    return tuple(sorted(word[:-1] for word in words if word.endswith("*")))


class Compiler:
    """Reads patterns against word classes; classes may use other classes.

    `fold` and `short_forms` are applied to every literal word, so that a pattern may be written
    as people write ("can't", accents) and still meets the text as it is read. `common` are words
    too frequent to index a pattern by.
    """

    def __init__(
        self,
        classes: Mapping[str, tuple[str, ...]],
        fold: Callable[[str], str] = str.lower,
        common: frozenset[str] = frozenset(),
        short_forms: Mapping[str, str] | None = None,
    ) -> None:
        self._classes = classes
        self._fold = fold
        self._short_forms = short_forms or {}
        self._common = common
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._words: dict[str, Part] = {}
        self._elements: dict[str, Part] = {}
        self._class_parts: dict[str, Part] = {}
        self._open: list[str] = []
        self._numbers = 0
        self.vocabulary: set[str] = set()

    def compile(self, source: str) -> Pattern:
        """Raises `PatternError` for a pattern that cannot be read or that has no fixed word."""
        parts = self._parts(source, source)
        needs = tuple(dict.fromkeys(self._one(part.needs) for part in parts if part.needs))
        if not needs:
            raise PatternError(f"pattern {source!r} has no word that must be present")
        return Pattern(source, parts, min(needs, key=self._cost), needs)

    def _one(self, words: frozenset[str]) -> frozenset[str]:
        """The same set for all patterns that need the same words."""
        return self._sets.setdefault(words, words)

    def check_class(self, name: str) -> None:
        """Raises `PatternError` if a word class cannot be read."""
        self._class(name)

    def _parts(self, text: str, source: str) -> list[Part]:
        """The elements of a sequence; `source` is the pattern to name in a complaint."""
        at, parts = len(text) - len(text.lstrip()), []
        while at < len(text):
            match = _ELEMENT.match(text, at)
            if match is None:
                missing = text[at] == "("
                raise PatternError(
                    f"pattern {source!r} " + ("lacks a ')'" if missing else "has a stray ')'")
                )
            element = match.group(1)
            part = self._elements.get(element)
            if part is None:
                part = self._elements[element] = self._element(element, source)
            parts.append(part)
            at = match.end()
        if not parts:
            raise PatternError(f"pattern {source!r} has an empty alternative")
        return parts

    def _element(self, element: str, source: str) -> Part:
        if len(element) > 1 and element[-1] == "?":
            return maybe(self._element(element[:-1], source))
        if element[0] == "(":
            return self._either([self._option(option, source) for option in _options(element)])
        if element[0] == "{":
            name = _CLASS.fullmatch(element)
            if name is None:
                raise PatternError(f"pattern {source!r} has a stray {element!r}")
            return self._class(name.group(1))
        if element.startswith(".."):
            return gap(element)
        if element == "^":
            return Part(SentenceStart(), None, STOPS, 1, 1)
        if element == "$":
            return Part(SentenceEnd(), None, STOPS, 0, 0)
        # `a|b c` binds tightly: alternatives without parentheses are single words
        return self._either([self._word(word, source) for word in element.split("|")])

    def _word(self, word: str, source: str) -> Part:
        if word in self._words:
            return self._words[word]
        if not _WORD.fullmatch(word):
            raise PatternError(f"pattern {source!r} has a stray {word!r}")
        folded = self._fold(word.rstrip("*"))
        if not folded or " " in folded:
            raise PatternError(f"{word!r} is not one normalised word (it becomes {folded!r})")
        if word.endswith("*"):
            stem = frozenset({f"{folded}*"})
            part = Part(OneWord(frozenset(), (folded,)), stem, stem, 1, 1, stem)
        else:
            words = self._short_forms.get(folded, folded).split()
            self.vocabulary.update(words)
            parts = []
            for each in words:
                one = frozenset({each})
                parts.append(Part(OneWord(one), one, one, 1, 1, one))
            part = self._sequence(parts)
        self._words[word] = part
        return part

    def _class(self, name: str) -> Part:
        if name in self._class_parts:
            return self._class_parts[name]
        if name not in self._classes:
            raise PatternError(f"there is no word class {{{name}}}")
        if name in self._open or len(self._open) > _DEEPEST:
            raise PatternError(f"word class {{{name}}} contains itself")
        self._open.append(name)
        try:
            options = [self._option(entry, entry) for entry in self._classes[name]]
        finally:
            self._open.pop()
        part = self._class_parts[name] = self._either(options)
        return part

    def _option(self, text: str, source: str) -> Part:
        return self._words.get(text) or self._sequence(self._parts(text, source))

    def _sequence(self, parts: list[Part]) -> Part:
        if len(parts) == 1:
            return parts[0]
        whole = in_order(parts)
        needs = min((part.needs for part in parts if part.needs), key=self._cost, default=None)
        return Part(
            whole.shape, needs, whole.first, whole.longest, whole.shortest,
            frozenset().union(*[part.words for part in parts]),
        )  # fmt: skip

    def _either(self, options: list[Part]) -> Part:
        if len(options) == 1:
            return options[0]
        plain: list[OneWord] = []
        longer: list[Part] = []
        for option in options:
            shape = option.shape
            if isinstance(shape, OneWord):
                plain.append(shape)
            else:
                longer.append(option)
        word = None
        if plain:
            word = OneWord(
                frozenset().union(*[shape.exact for shape in plain]),
                tuple(sorted({stem for shape in plain for stem in shape.stems})),
            )
        words = frozenset().union(*[option.words for option in options])
        if word is not None and not longer:
            return Part(word, words, words, 1, 1, words)
        self._numbers += 1
        return Part(
            Either(self._numbers, word, *by_beginning(longer)),
            union([option.needs for option in options]),
            union([option.first for option in options]),
            max([option.longest for option in options]),
            min([option.shortest for option in options]),
            words,
        )

    def _cost(self, needs: frozenset[str]) -> tuple[int, int]:
        return (len(needs & self._common), len(needs))


def _options(text: str) -> Iterator[str]:
    """The alternatives in a pair of parentheses, cut at the bars outside inner ones."""
    text = text[1:-1]
    if "(" not in text:
        yield from text.split("|")
        return
    level, start = 0, 0
    for at, sign in enumerate(text):
        level += (sign == "(") - (sign == ")")
        if sign == "|" and level == 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]
