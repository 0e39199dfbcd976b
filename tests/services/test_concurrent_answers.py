"""Two things happen to one patient at the same moment, in two transactions, on both databases: no
escalation is lost between them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.catalog.content import Content
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.tier import Tier
from bot.services import checkins, escalations
from bot.services.checkins import Asking
from bot.services.desk import Desk
from bot.services.escalations import Trigger
from bot.storage import checkins as checkin_rows
from bot.storage import escalations as cases
from bot.storage import patients
from bot.storage.store import Store, Tx
from tests.services.world import MONDAY_NOON, desk_of

LATER = MONDAY_NOON + timedelta(minutes=16)
Work = Callable[[Tx], Awaitable[object]]


@pytest.fixture
def desk(content: Content) -> Desk:
    return desk_of(content)


async def a_patient(store: Store) -> Patient:
    async with store.write() as tx:
        who = await patients.meet(tx, 4711, "en", MONDAY_NOON)
        values = {"state": PatientState.ACTIVE, "age_group": "adult", "time_zone": "UTC"}
        await patients.change(tx, who.id, values)
        await patients.grant(tx, who.id, Purpose.MOOD, MONDAY_NOON)
        found = await patients.by_id(tx, who.id)
    assert found is not None
    return found


async def overlapping(store: Store, first: Work, second: Work) -> None:
    """`first` has done its work and not committed yet when `second` begins."""
    under_way, may_end = asyncio.Event(), asyncio.Event()

    async def one() -> None:
        async with store.write() as tx:
            await first(tx)
            under_way.set()
            await may_end.wait()

    async def two() -> None:
        await under_way.wait()
        asyncio.get_running_loop().call_later(0.15, may_end.set)
        async with store.write() as tx:
            await second(tx)

    await asyncio.gather(one(), two())


async def at_item_nine(store: Store, desk: Desk, who: Patient) -> Asking:
    async with store.write() as tx:
        going = await checkins.begin(tx, desk, who, MONDAY_NOON)
        for _ in range(2):
            assert isinstance(going, Asking)
            going = await checkins.answer(
                tx, desk, who, going.checkin_id, going.ask.item.id, "0", 1, MONDAY_NOON
            )
    assert isinstance(going, Asking)
    assert going.ask.item.id.endswith("-9")
    return going


@pytest.mark.parametrize("first", ["answer", "clock"])
async def test_a_yes_while_the_check_in_is_ended_as_left(
    store: Store, desk: Desk, first: str
) -> None:
    """The clock sees no yes and ends it; the yes arrives at that moment."""
    who = await a_patient(store)
    asked = await at_item_nine(store, desk, who)
    day_after = MONDAY_NOON + timedelta(hours=11)

    async def answers(tx: Tx) -> None:
        await checkins.answer(tx, desk, who, asked.checkin_id, asked.ask.item.id, "3", 1, day_after)

    async def ends(tx: Tx) -> None:
        await checkin_rows.change(
            tx, asked.checkin_id, {"touched_at": MONDAY_NOON - timedelta(days=2)}
        )
        await checkins.end_left(tx, desk, day_after)

    order = (answers, ends) if first == "answer" else (ends, answers)
    await overlapping(store, *order)
    async with store.write() as tx:  # she says nothing more
        await checkins.end_left(tx, desk, day_after + timedelta(minutes=16))
    async with store.read() as tx:
        assert await cases.open_of(tx, who.id)


@pytest.mark.parametrize("first", ["raise", "spoken"])
async def test_a_case_while_the_doctor_is_said_to_have_spoken(
    store: Store, desk: Desk, first: str
) -> None:
    """What is raised at this moment is not what the doctor spoke about: its hold stands."""
    who = await a_patient(store)
    old = Trigger(Tier.CONTACT_NOW, "physical", "update:1", ("rule",))
    new = Trigger(Tier.EMERGENCY, "suicide", "update:2", ("rule",))
    async with store.write() as tx:
        number = await escalations.raise_case(tx, desk, who, old, MONDAY_NOON)
        assert number is not None
        await escalations.delivered(tx, number, f"escalation:{number}:first", MONDAY_NOON)

    async def raises(tx: Tx) -> None:
        await escalations.raise_case(tx, desk, who, new, LATER)

    async def speaks(tx: Tx) -> None:
        await escalations.spoken_to_doctor(tx, who, "continue", LATER)

    await overlapping(store, *((raises, speaks) if first == "raise" else (speaks, raises)))
    async with store.read() as tx:
        (left,) = await cases.open_of(tx, who.id)
        assert left.label == "suicide"
        assert await cases.holding(tx, [who.id]) == {who.id}


async def test_the_same_trouble_said_again_while_its_case_is_closed(
    store: Store, desk: Desk
) -> None:
    """It must not be noted on a case that is being closed: it is a case of its own then."""
    who = await a_patient(store)
    async with store.write() as tx:
        trigger = Trigger(Tier.CONTACT_NOW, "suicide", "update:1", ("rule",))
        number = await escalations.raise_case(tx, desk, who, trigger, MONDAY_NOON)
        assert number is not None
        await escalations.delivered(tx, number, f"escalation:{number}:first", MONDAY_NOON)

    async def speaks(tx: Tx) -> None:
        await escalations.spoken_to_doctor(tx, who, "continue", LATER)

    async def says_again(tx: Tx) -> None:
        again = Trigger(Tier.CONTACT_NOW, "suicide", "update:2", ("rule",))
        await escalations.raise_case(tx, desk, who, again, LATER)

    await overlapping(store, speaks, says_again)
    async with store.read() as tx:
        assert len(await cases.open_of(tx, who.id)) == 1
        assert await cases.holding(tx, [who.id]) == {who.id}


async def test_two_alarms_at_once_are_two_cases_or_one_but_never_none(
    store: Store, desk: Desk
) -> None:
    who = await a_patient(store)

    async def alarm(source: str) -> None:
        async with store.write() as tx:
            trigger = Trigger(Tier.CONTACT_NOW, "suicide", source, ("rule",))
            await escalations.raise_case(tx, desk, who, trigger, MONDAY_NOON)

    await asyncio.gather(*(alarm(f"update:{n}") for n in range(6)))
    async with store.read() as tx:
        assert len(await cases.open_of(tx, who.id)) == 1
