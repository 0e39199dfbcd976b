"""The real program against the simulated Telegram, over HTTP, on a database of its own.

    async with running_bot(database_url, tmp_path, content) as bot:
        ann = bot.patient("Ann")
        await ann.says("/start")
        await ann.sees("companion")

Nothing here waits for time to pass. The clock stands until a test moves it (`bot.passes`,
`bot.until`), and every act returns when the bot has done all that it had to do.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select, true

from bot.app import Program
from bot.catalog.content import Content
from bot.delivery.budget import SendBudget
from bot.delivery.chat_limits import ChatLimits
from bot.drawing.making import make
from bot.settings import Settings, load_settings
from bot.storage.schema import (
    case_timers,
    escalations,
    inbox,
    metadata,
    occurrences,
    outbox,
    patients,
    routines,
    trusted_people,
)
from bot.storage.store import Store
from playground.telegram import Group, Server, Telegram
from tests.databases import KEY
from tests.journeys.clock import StandingClock
from tests.journeys.patient import Patient

MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PATIENCE = 20.0  # real seconds; far more than anything takes, for machines that are busy
NEVER = 60.0  # the ticker's own pace: tests tick themselves

# Every instant for which the database holds something to do.
_DUE = (
    (routines.c.next_due_at, true()),
    (occurrences.c.next_step_at, true()),
    (patients.c.next_checkin_at, true()),
    (patients.c.delete_at, true()),
    (case_timers.c.due_at, true()),
    (escalations.c.team_next_at, true()),
    (trusted_people.c.next_line_at, true()),
    (outbox.c.not_before, outbox.c.state == "queued"),
)


async def drawn_here(order: bytes) -> bytes:
    """As the drawing process does it, without a process."""
    return await asyncio.to_thread(make, order)


class NoDistance(ChatLimits):
    """Telegram's one message a second per chat would make every journey last minutes."""

    def free_at(self, chat_id: int, now: float) -> float:
        return now


@dataclass(slots=True)
class RunningBot:
    """One program and its world. `program` is None while it is down."""

    telegram: Telegram
    server: Server
    clock: StandingClock
    settings: Settings
    content: Content
    program: Program | None = None
    patients: list[Patient] = field(default_factory=list)

    def patient(
        self,
        name: str = "Ann",
        *,
        language: str = "en",
        zone: str = "UTC",
        id: int | None = None,
        started: bool = False,
    ) -> Patient:
        """Somebody who has just found the bot. `zone` is where her own clock is."""
        person = self.telegram.person(name, language=language, id=id, started=started)
        made = Patient(self, person, ZoneInfo(zone))
        self.patients.append(made)
        return made

    def group(self, title: str = "Care team") -> Group:
        return self.telegram.group(title)

    @property
    def running(self) -> Program:
        assert self.program is not None, "the bot is down"
        return self.program

    async def start(self) -> None:
        self.program = Program(
            self.settings,
            clock=self.clock,
            content=self.content,
            budget=SendBudget(1000, chats=NoDistance()),
        )
        # Starting a process for each file would take seconds; `test_progress` does it.
        self.program.studio.draw = drawn_here
        await self.program.start()
        await self.settled()

    async def stop(self) -> None:
        program, self.program = self.program, None
        if program is not None:
            await program.stop()

    @asynccontextmanager
    async def down(self) -> AsyncIterator[None]:
        """The bot is off inside the block; afterwards a new process has taken over."""
        await self.stop()
        yield
        self._look_afresh()
        await self.start()

    async def passes(self, **delta: float) -> None:
        """Time passes: `passes(hours=2)`. See `move_to`."""
        await self.move_to(self.clock.now() + timedelta(**delta))

    async def until(self, at: str, zone: ZoneInfo) -> None:
        """Until the next `at` ("08:00") on the wall clock of `zone`."""
        local = self.clock.now().astimezone(zone)
        goal = datetime.combine(local.date(), time.fromisoformat(at), zone)
        if goal <= local:
            goal = datetime.combine(local.date() + timedelta(days=1), goal.time(), zone)
        await self.move_to(goal)

    async def move_to(self, goal: datetime) -> None:
        """Let time pass as it does in life: the clock stops at everything that becomes due on the
        way, and the bot does it. Messages seen before do not count as seen any more."""
        self._look_afresh()
        while (stop := await self._next_stop(goal)) < goal:
            self.clock.move_to(stop)
            await self.tick()
        self.clock.move_to(goal)
        await self.tick()

    async def passes_to_next(self, goal: datetime) -> None:
        """Until something happens, or until `goal`."""
        await self.move_to(await self._next_stop(goal))

    async def tick(self) -> None:
        """What the ticker does each second, once."""
        self.telegram.notify()
        await self.running.ticker.tick()
        self.running.dispatcher.wake()
        await self.settled()

    async def _next_stop(self, goal: datetime) -> datetime:
        """The first instant after now, and before `goal`, at which something is to be done."""
        now, stops = self.clock.now(), [goal]
        async with self.running.store.read() as tx:
            for column, only in _DUE:
                first = select(func.min(column)).where(column > now, only)
                if (found := (await tx.execute(first)).scalar_one()) is not None:
                    stops.append(found)
        return min(stops)

    async def settled(self) -> None:
        """Until everything said has been handled and everything due has been sent."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not await self._is_idle():  # noqa: ASYNC110  # rows tell nobody
                    await asyncio.sleep(0.004)
        except TimeoutError:
            raise AssertionError(
                "the bot does not come to rest:\n" + self.telegram.ledger.tail()
            ) from None

    async def _is_idle(self) -> bool:
        program = self.running
        if self.telegram.updates.pending or not program.intake.idle:
            return False
        if program.dispatcher.in_flight or not program.studio.idle:
            return False
        owed = select(func.count(outbox.c.id)).where(
            or_(
                outbox.c.state == "leased",
                (outbox.c.state == "queued") & (outbox.c.not_before <= self.clock.now()),
            )
        )
        waiting = select(func.count(inbox.c.update_id)).where(inbox.c.handled_at.is_(None))
        both = select(owed.scalar_subquery() + waiting.scalar_subquery())
        async with program.store.read() as tx:
            left = (await tx.execute(both)).scalar_one()
        # A row may have gone back to wait for its file while the rows were read.
        return not left and not program.dispatcher.in_flight and program.studio.idle

    async def rows(self, table: str, *columns: str, **where: Any) -> list[tuple[Any, ...]]:
        """What the database holds: for what a patient cannot see, such as that nothing is left."""
        return await rows_of(self.running.store, table, *columns, **where)

    def _look_afresh(self) -> None:
        for patient in self.patients:
            patient.looks_away()


async def rows_of(store: Store, table: str, *columns: str, **where: Any) -> list[tuple[Any, ...]]:
    """Rows of a table, decrypted, in the order of their making where they have an id."""
    source = metadata.tables[table]
    query = select(*(source.c[each] for each in columns) if columns else [source])
    for name, value in where.items():
        query = query.where(source.c[name] == value)
    if "id" in source.c:
        query = query.order_by(source.c.id)
    async with store.read() as tx:
        return [tuple(row) for row in await tx.execute(query)]


@asynccontextmanager
async def running_bot(
    database_url: str,
    data_dir: Path,
    content: Content,
    *,
    at: datetime = MONDAY_NOON,
    started: bool = True,
    **choices: Any,
) -> AsyncIterator[RunningBot]:
    """A program with the operator's `choices` (settings by their names), and its Telegram."""
    clock = StandingClock(at)
    telegram = Telegram(clock=clock)
    server = Server(telegram)
    await server.start()
    settings = load_settings(
        _env_file=None,
        bot_token=telegram.token,
        telegram_api_base_url=server.base_url,
        database_url=database_url,
        data_dir=data_dir,
        encryption_keys=base64.b64encode(KEY).decode(),
        tick_seconds=NEVER,
        **choices,
    )
    bot = RunningBot(telegram, server, clock, settings, content)
    try:
        if started:
            await bot.start()
        yield bot
    finally:
        await bot.stop()
        await server.stop()
        await telegram.close()
