"""A question that a patient wants to take to her next visit, in her own words.

The program hears it for concerns like every other text, and then only keeps and shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

LONGEST_NOTE = 300  # characters: it is to be read aloud in a visit
MOST_NOTES = 20  # a visit has no time for more, and one account must not fill the disk


@dataclass(frozen=True, slots=True)
class Note:
    """One question as it was written, and when (UTC)."""

    id: int
    text: str
    written_at: datetime


def tidy(text: str) -> str:
    """Typed words as one line, without the spaces around and the line breaks within them."""
    return " ".join(text.split())
