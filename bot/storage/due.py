"""What a tick asks a thousand times before it finds something to do: one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, select

from bot.storage.schema import occurrences, routines
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


def _first(column: ColumnElement[datetime]) -> ScalarSelect[datetime]:
    return select(column).where(column.is_not(None)).order_by(column).limit(1).scalar_subquery()


_FIRST = select(_first(routines.c.next_due_at), _first(occurrences.c.next_step_at))
