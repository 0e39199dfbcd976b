"""Moving the simulated time forward, from one thing that is due to the next.

The clock stops wherever the bot has something to do and waits until it is done, so that nothing on
the way comes late. Over days it stops at reminders alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from playground.telegram.clock import OffsetClock
from playground.watch import Board

FRAMES = 40  # a journey shows at least so many times of day on its way
FRAME = 0.03  # seconds
PATIENCE = 1.5  # seconds that the bot has for what is due; what takes longer is not waited for
LOOK_AGAIN = 0.02
FAR = timedelta(days=2)
MORNING = 8
WITHOUT_A_BOARD = timedelta(hours=1)

JUMPS: dict[str, tuple[str, timedelta]] = {
    "10min": ("+10 min", timedelta(minutes=10)),
    "1h": ("+1 h", timedelta(hours=1)),
    "1d": ("+1 day", timedelta(days=1)),
    "4w": ("Four weeks on", timedelta(weeks=4)),
}


def until_morning(now: datetime) -> timedelta:
    """From `now` (aware, local) to the next 08:00 on its wall clock."""
    morning = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    return morning - now if morning > now else morning + timedelta(days=1) - now


class NothingAhead(LookupError):
    """No reminder is planned."""


class Traveller:
    """At most one journey at a time."""

    def __init__(
        self,
        clock: OffsetClock,
        board: Callable[[], Board | None],
        on_change: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._board = board
        self._on_change = on_change
        self._task: asyncio.Task[None] | None = None
        self._stuck: set[datetime] = set()

    @property
    def moving(self) -> bool:
        return self._task is not None and not self._task.done()

    def local_now(self) -> datetime:
        return self._clock().astimezone()

    def go(self, jump: str, chats: Sequence[int]) -> None:
        """`jump` is a key of JUMPS, `morning`, or `next`: the next reminder in the first of the
        chats that has one, or in any. Ignored while on the way. Raises `NothingAhead`."""
        if not self.moving:
            goal = self.goal(jump, chats)
            self._task = asyncio.get_running_loop().create_task(self._walk(goal))

    def goal(self, jump: str, chats: Sequence[int]) -> datetime:
        now = self._clock()
        if jump == "morning":
            return now + until_morning(self.local_now())
        if jump != "next":
            return now + JUMPS[jump][1]
        board = self._board() or Board()
        ahead = {chat: at for chat, at in board.next_reminders.items() if at > now}
        if not ahead:
            raise NothingAhead("No reminder is planned yet. Finish the setup first.")
        return next((ahead[chat] for chat in chats if chat in ahead), min(ahead.values()))

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _walk(self, goal: datetime) -> None:
        began = self._clock()
        far, frame = goal - began > FAR, max((goal - began) / FRAMES, timedelta(seconds=30))
        try:
            while (now := self._clock()) < goal:
                stop = self._next_stop(now, goal, frame, far)
                self._clock.advance((stop - now).total_seconds())
                self._on_change()
                await asyncio.sleep(FRAME)
                await self._until_done(far)
        finally:
            asyncio.get_running_loop().call_soon(self._on_change)

    def _next_stop(self, now: datetime, goal: datetime, frame: timedelta, far: bool) -> datetime:
        board = self._board()
        if board is None:
            return min(goal, now + min(frame, WITHOUT_A_BOARD))
        return min([goal, now + frame, *(at for at in self._due(board, far) if at > now)])

    async def _until_done(self, far: bool) -> None:
        """Until the bot has done what is due now, or PATIENCE is over."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while (board := self._board()) is not None:
            now = self._clock()
            waits = {at for at in self._due(board, far) if at <= now} - self._stuck
            if not waits and not board.under_way:
                return
            if asyncio.get_running_loop().time() > deadline:
                self._stuck |= waits  # the bot leaves it for later: not worth waiting for again
                return
            await asyncio.sleep(LOOK_AGAIN)

    @staticmethod
    def _due(board: Board, far: bool) -> tuple[datetime, ...]:
        return board.due_reminders if far else board.due
