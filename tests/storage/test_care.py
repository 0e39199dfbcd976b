"""Cases, check-ins, plans, conversations, facts: each row means what it says."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.case_timers import Timer, TimerKind
from bot.domain.tier import Tier
from bot.storage import case_timers, checkins, conversations, escalations, facts, plans
from bot.storage.conversations import Conversation
from bot.storage.store import Store
from tests.storage.rows import MINUTE, NOW, TODAY, a_case, a_patient, rows_in


async def test_source_raises_its_case_once(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        case = await a_case(tx, patient, "update:5")
        assert case is not None
        assert await a_case(tx, patient, "update:5", tier=Tier.EMERGENCY) is None
        found = await escalations.get(tx, case)
    assert found is not None
    assert (found.tier, found.state, found.reasons) == (Tier.CONTACT_NOW, "raised", ["phq9.9"])
    assert found.raised_at == NOW


async def test_same_source_at_once_is_one_case(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)

    async def raise_it() -> int | None:
        async with store.write() as tx:
            return await a_case(tx, patient, "update:5")

    numbers = await asyncio.gather(*(raise_it() for _ in range(6)))
    assert sum(number is not None for number in numbers) == 1
    async with store.read() as tx:
        assert await escalations.count_open(tx) == 1


async def test_dose_is_held_until_every_case_lets_go(store: Store) -> None:
    async with store.write() as tx:
        one, two, three = [await a_patient(tx, chat) for chat in (1, 2, 3)]
        ids = [one.id, two.id, three.id]
        first, second = await a_case(tx, one, "a"), await a_case(tx, one, "b")
        await a_case(tx, two, "c", holds_dose=False)
        assert first is not None
        assert second is not None
        assert await escalations.holding(tx, ids) == {one.id}
        await escalations.change(tx, first, {"hold_released_at": NOW, "closed_at": NOW})
        assert [each.id for each in await escalations.held_cases(tx, one.id)] == [second]
        assert await escalations.holding(tx, ids) == {one.id}
        await escalations.change(tx, second, {"hold_released_at": NOW})
        assert await escalations.holding(tx, ids) == set()
        assert await escalations.holding(tx, []) == set()
        assert [each.id for each in await escalations.open_of(tx, one.id)] == [second]
        assert [each.id for each in await escalations.all_of(tx, one.id)] == [second, first]
        assert await escalations.count_open(tx) == 2
        assert len(await escalations.all_open(tx, 1)) == 1


async def test_timers_of_cases_run_out_when_due(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        soon = await a_case(tx, patient, "soon", team_next_at=NOW)
        late = await a_case(tx, patient, "late")
        assert soon is not None
        assert late is not None
        unseen = Timer(TimerKind.UNSEEN, NOW + MINUTE)
        morning = Timer(TimerKind.MORNING, NOW + 9 * MINUTE)
        await case_timers.arm(tx, late, [morning])
        await case_timers.arm(tx, soon, [morning, Timer(TimerKind.UNSEEN, NOW)])
        await case_timers.arm(tx, soon, [unseen])  # takes the place of the earlier one
        assert await case_timers.due(tx, NOW, 10) == []
        assert await case_timers.due(tx, NOW + MINUTE, 10) == [(soon, unseen)]
        assert len(await case_timers.due(tx, NOW + 9 * MINUTE, 2)) == 2
        assert await case_timers.of_case(tx, soon) == [unseen, morning]
        await case_timers.disarm(tx, soon, [TimerKind.UNSEEN])
        assert await case_timers.of_case(tx, soon) == [morning]
        await case_timers.disarm(tx, soon)
        assert await case_timers.due(tx, NOW + 9 * MINUTE, 10) == [(late, morning)]
        assert [each.id for each in await escalations.team_due(tx, NOW, 10)] == [soon]


async def test_life_of_a_case_can_be_read(store: Store) -> None:
    async with store.write() as tx:
        case = await a_case(tx, await a_patient(tx), "a")
        assert case is not None
        await escalations.note(tx, case, "raised", NOW)
        await escalations.note(tx, case, "delivered", NOW + MINUTE)
        assert await escalations.events(tx, case) == [
            (NOW, "raised"),
            (NOW + MINUTE, "delivered"),
        ]


async def test_checkin_from_begin_to_end(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        answers = {"phq9": [0, None, 3], "words": "müde"}
        number = await checkins.begin(tx, patient.id, "full", answers, TODAY, NOW)
        going = await checkins.open_one(tx, patient.id)
        assert going == await checkins.get(tx, number)
        assert going is not None
        assert (going.answers, going.local_date, going.tier) == (answers, TODAY, None)
        assert await checkins.history(tx, patient.id) == []
        assert [each.id for each in await checkins.idle_since(tx, NOW + MINUTE, 5)] == [number]
        assert await checkins.idle_since(tx, NOW, 5) == []
        await checkins.change(tx, number, {"state": "finished", "finished_at": NOW, "tier": "D"})
        assert await checkins.open_one(tx, patient.id) is None
        assert await checkins.idle_since(tx, NOW + MINUTE, 5) == []
        later = await checkins.begin(tx, patient.id, "full", {}, TODAY, NOW + MINUTE)
        await checkins.change(tx, later, {"state": "dropped"})
        assert [each.id for each in await checkins.history(tx, patient.id)] == [later, number]
        assert [each.id for each in await checkins.history(tx, patient.id, limit=1)] == [later]


async def test_new_plan_leaves_the_old_one_as_history(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        assert await plans.on(tx, patient.id, TODAY) is None
        for number, capsules in enumerate(([20.0], [20.0, 10.0])):
            await plans.record(
                tx,
                patient.id,
                capsules=capsules,
                times_per_day=1 + number,
                effective_from=TODAY,
                now=NOW + number * MINUTE,
            )
        current = await plans.on(tx, patient.id, TODAY)
        history = await plans.history(tx, patient.id)
    assert current is not None
    assert (current.capsules, current.times_per_day) == ([20.0, 10.0], 2)
    assert [each.withdrawn_at for each in history] == [NOW + MINUTE, None]


async def test_conversation_is_kept_changed_and_ended(store: Store) -> None:
    async with store.write() as tx:
        one, two = await a_patient(tx, 1), await a_patient(tx, 2)
        await conversations.save(tx, one.id, Conversation("setup", "zone"), NOW)
        later = Conversation("setup", "times", {"zone": "Europe/Berlin", "tried": ["07:00", None]})
        await conversations.save(tx, one.id, later, NOW + MINUTE)
        assert await conversations.load(tx, one.id) == later
        assert await conversations.load(tx, two.id) is None
        await conversations.end(tx, two.id)
        await conversations.end(tx, one.id)
        assert await conversations.load(tx, one.id) is None
        assert await rows_in(tx, "conversations") == 0


async def test_facts_and_counters(store: Store) -> None:
    async with store.write() as tx:
        assert await facts.read(tx, "offset") is None
        await facts.write(tx, "offset", 7)
        await facts.write(tx, "offset", {"next": 8})
        assert await facts.read(tx, "offset") == {"next": 8}
        for day in (TODAY, TODAY, TODAY + timedelta(days=1)):
            await facts.count(tx, "unanswered", day)
        await facts.count(tx, "sent", TODAY)
        assert await facts.totals(tx) == {"unanswered": 3, "sent": 1}
        assert await rows_in(tx, "counters") == 3
