"""The rules as values: what a clinician wrote in `content/safety/`, compiled.

A `Rule` raises a finding. A `Guard` covers a phrase that looks like a concern and is none (an
idiom, a leaflet, a denial); it covers that phrase only, for the labels it names.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.concern.finding import Label, Outcome, When, Whose
from bot.domain.concern.pattern import Pattern
from bot.domain.concern.words import Lexicon
from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Rule:
    """`any_of`: one pattern is enough. `all_of`: each group must match somewhere, at most
    `within` words apart (0: anywhere in the text). `unguarded` rules also read covered phrases.
    A `cue` finds nothing by itself: it is a reason for the model to look twice.
    """

    id: str
    label: Label
    tier: Tier
    outcome: Outcome
    any_of: tuple[Pattern, ...] = ()
    all_of: tuple[tuple[Pattern, ...], ...] = ()
    within: int = 0
    whose: Whose = Whose.SELF
    when: When = When.PRESENT
    unguarded: bool = False
    cue: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """`sentence`: cover the whole sentence, unless one of `unless` matches in that sentence."""

    id: str
    labels: frozenset[Label]
    patterns: tuple[Pattern, ...]
    sentence: bool = False
    unless: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything the detector needs, in the order of the files."""

    rules: tuple[Rule, ...]
    guards: tuple[Guard, ...]
    lexicon: Lexicon
