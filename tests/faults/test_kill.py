"""kill -9 of the real process, at every point where something could be lost.

The points are hit from outside, without a line of test code in the program: the simulated Telegram
knows when it hands an update over and when it has accepted a message, and a lock in PostgreSQL
stops the program in the middle of a transaction. What counts afterwards is what the patient has on
her phone and what Telegram's own ledger says.
"""

from __future__ import annotations

import asyncio
import base64
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from bot.catalog.content import Content
from bot.delivery.dispatcher import LEASE
from bot.storage.columns import Keyring
from playground.telegram import Person, Telegram, serve
from playground.telegram.clock import OffsetClock
from tests.databases import KEY, opened, sqlite_url
from tests.faults.process import BotProcess, bot_process
from tests.journeys.bot import rows_of, running_bot
from tests.journeys.onboarding import DOSE, MOISTURIZER, Choices, set_up

MORNING = datetime(2026, 3, 2, 7, 45, tzinfo=UTC)  # after the moisturizer, before the dose
NAME = "Annabella"
MACHINE = "nobody may be reading this chat"
LONG = 60.0  # a process has to start, and the machine may be busy
CRY = f"I want to kill myself, says {NAME}"
DAILY_ONE = "Your daily one, with food"
TWICE = "You may see this twice"


pytestmark = pytest.mark.timeout(300)  # each test starts the program several times


@dataclass(slots=True)
class World:
    """One process, its Telegram, and a patient who was set up before."""

    telegram: Telegram
    process: BotProcess
    clock: OffsetClock
    ann: Person
    database_url: str

    async def rows(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """What is stored; only while the process is down."""
        async with opened(self.database_url, Keyring([KEY])) as store:
            return await rows_of(store, table, *columns)

    async def ready(self) -> None:
        await self.telegram.wait_until(lambda: self.telegram.updates.polling, LONG)

    def kill_when(self, happened: Callable[[], object]) -> Callable[[], bool]:
        """Kill the process at the very moment at which `happened()` becomes true, before it can
        read the answer. Returns whether that has been."""
        done: list[bool] = []

        def listen() -> None:
            if not done and happened():
                done.append(True)
                self.process.kill()

        self.telegram.changes.listen(listen)
        return lambda: bool(done)

    def copies(self, words: str) -> int:
        """How often Telegram accepted a message with these words."""
        return sum(words in str(call.params.get("text")) for call in self.telegram.ledger.sent())

    async def sees(self, words: str) -> None:
        await self.ann.sees(words, timeout=LONG)

    async def killed_in_flight(
        self, act: Callable[[], object], *, method: str = "sendMessage"
    ) -> None:
        """Let Telegram accept what follows from `act` and say nothing; then kill the process."""
        known = len(self.telegram.ledger.calls)
        self.telegram.faults.lose_response(method=method, chat=self.ann.id, times=1)
        act()

        def in_flight() -> bool:
            calls = self.telegram.ledger.calls[known:]
            return any(call.outcome == "accepted_unheard" for call in calls)

        await self.telegram.wait_until(in_flight, LONG)
        self.process.kill()

    async def start_again(self) -> None:
        """A new process. On PostgreSQL another replica might still be sending what was leased, so
        the rows come back when their lease has run out; on SQLite there is nobody else."""
        self.process.start()
        await self.ready()
        if self.database_url.startswith("postgresql"):
            self.clock.advance(LEASE.total_seconds() + 1)

    def move_to(self, hour: int, minute: int = 0) -> None:
        """Move both clocks to that time of the first day, UTC."""
        goal = MORNING.replace(hour=hour, minute=minute)
        self.clock.advance((goal - self.clock()).total_seconds())
        self.telegram.notify()


@pytest.fixture
async def world(
    sqlite_path: Path, tmp_path: Path, content: Content, kept_data: Path
) -> AsyncIterator[World]:
    async with world_on(sqlite_url(sqlite_path), tmp_path, content, kept_data) as made:
        yield made


@pytest.fixture
async def either_world(
    database_url: str, tmp_path: Path, content: Content, kept_data: Path
) -> AsyncIterator[World]:
    async with world_on(database_url, tmp_path, content, kept_data) as made:
        yield made


@asynccontextmanager
async def world_on(
    database_url: str, tmp_path: Path, content: Content, kept_data: Path
) -> AsyncIterator[World]:
    """The patient is set up by this process; then the database is left to the other one."""
    data = Path(shutil.copytree(kept_data, tmp_path / "data"))
    async with running_bot(database_url, data, content, at=MORNING) as bot:
        patient = await set_up(bot, NAME, Choices(routines=(DOSE, MOISTURIZER)))
        chat_id = patient.person.id
    clock = OffsetClock(tmp_path / "clock")
    clock.move_to((MORNING - clock()).total_seconds())
    telegram = Telegram(clock=clock)
    async with serve(telegram) as base_url:
        ann = telegram.person(NAME, id=chat_id, started=True)
        settings = {
            "BOT_TOKEN": telegram.token,
            "TELEGRAM_API_BASE_URL": base_url,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(data),
            "ENCRYPTION_KEYS": base64.b64encode(KEY).decode(),
            "CLOCK_OFFSET_FILE": str(clock.file),
            "LOG_LEVEL": "DEBUG",
            "TICK_SECONDS": "0.1",
        }
        async with bot_process(settings, tmp_path) as process:
            yield World(telegram, process, clock, ann, database_url)


def silent(world: World) -> None:
    """Nothing of hers and no secret stands in what the process has printed."""
    for secret in (
        NAME,
        "kill myself",
        str(world.ann.id),
        world.telegram.token,
        world.telegram.token.split(":")[1],
        base64.b64encode(KEY).decode(),
    ):
        assert secret not in world.process.output


async def test_killed_after_telegram_handed_over_and_before_it_was_kept(world: World) -> None:
    world.process.start()
    await world.ready()
    killed = world.kill_when(lambda: world.telegram.ledger.delivered)
    world.ann.say(CRY)
    await world.telegram.wait_until(killed, LONG)
    world.process.start()
    await world.sees(MACHINE)
    assert world.process.stop() == 0
    assert len(await world.rows("escalations", "id")) == 1
    assert world.telegram.ledger.unconfirmed() == []
    silent(world)


async def test_killed_after_it_was_kept_and_confirmed(world: World) -> None:
    world.process.start()
    await world.ready()
    killed = world.kill_when(lambda: world.telegram.ledger.confirmed)
    world.ann.say(CRY)
    await world.telegram.wait_until(killed, LONG)
    world.process.start()
    await world.sees(MACHINE)
    assert world.process.stop() == 0
    assert len(await world.rows("escalations", "id")) == 1
    silent(world)


@pytest.mark.parametrize(
    "lock",
    ["patients IN ACCESS EXCLUSIVE MODE", "outbox IN SHARE ROW EXCLUSIVE MODE"],
    ids=["before it knows who speaks", "when only the answer is to be queued"],
)
async def test_killed_in_the_middle_of_handling(
    postgres_url: str, tmp_path: Path, content: Content, kept_data: Path, lock: str
) -> None:
    """The update is kept, and a lock stops the transaction that handles it."""
    async with world_on(postgres_url, tmp_path, content, kept_data) as world:
        world.process.start()
        await world.ready()
        async with locked(postgres_url, lock) as handling_waits:
            world.ann.say(CRY)
            await handling_waits()
            world.process.kill()
        assert await world.rows("escalations", "id") == []
        world.process.start()
        await world.sees(MACHINE)
        assert world.process.stop() == 0
        assert len(await world.rows("escalations", "id")) == 1
        assert world.copies(MACHINE) == 1
        silent(world)


async def test_killed_between_sending_and_noting_it(either_world: World) -> None:
    """A dose reminder, then the answer to a press, then an escalation: each is accepted by
    Telegram, and the process dies before it hears so."""
    world = either_world
    world.process.start()
    await world.ready()
    await world.killed_in_flight(lambda: world.move_to(8))
    await world.start_again()
    await world.sees(TWICE)
    assert world.copies(DAILY_ONE) == 2

    await world.killed_in_flight(lambda: world.ann.press("Taken"), method="editMessageText")
    await world.start_again()
    await world.killed_in_flight(lambda: world.ann.say(CRY))
    await world.start_again()
    await world.telegram.wait_until(lambda: world.copies(MACHINE) >= 2, LONG)
    world.move_to(21, 30)
    await world.telegram.wait_until(lambda: world.copies("Moisturizer") == 1, LONG)
    assert world.process.stop() == 0
    kinds = await world.rows("occurrences", "kind", "state")
    assert [state for kind, state in kinds if kind == "dose"] == ["done"]
    assert len(await world.rows("escalations", "id")) == 1
    assert world.telegram.ledger.unconfirmed() == []
    silent(world)


async def test_skin_care_that_was_in_flight_is_not_repeated(world: World) -> None:
    world.process.start()
    await world.ready()
    await world.killed_in_flight(lambda: world.move_to(21, 30))
    world.process.start()
    await world.ready()
    world.ann.say("/help")
    await world.sees("What I can do")
    assert world.process.stop() == 0
    assert world.copies("Moisturizer") == 1
    silent(world)


@asynccontextmanager
async def locked(url: str, lock: str) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Hold a lock in PostgreSQL, and tell when a kept update waits for it."""
    parts = make_url(url)
    options = {
        "host": str(parts.query["host"]),
        "user": str(parts.username),
        "database": str(parts.database),
    }
    holder, watcher = await asyncpg.connect(**options), await asyncpg.connect(**options)
    blocked = """
        SELECT EXISTS (SELECT FROM inbox WHERE handled_at IS NULL)
        AND EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
                    AND datname = current_database())"""

    async def handling_waits() -> None:
        async with asyncio.timeout(LONG):
            while not await watcher.fetchval(blocked):  # noqa: ASYNC110  # a lock tells nobody
                await asyncio.sleep(0.02)

    transaction = holder.transaction()
    await transaction.start()
    try:
        await holder.execute(f"LOCK TABLE {lock}")
        yield handling_waits
    finally:
        await transaction.rollback()
        await holder.close()
        await watcher.close()
