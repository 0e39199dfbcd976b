"""The pattern language of `content/safety/`: words, word classes, gaps; compiled to one regex.

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

Gaps never cross a sentence end or a phrase that a guard has covered. Every repetition is bounded,
so matching time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

COVERED = "\N{REPLACEMENT CHARACTER}"
"""Stands for every character of a phrase that a guard has covered; no pattern matches it."""

_GAP_WORD = f"[^ .?{COVERED}]+ "
_PLAIN = re.compile(r"[^\s(){}|?*^$]+\*?")
_PIECE = re.compile(r"\.\.\.|\.\.\d+|[(){}|?^$]|[^\s(){}|?^$]+")
_MOST_GAP = 12
_DEEPEST = 8


class PatternError(ValueError):
    """The pattern cannot be read; the message is a sentence for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled piece: its regex, the words of which one must be there, its longest length.

    `needs` is None if no single word is certain to be present (an optional piece, a gap).
    Words that end in `*` are prefixes. `longest` counts words.
    """

    regex: str
    needs: frozenset[str] | None
    longest: int


class Pattern:
    """One pattern. `anchors`: a text without any of these words cannot match.

    The regex is built at its first use: a thousand of them at every start cost seconds.
    """

    __slots__ = ("_compiled", "_regex", "anchors", "longest", "source")

    def __init__(self, source: str, regex: str, anchors: frozenset[str], longest: int) -> None:
        self.source = source
        self.anchors = anchors
        self.longest = longest
        self._regex = regex
        self._compiled: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled regex; two threads may both compile it, to the same effect."""
        if self._compiled is None:
            self._compiled = re.compile(self._regex)
        return self._compiled


class Compiler:
    """Compiles patterns against word classes; classes may use other classes.

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
        self._done: dict[str, Part] = {}
        self.vocabulary: set[str] = set()

    def compile(self, source: str) -> Pattern:
        """Raises `PatternError` for a pattern that cannot be read or that has no fixed word."""
        part = self._parse(source, 0)
        if not part.needs:
            raise PatternError(f"pattern {source!r} has no word that must be present")
        return Pattern(source, " " + part.regex, part.needs, part.longest)

    def check_class(self, name: str) -> None:
        """Raises `PatternError` if a word class cannot be read."""
        self._class(name, 0)

    def _parse(self, source: str, depth: int) -> Part:
        pieces = _PIECE.findall(source)
        reader = _Reader(pieces, source)
        part = self._sequence(reader, depth)
        if reader.peek() is not None:
            raise PatternError(f"pattern {source!r} has a stray {reader.peek()!r}")
        return part

    def _alternatives(self, reader: _Reader, depth: int) -> Part:
        options = [self._sequence(reader, depth)]
        while reader.peek() == "|":
            reader.take()
            options.append(self._sequence(reader, depth))
        return _either(options)

    def _sequence(self, reader: _Reader, depth: int) -> Part:
        parts: list[Part] = []
        while (piece := reader.peek()) not in (None, "|", ")"):
            assert piece is not None
            part = self._element(reader, depth)
            if reader.peek() == "?":
                reader.take()
                part = Part(f"(?:{part.regex})?", None, part.longest)
            parts.append(part)
        if not parts:
            raise PatternError(f"pattern {reader.source!r} has an empty alternative")
        needs = min((p.needs for p in parts if p.needs), key=self._cost, default=None)
        return Part("".join(p.regex for p in parts), needs, sum(p.longest for p in parts))

    def _element(self, reader: _Reader, depth: int) -> Part:
        piece = reader.take()
        if piece == "(":
            part = self._alternatives(reader, depth)
            reader.expect(")")
            return Part(f"(?:{part.regex})", part.needs, part.longest)
        if piece == "{":
            name = reader.take()
            reader.expect("}")
            return self._class(name, depth)
        if piece == "...":
            return Part(f"(?:{_GAP_WORD}){{0,3}}?", None, 3)
        if re.fullmatch(r"\.\.\d+", piece):
            size = int(piece[2:])
            if not 1 <= size <= _MOST_GAP:
                raise PatternError(f"gap {piece} must be 1 to {_MOST_GAP}")
            return Part(f"(?:{_GAP_WORD}){{0,{size}}}?", None, size)
        if piece == "^":
            return Part("[.?] ", None, 1)
        if piece == "$":
            return Part("(?=[.?] )", None, 1)
        if not _PLAIN.fullmatch(piece):
            raise PatternError(f"pattern {reader.source!r} has a stray {piece!r}")
        # `a|b c` binds tightly: alternatives without parentheses are single words
        words = [piece]
        while reader.peek() == "|" and reader.tight():
            reader.take()
            words.append(reader.take())
        return _either([self._word(word) for word in words], grouped=True)

    def _word(self, word: str) -> Part:
        prefix = word.endswith("*")
        folded = self._fold(word.rstrip("*"))
        if not folded or " " in folded:
            raise PatternError(f"{word!r} is not one normalised word (it becomes {folded!r})")
        if prefix:
            return Part(f"{re.escape(folded)}[^ ]* ", frozenset({folded + "*"}), 1)
        words = self._short_forms.get(folded, folded).split()
        self.vocabulary.update(words)
        rarest = min(words, key=lambda w: (w in self._common, -len(w)))
        regex = "".join(f"{re.escape(piece)} " for piece in words)
        return Part(regex, frozenset({rarest}), len(words))

    def _class(self, name: str, depth: int) -> Part:
        if name in self._done:
            return self._done[name]
        if name not in self._classes:
            raise PatternError(f"there is no word class {{{name}}}")
        if depth > _DEEPEST:
            raise PatternError(f"word class {{{name}}} contains itself")
        parts = [self._parse(entry, depth + 1) for entry in self._classes[name]]
        part = _either(parts, grouped=True)
        self._done[name] = part
        return part

    def _cost(self, needs: frozenset[str]) -> tuple[int, int]:
        return (len(needs & self._common), len(needs))


class _Reader:
    """Pieces of one pattern, read from left to right."""

    def __init__(self, pieces: list[str], source: str) -> None:
        self.source = source
        self._pieces = pieces
        self._tight = _tight_bars(source)
        self._at = 0

    def peek(self) -> str | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def take(self) -> str:
        piece = self.peek()
        if piece is None:
            raise PatternError(f"pattern {self.source!r} ends too early")
        self._at += 1
        return piece

    def expect(self, wanted: str) -> None:
        if self.peek() != wanted:
            raise PatternError(f"pattern {self.source!r} lacks a {wanted!r}")
        self._at += 1

    def tight(self) -> bool:
        """Whether the bar now ahead joins single words (outside parentheses)."""
        return self._at in self._tight


def _tight_bars(source: str) -> frozenset[int]:
    """Positions of the bars that stand outside parentheses: those join single words."""
    level, tight = 0, set()
    for index, match in enumerate(_PIECE.finditer(source)):
        piece = match.group()
        level += (piece == "(") - (piece == ")")
        if piece == "|" and level == 0:
            tight.add(index)
    return frozenset(tight)


def _either(options: list[Part], *, grouped: bool = False) -> Part:
    if len(options) == 1 and not grouped:
        return options[0]
    needs: frozenset[str] | None = frozenset()
    for option in options:
        needs = None if needs is None or not option.needs else needs | option.needs
    # longest first, so that an alternative never hides a longer one that begins the same way
    regexes = sorted({o.regex for o in options}, key=lambda r: (-len(r), r))
    regex = f"(?:{'|'.join(regexes)})" if len(regexes) > 1 else regexes[0]
    return Part(regex, needs, max(o.longest for o in options))
