"""A long, mixed evening against a Telegram that counts for itself; several seeds."""

from __future__ import annotations

import random
from collections import Counter, deque
from dataclasses import dataclass, field

import pytest

from bot.delivery.budget import SendBudget
from bot.domain.priority import Priority
from bot.domain.send_outcome import (
    NotSent,
    NotSentReason,
    Outcome,
    Sent,
    Uncertain,
    UncertainReason,
)
from tests.delivery.simulation import START, Row, Simulation, flood, p99

MINUTES = 5


@dataclass
class Telegram:
    """Enforces its limits on arrivals by its own books, and fails at random beside them."""

    chance: random.Random
    own_limit_floods: Counter[str] = field(default_factory=Counter)
    accepted: Counter[int] = field(default_factory=Counter)
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)

    def __call__(self, row: Row, now: float) -> Outcome:
        luck = self.chance.random()
        if luck < 0.003:
            return flood(self.chance.choice([1.0, 4.0, 20.0]))
        if luck < 0.01:
            return NotSent(NotSentReason.REFUSED)
        if luck < 0.02:
            return Uncertain(UncertainReason.READ_TIMEOUT)
        chat = self._chats.setdefault(row.chat, deque())
        for name, seen, seconds, limit in (
            ("bot", self._all, 1.0, 30),
            ("chat", chat, 10.0, 13),
            ("group", chat, 60.0, 20 if row.chat < 0 else 70),
        ):
            if sum(at > now - seconds for at in seen) >= limit:
                self.own_limit_floods[name] += 1
                return flood(3)
        self._all.append(now)
        while self._all[0] <= now - 1:
            self._all.popleft()
        chat.append(now)
        while chat[0] <= now - 60:
            chat.popleft()
        self.accepted[row.id] += 1
        return Sent(row.id)


def evening(chance: random.Random) -> list[Row]:
    """3,000 reminders at the full minutes, people who talk, a busy care-team group."""
    rows: list[Row] = []

    def add(priority: Priority, at: float, chat: int) -> None:
        rows.append(Row(priority, START + at, len(rows), chat))

    for _ in range(3_000):
        kind = chance.choice([Priority.DOSE, Priority.REMINDER, Priority.BROADCAST])
        add(kind, 60.0 * chance.randrange(MINUTES), chance.randrange(1, 2_500))
    for _ in range(60 * MINUTES):
        add(Priority.REPLY, chance.uniform(0, 60 * MINUTES), chance.randrange(1, 2_500))
    for _ in range(40):
        add(Priority.ESCALATION, chance.uniform(0, 60), -100_1)
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_everything_arrives_once_and_telegram_has_no_reason_to_refuse(seed: int) -> None:
    chance = random.Random(seed)
    telegram = Telegram(chance)
    run = Simulation(SendBudget(30), latency=0.05, late=0.006, answer=telegram)
    rows = evening(chance)
    run.run(rows)
    assert telegram.accepted == Counter({row.id: 1 for row in rows})
    assert telegram.own_limit_floods.total() == 0
    first: dict[int, float] = {}
    for at, row in run.starts:
        first.setdefault(row.id, at)
    waits = [first[row.id] - row.not_before for row in rows if row.priority is Priority.REPLY]
    assert p99(waits) <= 0.3
    assert sorted(waits)[len(waits) // 2] <= 0.05
