"""The triage rules as values, and how one is matched against a line of words.

What `content/symptoms/triage.yaml` says, compiled by `bot.catalog.symptom_triage`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.domain.concern.index import Index, Needs
from bot.domain.concern.matching import WordLine
from bot.domain.concern.pattern import Pattern
from bot.domain.concern.words import Reader
from bot.domain.symptom_reading import Denials
from bot.domain.tier import Tier


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
    any_of: tuple[Pattern, ...] = ()
    all_of: tuple[tuple[Pattern, ...], ...] = ()
    within: int = 0
    denied: bool = False
    fact: str | None = None
    unless: tuple[Pattern, ...] = ()
    weak: bool = False

    def holds(self, line: WordLine, possible: Sequence[Pattern]) -> bool:
        """`possible`: those of its patterns that the line has the words for."""
        if any(pattern.found(line) for pattern in self.unless):
            return False
        if self.any_of:
            return any(pattern.found(line) for pattern in possible)
        groups: list[list[tuple[int, int]]] = []
        for group in self.all_of:
            spans = [span for each in group if each in possible for span in each.spans(line)]
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
    _needs: Needs = field(init=False, repr=False, compare=False)
    _index: Index[TriageRule] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        needs = Needs()
        pairs = [
            (rule, (*rule.any_of, *(pattern for group in rule.all_of for pattern in group)))
            for rule in self.rules
        ]
        object.__setattr__(self, "_needs", needs)
        object.__setattr__(self, "_index", Index(pairs, needs))

    def matching(self, covered: WordLine, plain: WordLine) -> Iterator[TriageRule]:
        """The rules that hold, in the order of the file."""
        for rule, possible in self._index.candidates(self._needs.present(plain)):
            if rule.holds(plain if rule.denied else covered, possible):
                yield rule


def _near(groups: list[list[tuple[int, int]]], within: int) -> bool:
    """Whether one span of each group fits into `within` words."""
    for first in groups[0]:
        low, high = first
        for spans in groups[1:]:
            near = min(spans, key=lambda s: max(s[1], high) - min(s[0], low))
            low, high = min(low, near[0]), max(high, near[1])
        if high - low < within:
            return True
    return False
