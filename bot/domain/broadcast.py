"""A message that a care team writes to those of its patients who have asked for news.

It is written by people, so nothing vouches for its words but them: it says so, leaves last, never
goes to anybody with an open case, and can be stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LONGEST = 1500  # characters; what is longer belongs on paper
DRAFT_HOLDS = timedelta(hours=1)  # a press on an old preview sends nothing
HELPS_FOR = timedelta(days=2)  # what could not leave by then is news no more
KEY = "broadcast:"


class BroadcastState(StrEnum):
    """The value is what storage keeps: never rename one."""

    DRAFT = "draft"
    SENDING = "sending"
    STOPPED = "stopped"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`clinic_id`: whose patients it is for; None for those of no clinic, who belong to the
    installation's own team. `after_id`: the last patient for whom it was queued."""

    id: int
    clinic_id: int | None
    chat_id: int
    text: str
    state: BroadcastState
    made_at: datetime
    confirmed_at: datetime | None
    after_id: int

    def may_be_sent(self, now: datetime) -> bool:
        return self.state is BroadcastState.DRAFT and now - self.made_at <= DRAFT_HOLDS


@dataclass(frozen=True, slots=True)
class Progress:
    """How many patients' messages are where. `left_out`: withheld at the last moment (an open
    case, a pause, consent withdrawn, stopped)."""

    waiting: int
    sent: int
    left_out: int
    failed: int


def key_for(broadcast_id: int, patient_id: int) -> str:
    """The key of the one row that a patient gets."""
    return f"{KEY}{broadcast_id}:{patient_id}"
