"""A question that a patient wants to take to her next visit, in her own words.

The program hears it for concerns like every other text, and then only keeps and shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# A question is read aloud in a visit, all of them fit into one message (4096 characters of
# Telegram's counting), and one account must not fill the disk.
LONGEST_NOTE = 220
MOST_NOTES = 15


@dataclass(frozen=True, slots=True)
class Note:
    """One question as it was written, and when (UTC)."""

    id: int
    text: str
    written_at: datetime


def tidy(text: str) -> str:
    """Typed words as one line, without the spaces around and the line breaks within them."""
    return " ".join(text.split())


def is_too_long(text: str) -> bool:
    """Counted as Telegram counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_NOTE
