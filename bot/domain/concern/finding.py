"""What a text revealed: one label, one tier, how sure, about whom, when, and which rules said so.

`why` lists rule ids. Each can be searched for in `content/safety/`, where the rule stands with
its patterns, its source and its review state, so that a clinician can follow every finding back
to a sentence somebody wrote and can sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.tier import Tier


class Label(StrEnum):
    """What kind of trouble. The order of definition breaks ties: suicide is answered first."""

    SUICIDE = "suicide"
    OVERDOSE = "overdose"
    PSYCHOSIS = "psychosis"
    PHYSICAL = "physical"
    PREGNANCY = "pregnancy"
    SEVERE_MOOD = "severe_mood"
    NONE = "none"


class Outcome(StrEnum):
    """`certain`: the fixed N or E message at once. `possible`: the short direct question."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NONE = "none"


class Whose(StrEnum):
    """Whom the text is about. "My sister wants to die" gets the same contacts, other words."""

    SELF = "self"
    OTHER = "other"


class When(StrEnum):
    """Past attempts are still told to a doctor, in other words than present danger."""

    PRESENT = "present"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of the detector for one text. `why` is sorted and without repeats."""

    outcome: Outcome
    label: Label
    tier: Tier
    whose: Whose = Whose.SELF
    when: When = When.PRESENT
    why: tuple[str, ...] = ()

    @property
    def concerns(self) -> bool:
        """Whether anything must be said or asked before the text is read as anything else."""
        return self.outcome is not Outcome.NONE


NOTHING = Finding(Outcome.NONE, Label.NONE, Tier.SELF_CARE)


def cli_tier(finding: Finding) -> str:
    """`emergency`, `urgent` or `routine`: the three words that `classify --jsonl` prints."""
    if finding.tier is Tier.EMERGENCY:
        return "emergency"
    return "urgent" if finding.tier is Tier.CONTACT_NOW else "routine"
