"""What one playground holds: the simulated Telegram, its people, its clock, the bot."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from playground.journey import Traveller
from playground.supervisor import Supervisor
from playground.telegram.clock import OffsetClock
from playground.telegram.core import DEFAULT_TOKEN, Telegram
from playground.telegram.faults import Fault
from playground.telegram.people import Person

CARE_TEAM_ID = 900
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


class World:
    def __init__(self, folder: Path, command: Sequence[str], port: int) -> None:
        clock_file = folder / "clock-offset"
        self.clock = OffsetClock(clock_file)
        self.telegram = Telegram(DEFAULT_TOKEN, clock=self.clock)
        self.traveller = Traveller(self.clock, self.telegram.notify)
        self.care_team = self.telegram.person("Care team", id=CARE_TEAM_ID, started=True)
        self.patients: list[Person] = [self.telegram.person(NAMES[0])]
        self._faults: dict[str, Fault] = {}
        self._polls = 0
        self.supervisor = Supervisor(
            command,
            {
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
            },
            self._child_changed,
        )
        self.telegram.changes.listen(self._look_for_polls)

    def _child_changed(self) -> None:
        self._polls = self.telegram.updates.polls
        self.telegram.notify()

    def _look_for_polls(self) -> None:
        if self.telegram.updates.polls > self._polls:
            self._polls = self.telegram.updates.polls
            self.supervisor.ready()

    def new_patient(self, name: str, language: str) -> Person:
        """A patient; without a name, the next free one of the list."""
        taken = {person.name for person in self.patients}
        spare = next((n for n in NAMES if n not in taken), f"Patient {len(self.patients) + 1}")
        person = self.telegram.person(name.strip()[:40] or spare, language=language or "en")
        self.patients.append(person)
        return person

    def person(self, id: int) -> Person | None:
        return self.telegram.people.get(id)

    def fault_on(self, name: str) -> bool:
        fault = self._faults.get(name)
        return fault is not None and fault.active

    def switch_fault(self, name: str) -> None:
        """Turn slow, limit or outage on or off."""
        if self.fault_on(name):
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
