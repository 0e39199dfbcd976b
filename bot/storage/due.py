"""What a tick asks a thousand times before it finds something to do: one statement each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, ScalarSelect, literal_column, select

from bot.storage.schema import (
    broadcasts,
    case_timers,
    checkins,
    escalations,
    occurrences,
    patients,
    routines,
    trusted_people,
)
from bot.storage.store import Tx


@dataclass(frozen=True, slots=True)
class Due:
    """Whether any routine is to be planned, and any open question to be repeated or closed."""

    routines: bool
    questions: bool


async def look(tx: Tx, now: datetime) -> Due:
    """By the first entry of each index, and not by EXISTS: that one, PostgreSQL may answer by
    reading the table."""
    row = (await tx.execute(_FIRST)).one()
    return Due(*(first is not None and first <= now for first in row))


class FollowUp(StrEnum):
    """What is looked after between the reminders."""

    CASES = "timers of cases"
    TEAM = "steps of the care team"
    LEFT = "check-ins and questions that were left alone"
    INVITATIONS = "invitations to check-ins"
    LINES = "lines for named people"
    DELETIONS = "deletions"
    BROADCASTS = "broadcasts"


async def follow_ups(tx: Tx, now: datetime) -> frozenset[FollowUp]:
    """Those that may have something to do. Whoever left a question alone was there before `now`:
    how long is long enough is for the services to say."""
    row = (await tx.execute(_FIRST_FOLLOW_UPS)).one()
    return frozenset(
        each for each, at in zip(FollowUp, row, strict=True) if at is not None and at <= now
    )


def _first(column: ColumnElement[datetime], *only: ColumnElement[bool]) -> ScalarSelect[datetime]:
    query = select(column).where(column.is_not(None), *only).order_by(column).limit(1)
    return query.scalar_subquery()


_FIRST = select(_first(routines.c.next_due_at), _first(occurrences.c.next_step_at))
_FIRST_FOLLOW_UPS = select(
    _first(case_timers.c.due_at),
    _first(escalations.c.team_next_at),
    _first(checkins.c.touched_at, checkins.c.state == literal_column("'open'")),
    _first(patients.c.next_checkin_at),
    _first(trusted_people.c.next_line_at),
    _first(patients.c.delete_at),
    _first(broadcasts.c.next_at),
)
