"""One run: a simulated Telegram, its people, and a program that is killed again and again."""

from __future__ import annotations

import asyncio
import base64
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from playground.telegram import Telegram, serve
from playground.telegram.clock import OffsetClock
from tests.soak import kills
from tests.soak.judge import Verdict, judge
from tests.soak.lives import Lives, lives
from tests.soak.people import Calm, CareTeam, Patient, monotonic
from tests.soak.record import InFlight, Kill, Record

KEY = bytes(range(32))
TEAM = -501
SIGKILL = -9
JUMPS = (1200, 1800, 3600, 5400)  # seconds: within the grace of every reminder
SEEN_AFTER = 3.0  # real seconds of a life: far more than a tick
REST = 2.0  # seconds without a call: the program has nothing more to say
CLOSING_WITHIN = 900.0


@dataclass(frozen=True, slots=True)
class Options:
    kills: int
    patients: int
    seed: int
    whole_every: int


@dataclass(frozen=True, slots=True)
class Result:
    verdict: Verdict
    record: Record
    seconds: float
    days: float  # on the simulated clock


class World:
    def __init__(self, options: Options, folder: Path) -> None:
        self.options = options
        self.folder = folder
        self.clock = OffsetClock(folder / "clock")
        self.telegram = Telegram(clock=self.clock)
        self.record = Record()
        self.calm = Calm()
        self.closing = asyncio.Event()
        self._random = Random(f"{options.seed} kills")
        self._life = 0
        self._jumped = (-1, 0.0)  # in which life, and when

    def settings(self, base_url: str) -> dict[str, str]:
        return {
            "BOT_TOKEN": self.telegram.token,
            "TELEGRAM_API_BASE_URL": base_url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.folder / 'bot.db'}",
            "DATA_DIR": str(self.folder),
            "ENCRYPTION_KEYS": base64.b64encode(KEY).decode(),
            "CLOCK_OFFSET_FILE": str(self.clock.file),
            "CARE_TEAM_CHAT_ID": str(TEAM),
            "SEND_RATE": "1000",
            "TICK_SECONDS": "0.1",
            "HTTP_PORT": "0",
        }

    def jump(self) -> None:
        """Time passes, unless somebody must not be hurried, or the program may not have seen the
        last jump yet: two together would be longer than the grace of a reminder."""
        life, at = self._jumped
        seen = life < self._life or monotonic() - at >= SEEN_AFTER
        if seen and not self.calm.busy:
            self._jumped = (self._life, monotonic())
            self.clock.advance(self._random.choice(JUMPS))
            self.telegram.notify()

    async def one_life(self, alive: Lives, number: int) -> None:
        point = kills.draw(self._random)
        whole = (number + 1) % self.options.whole_every == 0
        polls = self.telegram.updates.polls
        await alive.begin(from_nothing=whole)
        await kills.wait_and_kill(self.telegram, point, alive.kill, self.jump)
        status = await alive.bury()
        if status != SIGKILL:
            self.record.died.append(f"life {number} ended by itself, with {status}")
        self.record.kills.append(
            Kill(point.name, monotonic(), self.clock(), whole, self._in_flight())
        )
        if self.telegram.updates.polls > polls:  # it had planned what was due when it was killed
            if self._random.random() < 0.15:
                self.jump()
            self._life = number + 1

    def _in_flight(self) -> tuple[InFlight, ...]:
        """What was leased when it died; read while nobody else has the file."""
        path = self.folder / "bot.db"
        if not path.exists():
            return ()
        database = sqlite3.connect(path)
        try:
            found = database.execute(
                "SELECT chat_id, send_class FROM outbox WHERE state = 'leased'"
            ).fetchall()
        except sqlite3.OperationalError:  # killed before there were tables
            return ()
        finally:
            database.close()
        return tuple(InFlight(*row) for row in found)

    async def last_life(self, alive: Lives, everybody: asyncio.Task[object]) -> None:
        """Nobody kills any more; everything owed must come, then it stops in order."""
        await alive.begin(from_nothing=False)
        self.closing.set()
        async with asyncio.timeout(CLOSING_WITHIN):
            await everybody
            while True:
                known = len(self.telegram.ledger.calls)
                await asyncio.sleep(REST)
                if len(self.telegram.ledger.calls) == known and not self.telegram.updates.pending:
                    break
        alive.ask_to_stop()
        if (status := await alive.bury()) != 0:
            self.record.died.append(f"the last life did not stop in order: {status}")


async def run(options: Options, folder: Path, say: Callable[[str], None]) -> Result:
    """`folder` takes the database, the clock's offset and what the program prints."""
    started = time.monotonic()
    world = World(options, folder)
    begun_at = world.clock()
    team = CareTeam(
        world.telegram, world.record, world.telegram.group("Care team", id=TEAM), options.seed
    )
    patients = [
        Patient(world.telegram, world.record, number, options.seed, world.calm)
        for number in range(options.patients)
    ]
    async with serve(world.telegram) as base_url, lives(world.settings(base_url), folder) as alive:
        jobs = [each.live(world.closing) for each in patients] + [team.work(world.closing)]
        everybody: asyncio.Task[object] = asyncio.ensure_future(asyncio.gather(*jobs))
        try:
            for number in range(options.kills):
                await world.one_life(alive, number)
                if everybody.done():
                    everybody.result()  # only a fault of theirs ends them early
                if (number + 1) % 10 == 0:
                    say(
                        f"{number + 1} kills in {time.monotonic() - started:.0f} s, "
                        f"{len(world.record.acts)} acts, {len(world.telegram.ledger.calls)} calls"
                    )
            end = world.clock()
            await world.last_life(alive, everybody)
        finally:
            everybody.cancel()
    return Result(
        judge(world.record, world.telegram.ledger, end),
        world.record,
        time.monotonic() - started,
        (world.clock() - begun_at).total_seconds() / 86_400,
    )
