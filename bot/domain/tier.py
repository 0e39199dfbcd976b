"""What to do, and how soon: the one scale that every safety rule answers with.

A tier names an *action*, never a "risk level": nobody is told that their risk is low, no result
withholds help, and when two tiers could apply the higher one holds.
"""

from __future__ import annotations

from enum import IntEnum


class Tier(IntEnum):
    """Ordered, so that `max()` of several findings is the rule "the higher one holds"."""

    SELF_CARE = 0
    ROUTINE = 1  # R: mention at the next visit
    WITHIN_24H = 2  # D: call the doctor or pharmacist within 24 hours
    CONTACT_NOW = 3  # N: contact your doctor now; not the next capsule until spoken to
    EMERGENCY = 4  # E: emergency services now

    @property
    def code(self) -> str:
        """The letter that clinicians use: "-", "R", "D", "N" or "E"."""
        return "-RDNE"[self]

    @property
    def label(self) -> str:
        """The word that command-line output uses, e.g. `contact_now`."""
        return self.name.lower()

    @property
    def escalates(self) -> bool:
        """N and E raise an escalation and hold the dose; the others never do."""
        return self >= Tier.CONTACT_NOW

    @classmethod
    def from_code(cls, code: str) -> Tier:
        """The tier of a letter in a content file. Raises `ValueError` on any other text."""
        position = "-RDNE".find(code) if len(code) == 1 else -1
        if position < 0:
            raise ValueError(f"unknown tier {code!r}: use one of - R D N E")
        return cls(position)
