"""What has served its purpose: updates that had their effect, messages that were said, answers of
a course that is long over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, func, or_, select, update

from bot.storage.schema import (
    checkins,
    daily_moods,
    escalations,
    inbox,
    outbox,
    patients,
    symptom_reports,
    trusted_people,
)
from bot.storage.store import Tx

# Telegram keeps an update for 24 hours and may deliver it again until then: its number is needed
# for so long, and a little longer for the sake of clocks.
HANDLED_HOURS = 72
# An update whose handling failed keeps its sealed payload for whoever mends the fault.
FAILED_DAYS = 30
# The words of a message are erased when it was said. The bare row tells what became of it.
SAID_DAYS = 35
# "Everything about you is deleted" is itself the last trace of a chat.
FAREWELL_HOURS = 1
FAREWELL = "farewell:"
# The row of a link that nobody has used; the link itself has worked for two days only.
LINK_DAYS = 7
# Courses last less than a year; one whose end was never told counts as over so long after an
# answer. (Labels give 15 to 20 weeks, and at most a second course after a pause.)
COURSE_MONTHS = 12


async def handled_updates(
    tx: Tx, handled_before: datetime, failed_before: datetime, limit: int
) -> list[int]:
    """Numbers of updates that nobody needs any more. The newest of all stays: from it the receiver
    knows where to go on."""
    newest = select(func.max(inbox.c.update_id)).scalar_subquery()
    query = (
        select(inbox.c.update_id)
        .where(
            inbox.c.update_id < newest,
            or_(
                inbox.c.failed.is_(None) & (inbox.c.handled_at < handled_before),
                inbox.c.handled_at < failed_before,
            ),
        )
        .limit(limit)
    )
    return list((await tx.execute(query)).scalars())


async def said_messages(
    tx: Tx, before: datetime, farewell_before: datetime, limit: int
) -> list[int]:
    """Ids of rows that ended long ago. What belongs to a case stays as long as the case."""
    farewell = outbox.c.key.startswith(FAREWELL) & (outbox.c.settled_at < farewell_before)
    query = (
        select(outbox.c.id)
        .where(or_(outbox.c.settled_at < before, farewell), outbox.c.escalation_id.is_(None))
        .limit(limit)
    )
    return list((await tx.execute(query)).scalars())


async def unused_links(tx: Tx, expired_before: datetime, limit: int) -> list[int]:
    """Ids of people who were named and never came."""
    query = (
        select(trusted_people.c.id)
        .where(
            trusted_people.c.agreed_at.is_(None),
            trusted_people.c.link_expires_at < expired_before,
        )
        .limit(limit)
    )
    return list((await tx.execute(query)).scalars())


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


async def old_answers(tx: Tx, today: date, keep_months: int, limit: int) -> dict[str, list[int]]:
    """Rows, by table, whose answers have been kept for long enough: `keep_months` after the end of
    the course, or of what counts as its end. Only what is over: nothing open, no case that holds a
    dose."""
    cut = months_before(today, keep_months)
    never_ended = months_before(cut, COURSE_MONTHS)
    whose = {
        checkins: and_(checkins.c.answers.is_not(None), checkins.c.state != "open"),
        symptom_reports: symptom_reports.c.report.is_not(None),
        daily_moods: daily_moods.c.id.is_not(None),
    }
    found = {}
    for table, still_there in whose.items():
        old = _of_a_course_long_over(table.c.local_date, cut, never_ended, cut)
        found[table.name] = await _old(tx, table, old & still_there, limit)
    cases = escalations.c.reasons.is_not(None) & escalations.c.closed_at.is_not(None)
    old = _of_a_course_long_over(escalations.c.raised_at, _start(cut), _start(never_ended), cut)
    found[escalations.name] = await _old(tx, escalations, old & cases, limit)
    return found


def _of_a_course_long_over(
    when: Any, before: Any, never_ended: Any, ended_before: date
) -> ColumnElement[bool]:
    ended = patients.c.course_ended_on
    return and_(when < before, or_(ended < ended_before, ended.is_(None) & (when < never_ended)))


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


async def _old(tx: Tx, table: Table, old: ColumnElement[bool], limit: int) -> list[int]:
    query = (
        select(table.c.id)
        .join_from(table, patients, table.c.patient_id == patients.c.id)
        .where(old)
        .limit(limit)
    )
    return list((await tx.execute(query)).scalars())


async def forget_updates(tx: Tx, numbers: Sequence[int]) -> None:
    await _forget(tx, inbox.c.update_id, numbers)


async def forget_messages(tx: Tx, ids: Sequence[int]) -> None:
    await _forget(tx, outbox.c.id, ids)


async def forget_links(tx: Tx, ids: Sequence[int]) -> None:
    await _forget(tx, trusted_people.c.id, ids)


async def forget_answers(tx: Tx, ids: Sequence[int], table: str) -> None:
    """What was answered; the date stays, and the tier where there is one."""
    match table:
        case daily_moods.name:
            await _forget(tx, daily_moods.c.id, ids)
        case checkins.name:
            await tx.execute(update(checkins).where(checkins.c.id.in_(ids)).values(answers=None))
        case symptom_reports.name:
            await tx.execute(
                update(symptom_reports).where(symptom_reports.c.id.in_(ids)).values(report=None)
            )
        case escalations.name:
            await tx.execute(
                update(escalations).where(escalations.c.id.in_(ids)).values(reasons=None)
            )
        case _:
            raise ValueError(f"{table} holds no answers")


async def _forget(tx: Tx, key: Any, values: Sequence[int]) -> None:
    await tx.execute(delete(key.table).where(key.in_(values)))
