"""The dispatcher's loop as `bot.delivery.budget` asks for it, in simulated time."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import inf

from bot.delivery.budget import SendBudget
from bot.domain.priority import Priority
from bot.domain.send_outcome import NotSent, NotSentReason, Outcome, Sent

START = 1_800_000_000.0


@dataclass(frozen=True, order=True, slots=True)
class Row:
    priority: Priority
    not_before: float
    id: int
    chat: int


Answer = Callable[[Row, float], Outcome]


def accepted(row: Row, now: float) -> Outcome:
    return Sent(row.id)


def flood(seconds: float) -> NotSent:
    return NotSent(NotSentReason.FLOOD, retry_after=seconds)


@dataclass
class Simulation:
    """`latency` is a send's duration; each timer fires up to `late` seconds after its time."""

    budget: SendBudget
    latency: float = 0.05
    late: float = 0.004
    answer: Answer = accepted
    starts: list[tuple[float, Row]] = field(default_factory=list)
    delivered: dict[int, float] = field(default_factory=dict)  # row id -> start of its last send

    def run(self, rows: Iterable[Row]) -> float:
        """Send all rows; returns the instant at which the last one started."""
        jitter = random.Random(1)
        coming = [(row.not_before, row) for row in rows]
        heapq.heapify(coming)
        ready: list[Row] = []
        running: list[tuple[float, Row]] = []
        blocked: dict[int, list[Row]] = {}
        now = START
        while coming or ready or running or blocked:
            while running and running[0][0] <= now:
                _, row = heapq.heappop(running)
                for waiting in blocked.pop(row.chat, ()):
                    heapq.heappush(ready, waiting)
                outcome = self.answer(row, now)
                self.budget.finished(row.chat, outcome, now, interactive=row.priority.interactive)
                if not isinstance(outcome, Sent):
                    heapq.heappush(ready, row)
            while coming and coming[0][0] <= now:
                heapq.heappush(ready, heapq.heappop(coming)[1])
            next_at = self._turn(now, ready, coming, running, blocked)
            timers = [next_at if ready else inf]
            timers += [coming[0][0]] if coming else []
            timers += [running[0][0]] if running else []
            if min(timers) < inf:
                now = max(now, min(timers)) + jitter.uniform(0, self.late)
        return self.starts[-1][0]

    def _turn(
        self,
        now: float,
        ready: list[Row],
        coming: list[tuple[float, Row]],
        running: list[tuple[float, Row]],
        blocked: dict[int, list[Row]],
    ) -> float:
        allowance = self.budget.allowance(now)
        total, bulk = allowance.total, allowance.bulk
        while ready and total and (bulk or ready[0].priority.interactive):
            row = heapq.heappop(ready)
            interactive = row.priority.interactive
            free_at = self.budget.chat_free_at(row.chat, now, interactive=interactive)
            if free_at == inf:
                blocked.setdefault(row.chat, []).append(row)
            elif free_at > now:
                heapq.heappush(coming, (free_at, row))
            else:
                self.budget.started(row.chat, now, interactive=interactive)
                total -= 1
                bulk -= not interactive
                self.starts.append((now, row))
                self.delivered[row.id] = now
                heapq.heappush(running, (now + self.latency, row))
        return self.budget.allowance(now).next_at


def backlog(count: int, *, priority: Priority = Priority.REMINDER) -> list[Row]:
    """Rows for as many chats, all due at the start."""
    return [Row(priority, START, number, 1_000_000 + number) for number in range(count)]


def urgent(times: Iterable[float], *, first_id: int = 10_000_000) -> list[Row]:
    """Replies, each to a chat of its own, at these seconds after the start."""
    return [
        Row(Priority.REPLY, START + at, first_id + number, first_id + number)
        for number, at in enumerate(times)
    ]


def most_in_window(starts: list[float], seconds: float) -> int:
    """The largest number of starts in any half-open window of this length."""
    most = first = 0
    for last, at in enumerate(starts):
        while starts[first] + seconds <= at:
            first += 1
        most = max(most, last - first + 1)
    return most


def p99(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 99 // 100) - 1)]
