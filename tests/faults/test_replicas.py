"""Several real processes on one real PostgreSQL: nobody notices that there are several."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.store import Store
from tests.faults.clinic import TWICE, Clinic, clinic_on
from tests.faults.stable import Stable, stable
from tests.postgres import PostgresServer

pytestmark = [pytest.mark.timeout(300), pytest.mark.postgres]

TAKE_OVER_SECONDS = 10.0
SAID = ["/help", "/privacy", "/today", "/settings", "/help", "/doctor"]


@pytest.fixture(scope="module")
def bots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stable]:
    with stable(tmp_path_factory.mktemp("stable")) as made:
        yield made


async def test_three_behind_a_proxy_keep_the_order_of_every_chat(
    postgres_store: Store, bots: Stable, tmp_path: Path
) -> None:
    """Each update goes to another replica; what leaves keeps the order of what came in."""
    async with clinic_on(
        postgres_store, bots, tmp_path, people=4, webhook=True, places=3
    ) as clinic:
        await clinic.started(3)
        for said in SAID:
            for person in clinic.people:
                person.say(said)
        await clinic.quiet()
        await clinic.handled_once_in_order()
        first = clinic.answers(clinic.people[0])
        assert len(first) == len(SAID)
        assert first[0] == first[4] != first[1]
        assert all(clinic.answers(person) == first for person in clinic.people)


async def poller_of(clinic: Clinic) -> int:
    """The process that polls now."""
    rows = await clinic.ask("SELECT holder FROM leases WHERE name = 'poller'")
    return int(rows[0][0].split(":")[2])


async def seconds_until_heard(clinic: Clinic) -> float:
    """How long somebody who speaks now waits for the answer."""
    start, ann = time.monotonic(), clinic.people[0]
    before = len(clinic.answers(ann))
    ann.say("/help")
    await clinic.telegram.wait_until(lambda: len(clinic.answers(ann)) > before, 60)
    return time.monotonic() - start


@pytest.mark.parametrize("dies", [True, False], ids=["killed", "frozen"])
async def test_another_polls_when_the_poller_is_gone(
    postgres_store: Store, bots: Stable, tmp_path: Path, dies: bool
) -> None:
    """Killed, its neighbours have proof. Frozen, it is as if its machine had vanished: only its
    lease can tell; and when it comes back it must find that it no longer polls."""
    async with clinic_on(
        postgres_store, bots, tmp_path, people=2, webhook=False, places=2
    ) as clinic:
        await clinic.started(2)
        await seconds_until_heard(clinic)
        await clinic.quiet()
        polling = await poller_of(clinic)
        old = next(each for each in clinic.replicas if each.number == polling)
        if dies:
            old.kill()
        else:
            old.freeze()
        assert await seconds_until_heard(clinic) <= TAKE_OVER_SECONDS
        assert await poller_of(clinic) != old.number
        if not dies:
            old.thaw()
            for person in clinic.people:
                person.say("/privacy")
        await clinic.quiet()
        await clinic.handled_once_in_order()
        assert len(clinic.answers(clinic.people[0])) == (2 if dies else 3)
        epochs = await clinic.ask("SELECT epoch FROM leases WHERE name = 'poller'")
        assert epochs[0][0] == 2


async def test_one_is_killed_again_and_again_in_full_traffic(
    postgres_store: Store, bots: Stable, tmp_path: Path
) -> None:
    """Patients press and write, reminders are due, and always one replica of three is dying."""
    async with clinic_on(
        postgres_store, bots, tmp_path, people=40, webhook=True, places=3
    ) as clinic:
        await clinic.started(3)
        talkers, reminded = clinic.people[:8], clinic.people[8:]
        await clinic.due_in(reminded, [0.25 * number for number in range(len(reminded))])
        pressed: set[int] = set()

        async def people_press() -> None:
            while len(pressed) < len(reminded):
                for person in reminded:
                    if person.id not in pressed and clinic.reminders(person):
                        pressed.add(person.id)
                        person.press("Taken")
                await asyncio.sleep(0.05)

        async def people_talk() -> None:
            for said in SAID * 3:
                for person in talkers:
                    person.say(said)
                await asyncio.sleep(0.4)

        async def one_dies() -> None:
            for number in range(6):
                await asyncio.sleep(1.2)
                clinic.replicas[number % 3].kill()
                clinic.start(number % 3)

        async with asyncio.timeout(120):
            await asyncio.gather(people_press(), people_talk(), one_dies())
        await clinic.quiet()
        await clinic.handled_once_in_order()
        done = await clinic.ask("SELECT state, count(*) FROM occurrences GROUP BY state")
        assert [tuple(row) for row in done] == [("done", len(reminded))]
        for person in reminded:
            copies = clinic.reminders(person)
            # One whose first copy may have left with a dying process says so; never a second that
            # does not.
            assert 1 <= len(copies) <= 2
            assert all(TWICE in copy for copy in copies[1:])
        repeats = sum(len(clinic.reminders(person)) - 1 for person in reminded)
        assert repeats <= 6  # what was in flight at a kill


async def test_the_database_is_restarted_in_full_traffic(
    postgres_store: Store, bots: Stable, tmp_path: Path, postgres_server: PostgresServer
) -> None:
    """Both replicas lose it at once. Nothing is lost, nothing is doubled, and when it is back the
    urgent leaves before the backlog."""
    async with clinic_on(
        postgres_store, bots, tmp_path, people=60, webhook=True, places=2
    ) as clinic:
        clinic.settings["send_rate"] = "8"
        await clinic.started(2)
        talkers, reminded = clinic.people[:10], clinic.people[10:]
        await clinic.due_in(reminded, [0.0] * len(reminded))
        await clinic.telegram.wait_until(lambda: len(clinic.telegram.ledger.sent()) >= 10, 60)
        # Not in a thread: the server dies with the thread that has started it.
        postgres_server.restart()
        back = len(clinic.telegram.ledger.sent())
        for person in talkers:
            person.say("/help")
        await clinic.quiet()
        await clinic.handled_once_in_order()
        order = [call.chat_id for call in clinic.telegram.ledger.sent()[back:]]
        answers = [order.index(person.id) for person in talkers]
        backlog = [order.index(each.id) for each in reminded if each.id in order]
        assert max(answers) < max(backlog)
        assert all(len(clinic.reminders(person)) == 1 for person in reminded)
        assert all(len(clinic.answers(person)) == 1 for person in talkers)
