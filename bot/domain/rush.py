"""A rush: far more from one chat than one person can mean, in one minute or in one day.

In a rush every text is still heard for concerns, and what belongs to a person's safety is still
done; the rest is left unanswered, and that is said once. See `docs/decisions/0030`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# No hand reaches this; behind it not even safety buttons are answered any more.
FAR_OVER = 10


@dataclass(frozen=True, slots=True)
class Rush:
    """One update that comes on top of too many. `window` names the minute or the day."""

    kind: Literal["minute", "day"]
    window: str
    far_over: bool
