"""The database says once: one occurrence per routine, local date and slot."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.occurrence import OccurrenceState
from bot.domain.routine import NextStep, Occurrence, Routine, StepKind
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.storage import occurrences
from bot.storage.schema import occurrences as table
from bot.storage.store import Store, Tx
from tests.storage.rows import (
    MINUTE,
    NOW,
    TODAY,
    a_patient,
    a_routine,
    new_occurrence,
    rows_in,
    step,
)

OPEN, DONE = OccurrenceState.OPEN, OccurrenceState.DONE
DAY = timedelta(days=1)


async def opened(tx: Tx, routine: Routine, number: int = 1, **changes: object) -> list[Occurrence]:
    return await occurrences.open_all(
        tx, [new_occurrence(routine, slot, **changes) for slot in range(number)]
    )


async def test_only_the_new_ones_come_back(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        first = await opened(tx, routine, 2)
        assert [each.slot for each in first] == [0, 1]
        assert [each.slot for each in await opened(tx, routine, 3)] == [2]
        assert await opened(tx, routine, 3) == []
        assert await occurrences.open_all(tx, []) == []


async def test_two_at_once_open_it_once(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))

    async def plan() -> int:
        async with store.write() as tx:
            return len(await opened(tx, routine, 50))

    assert sum(await asyncio.gather(*(plan() for _ in range(4)))) == 50


async def test_no_insert_of_any_kind_makes_a_second_one(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        await opened(tx, routine)
    with pytest.raises(IntegrityError):
        async with store.write() as tx:
            await tx.execute(
                table.insert().values(
                    routine_id=routine.id,
                    patient_id=routine.patient_id,
                    kind="dose",
                    local_date=TODAY,
                    slot=0,
                    due_at=NOW,
                    routine_version=1,
                    state="open",
                )
            )


async def test_a_month_of_downtime_fits_into_one_batch(store: Store) -> None:
    """400 patients with a slot or more for each missed day: more values than SQLite (32,766) or
    PostgreSQL (32,767) take in one statement."""
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        missed = [
            new_occurrence(routine, slot, local_date=TODAY - n * DAY)
            for n in range(500)
            for slot in range(6)
        ]
        assert len(await occurrences.open_all(tx, missed)) == 3000
        assert len(await occurrences.open_all(tx, missed)) == 0
        assert await rows_in(tx, "occurrences") == 3000


async def test_what_was_opened_comes_back_whole(store: Store) -> None:
    again = step(StepKind.AGAIN, 30 * MINUTE)
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        (one,) = await opened(tx, routine, asked=1, next=again)
        assert await occurrences.by_ids(tx, [one.id, 10**6]) == {one.id: one}
        assert await occurrences.by_ids(tx, []) == {}
    assert (one.kind, one.state, one.asked, one.next) == (RoutineKind.DOSE, OPEN, 1, again)
    assert (one.local_date, one.due_at, one.settled_at) == (TODAY, NOW, None)


async def test_steps_come_when_due_those_waiting_longest_first(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        new = [
            new_occurrence(routine, slot, next=step(StepKind.AGAIN, minutes * MINUTE))
            for slot, minutes in enumerate((0, -5, 5, -1))
        ]
        await occurrences.open_all(tx, [*new, new_occurrence(routine, 9)])
        due = await occurrences.steps_due(tx, NOW, 10)
        assert [each.slot for each in due] == [1, 3, 0]
        assert [each.slot for each in await occurrences.steps_due(tx, NOW, 1)] == [1]


async def test_after_a_question_the_next_step_is_another(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        (one,) = await opened(tx, routine, next=step(StepKind.AGAIN, -MINUTE))
        close = step(StepKind.CLOSE, 90 * MINUTE)
        await occurrences.set_steps(tx, [(one.id, 2, close)])
        await occurrences.set_steps(tx, [])
        found = (await occurrences.by_ids(tx, [one.id]))[one.id]
        assert (found.asked, found.next) == (2, close)
        assert await occurrences.steps_due(tx, NOW, 10) == []


async def test_answer_ends_the_questions_and_can_be_taken_back(store: Store) -> None:
    async with store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        (one,) = await opened(tx, routine, next=step(StepKind.AGAIN, -MINUTE))
        await occurrences.settle(tx, [one.id], OccurrenceState.SKIPPED, NOW, "ran_out")
        await occurrences.settle(tx, [], DONE, NOW)
        found = (await occurrences.by_ids(tx, [one.id]))[one.id]
        assert (found.state, found.reason, found.settled_at) == ("skipped", "ran_out", NOW)
        assert await occurrences.steps_due(tx, NOW, 10) == []
        later = NextStep(StepKind.SNOOZED, NOW)
        await occurrences.reopen(tx, one.id, later)
        found = (await occurrences.by_ids(tx, [one.id]))[one.id]
        assert (found.state, found.reason, found.settled_at) == (OPEN, None, None)
        assert [each.next for each in await occurrences.steps_due(tx, NOW, 10)] == [later]


async def test_closing_leaves_answers_and_other_kinds_alone(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        dose, lips = (
            await a_routine(tx, patient),
            await a_routine(tx, patient, RoutineKind.LIP_BALM),
        )
        answered, asked = await opened(tx, dose, 2)
        (other,) = await opened(tx, lips)
        await occurrences.settle(tx, [answered.id], DONE, NOW)
        held = OccurrenceState.HELD
        await occurrences.close_open(tx, patient.id, held, "case", NOW, kind=RoutineKind.DOSE)
        states = {each.id: each.state for each in await occurrences.of_day(tx, patient.id, TODAY)}
        assert states == {answered.id: DONE, asked.id: held, other.id: OPEN}
        await occurrences.close_open(tx, patient.id, OccurrenceState.CANCELLED, "paused", NOW)
        assert (await occurrences.by_ids(tx, [other.id]))[other.id].reason == "paused"


async def test_days_and_counts(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        routine = await a_routine(tx, patient)
        days = [
            new_occurrence(routine, local_date=TODAY - n * DAY, due_at=NOW - n * DAY)
            for n in range(4)
        ]
        found = {each.local_date: each for each in await occurrences.open_all(tx, days)}
        await occurrences.settle(tx, [found[TODAY].id, found[TODAY - DAY].id], DONE, NOW)
        between = await occurrences.between(tx, patient.id, TODAY - 2 * DAY, TODAY - DAY)
        assert [each.local_date for each in between] == [TODAY - 2 * DAY, TODAY - DAY]
        counts = await occurrences.count_states(tx, patient.id, RoutineKind.DOSE, TODAY - 2 * DAY)
        assert counts == {DONE: 2, OPEN: 1}
        assert await occurrences.newest(tx, routine.id) == Slot(TODAY, 0, NOW)
        assert await occurrences.newest(tx, routine.id + 1) is None


async def test_replicas_do_not_ask_again_about_the_same_one(postgres_store: Store) -> None:
    async with postgres_store.write() as tx:
        routine = await a_routine(tx, await a_patient(tx))
        await opened(tx, routine, 6, next=step(StepKind.AGAIN, -MINUTE))
    async with postgres_store.write() as one, postgres_store.write() as two:
        first = await occurrences.steps_due(one, NOW, 4)
        second = await occurrences.steps_due(two, NOW, 10)
    assert len(first) == 4
    assert len(second) == 2
    assert {each.id for each in first}.isdisjoint(each.id for each in second)
