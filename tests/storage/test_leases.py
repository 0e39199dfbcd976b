"""Who is alive and who polls, by the database's clock."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy import func, update

from bot.domain.priority import Priority, SendClass
from bot.storage import leases, outbox, sending
from bot.storage.outbox import Owed
from bot.storage.schema import leases as table
from bot.storage.store import Store
from tests.storage.rows import NOW

SPAN = timedelta(seconds=6)
LATER = NOW + timedelta(seconds=20)


async def run_out(store: Store, *names: str) -> None:
    async with store.write() as tx:
        past = func.clock_timestamp() - timedelta(seconds=1)
        await tx.execute(update(table).where(table.c.holder.in_(names)).values(until=past))


async def renewed(store: Store, *workers: str) -> None:
    async with store.write() as tx:
        for worker in workers:
            await leases.renew(tx, worker, SPAN)


async def test_one_polls_until_its_lease_runs_out(postgres_store: Store) -> None:
    store = postgres_store
    async with store.write() as tx:
        assert await leases.take_poller(tx, "a", SPAN) == 1
        assert await leases.take_poller(tx, "b", SPAN) is None
        assert await leases.take_poller(tx, "a", SPAN) == 1
    await run_out(store, "a")
    async with store.write() as tx:
        assert await leases.take_poller(tx, "b", SPAN) == 2
        assert await leases.take_poller(tx, "a", SPAN) is None
        assert not await leases.is_poller(tx, "a", 1)
        assert await leases.is_poller(tx, "b", 2)


async def test_two_who_want_to_poll_at_once(postgres_store: Store) -> None:
    async def take(worker: str) -> int | None:
        async with postgres_store.write() as tx:
            return await leases.take_poller(tx, worker, SPAN)

    epochs = await asyncio.gather(*(take(worker) for worker in "abcd"))
    assert sorted(epochs, key=str) == [1, None, None, None]


async def test_what_is_polled_is_kept_before_another_takes_over(postgres_store: Store) -> None:
    """The proof holds until the commit: the turn cannot change hands in between."""
    store = postgres_store
    async with store.write() as tx:
        await leases.take_poller(tx, "a", SPAN)
    await run_out(store, "a")

    async def take_over() -> int | None:
        async with store.write() as tx:
            return await leases.take_poller(tx, "b", SPAN)

    async with store.write() as tx:
        assert await leases.is_poller(tx, "a", 1)
        waiting = asyncio.create_task(take_over())
        done, _ = await asyncio.wait({waiting}, timeout=0.1)
        assert not done
    assert await waiting == 2


async def test_who_leaves_in_order_is_not_waited_for(postgres_store: Store) -> None:
    store = postgres_store
    await renewed(store, "a", "b")
    async with store.write() as tx:
        await leases.take_poller(tx, "a", SPAN)
        await leases.leave(tx, "a")
        assert await leases.replicas(tx) == ["b"]
        assert await leases.take_poller(tx, "b", SPAN) == 2


async def test_only_those_whose_lease_has_run_out_are_struck_out(postgres_store: Store) -> None:
    store = postgres_store
    await renewed(store, "a", "b", "c")
    await run_out(store, "a", "c")
    async with store.write() as tx:
        assert await leases.bury(tx, "c", [], overdue=False) == []
        assert await leases.bury(tx, "c", [], overdue=True) == ["a"]
        assert await leases.replicas(tx) == ["b", "c"]


async def test_proof_of_death_needs_no_waiting(postgres_store: Store) -> None:
    store = postgres_store
    await renewed(store, "a", "b", "c")
    async with store.write() as tx:
        assert await leases.take_poller(tx, "a", SPAN) == 1
        assert await leases.bury(tx, "b", ["a"], overdue=False) == ["a"]
        assert await leases.take_poller(tx, "b", SPAN) == 2


async def test_rows_in_flight_belong_to_their_sender_until_it_is_struck_out(
    postgres_store: Store,
) -> None:
    """It may only be waiting for the database to store how the sends have ended."""
    store = postgres_store
    await renewed(store, "a", "b")
    async with store.write() as tx:
        owed = [Owed(f"key {chat}", chat, SendClass.DOSE, Priority.DOSE, NOW) for chat in (1, 2)]
        await outbox.enqueue(tx, owed, NOW)
        found = await sending.candidates(tx, NOW, not_chats=(), limit=2)
        await sending.lease(tx, [found[0].id], "a", LATER)
        await sending.lease(tx, [found[1].id], "b", LATER)
    much_later = LATER + timedelta(hours=1)
    await run_out(store, "a")
    async with store.write() as tx:
        assert await sending.abandoned(tx, much_later, own_rows=(), everything=False) == []
        await leases.bury(tx, "b", [], overdue=True)
        lost = await sending.abandoned(tx, NOW, own_rows=(), everything=False)
    assert [row.chat_id for row in lost] == [1]


async def test_a_work_for_one_is_done_by_one(store: Store) -> None:
    """And on SQLite there is never another."""
    async with store.write() as tx:
        assert await leases.only_one(tx, "follow up")
        if not store.is_sqlite:
            async with store.write() as other:
                assert not await leases.only_one(other, "follow up")
                assert await leases.only_one(other, "something else")
    async with store.write() as tx:
        assert await leases.only_one(tx, "follow up")
