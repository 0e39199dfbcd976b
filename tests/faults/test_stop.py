"""SIGTERM to the real process: what is in work ends or is given back, within ten seconds."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.faults.test_kill import World, world  # noqa: F401  # the fixture

WITHIN = 10.0

pytestmark = pytest.mark.timeout(300)


async def _has_arrived(world: World, known: int) -> None:  # noqa: F811
    def in_flight() -> bool:
        return any(call.method == "sendMessage" for call in world.telegram.ledger.calls[known:])

    await world.telegram.wait_until(in_flight, 60.0)


@pytest.mark.parametrize(
    ("seconds", "copies"),
    [pytest.param(1.5, 1, id="ends in time"), pytest.param(30.0, 2, id="is given back")],
)
async def test_a_reply_in_flight_is_not_lost(
    world: World,  # noqa: F811
    seconds: float,
    copies: int,
) -> None:
    """Telegram answers late. In time: it was sent, once. Too late: nobody can know, and a reply is
    said again by the next process."""
    world.process.start()
    await world.ready()
    known = len(world.telegram.ledger.calls)
    slow = world.telegram.faults.slow(seconds, method="sendMessage", chat=world.ann.id, times=1)
    world.ann.say("/help")
    await _has_arrived(world, known)
    began = time.monotonic()
    code = await _stopped(world)
    assert code == 0, world.process.output
    assert time.monotonic() - began < WITHIN
    slow.off()
    assert "stopped" in world.process.output
    world.process.start()
    await world.ready()
    if copies > 1:
        await world.telegram.wait_until(lambda: world.copies("/today") == copies, 60.0)
    assert world.copies("/today") == copies


async def _stopped(world: World) -> int:  # noqa: F811
    """In a thread: the simulated Telegram has to go on answering."""
    return await asyncio.to_thread(world.process.stop)
