"""The clock of the playground stops wherever the bot has something to do."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone

import pytest

from playground.journey import NothingAhead, Traveller, until_morning
from playground.telegram.clock import OffsetClock
from playground.watch import Board, read_board

HOUR = timedelta(hours=1)


class QuickBot:
    """Does at once what is due, and notes when it was done."""

    def __init__(self, clock: OffsetClock, *due: datetime, lazy: bool = False) -> None:
        self._clock = clock
        self._due = list(due)
        self._lazy = lazy
        self.done: list[datetime] = []

    def board(self) -> Board:
        now = self._clock()
        if not self._lazy:
            for at in [each for each in self._due if each <= now]:
                self._due.remove(at)
                self.done.append(now)
        due = tuple(self._due)
        return Board(due=due, due_reminders=due, next_reminders=dict(enumerate(due, start=1)))


async def arrived(traveller: Traveller) -> None:
    async with asyncio.timeout(20):
        while traveller.moving:  # noqa: ASYNC110  # a journey tells nobody
            await asyncio.sleep(0.01)


async def test_what_is_due_on_the_way_is_done_at_its_time() -> None:
    clock = OffsetClock()
    start = clock()
    due = [start + n * HOUR for n in (1, 7, 7.5, 30)]
    bot = QuickBot(clock, *due)
    traveller = Traveller(clock, bot.board, lambda: None)
    traveller.go("1d", [])
    await arrived(traveller)
    assert clock() - start >= timedelta(days=1)
    assert len(bot.done) == 3
    late = [done - at for done, at in zip(bot.done, due, strict=False)]
    assert max(late) < timedelta(seconds=30)


async def test_the_next_reminder_is_that_of_an_open_chat() -> None:
    clock = OffsetClock()
    now = clock()
    bot = QuickBot(clock, now + HOUR, now + 5 * HOUR)
    traveller = Traveller(clock, bot.board, lambda: None)
    assert traveller.goal("next", [2, 9]) == now + 5 * HOUR
    assert traveller.goal("next", [9]) == now + HOUR
    with pytest.raises(NothingAhead):
        Traveller(clock, lambda: None, lambda: None).goal("next", [2])


async def test_what_the_bot_leaves_for_later_is_waited_for_once() -> None:
    clock = OffsetClock()
    bot = QuickBot(clock, clock() - HOUR, lazy=True)
    traveller = Traveller(clock, bot.board, lambda: None)
    began = asyncio.get_running_loop().time()
    traveller.go("1h", [])
    await arrived(traveller)
    assert asyncio.get_running_loop().time() - began < 8


@pytest.mark.parametrize(
    ("now", "hours"), [("2026-03-01T07:00", 1), ("2026-03-01T08:00", 24), ("2026-03-01T23:00", 9)]
)
def test_the_next_morning(now: str, hours: int) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=timezone(timedelta(hours=2)))
    assert until_morning(local) == timedelta(hours=hours)


def test_a_line_of_the_board_is_read() -> None:
    at = "2026-03-02T12:00:00+00:00"
    line = (
        '{"outbox": [{"state": "leased"}], "cases": [], "inbox_open": 0, '
        f'"due": ["{at}"], "due_reminders": [], "next_reminders": {{"7": "{at}"}}}}'
    )
    board = read_board(line)
    assert board.under_way
    assert board.next_reminders == {7: datetime.fromisoformat(at)}
