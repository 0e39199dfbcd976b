"""Updates are kept once, handled in order within a chat, and erased."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from bot.storage import inbox
from bot.storage.inbox import Kept
from bot.storage.schema import inbox as table
from bot.storage.store import Store
from tests.storage.rows import NOW


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
        assert await inbox.last_update_id(tx) == 9


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
        assert await inbox.last_update_id(tx) == 2**62


async def test_empty_inbox(store: Store) -> None:
    async with store.write() as tx:
        await inbox.keep(tx, [], NOW)
        assert await inbox.last_update_id(tx) is None
        assert await inbox.lanes_waiting(tx) == []
