"""A clinic that sends its patients here, by a link of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

PAYLOAD = "clinic_"
LONGEST_NAME = 60
LONGEST_PHONE = 40

_START = re.compile(rf"/start(?:@\w+)?\s+{PAYLOAD}([A-Za-z0-9_-]{{16,48}})\s*")


@dataclass(frozen=True, slots=True)
class Clinic:
    """What the operator has entered about it. `team_chat` is where its care team is told of cases
    (of patients who agreed to that), `backup_chat` where it is asked again."""

    id: int
    name: str
    phone: str | None
    language: str | None
    country: str | None
    team_chat: int | None
    backup_chat: int | None
    added_at: datetime
    revoked_at: datetime | None = None

    @property
    def chats(self) -> frozenset[int]:
        return frozenset({self.team_chat, self.backup_chat} - {None})  # type: ignore[arg-type]


def code_of(text: str) -> str | None:
    """The code of a clinic's link, from the /start message that it makes Telegram send."""
    found = _START.fullmatch(text.strip())
    return found.group(1) if found else None
