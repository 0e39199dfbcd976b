"""What the bot owes and which cases are open, as its command `board --follow` tells it.

A process of its own, so that one sees what waits while the bot is dead.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Row = dict[str, Any]

LONGEST_LINE = 1 << 20
PAUSE = 2.0  # seconds before a watcher that has ended is started again


@dataclass(frozen=True, slots=True)
class Board:
    """Rows and cases as the bot tells them, newest first. Instants are aware.

    `due`: the first instants at which the bot has something to do; `due_reminders`: those of
    reminders alone; `next_reminders`: by chat."""

    outbox: tuple[Row, ...] = ()
    cases: tuple[Row, ...] = ()
    inbox_open: int = 0
    due: tuple[datetime, ...] = ()
    due_reminders: tuple[datetime, ...] = ()
    next_reminders: Mapping[int, datetime] = field(default_factory=dict)

    @property
    def under_way(self) -> bool:
        return self.inbox_open > 0 or any(row["state"] == "leased" for row in self.outbox)


def read_board(line: str) -> Board:
    """Raises `ValueError` or `KeyError` for a line that no `board` has written."""
    told = json.loads(line)
    return Board(
        outbox=tuple(told["outbox"]),
        cases=tuple(told["cases"]),
        inbox_open=int(told["inbox_open"]),
        due=tuple(datetime.fromisoformat(each) for each in told["due"]),
        due_reminders=tuple(datetime.fromisoformat(each) for each in told["due_reminders"]),
        next_reminders={
            int(chat): datetime.fromisoformat(at) for chat, at in told["next_reminders"].items()
        },
    )


class Watch:
    """Follows the board; `board` is None until the bot has one, or where it cannot tell it."""

    def __init__(
        self,
        command: Sequence[str] | None,
        environment: Mapping[str, str],
        on_change: Callable[[], None],
    ) -> None:
        self._command = command
        self._environment = {**os.environ, **environment}
        self._on_change = on_change
        self._task: asyncio.Task[None] | None = None
        self._child: asyncio.subprocess.Process | None = None
        self.board: Board | None = None

    @property
    def possible(self) -> bool:
        return self._command is not None

    def start(self) -> None:
        if self._command is not None:
            self._task = asyncio.get_running_loop().create_task(self._follow(self._command))

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            if self._child is not None:
                with suppress(ProcessLookupError):
                    self._child.kill()
                await self._child.wait()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _follow(self, command: Sequence[str]) -> None:
        while True:
            self._child = await asyncio.create_subprocess_exec(
                *command,
                env=self._environment,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=LONGEST_LINE,
                start_new_session=True,
            )
            assert self._child.stdout is not None
            while line := await self._child.stdout.readline():
                with suppress(ValueError, KeyError):
                    self.board = read_board(line.decode())
                    self._on_change()
            await self._child.wait()
            await asyncio.sleep(PAUSE)
