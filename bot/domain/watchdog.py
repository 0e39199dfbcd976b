"""When the operator is told that urgent messages do not leave, and when that it is over.

Once at the start of a trouble, again when it grows or after a day, once at its end: who is told
every minute stops reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

SAY_AGAIN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What the operator knows: so many messages were overdue when it was last said."""

    count: int
    at: datetime


class Verdict(Enum):
    """What to tell."""

    NOTHING = "nothing"
    TROUBLE = "trouble"
    OVER = "over"


def judged(told: Told | None, overdue: int, now: datetime) -> Verdict:
    """`overdue`: urgent messages that wait for longer than the operator's patience; `told` None:
    there was no trouble so far."""
    if overdue == 0:
        return Verdict.NOTHING if told is None else Verdict.OVER
    if told is None or overdue > told.count or now - told.at >= SAY_AGAIN_AFTER:
        return Verdict.TROUBLE
    return Verdict.NOTHING
