"""The person a patient has named: asked to call her when she does not answer, and told, if she
wants that, how her routine goes. Never anything about mood, nor about a case but the call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

PAYLOAD = "trusted_"
LINK_FOR = timedelta(days=2)  # long enough to be read tomorrow, too short to lie around
LONGEST_NAME = 40
# "Please call them now" is of no use, and frightens, when it comes the next day.
ASK_WITHIN = timedelta(hours=12)

_START = re.compile(rf"/start(?:@\w+)?\s+{PAYLOAD}([A-Za-z0-9_-]{{20,48}})\s*")


class Level(StrEnum):
    """What the person is shown, from less to more. The value is stored: never rename one."""

    NOTHING = "nothing"
    DOSES = "doses"  # days of the daily one that were not recorded
    ALL = "all"  # that, and a weekly line about every shared routine

    @property
    def rank(self) -> int:
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Tie:
    """One patient and the one person she has named. `trusted_id` is that person's own row here,
    once she or he has agreed; `shown_name` is how they know the patient. `asked_level` is more than
    `level`, wished by the patient and not yet agreed to by the person."""

    id: int
    patient_id: int
    trusted_id: int | None
    shown_name: str | None
    link_expires_at: datetime | None
    named_at: datetime
    agreed_at: datetime | None
    level: Level = Level.NOTHING
    asked_level: Level | None = None
    next_line_at: datetime | None = None


def code_of(text: str) -> str | None:
    """The code of a link, from the /start message that it makes Telegram send."""
    found = _START.fullmatch(text.strip())
    return found.group(1) if found else None
