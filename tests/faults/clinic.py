"""Several replicas on one PostgreSQL, with patients who were set up before, and what to ask it."""

from __future__ import annotations

import asyncio
import base64
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.domain.patient import PatientState, Purpose
from bot.domain.routine_kind import RoutineKind
from bot.domain.schedule import Slot
from bot.storage import patients, routines
from bot.storage.store import Store
from playground.telegram import Person, Telegram, serve
from tests.databases import KEY
from tests.faults.proxy import free_port, proxy_before
from tests.faults.stable import Forked, Stable

PATIENCE = 90.0  # far more than anything takes, for machines that are busy
REMINDER = "Your daily one, with food"
TWICE = "You may see this twice"
FIRST_CHAT = 7001


@dataclass(slots=True)
class Clinic:
    """The replicas and their world. All of them see the real clock."""

    telegram: Telegram
    store: Store
    stable: Stable
    directory: Path
    settings: dict[str, str]
    ports: list[int]
    people: list[Person] = field(default_factory=list)
    replicas: list[Forked] = field(default_factory=list)

    def start(self, place: int) -> Forked:
        """A new process at this place."""
        settings = self.settings | {"http_port": str(self.ports[place])}
        log = self.directory / f"replica{place}.txt"
        replica = self.stable.start(settings, log)
        if place < len(self.replicas):
            self.replicas[place] = replica
        else:
            self.replicas.append(replica)
        return replica

    async def started(self, number: int) -> None:
        """So many replicas, all of them at work."""
        for place in range(number):
            self.start(place)
        await self.until(lambda: self._on_record(number), "the replicas are not at work")
        if self.settings["receive"] == "webhook":
            await self.telegram.wait_until(lambda: self.telegram.updates.webhook_active, PATIENCE)
        else:
            await self.telegram.wait_until(lambda: self.telegram.updates.polling, PATIENCE)
        await self.until(self._all_ready, "the replicas are not ready")

    async def _on_record(self, number: int) -> bool:
        rows = await self.ask("SELECT count(*) FROM leases WHERE name LIKE 'replica %'")
        return bool(rows[0][0] >= number)

    async def _all_ready(self) -> bool:
        return all("ready" in replica.output for replica in self.replicas)

    async def ask(self, query: str, **values: Any) -> list[Any]:
        async with self.store.read() as tx:
            return list(await tx.execute(text(query), values))

    async def until(self, true: Callable[[], Awaitable[object]], otherwise: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not await true():  # noqa: ASYNC110  # rows tell nobody
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(f"{otherwise}\n{self.outputs()}") from None

    async def quiet(self) -> None:
        """Until nothing is waiting anywhere."""

        async def done() -> bool:
            if self.telegram.updates.pending:
                return False
            rows = await self.ask(
                """SELECT (SELECT count(*) FROM inbox WHERE handled_at IS NULL)
                        + (SELECT count(*) FROM outbox WHERE state IN ('queued', 'leased'))"""
            )
            return bool(rows[0][0] == 0)

        await self.until(done, "something is left undone")

    def outputs(self) -> str:
        return "\n".join("\n".join(replica.output.splitlines()[-15:]) for replica in self.replicas)

    async def due_in(self, people: list[Person], seconds: list[float]) -> None:
        """Each of these people is to be reminded of the dose so many seconds from now."""
        now = datetime.now(UTC)
        async with self.store.write() as tx:
            for person, wait in zip(people, seconds, strict=True):
                patient = await patients.of_chat(tx, person.id)
                assert patient is not None
                due = now + timedelta(seconds=wait)
                await routines.put(
                    tx,
                    patient.id,
                    RoutineKind.DOSE,
                    rule="FREQ=DAILY",
                    start_on=due.date(),
                    local_times=[time(due.hour, due.minute)],
                    enabled=True,
                    following=Slot(due.date(), 0, due),
                )

    def reminders(self, person: Person) -> list[str]:
        """Every copy of a first reminder that Telegram accepted for her, the oldest first."""
        texts = (str(call.params.get("text")) for call in self.telegram.ledger.sent(person.id))
        return [text for text in texts if REMINDER in text]

    def answers(self, person: Person) -> list[str]:
        """The first lines of everything else that Telegram accepted for her."""
        texts = (str(call.params.get("text")) for call in self.telegram.ledger.sent(person.id))
        return [text.splitlines()[0] for text in texts if REMINDER not in text]

    async def handled_once_in_order(self) -> None:
        """Every update of every chat has had its effect once, in the order of that chat."""
        said = Counter(
            entry.update_id for entry in self.telegram.ledger.said if entry.update_id is not None
        )
        rows = await self.ask("SELECT update_id, attempts, failed FROM inbox")
        assert Counter(row[0] for row in rows) == said
        assert [row for row in rows if row[2] is not None] == []
        replies = await self.ask(
            """SELECT chat_id, id, (regexp_match(key, '^u([0-9]+)'))[1]::bigint AS update_id
               FROM outbox WHERE key ~ '^u[0-9]+' ORDER BY id"""
        )
        for person in self.people:
            order = [row[2] for row in replies if row[0] == person.id]
            assert order == sorted(order)


@asynccontextmanager
async def clinic_on(
    store: Store, stable: Stable, directory: Path, *, people: int, webhook: bool, places: int
) -> AsyncIterator[Clinic]:
    """Patients with consent to reminders, replicas not yet started."""
    telegram = Telegram()
    telegram.webhook_pause = 0.2
    ports = [free_port() for _ in range(places)]
    async with AsyncExitStack() as stack:
        base_url = await stack.enter_async_context(serve(telegram))
        hook = await stack.enter_async_context(proxy_before(ports))
        stack.push_async_callback(telegram.close)
        settings = {
            "bot_token": telegram.token,
            "telegram_api_base_url": base_url,
            "database_url": store.url.render_as_string(hide_password=False),
            "data_dir": str(directory / "data"),
            "encryption_keys": base64.b64encode(KEY).decode(),
            "receive": "webhook" if webhook else "polling",
            "webhook_url": hook,
            "webhook_secret": "the-secret-of-these-tests",
            "tick_seconds": "0.2",
            "log_level": "INFO",
        }
        clinic = Clinic(telegram, store, stable, directory, settings, ports)
        clinic.people += [*_patients(telegram, people)]
        now = datetime.now(UTC)
        async with store.write() as tx:
            for person in clinic.people:
                patient = await patients.meet(tx, person.id, "en", now)
                await patients.change(
                    tx,
                    patient.id,
                    {
                        "state": PatientState.ACTIVE,
                        "time_zone": "UTC",
                        "age_group": "adult",
                        "country": "DE",
                        "quiet_start": "00:00",
                        "quiet_end": "00:00",
                    },
                )
                await patients.grant(tx, patient.id, Purpose.REMINDERS, now)
        try:
            yield clinic
        finally:
            for replica in clinic.replicas:
                if replica.alive:
                    replica.kill()


def _patients(telegram: Telegram, number: int) -> Iterator[Person]:
    for index in range(number):
        yield telegram.person(f"P{index}", id=FIRST_CHAT + index, started=True)
