"""While a case is open: the dose is held, contraception goes on, and nobody cheers or nags. One row
for every kind of message that the bot can queue of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.catalog.content import Content
from bot.domain.priority import SendClass
from bot.domain.recurrence import Recurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import next_due
from bot.domain.tier import Tier
from bot.services import escalations, planning
from bot.services.escalations import Trigger
from bot.services.planning import zone_of
from bot.storage import occurrences, patients, routines
from tests.services.world import World

CHEER = re.compile(r"well done|great|congrat|streak|keep it up|🎉|in a row|!", re.IGNORECASE)

# What may still speak of itself to somebody who was told to get help.
GOES_ON = {
    RoutineKind.DOSE: False,
    RoutineKind.MOISTURIZER: True,
    RoutineKind.SUNSCREEN: True,
    RoutineKind.LIP_BALM: True,
    RoutineKind.EYE_DROPS: True,
    RoutineKind.MOOD_CHECKIN: False,
    RoutineKind.SYMPTOM_CHECK: False,
    RoutineKind.DAILY_MOOD: False,
    RoutineKind.CONTRACEPTION: True,
    RoutineKind.PREGNANCY_TEST: True,
    RoutineKind.BLOOD_TEST: True,
    RoutineKind.APPOINTMENT: True,
    RoutineKind.REFILL: True,
    RoutineKind.PRESCRIPTION: True,
    RoutineKind.AFTER_COURSE: True,
}


@pytest.fixture
def world(tmp_path: Path, content: Content) -> Iterator[World]:
    made = World(tmp_path, content)
    yield made
    made.close()


def raise_case(world: World) -> None:
    who = world.patient()
    trigger = Trigger(Tier.CONTACT_NOW, "suicide", "update:1", ("rule",))
    world.run(lambda tx: escalations.raise_case(tx, world.desk, who, trigger, world.now))
    world.deliver()
    world.left.clear()


def a_routine(world: World, kind: RoutineKind, minutes: int = 5) -> None:
    who, at = world.patient(), world.now + timedelta(minutes=minutes)
    recurrence = Recurrence("FREQ=DAILY", who.local_date(world.now), (at.time(),))
    slot = next_due(recurrence, zone_of(who), world.now)
    world.run(
        lambda tx: routines.put(
            tx,
            who.id,
            kind,
            rule="FREQ=DAILY",
            start_on=who.local_date(world.now),
            local_times=[at.time()],
            enabled=True,
            following=slot,
        )
    )


def test_every_kind_stands_in_the_table() -> None:
    assert set(GOES_ON) == set(RoutineKind)


@pytest.mark.parametrize("queued", ["after the case", "before it"])
@pytest.mark.parametrize("kind", RoutineKind)
def test_what_leaves_while_a_case_is_open(world: World, kind: RoutineKind, queued: str) -> None:
    a_routine(world, kind)
    if queued == "before it":
        world.now += timedelta(minutes=6)
        world.run(lambda tx: planning.plan_due(tx, world.desk, world.now))
        raise_case_without_sending(world)
        world.passes(1)
    else:
        raise_case(world)
        world.passes(6)
    name = world.desk.messages.say("en").plain(f"item-{kind.value.replace('_', '-')}")
    spoken = [each for each in world.left if f"▫️ {name}" in each.text]
    assert bool(spoken) is GOES_ON[kind]


def raise_case_without_sending(world: World) -> None:
    who = world.patient()
    trigger = Trigger(Tier.CONTACT_NOW, "suicide", "update:1", ("rule",))
    world.run(lambda tx: escalations.raise_case(tx, world.desk, who, trigger, world.now))


def test_contraception_goes_on_through_a_pause_and_a_case(world: World) -> None:
    raise_case(world)
    who = world.patient()
    world.run(lambda tx: patients.change(tx, who.id, {"paused_since": world.now}))
    a_routine(world, RoutineKind.CONTRACEPTION)
    world.passes(6)
    assert any("Your other daily one" in each.text for each in world.left)


@pytest.mark.parametrize("missed", [0, 1, 2, 3])
def test_no_questions_that_day_and_no_gentle_scolding_after_it(world: World, missed: int) -> None:
    raise_case(world)
    who = world.patient()
    due = {"next_checkin_at": world.now, "checkins_missed": missed}
    world.run(lambda tx: patients.change(tx, who.id, due))
    world.passes(1)
    assert not [each for each in world.left if each.row.send_class is SendClass.CHECKIN]
    for _ in range(4):
        world.passes(1440)
    asked = [each for each in world.left if each.row.send_class is SendClass.CHECKIN]
    assert [("Your check-in is due" in each.text) for each in asked] == [True]


def test_nothing_that_leaves_of_itself_cheers(world: World) -> None:
    for kind in RoutineKind:
        a_routine(world, kind, minutes=5)
    raise_case(world)
    for _ in range(16):
        world.passes(720)
    assert len(world.left) >= 10
    assert not [each.text for each in world.left if CHEER.search(each.text)]
    who = world.patient()
    counts = world.run(
        lambda tx: occurrences.count_states(
            tx, who.id, RoutineKind.DOSE, who.local_date(world.now) - timedelta(days=9)
        )
    )
    assert "done" not in {str(state) for state in counts}
