"""What is owed leaves once, in order, and its life can be read."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.priority import Priority, SendClass
from bot.storage import occurrences, outbox, sending
from bot.storage.outbox import Asked
from bot.storage.schema import outbox as table
from bot.storage.sending import Settled
from bot.storage.store import Store, Tx
from tests.storage.rows import CHAT, MINUTE, NOW, a_patient, a_routine, new_occurrence, owed

HELLO = {"text": "Hello"}


async def ids(tx: Tx, limit: int = 50, not_chats: frozenset[int] = frozenset()) -> list[int]:
    return [row.id for row in await sending.candidates(tx, NOW, not_chats=not_chats, limit=limit)]


async def keys(tx: Tx, found: list[int]) -> list[str]:
    return [row.key for row in await sending.lease(tx, found, "me", NOW + MINUTE)]


async def test_key_is_queued_once_and_the_first_text_stays(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed("a", payload=HELLO)], NOW)
        await outbox.enqueue(tx, [owed("a", payload={"text": "other"}), owed("b")], NOW)
        found = await sending.lease(tx, await ids(tx), "me", NOW + MINUTE)
    assert [(row.key, row.payload) for row in found] == [("a", HELLO), ("b", None)]


async def test_rows_leave_by_priority_then_time_then_age(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(
            tx,
            [
                owed("broadcast", SendClass.BROADCAST, not_before=NOW - 9 * MINUTE),
                owed("routine, later", not_before=NOW - MINUTE),
                owed("routine, earlier", not_before=NOW - 2 * MINUTE),
                owed("dose", SendClass.DOSE),
                owed("reply, older", SendClass.REPLY),
                owed("reply, newer", SendClass.REPLY),
                owed("escalation", SendClass.ESCALATION),
                owed("escalation, not yet", SendClass.ESCALATION, not_before=NOW + MINUTE),
            ],
            NOW,
        )
        found = await ids(tx)
        assert await keys(tx, found) == [
            "escalation",
            "reply, older",
            "reply, newer",
            "dose",
            "routine, earlier",
            "routine, later",
            "broadcast",
        ]


async def test_limit_and_chats_that_have_to_wait(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(
            tx,
            [owed(str(chat), chat_id=chat) for chat in (1, 2, 3, 1)] + [owed("4", chat_id=1)],
            NOW,
        )
        first = await sending.candidates(tx, NOW, not_chats=(), limit=2)
        others = await sending.candidates(tx, NOW, not_chats={1, 3}, limit=50)
    assert [row.chat_id for row in first] == [1, 2]
    assert [(row.chat_id, row.priority) for row in others] == [(2, Priority.REMINDER)]


async def test_leased_row_is_nobody_elses(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed("a"), owed("b")], NOW)
        (first, second) = await ids(tx)
        (claimed,) = await sending.lease(tx, [second], "me", NOW + MINUTE)
        assert (claimed.key, claimed.attempts, claimed.uncertain) == ("b", 0, 0)
        assert await ids(tx) == [first]
        assert await sending.lease(tx, [], "me", NOW) == []


async def test_lease_answers_in_the_order_asked_for(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed(key) for key in "abc"], NOW)
        assert await keys(tx, list(reversed(await ids(tx)))) == ["c", "b", "a"]


async def test_what_was_said_is_erased(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed(key, payload=HELLO) for key in "abc"], NOW)
        sent, cancelled, failed = await ids(tx)
        await sending.lease(tx, [sent, cancelled, failed], "me", NOW + MINUTE)
        await sending.settle(
            tx,
            [
                Settled(sent, "sent", message_id=77),
                Settled(cancelled, "cancelled", "stale"),
                Settled(failed, "failed", "refused", uncertain=True),
            ],
            NOW,
        )
        rows = (await tx.execute(select(table).order_by(table.c.id))).all()
        assert await outbox.counts(tx) == {"sent": 1, "cancelled": 1, "failed": 1}
    assert [row.payload for row in rows] == [None, None, None]
    assert [row.leased_until for row in rows] == [None, None, None]
    assert [row.settled_at for row in rows] == [NOW, NOW, NOW]
    assert [(row.reason, row.message_id, row.uncertain) for row in rows] == [
        (None, 77, 0),
        ("stale", None, 0),
        ("refused", None, 1),
    ]


async def test_uncertain_sends_are_counted_and_tried_again(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed("a", payload=HELLO)], NOW)
        for seen in range(3):
            (claimed,) = await sending.lease(tx, await ids(tx), "me", NOW + MINUTE)
            assert (claimed.attempts, claimed.uncertain) == (seen, seen)
            await sending.settle(
                tx, [Settled(claimed.id, "queued", not_before=NOW, uncertain=True)], NOW
            )
        (claimed,) = await sending.lease(tx, await ids(tx), "me", NOW + MINUTE)
    assert claimed.payload == HELLO
    assert (claimed.attempts, claimed.uncertain) == (3, 3)


async def test_row_to_be_tried_again_waits_until_then(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed("a")], NOW)
        found = await ids(tx)
        await sending.lease(tx, found, "me", NOW + MINUTE)
        await sending.settle(tx, [Settled(found[0], "queued", not_before=NOW + MINUTE)], NOW)
        assert not await sending.is_due(tx, NOW)
        assert await sending.is_due(tx, NOW + MINUTE)


async def test_rows_of_a_dead_worker_come_back(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [owed(key) for key in "abc"], NOW)
        dead, alive, own = await ids(tx)
        await sending.lease(tx, [dead, own], "gone", NOW - MINUTE)
        await sending.lease(tx, [alive], "other", NOW + MINUTE)

        async def lost(own_rows: set[int], *, everything: bool) -> set[int]:
            found = await sending.abandoned(tx, NOW, own_rows=own_rows, everything=everything)
            return {row.id for row in found}

        assert await lost({own}, everything=False) == {dead}
        assert await lost(set(), everything=False) == {dead, own}
        assert await lost(set(), everything=True) == {dead, own, alive}


async def test_cancelling_takes_only_the_classes_named(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        await outbox.enqueue(
            tx,
            [
                owed("dose", SendClass.DOSE, patient_id=patient.id, payload=HELLO),
                owed("alarm", SendClass.ESCALATION, patient_id=patient.id, payload=HELLO),
                owed("other", SendClass.DOSE, payload=HELLO),
            ],
            NOW,
        )
        assert await outbox.cancel_for_patient(tx, patient.id, "paused", NOW, [SendClass.DOSE]) == 1
        assert await keys(tx, await ids(tx)) == ["alarm", "other"]
        cancelled = (await tx.execute(select(table).where(table.c.key == "dose"))).one()
    assert (cancelled.state, cancelled.reason, cancelled.payload) == ("cancelled", "paused", None)


async def test_hastening_brings_forward_one_class_of_one_chat(store: Store) -> None:
    later = NOW + 60 * MINUTE
    async with store.write() as tx:
        await outbox.enqueue(
            tx,
            [
                owed("alarm", SendClass.ESCALATION, not_before=later),
                owed("dose", SendClass.DOSE, not_before=later),
                owed("elsewhere", SendClass.ESCALATION, chat_id=1, not_before=later),
            ],
            NOW,
        )
        await outbox.hasten(tx, CHAT, SendClass.ESCALATION, NOW)
        assert await keys(tx, await ids(tx)) == ["alarm"]


async def test_reminder_knows_what_it_asked_about(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        one, two, three = [
            each.id
            for each in await occurrences.open_all(
                tx, [new_occurrence(routine, n) for n in range(3)]
            )
        ]
        await outbox.enqueue(tx, [owed("first", items=(one, two)), owed("alone")], NOW)
        await outbox.enqueue(
            tx, [owed("first", items=(one, two)), owed("again", items=(two, three))], NOW
        )
        first, alone, again = await ids(tx)
        asked = await outbox.items_of(tx, [first, alone, again])
        assert {row: [each.occurrence.id for each in items] for row, items in asked.items()} == {
            first: [one, two],
            again: [two, three],
        }
        assert sorted(await outbox.asked_together(tx, one)) == [one, two]
        assert sorted(await outbox.asked_together(tx, two)) == [two, three]
        assert await outbox.asked_together(tx, 10**6) == []
        assert await outbox.items_of(tx, []) == {}


async def test_what_a_row_asks_about_comes_with_what_its_routine_is_now(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        routine = await a_routine(tx, patient)
        (one,) = await occurrences.open_all(tx, [new_occurrence(routine, 0)])
        await outbox.enqueue(tx, [owed("ask", items=(one.id,))], NOW)
        (row,) = await ids(tx)
        assert await outbox.items_of(tx, [row]) == {row: [Asked(one, routine.version)]}
        edited = await a_routine(tx, patient)
        assert await outbox.items_of(tx, [row]) == {row: [Asked(one, edited.version)]}
        await a_routine(tx, patient, enabled=False)
        assert await outbox.items_of(tx, [row]) == {row: [Asked(one, None)]}


async def test_nothing_owed(store: Store) -> None:
    async with store.write() as tx:
        await outbox.enqueue(tx, [], NOW)
        assert await outbox.counts(tx) == {}
        assert not await sending.is_due(tx, NOW)
