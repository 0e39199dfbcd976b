"""Old updates and said messages go; what is still needed stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.delivery.pruning import prune
from bot.domain.priority import SendClass
from bot.storage import inbox, outbox, sending
from bot.storage.inbox import Kept
from bot.storage.schema import inbox as updates
from bot.storage.schema import outbox as messages
from bot.storage.schema import outbox_items
from bot.storage.sending import Settled
from bot.storage.store import Store
from tests.journeys.clock import StandingClock
from tests.storage.rows import CHAT, NOW, owed

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
