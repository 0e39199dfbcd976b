"""One patient, the services and a real SQLite file, without Telegram: time is an argument, and what
leaves is written down."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from bot.catalog.content import Content
from bot.delivery.composing import Composer
from bot.delivery.settling import fate_of
from bot.domain.outgoing import Send
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.routine_kind import RoutineKind
from bot.domain.send_outcome import Outcome, Sent, Uncertain, UncertainReason
from bot.services import (
    care_team,
    case_timers,
    checkin_invitations,
    checkins,
    concerns,
    planning,
    routine_settings,
    symptom_checks,
)
from bot.services.desk import Choices, Desk
from bot.storage import escalations, patients, sending
from bot.storage.columns import Keyring
from bot.storage.migrate import migrate
from bot.storage.sending import Claimed
from bot.storage.store import Store, Tx
from tests.databases import KEY, sqlite_url

T = TypeVar("T")
CHAT = 4711
MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DOSE_WORDS = "▫️ Your daily one"

STEPS: tuple[Callable[[Tx, Desk, datetime], Awaitable[object]], ...] = (
    planning.plan_due,
    planning.ask_again,
    case_timers.run_due,
    care_team.chase_due,
    checkins.end_left,
    symptom_checks.end_left,
    concerns.ask_unanswered,
    checkin_invitations.invite_due,
)


@dataclass(frozen=True, slots=True)
class Left:
    """A message that left, and whether the dose was held at that moment."""

    row: Claimed
    text: str
    held: bool


def desk_of(content: Content, **choices: object) -> Desk:
    return Desk(
        messages=content.messages,
        faq=content.faq,
        instruments=content.instruments,
        contacts=content.contacts,
        detector=content.detector,
        symptoms=content.symptoms,
        choices=Choices(**choices),  # type: ignore[arg-type]
    )


class World:
    """Synchronous, for state machines. `now` only goes forward."""

    def __init__(self, directory: Path, content: Content) -> None:
        self.url = sqlite_url(directory / "world.db")
        self.desk = desk_of(content)
        self.composer = Composer(lambda: self.desk)
        self.now = MONDAY_NOON
        self.left: list[Left] = []
        self._runner = asyncio.Runner()
        self._open()
        self.run(self._set_up)

    def run(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """One transaction."""

        async def inside() -> T:
            async with self.store.write() as tx:
                return await work(tx)

        return self._runner.run(inside())

    def patient(self) -> Patient:
        async def find(tx: Tx) -> Patient:
            found = await patients.of_chat(tx, CHAT)
            assert found is not None
            return found

        return self.run(find)

    def is_held(self) -> bool:
        who = self.patient()
        return bool(self.run(lambda tx: escalations.holding(tx, [who.id])))

    def passes(self, minutes: int) -> None:
        """Time passes, then the clock ticks and what is due leaves."""
        self.now += timedelta(minutes=minutes)
        for step in STEPS:
            self.run(lambda tx, step=step: step(tx, self.desk, self.now))  # type: ignore[misc]
        self.deliver()

    def deliver(self) -> None:
        """Everything that may leave now, and Telegram takes it."""
        while rows := self.run(self._claim):
            self.run(lambda tx, rows=rows: self._settle(tx, rows, Sent(1)))  # type: ignore[misc]

    def dies_while_sending(self) -> None:
        """Rows are leased and on the wire when the process ends; the next one takes them back."""
        self.run(self._claim)
        self.restart()
        lost = self.run(lambda tx: sending.abandoned(tx, self.now, own_rows=(), everything=True))
        end = Uncertain(UncertainReason.CONNECTION_LOST)
        self.run(lambda tx: self._settle(tx, lost, end))

    def restart(self) -> None:
        self._runner.run(self.store.close())
        self._open()

    def close(self) -> None:
        self._runner.run(self.store.close())
        self._runner.close()

    def _open(self) -> None:
        self.store = Store(self.url, Keyring([KEY]))

        async def begin() -> None:
            await self.store.open()
            await migrate(self.store)

        self._runner.run(begin())

    async def _set_up(self, tx: Tx) -> None:
        who = await patients.meet(tx, CHAT, "en", self.now)
        values = {"state": PatientState.ACTIVE, "age_group": "adult", "country": "DE"}
        await patients.change(tx, who.id, values | {"time_zone": "UTC"})
        for purpose in Purpose:
            await patients.grant(tx, who.id, purpose, self.now)
        active = await patients.by_id(tx, who.id)
        assert active is not None
        times = [time(8), time(20)]
        await routine_settings.put(tx, active, RoutineKind.DOSE, self.now, local_times=times)
        await routine_settings.put(tx, active, RoutineKind.MOISTURIZER, self.now)

    async def _claim(self, tx: Tx) -> list[Claimed]:
        found = await sending.candidates(tx, self.now, not_chats=(), limit=50)
        ids = [row.id for row in found]
        claimed = await sending.lease(tx, ids, "test", self.now + timedelta(seconds=20))
        said = await self.composer.compose(tx, claimed, self.now) if claimed else {}
        who = await patients.of_chat(tx, CHAT)
        held = bool(who and await escalations.holding(tx, [who.id]))
        sent = []
        for row in claimed:
            words = said[row.id]
            if isinstance(words, Send):
                self.left.append(Left(row, str(words.message.html), held))
                sent.append(row)
            else:
                reason = getattr(words, "reason", "no message")
                await sending.settle(tx, [sending.Settled(row.id, "cancelled", reason)], self.now)
        return sent

    async def _settle(self, tx: Tx, rows: list[Claimed], outcome: Outcome) -> None:
        for row in rows:
            fate = fate_of(row, outcome, self.now)
            await sending.settle(tx, [fate.settled], self.now)
            await self.composer.settled(tx, row, fate, self.now)
