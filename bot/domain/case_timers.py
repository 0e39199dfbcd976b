"""What happens next in the life of a case, and when. Each timer stands alone in the database.

A case is raised, delivered, seen, answered, closed; while it waits for one of these, one timer runs
that tells the care team and the person the patient named, if she did. Besides, the patient is asked
"Did you get help?" the same day and the next morning, and is told before her next held dose.
All times are this project's proposal; no clinician has signed them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.quiet_hours import QuietHours
from bot.domain.tier import Tier
from bot.domain.wall_time import instant_of, local_date_of


class TimerKind(StrEnum):
    """The value is what storage keeps and what the case's record shows: never rename one."""

    UNDELIVERED = "undelivered"  # Telegram has not taken the message
    UNSEEN = "unseen"  # taken, and no sign of life since
    UNANSWERED = "unanswered"  # a sign of life, and no word about the case
    DROPPED_OUT = "dropped_out"  # the one check after questions left behind a yes
    SAME_DAY = "same_day"
    MORNING = "morning"
    BEFORE_DOSE = "before_dose"
    NAMED_ASKED = "named_asked"  # the person she named was asked to call her: now she is told


# What the team and the named person hear of; the others are said to the patient herself.
LIFE = frozenset({TimerKind.UNDELIVERED, TimerKind.UNSEEN, TimerKind.UNANSWERED})

SAME_DAY_AFTER = timedelta(hours=4)
AFTER_DROP_OUT = timedelta(minutes=45)
NEXT_MORNING = time(9, 0)
DOSE_LEAD = timedelta(minutes=30)
# The message of the case itself has just said it.
NO_DOSE_NOTE_WITHIN = timedelta(hours=2)

_WAITS = {
    Tier.EMERGENCY: {
        TimerKind.UNDELIVERED: timedelta(minutes=5),
        TimerKind.UNSEEN: timedelta(minutes=15),
        TimerKind.UNANSWERED: timedelta(minutes=30),
    },
    Tier.CONTACT_NOW: {
        TimerKind.UNDELIVERED: timedelta(minutes=10),
        TimerKind.UNSEEN: timedelta(minutes=60),
        TimerKind.UNANSWERED: timedelta(hours=2),
    },
}


@dataclass(frozen=True, slots=True)
class Timer:
    kind: TimerKind
    due_at: datetime


def waits(kind: TimerKind, tier: Tier, since: datetime) -> Timer:
    """A timer of `LIFE`. Raises `KeyError` for a tier that makes no case."""
    return Timer(kind, since + _WAITS[tier][kind])


def follow_ups(
    raised_at: datetime, zone: ZoneInfo, quiet: QuietHours, *, dropped_out: bool
) -> tuple[Timer, ...]:
    """When the patient is asked: once the same day, unless that falls into the night, and once the
    next morning. After that the bot falls silent: patients are not chased."""
    morning = Timer(TimerKind.MORNING, _next_morning(raised_at, zone))
    if dropped_out:
        return Timer(TimerKind.DROPPED_OUT, raised_at + AFTER_DROP_OUT), morning
    at = raised_at + SAME_DAY_AFTER
    same_day = local_date_of(at, zone) == local_date_of(raised_at, zone)
    if same_day and not quiet.covers(at.astimezone(zone).time()):
        return Timer(TimerKind.SAME_DAY, at), morning
    return (morning,)


def _next_morning(after: datetime, zone: ZoneInfo) -> datetime:
    return instant_of(local_date_of(after, zone) + timedelta(days=1), NEXT_MORNING, zone)
