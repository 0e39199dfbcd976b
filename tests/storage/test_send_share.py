"""The send budget's shared row: claims come one after the other and see each other's sends."""

from __future__ import annotations

import asyncio

from bot.domain.priority import Priority, SendClass
from bot.storage import outbox, send_share, sending
from bot.storage.outbox import Owed
from bot.storage.store import Store
from tests.storage.rows import NOW

LATER = NOW.replace(year=NOW.year + 1)


async def test_nobody_has_written_yet(postgres_store: Store) -> None:
    async with postgres_store.write() as tx:
        shared = await send_share.lock(tx, "a")
    assert (shared.record, shared.elsewhere) == (None, frozenset())
    assert shared.at.tzinfo is not None


async def test_claims_wait_for_each_other(postgres_store: Store) -> None:
    async def claim(worker: str) -> int:
        async with postgres_store.write() as tx:
            shared = await send_share.lock(tx, worker)
            number = (shared.record or {"n": 0})["n"]
            await asyncio.sleep(0)
            await send_share.write(tx, {"n": number + 1})
            return int(number)

    assert sorted(await asyncio.gather(*(claim(str(each)) for each in range(8)))) == [*range(8)]


async def test_a_claim_sees_in_which_chats_others_are_sending(postgres_store: Store) -> None:
    store = postgres_store
    owed = [
        Owed("1", 1, SendClass.REPLY, Priority.REPLY, NOW),
        Owed("2", 2, SendClass.DOSE, Priority.DOSE, NOW),
        Owed("3", 3, SendClass.DOSE, Priority.DOSE, NOW),
    ]
    async with store.write() as tx:
        await outbox.enqueue(tx, owed, NOW)
        rows = await sending.candidates(tx, NOW, not_chats=(), limit=3)
        await sending.lease(tx, [rows[0].id, rows[1].id], "a", LATER)
    async with store.write() as tx:
        assert (await send_share.lock(tx, "b")).elsewhere == {(1, True), (2, False)}
        assert (await send_share.lock(tx, "a")).elsewhere == frozenset()


async def test_the_end_of_a_row_is_for_whoever_holds_it(postgres_store: Store) -> None:
    store = postgres_store
    owed = [Owed(str(n), n, SendClass.DOSE, Priority.DOSE, NOW) for n in (1, 2)]
    async with store.write() as tx:
        await outbox.enqueue(tx, owed, NOW)
        ids = [row.id for row in await sending.candidates(tx, NOW, not_chats=(), limit=2)]
        await sending.lease(tx, [ids[0]], "a", LATER)
        await sending.lease(tx, [ids[1]], "b", LATER)
        assert await send_share.leased_by(tx, "a", ids) == {ids[0]}
        await sending.settle(tx, [sending.Settled(ids[0], "sent")], NOW)
        assert await send_share.leased_by(tx, "a", ids) == set()
