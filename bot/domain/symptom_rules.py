"""The triage rules as values, and how one is matched against a line of words.

What `content/symptoms/triage.yaml` says, compiled by `bot.catalog.symptom_triage`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.domain.concern.pattern import Pattern
from bot.domain.concern.words import Reader
from bot.domain.symptom_reading import Denials
from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Clue:
    """A pattern, and the words or word beginnings of which a line needs one to match it."""

    regex: re.Pattern[str]
    exact: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, pattern: Pattern) -> Clue:
        exact = frozenset(word for word in pattern.anchors if not word.endswith("*"))
        stems = tuple(sorted(word[:-1] for word in pattern.anchors if word.endswith("*")))
        return cls(pattern.regex, exact, stems)

    def spans(self, line: Line) -> list[tuple[int, int]]:
        """First and last word number of each match."""
        if not self._possible(line):
            return []
        count = line.text.count
        return [
            (count(" ", 0, match.start()), count(" ", 0, match.end()))
            for match in self.regex.finditer(line.text)
        ]

    def found(self, line: Line) -> bool:
        return self._possible(line) and self.regex.search(line.text) is not None

    def _possible(self, line: Line) -> bool:
        if not self.exact.isdisjoint(line.words):
            return True
        return bool(self.stems) and any(word.startswith(self.stems) for word in line.words)


@dataclass(frozen=True, slots=True)
class Line:
    """Normalised words between single spaces, as `symptom_reading.read_line` writes them."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Line:
        return cls(text, frozenset(text.split()))


@dataclass(frozen=True, slots=True)
class TriageRule:
    """`any_of`: one clue is enough. `all_of`: one of each group, together within `within` words
    (0: anywhere). `denied` rules also read what the text denies. `fact`: a fact, not a symptom.
    `unless`: makes a rule below "contact now" not hold; the loader allows it for no other.
    `weak`: names a topic; in a longer text it alone is no proof that the text was understood.
    `tier` None: the rule recognises something and says nothing about how urgent it is."""

    id: str
    symptom: str | None
    tier: Tier | None
    any_of: tuple[Clue, ...] = ()
    all_of: tuple[tuple[Clue, ...], ...] = ()
    within: int = 0
    denied: bool = False
    fact: str | None = None
    unless: tuple[Clue, ...] = ()
    weak: bool = False

    def holds(self, line: Line) -> bool:
        if any(clue.found(line) for clue in self.unless):
            return False
        if any(clue.found(line) for clue in self.any_of):
            return True
        groups: list[list[tuple[int, int]]] = []
        for group in self.all_of:
            spans = [span for clue in group for span in clue.spans(line)]
            if not spans:
                return False
            groups.append(spans)
        return bool(groups) and (not self.within or _near(groups, self.within))


@dataclass(frozen=True, slots=True)
class EntryTerm:
    """One entry term of a symptom, as the words that must stand near each other."""

    symptom: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class TriageRules:
    """Everything in `content/symptoms/triage.yaml`, compiled."""

    reader: Reader
    denials: Denials
    rules: tuple[TriageRule, ...]
    terms: tuple[EntryTerm, ...]
    _exact: dict[str, set[int]] = field(init=False, repr=False, compare=False)
    _stems: dict[str, set[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        exact: dict[str, set[int]] = {}
        stems: dict[str, set[int]] = {}
        for number, rule in enumerate(self.rules):
            for clue in (*rule.any_of, *(rule.all_of[0] if rule.all_of else ())):
                for word in clue.exact:
                    exact.setdefault(word, set()).add(number)
                for stem in clue.stems:
                    stems.setdefault(stem, set()).add(number)
        object.__setattr__(self, "_exact", exact)
        object.__setattr__(self, "_stems", stems)

    def matching(self, covered: Line, plain: Line) -> Iterator[TriageRule]:
        """The rules that hold, in the order of the file."""
        for number in sorted(self._candidates(covered.words | plain.words)):
            rule = self.rules[number]
            if rule.holds(plain if rule.denied else covered):
                yield rule

    def _candidates(self, words: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for word in words:
            found |= self._exact.get(word, set())
            for stem, numbers in self._stems.items():
                if word.startswith(stem):
                    found |= numbers
        return found


def _near(groups: list[list[tuple[int, int]]], within: int) -> bool:
    """Whether one span of each group fits into `within` words."""
    for first in groups[0]:
        low, high = first
        for spans in groups[1:]:
            near = min(spans, key=lambda s: max(s[1], high) - min(s[0], low))
            low, high = min(low, near[0]), max(high, near[1])
        if high - low <= within:
            return True
    return False
