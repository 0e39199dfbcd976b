"""What a patient can have made for her, and the order for making it.

Nothing of it is stored: the outbox holds the wish (`bot.domain.outgoing.Draw`), the order is
written from the rows of the moment of sending, and what comes back goes to Telegram.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.plain_json import to_plain


class Want(StrEnum):
    """What a patient can ask for. The value is what waiting rows keep: never rename one."""

    PROGRESS = "progress"  # the picture
    REPORT = "report"  # pages for the visit
    FHIR = "fhir"
    TABLE = "table"
    CALENDAR = "calendar"  # routines for the phone's calendar
    EXPORT = "export"  # everything that is kept


class Make(StrEnum):
    """What the drawing process can make. Each takes one value and gives one file."""

    PICTURE = "picture"  # a `Picture` -> PNG
    PAGES = "pages"  # a `Report` -> PDF
    FHIR = "fhir"  # a `Record` -> FHIR R4 bundle, JSON
    TABLE = "table"  # a `Table` -> CSV
    CALENDAR = "calendar"  # a `PhoneCalendar` -> iCalendar
    ARCHIVE = "archive"  # an `Archive` -> ZIP


@dataclass(frozen=True, slots=True)
class Job:
    """One order: what to make, and of what, as plain JSON values."""

    make: Make
    what: Any

    @classmethod
    def of(cls, make: Make, value: object) -> Job:
        return cls(make, to_plain(value))

    def to_bytes(self) -> bytes:
        """What the drawing process reads."""
        return json.dumps(to_plain(self), ensure_ascii=False).encode("utf-8", "replace")

    @property
    def key(self) -> str:
        """The same for the same content: an answer to one is an answer to the other."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: text that is there already, or a job of its own."""

    name: str
    text: str | None = None
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    members: tuple[Member, ...]
