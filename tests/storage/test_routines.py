"""Due routines come by patient, and no two replicas plan the same one."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.storage import patients, routines
from bot.storage.store import Store
from tests.storage.rows import MINUTE, NOW, TODAY, a_patient, a_routine

DOSE, SUNSCREEN, LIPS = RoutineKind.DOSE, RoutineKind.SUNSCREEN, RoutineKind.LIP_BALM


async def test_routine_comes_back_as_it_was_put(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        routine = await a_routine(tx, patient)
        assert await routines.of_patient(tx, patient.id) == [routine]
        assert await routines.of_kind(tx, patient.id, SUNSCREEN) is None
    assert routine.next == Slot(TODAY, 0, NOW)
    assert (routine.version, routine.enabled, routine.rule) == (1, True, "FREQ=DAILY")


async def test_edit_bumps_the_version_of_the_same_routine(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        first = await a_routine(tx, patient)
        second = await a_routine(tx, patient, due_at=None)
        assert (second.id, second.version, second.next) == (first.id, 2, None)


async def test_a_patients_due_routines_come_together(store: Store) -> None:
    async with store.write() as tx:
        one, two = await a_patient(tx, 1), await a_patient(tx, 2)
        await a_routine(tx, one, DOSE, due_at=NOW - 2 * MINUTE)
        await a_routine(tx, two, DOSE, due_at=NOW - MINUTE)
        await a_routine(tx, one, SUNSCREEN, due_at=NOW)
        await a_routine(tx, one, LIPS, due_at=NOW + MINUTE)
        claimed = await routines.claim_due(tx, NOW, 1)
        assert [(each.patient_id, each.kind) for each in claimed] == [
            (one.id, DOSE),
            (one.id, SUNSCREEN),
        ]
        assert len(await routines.claim_due(tx, NOW, 10)) == 3


async def test_those_waiting_longest_come_first(store: Store) -> None:
    async with store.write() as tx:
        for chat, minutes in ((1, 1), (2, 3), (3, 2)):
            await a_routine(tx, await a_patient(tx, chat), due_at=NOW - minutes * MINUTE)
        claimed = await routines.claim_due(tx, NOW, 2)
        chats = await patients.by_ids(tx, [each.patient_id for each in claimed])
    assert {each.chat_id for each in chats.values()} == {2, 3}


async def test_fewer_than_asked_for_means_that_nothing_else_is_due(store: Store) -> None:
    kinds = [DOSE, SUNSCREEN, LIPS]
    async with store.write() as tx:
        for chat in range(10):
            patient = await a_patient(tx, chat)
            for kind in kinds:
                await a_routine(tx, patient, kind)
        rounds = []
        for _ in range(20):
            claimed = await routines.claim_due(tx, NOW, 4)
            rounds.append(len(claimed))
            await routines.set_next(
                tx, {each.id: Slot(TODAY, 0, NOW + timedelta(days=1)) for each in claimed}
            )
            if len(claimed) < 4:
                break
        assert sum(rounds) == 30
        assert await routines.claim_due(tx, NOW, 4) == []


async def test_next_slot_is_stored_or_taken_away(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        dose = await a_routine(tx, patient, DOSE)
        lips = await a_routine(tx, patient, LIPS)
        tomorrow = Slot(TODAY + timedelta(days=1), 1, NOW + timedelta(days=1))
        await routines.set_next(tx, {dose.id: tomorrow, lips.id: None})
        await routines.set_next(tx, {})
        assert [each.next for each in await routines.of_patient(tx, patient.id)] == [tomorrow, None]
        assert await routines.claim_due(tx, NOW, 10) == []


async def test_replicas_share_the_patients_and_never_split_one(postgres_store: Store) -> None:
    store = postgres_store
    async with store.write() as tx:
        for chat in range(8):
            patient = await a_patient(tx, chat)
            for kind in (DOSE, SUNSCREEN):
                await a_routine(tx, patient, kind)
    async with store.write() as one, store.write() as two, store.write() as three:
        # An odd limit cuts a patient in half, were only her routines locked.
        claims = [
            await routines.claim_due(tx, NOW, limit)
            for tx, limit in ((one, 3), (two, 5), (three, 99))
        ]
    people = [{each.patient_id for each in claim} for claim in claims]
    assert all(people)
    assert sum(map(len, claims)) == 16
    assert people[0].isdisjoint(people[1] | people[2])
    assert people[1].isdisjoint(people[2])


async def test_routine_that_is_being_edited_is_left_to_the_edit(postgres_store: Store) -> None:
    store = postgres_store
    async with store.write() as tx:
        patient = await a_patient(tx)
        await a_routine(tx, patient, DOSE)
        await a_routine(tx, patient, LIPS)
    async with store.write() as editing, store.write() as planning:
        await a_routine(editing, patient, DOSE, due_at=NOW + MINUTE)
        claimed = await routines.claim_due(planning, NOW, 10)
        assert [each.kind for each in claimed] == [LIPS]


async def test_planning_does_not_keep_a_patient_from_writing(postgres_store: Store) -> None:
    store = postgres_store
    async with store.write() as tx:
        patient = await a_patient(tx)
        await a_routine(tx, patient, DOSE)
    async with store.write() as planning:
        assert await routines.claim_due(planning, NOW, 10)
        async with asyncio.timeout(5), store.write() as handling:
            await a_routine(handling, patient, SUNSCREEN)
