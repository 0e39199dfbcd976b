"""Updates are kept once, handled in order within a chat, and erased."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from bot.storage import inbox
from bot.storage.inbox import Kept
from bot.storage.schema import inbox as table
from bot.storage.store import Store
from tests.storage.rows import MINUTE, NOW


def kept(update_id: int, lane: int = 1, text: str = "hello") -> Kept:
    return Kept(update_id, lane, {"update_id": update_id, "message": {"text": text}})


async def test_second_delivery_is_the_same_row(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5, text="first")], NOW)
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5, text="again"), kept(6)], NOW)
    async with store.read() as tx:
        assert await inbox.count_open(tx) == 2
        waiting = await inbox.next_in_lane(tx, 1)
    assert waiting is not None
    assert waiting.payload["message"]["text"] == "first"


async def test_second_delivery_of_a_handled_update_has_no_effect(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5)], NOW)
        await inbox.mark_handled(tx, 5, NOW)
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5)], NOW)
        assert await inbox.next_in_lane(tx, 1) is None
        assert await inbox.count_open(tx) == 0


async def test_two_receivers_keep_the_same_update_at_once(store: Store) -> None:
    async def receive() -> None:
        async with store.write() as tx:
            await inbox.keep(tx, [kept(number) for number in range(1, 21)], NOW)

    await asyncio.gather(receive(), receive(), receive())
    async with store.read() as tx:
        assert await inbox.count_open(tx) == 20


async def test_order_within_a_chat_is_the_order_of_telegram(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(9, lane=1), kept(7, lane=2), kept(8, lane=1)], NOW)
    handled = []
    async with store.write() as tx:
        while (waiting := await inbox.next_in_lane(tx, 1)) is not None:
            handled.append(waiting.update_id)
            await inbox.mark_handled(tx, waiting.update_id, NOW)
        assert handled == [8, 9]
        assert await inbox.lanes_waiting(tx) == [2]


async def test_payload_is_erased_with_the_effect(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5)], NOW)
        await inbox.mark_handled(tx, 5, NOW)
        row = (await tx.execute(select(table))).one()
    assert row.payload is None
    assert row.handled_at == NOW


async def test_update_that_fails_for_good_keeps_its_payload_and_its_reason(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5)], NOW)
        await inbox.count_attempt(tx, 5)
        waiting = await inbox.next_in_lane(tx, 1)
        assert waiting is not None
        assert (waiting.attempts, waiting.received_at) == (1, NOW)
        await inbox.give_up(tx, 5, "KeyError" * 20, NOW)
        row = (await tx.execute(select(table))).one()
        assert await inbox.next_in_lane(tx, 1) is None
    assert row.payload == kept(5).payload
    assert row.failed.startswith("KeyError")
    assert len(row.failed) == 64


async def test_update_numbers_and_chats_of_64_bits(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(2**62, lane=-(2**52))], NOW)
        assert await inbox.lanes_waiting(tx) == [-(2**52)]


async def test_empty_inbox(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [], NOW)
        assert await inbox.lanes_waiting(tx) == []


async def test_one_that_is_being_handled_is_left_to_whoever_has_it(postgres_store: Store) -> None:
    async with postgres_store.write() as tx:
        await inbox.keep(tx, [kept(5), kept(6)], NOW)
    async with postgres_store.write() as tx:
        assert await inbox.take(tx, 5)
        async with postgres_store.write() as other:
            assert not await inbox.take(other, 5)
        await inbox.mark_handled(tx, 5, NOW)
    async with postgres_store.write() as other:
        assert not await inbox.take(other, 5)
        assert await inbox.take(other, 6)


async def test_lanes_that_have_waited(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [kept(5, lane=1), kept(6, lane=2)], NOW)
        await inbox.keep(tx, [kept(7, lane=3)], NOW + MINUTE)
        assert sorted(await inbox.lanes_waiting(tx, kept_before=NOW)) == [1, 2]
        assert len(await inbox.lanes_waiting(tx, kept_before=NOW, limit=1)) == 1
