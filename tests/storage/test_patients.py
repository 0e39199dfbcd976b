"""Patients are met once; consents are given and withdrawn each on its own."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from bot.domain.patient import CONSENT_VERSION, PatientState, Purpose
from bot.storage import patients
from bot.storage.schema import consents
from bot.storage.store import Store
from tests.storage.rows import CHAT, MINUTE, NOW, a_patient, rows_in

MOOD, REMINDERS = Purpose.MOOD, Purpose.REMINDERS


async def test_stranger_becomes_a_visitor_once(store: Store) -> None:
    async with store.write() as tx:
        first = await patients.meet(tx, CHAT, "de", NOW)
        again = await patients.meet(tx, CHAT, "en", NOW + MINUTE)
    assert first == again
    assert (first.state, first.language, first.consents) == (
        PatientState.VISITOR,
        "de",
        frozenset(),
    )
    async with store.read() as tx:
        assert await patients.of_chat(tx, CHAT) == first
        assert await patients.by_id(tx, first.id) == first
        assert await patients.of_chat(tx, CHAT + 1) is None


async def test_two_meet_a_stranger_at_once(store: Store) -> None:
    async def meet() -> int:
        async with store.write() as tx:
            return (await patients.meet(tx, CHAT, "en", NOW)).id

    assert len(set(await asyncio.gather(*(meet() for _ in range(8))))) == 1
    async with store.read() as tx:
        assert await rows_in(tx, "patients") == 1


async def test_changes_and_sealed_names(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        name = "Zoë 🌱 \N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}"
        await patients.change(tx, patient.id, {"name": name, "paused_since": NOW})
        found = await patients.by_id(tx, patient.id)
    assert found is not None
    assert (found.name, found.paused_since, found.paused) == (name, NOW, True)


async def test_several_at_once(store: Store) -> None:
    async with store.write() as tx:
        people = [await a_patient(tx, chat) for chat in range(3)]
        ids = [each.id for each in people]
        assert await patients.by_ids(tx, [*ids, ids[0], 10**9]) == dict(
            zip(ids, people, strict=True)
        )
        assert await patients.by_ids(tx, []) == {}


async def test_consent_is_given_renewed_and_withdrawn_with_its_history(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        await patients.grant(tx, patient.id, MOOD, NOW)
        await patients.grant(tx, patient.id, REMINDERS, NOW)
        await patients.grant(tx, patient.id, MOOD, NOW + MINUTE)
        found = await patients.by_id(tx, patient.id)
        assert found is not None
        assert found.consents == {MOOD, REMINDERS}
        await patients.withdraw(tx, patient.id, MOOD, NOW + 2 * MINUTE)
        found = await patients.by_id(tx, patient.id)
        assert found is not None
        assert found.consents == {REMINDERS}
        rows = await tx.execute(
            select(consents.c.granted_at, consents.c.withdrawn_at, consents.c.version)
            .where(consents.c.purpose == MOOD)
            .order_by(consents.c.id)
        )
        assert [tuple(row) for row in rows] == [
            (NOW, NOW + MINUTE, CONSENT_VERSION),
            (NOW + MINUTE, NOW + 2 * MINUTE, CONSENT_VERSION),
        ]


async def test_consent_of_one_is_not_the_consent_of_another(store: Store) -> None:
    async with store.write() as tx:
        one, two = await a_patient(tx, 1), await a_patient(tx, 2)
        await patients.grant(tx, one.id, MOOD, NOW)
        found = await patients.by_ids(tx, [one.id, two.id])
    assert [found[one.id].consents, found[two.id].consents] == [{MOOD}, frozenset()]


async def test_checkins_come_when_due_earliest_first(store: Store) -> None:
    async with store.write() as tx:
        for chat, minutes in ((1, 0), (2, -5), (3, 5)):
            patient = await a_patient(tx, chat)
            await patients.change(tx, patient.id, {"next_checkin_at": NOW + minutes * MINUTE})
        await a_patient(tx, 4)
        due = await patients.checkins_due(tx, NOW, 10)
        assert [each.chat_id for each in due] == [2, 1]
        assert [each.chat_id for each in await patients.checkins_due(tx, NOW, 1)] == [2]


async def test_replicas_do_not_invite_the_same_patient(postgres_store: Store) -> None:
    async with postgres_store.write() as tx:
        for chat in range(4):
            patient = await a_patient(tx, chat)
            await patients.change(tx, patient.id, {"next_checkin_at": NOW})
    async with postgres_store.write() as one, postgres_store.write() as two:
        first = await patients.checkins_due(one, NOW, 3)
        second = await patients.checkins_due(two, NOW, 10)
    assert (len(first), len(second)) == (3, 1)
    assert {each.id for each in first}.isdisjoint(each.id for each in second)
