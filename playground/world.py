"""What one playground holds: the simulated Telegram, its people, its clock, the bot."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from playground.journey import Traveller
from playground.scribe import Cast, as_test
from playground.supervisor import Bot, Supervisor
from playground.telegram.clock import OffsetClock
from playground.telegram.core import DEFAULT_TOKEN, Telegram
from playground.telegram.faults import Fault
from playground.telegram.people import Person
from playground.watch import Watch

CARE_TEAM_ID = 900
DEMO_ID, DEMO_NAME = 800, "Mia"
DEMO_SAYS = ("/today",)
NAMES = ("Ann", "Ben", "Chidi", "Dana", "Elif", "Farah", "Goran", "Hana", "Ines", "Jonas")
SLOW_SECONDS = 2.0
RETRY_AFTER = 5


def fresh_folder(base: Path) -> Path:
    """A new data folder for this run; those of earlier runs go.

    The simulated chats live in memory, so an older database would know people who are gone.
    """
    for old in base.glob("run-*"):
        shutil.rmtree(old, ignore_errors=True)
    folder = base / f"run-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    folder.mkdir(parents=True)
    return folder


def local_zone() -> str:
    """The name of this machine's time zone; UTC where it has none that is known."""
    name = os.environ.get("TZ", "").lstrip(":")
    if not name:
        _, _, name = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")
    try:
        return ZoneInfo(name).key if name else "UTC"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"


class World:
    def __init__(self, folder: Path, bot: Bot, port: int) -> None:
        clock_file = folder / "clock-offset"
        self.clock = OffsetClock(clock_file)
        self.began = self.clock()
        self.zone = local_zone()
        self.telegram = Telegram(DEFAULT_TOKEN, clock=self.clock)
        self.care_team = self.telegram.person("Care team", id=CARE_TEAM_ID, started=True)
        self.patients: list[Person] = [self.telegram.person(NAMES[0])]
        self._faults: dict[str, Fault] = {}
        self._polls = 0
        self._disturbed = False
        environment = {
            "BOT_TOKEN": self.telegram.token,
            "TELEGRAM_API_BASE_URL": f"http://127.0.0.1:{port}/bot",
            "DATA_DIR": str(folder),
            "CLOCK_OFFSET_FILE": str(clock_file),
            "CARE_TEAM_CHAT_ID": str(CARE_TEAM_ID),
            "LOG_FORMAT": "console",
            "TICK_SECONDS": "0.1",
            "RECEIVE": "polling",
            "HTTP_PORT": "0",
            # A made-up bot must never meet the database of a real one.
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'isocompanion.db'}",
        }
        self.watch = Watch(bot.board, environment, self.telegram.notify)
        self.traveller = Traveller(self.clock, lambda: self.watch.board, self.telegram.notify)
        self.demo: Person | None = None
        first: list[str] | None = None
        if bot.demo is not None:
            self.demo = self.telegram.person(DEMO_NAME, id=DEMO_ID, started=True)
            self.patients.append(self.demo)
            given = ("--chat", str(DEMO_ID), "--name", DEMO_NAME, "--zone", self.zone)
            first = [*bot.demo, *given]
        self.supervisor = Supervisor(bot.run, environment, self._child_changed, first)
        self.telegram.changes.listen(self._look_for_polls)

    def start(self) -> None:
        self.supervisor.start()
        self.watch.start()

    async def stop(self) -> None:
        self.traveller.stop()
        self.telegram.updates.close()
        await self.watch.stop()
        await self.supervisor.stop()

    def _child_changed(self) -> None:
        self._polls = self.telegram.updates.polls
        self.telegram.notify()

    def _look_for_polls(self) -> None:
        if self.telegram.updates.polls > self._polls:
            self._polls = self.telegram.updates.polls
            if self.supervisor.state == "starting":
                self.supervisor.ready()
                self._open_the_demo()

    def _open_the_demo(self) -> None:
        """Her chat begins with something to look at; her six weeks are in the bot's database."""
        demo = self.demo
        if demo is not None and self.supervisor.prepared and not demo.messages:
            for words in DEMO_SAYS:
                demo.say(words)

    def new_patient(self, name: str, language: str) -> Person:
        """A patient; without a name, the next free one of the list."""
        taken = {person.name for person in self.patients}
        spare = next((n for n in NAMES if n not in taken), f"Patient {len(self.patients) + 1}")
        person = self.telegram.person(name.strip()[:40] or spare, language=language or "en")
        self.patients.append(person)
        return person

    def person(self, id: int) -> Person | None:
        return self.telegram.people.get(id)

    def as_test(self, person: Person) -> str:
        """The conversation in this chat as a journey test; in the care team's, all of them."""
        people = [*self.patients, self.care_team] if person is self.care_team else [person]
        cast = Cast(
            [each for each in people if each.messages],
            self.zone,
            self.began,
            demo=None if self.demo is None else self.demo.id,
            team=CARE_TEAM_ID,
            disturbed=self._disturbed,
        )
        return as_test(self.telegram, cast)

    def kill(self) -> None:
        """End the bot the hard way, as a crash would; it is started again."""
        self._disturbed = True
        self.supervisor.kill()

    def fault_on(self, name: str) -> bool:
        if name == "twice":
            return self.telegram.updates.twice
        fault = self._faults.get(name)
        return fault is not None and fault.active

    def switch_fault(self, name: str) -> None:
        """Turn slow, limit, outage or twice on or off. Raises `LookupError` for another name."""
        self._disturbed = True
        if name == "twice":
            self.telegram.updates.twice = not self.telegram.updates.twice
        elif self.fault_on(name):
            self._faults.pop(name).off()
        else:
            self._faults[name] = self._new_fault(name)
        self.telegram.notify()

    def _new_fault(self, name: str) -> Fault:
        faults = self.telegram.faults
        match name:
            case "slow":
                return faults.slow(SLOW_SECONDS, when=_sends)
            case "limit":
                return faults.too_many_requests(RETRY_AFTER, when=_sends)
            case "outage":
                return faults.outage()
        raise LookupError(f"no fault {name!r}")


def _sends(method: str, params: object) -> bool:
    return method.startswith(("send", "edit", "answer"))
