"""Rows of words that a clinician can read and check, matched against the words of a sentence.

`{raise}` stands for any word or phrase of that list, `(a|b)` for one of these, `word~` for every
word that starts so, `#` for a number, `..` for up to three words in between, `...` for up to six,
`$` for the end of the sentence, and `?` after a word or list makes it optional. Lists do not stand
inside one another. A pattern matches anywhere in a sentence.

No regular expressions: five hundred of them would cost a second each time the content loads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.faq_search.text import normalise, words

_PART = re.compile(r"\{[\w-]+\}\??|\([^)]*\)\??|\.\.\.|\.\.|[^\s(){}]+")
_GAPS = {"..": 3, "...": 6}


@dataclass(frozen=True, slots=True)
class Choice:
    """Words or phrases any of which may stand at a place."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # first word -> phrases in full
    prefixes: tuple[str, ...]  # beginnings of one word
    number: bool

    @classmethod
    def of(cls, texts: Iterable[str]) -> Choice:
        """Raises `ValueError` for a text without words."""
        phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        prefixes: list[str] = []
        number = False
        for text in texts:
            if text.strip() == "#":
                number = True
                continue
            parts = words(text)
            if not parts:
                raise ValueError(f"not a word: {text!r}")
            if text.strip().endswith("~") and len(parts) == 1:
                prefixes.append(parts[0])
            else:
                phrases[parts[0]] = (*phrases.get(parts[0], ()), tuple(parts))
        return cls(phrases, tuple(prefixes), number)

    def may_stand_in(self, tokens: frozenset[str]) -> bool:
        """False when none of the choices can be among these words: a cheap first look."""
        return (
            not self.phrases.keys().isdisjoint(tokens)
            or (self.number and any(token.isdecimal() for token in tokens))
            or any(token.startswith(self.prefixes) for token in tokens if self.prefixes)
        )

    def ends(self, tokens: Sequence[str], at: int) -> set[int]:
        """Where a match that begins at the word `at` may end."""
        if at >= len(tokens):
            return set()
        token = tokens[at]
        found = {
            at + len(phrase)
            for phrase in self.phrases.get(token, ())
            if tuple(tokens[at : at + len(phrase)]) == phrase
        }
        if (self.number and token.isdecimal()) or (
            self.prefixes and token.startswith(self.prefixes)
        ):
            found.add(at + 1)
        return found


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: up to `gap` other words before it. No choice: the end."""

    gap: int
    choice: Choice | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    steps: tuple[Step, ...]

    def search(self, tokens: Sequence[str], among: frozenset[str] | None = None) -> bool:
        """Whether the words hold the pattern anywhere. `among` is the set of `tokens`, if known."""
        if among is None:
            among = frozenset(tokens)
        for step in self.steps:
            if step.choice and not step.optional and not step.choice.may_stand_in(among):
                return False
        places = set(range(len(tokens) + 1))
        for step in self.steps:
            starts = {
                place + skipped
                for place in places
                for skipped in range(step.gap + 1)
                if place + skipped <= len(tokens)
            }
            if step.choice is None:
                places = {place for place in starts if place == len(tokens)}
            else:
                after = {end for start in starts for end in step.choice.ends(tokens, start)}
                places = (after | starts) if step.optional else after
            if not places:
                return False
        return True


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """Which of many patterns a text may match, by the words that each cannot do without."""

    _by_word: Mapping[str, tuple[int, ...]]
    _always: tuple[int, ...]  # patterns that any text may match

    @classmethod
    def of(cls, patterns: Sequence[Pattern]) -> PatternIndex:
        by_word: dict[str, list[int]] = {}
        always: list[int] = []
        for number, pattern in enumerate(patterns):
            needed = [
                step.choice.phrases.keys()
                for step in pattern.steps
                if step.choice and not step.optional
                if not step.choice.number and not step.choice.prefixes
            ]
            if not needed:
                always.append(number)
            for word in min(needed, key=len, default=()):
                by_word.setdefault(word, []).append(number)
        return cls({word: tuple(found) for word, found in by_word.items()}, tuple(always))

    def candidates(self, tokens: Iterable[str]) -> set[int]:
        """The numbers of the patterns to try on a text with these words."""
        found = set(self._always)
        for token in tokens:
            found.update(self._by_word.get(token, ()))
        return found


class Lists:
    """The named lists of words that patterns use, each made ready once."""

    __slots__ = ("_choices",)

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._choices = {name: Choice.of(entries) for name, entries in lists.items()}

    def __getitem__(self, name: str) -> Choice:
        if name not in self._choices:
            raise ValueError(f"no list is called {name!r}")
        return self._choices[name]


def read_pattern(pattern: str, lists: Lists) -> Pattern:
    """A written pattern made ready for matching.

    Raises `ValueError` for an unknown list, a gap at either end or an empty pattern.
    """
    parts = _PART.findall(pattern)
    nested = any("{" in part[1:] for part in parts)
    if nested or "".join(parts).replace(" ", "") != pattern.replace(" ", ""):
        raise ValueError(f"brackets do not match or stand inside one another: {pattern!r}")
    if not parts or {parts[0], parts[-1]} & {"..", "..."}:
        raise ValueError(f"a pattern must begin and end with a word: {pattern!r}")
    steps: list[Step] = []
    gap = 0
    for part in parts:
        if part in _GAPS:
            gap = _GAPS[part]
            continue
        if part == "$":
            steps.append(Step(gap, None))
        else:
            steps.append(Step(gap, _choice(part.removesuffix("?"), lists), part.endswith("?")))
        gap = 0
    return Pattern(tuple(steps))


def _choice(part: str, lists: Lists) -> Choice:
    if part.startswith("{"):
        return lists[part[1:-1]]
    texts = part[1:-1].split("|") if part.startswith("(") else [part]
    if any(not normalise(text.strip().removesuffix("~")) and text.strip() != "#" for text in texts):
        raise ValueError(f"not a word: {part!r}")
    return Choice.of(texts)
