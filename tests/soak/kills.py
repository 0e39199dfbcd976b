"""When a life ends: at a moment, or at an event that only the simulated Telegram can see.

The events are exact: the program is dead before the answer to the call that completed them can
leave, so "Telegram has accepted it and the program does not know" is hit again and again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from playground.telegram import Telegram

READY_WITHIN = 300.0  # a busy machine reads the content slowly
LONGEST_LIFE = 4.0  # seconds after it is ready, when the awaited event does not come


@dataclass(frozen=True, slots=True)
class Point:
    """`name` says what kind of moment; `amount` how far: seconds, or a number of events."""

    name: str
    amount: float


STARTING = "while starting"
RUNNING = "at any moment"
HANDED_OVER = "after an update was handed over"
CONFIRMED = "after an update was confirmed"
ACCEPTED = "after a message was accepted, before its answer"
AFTER_A_JUMP = "just after something became due"


def draw(random: Random) -> Point:
    """A point; every kind is as likely as the others but the last start-up one."""
    name = random.choices(
        (STARTING, RUNNING, HANDED_OVER, CONFIRMED, ACCEPTED, AFTER_A_JUMP), (1, 3, 2, 2, 4, 3)
    )[0]
    match name:
        case "while starting":
            return Point(name, random.uniform(0, 0.8))
        case "at any moment":
            return Point(name, random.uniform(0, 2.5))
        case "just after something became due":
            return Point(name, random.uniform(0, 0.25))
        case _:
            return Point(name, random.randint(1, 12))


async def wait_and_kill(
    telegram: Telegram, point: Point, kill: Callable[[], None], jump: Callable[[], None]
) -> None:
    """Kill at the point. `jump` makes time pass; it is called in the middle of most lives."""
    if point.name == STARTING:
        await asyncio.sleep(point.amount)
        kill()
        return
    await telegram.wait_until(lambda: telegram.updates.polling, READY_WITHIN)
    if point.name == AFTER_A_JUMP:
        await asyncio.sleep(1 - point.amount)
        jump()
        await asyncio.sleep(point.amount)
        kill()
    elif point.name == RUNNING:
        for _ in range(2):
            await asyncio.sleep(point.amount / 3)
            jump()
        await asyncio.sleep(point.amount / 3)
        kill()
    else:
        jump()
        await _at_the_event(telegram, point, kill)


async def _at_the_event(telegram: Telegram, point: Point, kill: Callable[[], None]) -> None:
    counter = _COUNTERS[point.name]
    goal = counter(telegram) + int(point.amount)
    done = asyncio.Event()

    def listen() -> None:
        if not done.is_set() and counter(telegram) >= goal:
            kill()
            done.set()

    stop_listening = telegram.changes.listen(listen)
    try:
        async with asyncio.timeout(LONGEST_LIFE):
            await done.wait()
    except TimeoutError:
        kill()
    finally:
        stop_listening()


_COUNTERS: dict[str, Callable[[Telegram], int]] = {
    HANDED_OVER: lambda telegram: len(telegram.ledger.delivered),
    CONFIRMED: lambda telegram: len(telegram.ledger.confirmed),
    ACCEPTED: lambda telegram: len(telegram.ledger.calls),
}
