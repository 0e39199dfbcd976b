"""The newest rows of the outbox, the cases and what is due next: for people who watch it work.

No sealed column is read: whoever watches needs no key, and sees no name and no text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal_column, select, true
from sqlalchemy.exc import OperationalError, ProgrammingError

from bot.storage.schema import (
    case_timers,
    escalations,
    inbox,
    occurrences,
    outbox,
    patients,
    routines,
)
from bot.storage.store import Store, Tx

INSTANTS = 20
# Words, not parameters: the partial indexes are chosen before parameters are known.
_QUEUED = outbox.c.state == literal_column("'queued'")
_LEASED = outbox.c.state == literal_column("'leased'")
# Every instant at which the program has something to do.
_DUE: tuple[tuple[ColumnElement[datetime], ColumnElement[bool]], ...] = (
    (routines.c.next_due_at, true()),
    (occurrences.c.next_step_at, true()),
    (patients.c.next_checkin_at, true()),
    (patients.c.delete_at, true()),
    (case_timers.c.due_at, true()),
    (escalations.c.team_next_at, true()),
    (outbox.c.not_before, _QUEUED),
)


@dataclass(frozen=True, slots=True)
class OwedRow:
    """A row of the outbox, by whom it is for and where it stands."""

    id: int
    chat_id: int
    send_class: str
    state: str
    reason: str | None
    attempts: int
    uncertain: int
    not_before: datetime
    created_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseRow:
    number: int
    chat_id: int
    tier: str
    raised_at: datetime
    delivered_at: datetime | None
    acknowledged_at: datetime | None
    team_acked_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Board:
    """`inbox_open`: updates that have no effect yet. `due`: the first instants at which there is
    something to do, past ones too; `due_reminders`: those of routines alone. `next_reminders`: by
    chat, the next routine that is due or asked again."""

    outbox: list[OwedRow]
    cases: list[CaseRow]
    inbox_open: int
    due: list[datetime]
    due_reminders: list[datetime]
    next_reminders: dict[int, datetime]


async def read_board(store: Store, rows: int, cases: int) -> Board | None:
    """None: the tables are not there yet."""
    try:
        async with store.read() as tx:
            return Board(
                await newest_rows(tx, rows),
                await newest_cases(tx, cases),
                await inbox_open(tx),
                await due(tx, _DUE),
                await due(tx, _DUE[:1]),
                await next_reminders(tx),
            )
    except (OperationalError, ProgrammingError):
        return None


async def newest_rows(tx: Tx, limit: int) -> list[OwedRow]:
    """All that waits or is under way, and the newest of the rest; newest first."""
    columns = (
        outbox.c.id,
        outbox.c.chat_id,
        outbox.c.send_class,
        outbox.c.state,
        outbox.c.reason,
        outbox.c.attempts,
        outbox.c.uncertain,
        outbox.c.not_before,
        outbox.c.created_at,
        outbox.c.settled_at,
    )
    found: dict[int, OwedRow] = {}
    for state in (_LEASED, _QUEUED, true()):
        query = select(*columns).where(state).order_by(outbox.c.id.desc()).limit(limit)
        for row in (await tx.execute(query)).mappings():
            found.setdefault(row["id"], OwedRow(**row))
    return sorted(found.values(), key=lambda row: -row.id)


async def newest_cases(tx: Tx, limit: int) -> list[CaseRow]:
    """Open ones first, then the newest of the closed."""
    query = (
        select(
            escalations.c.id,
            patients.c.chat_id,
            escalations.c.tier,
            escalations.c.raised_at,
            escalations.c.delivered_at,
            escalations.c.acknowledged_at,
            escalations.c.team_acked_at,
            escalations.c.closed_at,
        )
        .join(patients, patients.c.id == escalations.c.patient_id)
        .order_by(escalations.c.closed_at.is_not(None), escalations.c.id.desc())
        .limit(limit)
    )
    return [CaseRow(*row) for row in await tx.execute(query)]


async def inbox_open(tx: Tx) -> int:
    query = select(func.count()).select_from(inbox).where(inbox.c.handled_at.is_(None))
    return int((await tx.execute(query)).scalar_one())


async def due(
    tx: Tx, of: Sequence[tuple[ColumnElement[datetime], ColumnElement[bool]]]
) -> list[datetime]:
    found: set[datetime] = set()
    for column, only in of:
        query = select(column).where(column.is_not(None), only).order_by(column).limit(INSTANTS)
        found |= set((await tx.execute(query)).scalars())
    return sorted(found)[:INSTANTS]


async def next_reminders(tx: Tx) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    for table, column in (
        (routines, routines.c.next_due_at),
        (occurrences, occurrences.c.next_step_at),
    ):
        asks = occurrences.c.next_step != "close" if table is occurrences else true()
        query = (
            select(patients.c.chat_id, func.min(column))
            .join(table, table.c.patient_id == patients.c.id)
            .where(column.is_not(None), asks)
            .group_by(patients.c.chat_id)
        )
        for chat_id, at in await tx.execute(query):
            found[chat_id] = min(at, found.get(chat_id, at))
    return found
