"""The triage rules as values: what `content/symptoms/triage.yaml` says, compiled."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.concern.pattern import Pattern
from bot.domain.concern.words import Reader
from bot.domain.symptom_reading import Denials
from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class TriageRule:
    """`any_of`: one pattern is enough. `all_of`: one of each group, together within `within` words
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
