"""Who we talk to: as little about a person as the reminders need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.clinic import Clinic


class PatientState(StrEnum):
    """`VISITOR` has never opted in and may still use /faq and /sos."""

    VISITOR = "visitor"
    ACTIVE = "active"
    REFUSED = "refused"  # under 12, or a teen where the operator does not admit teens
    UNREACHABLE = "unreachable"  # blocked the bot, or deleted the account


class Purpose(StrEnum):
    """What a consent is for; each is asked and withdrawn on its own."""

    REMINDERS = "reminders"
    MOOD = "mood"
    CARE_TEAM = "care_team"
    NEWS = "news"  # what the care team writes to all who asked for it


CONSENT_VERSION = "2026-11"


@dataclass(frozen=True, slots=True)
class Patient:
    """One chat. `quiet_start` and `quiet_end` are local wall times."""

    id: int
    chat_id: int
    state: PatientState
    language: str
    country: str | None
    time_zone: str | None
    age_group: str | None
    name: str | None
    doctor: str | None
    quiet_start: time
    quiet_end: time
    paused_since: datetime | None
    course_started_on: date | None
    next_checkin_at: datetime | None
    checkins_missed: int
    consents: frozenset[Purpose] = frozenset()
    course_ended_on: date | None = None  # the local day of the last capsule
    prescriber_knows_at: datetime | None = None  # when she said so (see `MoodHistory`)
    checkin_invited_at: datetime | None = None
    home_zone: str | None = None  # while she travels: the clock that her routines stay on
    discreet: bool = True  # neutral words on lock screens
    clinic: Clinic | None = None  # whose link she has followed, with her consent
    account_sign: Any = None  # see `bot.domain.ownership`
    heard_at: datetime | None = None
    doubted_at: datetime | None = None  # somebody else may hold this account now
    delete_at: datetime | None = None  # she has said /delete: everything goes then

    @property
    def zone(self) -> tzinfo:
        """The zone where the patient is; UTC as long as none is known."""
        return _zone(self.time_zone)

    @property
    def day_zone(self) -> tzinfo:
        """The zone by which her days are counted: that of home while her routines stay on it."""
        return _zone(self.home_zone or self.time_zone)

    @property
    def is_teen(self) -> bool:
        return self.age_group == "teen"

    @property
    def paused(self) -> bool:
        return self.paused_since is not None

    def consents_to(self, purpose: Purpose) -> bool:
        return purpose in self.consents

    def local_date(self, now: datetime) -> date:
        return now.astimezone(self.day_zone).date()


def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
