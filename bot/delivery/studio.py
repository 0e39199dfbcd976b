"""Has files made by a process of its own, and keeps them for the minutes in which they are sent.

A row that wants a file goes back into the outbox while it is made, so that its chat stays free for
what is more urgent, and is brought forward when it is there. One process at a time: it is started
for one order, told nothing else, and ends with it, so that neither its memory nor what it has read
stays behind. Nothing is written to disk.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import structlog

from bot.clock import steady_seconds
from bot.domain.drawing import Job
from bot.domain.outgoing import Upload
from bot.services.drawings import Order

log = structlog.get_logger()

WITHIN_SECONDS = 40.0  # many times what a year takes, also on a machine that is busy
KEEP_SECONDS = 300.0
MOST_KEPT = 16
MOST_WAITING = 32
LARGEST_FILE = 8 * 1024 * 1024  # far below what Telegram takes

_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV")

Draw = Callable[[bytes], Awaitable[bytes]]


class NotDrawn(Exception):
    """No file came of an order; the text says why, and holds nothing of the order."""


@dataclass(slots=True)
class _Piece:
    """An order on its way to a row. `content` None and not `failed`: it is being made."""

    order: Order
    since: float
    content: bytes | None = None
    failed: bool = False


class Studio:
    """`ready` is told the row whose file is there, or will never be; it is set by whoever puts the
    program together."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.ready: Callable[[int], Awaitable[None]] = _nobody
        self._pieces: dict[int, _Piece] = {}
        self._kept: dict[str, tuple[float, bytes]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Semaphore(1)
        self.failures = 0

    def order(self, row_id: int, order: Order) -> bool:
        """Begin with it, unless the same is there already. False: too many are waiting."""
        self._tidy()
        key = order.job.key
        if (kept := self._kept.get(key)) is not None:
            self._pieces[row_id] = _Piece(order, steady_seconds(), kept[1])
            return True
        if len(self._tasks) >= MOST_WAITING:
            return False
        self._pieces[row_id] = _Piece(order, steady_seconds())
        task = asyncio.create_task(self._make(row_id, order.job, key), name=f"draw {row_id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    def knows(self, row_id: int) -> bool:
        """Whether this row's file has been ordered."""
        return row_id in self._pieces

    def upload(self, row_id: int) -> Upload | Order | None:
        """The row's file; its order when nothing came of it; None while it is being made."""
        piece = self._pieces[row_id]
        if piece.failed:
            return piece.order
        if piece.content is None:
            return None
        order = piece.order
        return Upload(order.name, piece.content, order.message, order.instead, photo=order.photo)

    def forget(self, row_id: int) -> None:
        """The row has ended."""
        self._pieces.pop(row_id, None)

    @property
    def idle(self) -> bool:
        return not self._tasks

    async def close(self) -> None:
        """Give up what is being made; the rows wait in the outbox for the next start."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _make(self, row_id: int, job: Job, key: str) -> None:
        content: bytes | None = None
        try:
            async with self._one_at_a_time:
                content = await self.draw(job.to_bytes())
        except NotDrawn as error:
            self.failures += 1
            log.error("not_drawn", what=str(job.make), why=str(error))
        if content is not None:
            self._kept[key] = (steady_seconds(), content)
        if (piece := self._pieces.get(row_id)) is not None:
            self._pieces[row_id] = replace(piece, content=content, failed=content is None)
        await self.ready(row_id)

    def _tidy(self) -> None:
        """Nothing stays for longer than its minutes."""
        before = steady_seconds() - KEEP_SECONDS
        fresh = [(key, each) for key, each in self._kept.items() if each[0] > before]
        self._kept = dict(fresh[-MOST_KEPT:])
        self._pieces = {
            row_id: piece
            for row_id, piece in self._pieces.items()
            if piece.since > before or (piece.content is None and not piece.failed)
        }


async def _nobody(row_id: int) -> None:
    return None


def studio_in(data_dir: Path) -> Studio:
    """The studio of a program; `data_dir` gets matplotlib's list of this machine's fonts."""
    return Studio(lambda order: draw_in_a_process(order, data_dir / "drawing"))


def surroundings(cache: Path) -> dict[str, str]:
    """All that the drawing process may know of where it runs: no token, no key."""
    known = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return known | {"MPLCONFIGDIR": str(cache), "OPENBLAS_NUM_THREADS": "1"}


async def draw_in_a_process(order: bytes, cache: Path) -> bytes:
    """One order by `python -m bot.drawing`; `cache` is for matplotlib's list of fonts.

    Raises `NotDrawn` when it fails, takes too long, or answers with nothing.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.drawing"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=surroundings(cache),
        )
    except OSError as error:
        raise NotDrawn(f"not started: {type(error).__name__}") from None
    try:
        async with asyncio.timeout(WITHIN_SECONDS):
            content, said = await process.communicate(order)
    except TimeoutError:
        raise NotDrawn(f"not within {WITHIN_SECONDS:.0f} seconds") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        kind = said.decode("ascii", "replace")[-60:]
        raise NotDrawn(f"ended with {process.returncode} {kind}".strip())
    if not 0 < len(content) <= LARGEST_FILE:
        raise NotDrawn(f"{len(content)} bytes")
    return content
