"""Old updates and said messages go; what is still needed stays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select, update

from bot.delivery.pruning import prune
from bot.domain.priority import SendClass
from bot.storage import inbox, outbox, patients, sending
from bot.storage.inbox import Kept
from bot.storage.pruning import months_before
from bot.storage.schema import (
    checkins,
    daily_moods,
    escalations,
    outbox_items,
    symptom_reports,
    trusted_people,
)
from bot.storage.schema import inbox as updates
from bot.storage.schema import outbox as messages
from bot.storage.sending import Settled
from bot.storage.store import Store
from tests.journeys.clock import StandingClock
from tests.storage.full_database import fill
from tests.storage.rows import CHAT, NOW, TODAY, owed

DAY = timedelta(days=1)


async def numbers(store: Store) -> list[int]:
    async with store.read() as tx:
        return list((await tx.execute(select(updates.c.update_id).order_by("update_id"))).scalars())


async def test_handled_updates_go_when_telegram_cannot_send_them_again(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [Kept(number, CHAT, {"n": number}) for number in range(1, 6)], NOW)
        for number, days in ((1, 4), (2, 2), (5, 40)):
            await inbox.mark_handled(tx, number, NOW - days * DAY)
        await inbox.give_up(tx, 3, "KeyError", NOW - 29 * DAY)
    assert await prune(store, StandingClock(NOW)) == 1
    assert await numbers(store) == [2, 3, 4, 5]  # 4 waits, 3 failed, 5 is the newest
    assert await prune(store, StandingClock(NOW + 2 * DAY)) == 2
    assert await numbers(store) == [4, 5]


async def test_said_messages_go_after_a_month_but_not_those_of_a_case(store: Store) -> None:
    async with store.write() as tx:
        rows = [owed("old"), owed("new"), owed("waits"), owed("case", SendClass.ESCALATION)]
        await outbox.enqueue(tx, rows, NOW - 60 * DAY)
        await tx.execute(update(messages).where(messages.c.key == "case").values(escalation_id=1))
        found = await tx.execute(select(messages.c.key, messages.c.id))
        ids = {row.key: row.id for row in found}
        for key, days in (("old", 36), ("new", 34), ("case", 300)):
            await sending.settle(tx, [Settled(ids[key], "sent", message_id=7)], NOW - days * DAY)
    assert await prune(store, StandingClock(NOW)) == 1
    async with store.read() as tx:
        left = set((await tx.execute(select(messages.c.key))).scalars())
    assert left == {"new", "waits", "case"}


@pytest.mark.parametrize("rows", [0, 600])
async def test_many_go_in_short_transactions(store: Store, rows: int) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed(str(n)) for n in range(rows)], NOW)
        await tx.execute(update(messages).values(state="sent", settled_at=NOW - 99 * DAY))
    assert await prune(store, StandingClock(NOW)) == rows
    async with store.read() as tx:
        assert (await tx.execute(select(messages.c.id))).first() is None
        assert (await tx.execute(select(outbox_items.c.outbox_id))).first() is None


LAST_CAPSULE = TODAY - timedelta(days=500)


@pytest.mark.parametrize(
    ("ended_on", "answered_on", "gone"),
    [
        (LAST_CAPSULE, LAST_CAPSULE - 10 * DAY, True),
        (LAST_CAPSULE, TODAY - 400 * DAY, True),
        (LAST_CAPSULE, TODAY - 300 * DAY, False),
        (TODAY - 300 * DAY, TODAY - 500 * DAY, False),
        (None, TODAY - 700 * DAY, False),
        (None, TODAY - 740 * DAY, True),
    ],
    ids=["in course", "after it", "answered lately", "ended lately", "end not told", "long ago"],
)
async def test_answers_go_a_year_after_the_course_and_leave_date_and_tier(
    store: Store, ended_on: date | None, answered_on: date, gone: bool
) -> None:
    at = datetime.combine(answered_on, time(12), UTC)
    async with store.write() as tx:
        patient = await fill(tx)
        await patients.change(tx, patient.id, {"course_ended_on": ended_on})
        answered = {"local_date": answered_on}
        await tx.execute(update(checkins).values(answered | {"tier": "N", "state": "finished"}))
        await tx.execute(update(symptom_reports).values(answered | {"tier": "N"}))
        await tx.execute(update(daily_moods).values(answered))
        await tx.execute(update(escalations).values(raised_at=at, closed_at=at))
    await prune(store, StandingClock(NOW))
    async with store.read() as tx:
        checkin = (await tx.execute(select(checkins))).mappings().one()
        report = (await tx.execute(select(symptom_reports))).mappings().one()
        case = (await tx.execute(select(escalations))).mappings().one()
        moods = (await tx.execute(select(daily_moods))).all()
    assert (checkin["answers"] is None, report["report"] is None) == (gone, gone)
    assert (case["reasons"] is None, moods == []) == (gone, gone)
    assert (checkin["tier"], report["tier"], case["tier"]) == ("N", "N", "N")
    assert checkin["local_date"] == report["local_date"] == answered_on


async def test_what_is_open_keeps_its_answers_however_old(store: Store) -> None:
    async with store.write() as tx:
        await fill(tx)
        long_ago = NOW - 2000 * DAY
        await tx.execute(update(checkins).values(local_date=long_ago.date()))
        await tx.execute(update(escalations).values(raised_at=long_ago))
    await prune(store, StandingClock(NOW))
    async with store.read() as tx:
        assert (await tx.execute(select(checkins.c.answers))).scalar_one() is not None
        assert (await tx.execute(select(escalations.c.reasons))).scalar_one() is not None


async def test_a_link_that_nobody_used_goes_and_a_tie_stays(store: Store) -> None:
    async with store.write() as tx:
        for chat in (1, 2, 3):
            await fill(tx, chat, first_update=10 * chat)
        expired = {"link_expires_at": NOW - 8 * DAY}
        await tx.execute(update(trusted_people).values(link_hash=None))
        await tx.execute(update(trusted_people).where(trusted_people.c.id == 1).values(expired))
        await tx.execute(
            update(trusted_people)
            .where(trusted_people.c.id == 2)
            .values(expired | {"agreed_at": NOW - 9 * DAY})
        )
    await prune(store, StandingClock(NOW))
    async with store.read() as tx:
        left = list((await tx.execute(select(trusted_people.c.id).order_by("id"))).scalars())
    assert left == [2, 3]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 20), 12, date(2025, 11, 20)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
    ids=str,
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
