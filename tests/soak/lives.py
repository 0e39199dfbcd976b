"""One life of the program after the other, each with a process id that can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import PROJECT

LOADED_WITHIN = 600.0  # on a busy machine
GONE_WITHIN = 120.0


class Lives:
    """`settings` are the program's environment. At most one life at a time."""

    def __init__(self, settings: dict[str, str], directory: Path) -> None:
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self._environment = (
            keep
            | settings
            | {
                "PYTHONPATH": str(PROJECT),
                "OPENBLAS_NUM_THREADS": "1",  # threads do not survive a fork
            }
        )
        self._directory = directory
        self.log = directory / "output.txt"
        self._nursery: asyncio.subprocess.Process | None = None
        self._whole: subprocess.Popen[bytes] | None = None
        self.pid = 0

    async def open(self) -> None:
        self._nursery = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.soak.nursery", str(self.log)),
            env=self._environment,
            cwd=self._directory,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        await self._hear(LOADED_WITHIN)

    async def begin(self, *, from_nothing: bool) -> None:
        """`from_nothing`: `python -m bot run`; otherwise a fork of the nursery."""
        if not from_nothing:
            self.pid = int((await self._ask("go")).split()[1])
            return
        with self.log.open("ab") as log:
            self._whole = subprocess.Popen(  # noqa: ASYNC220  # returns at once
                [sys.executable, "-m", "bot", "run"],
                env=self._environment,
                cwd=self._directory,  # no .env of a developer's
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.pid = self._whole.pid

    def kill(self) -> None:
        """At once, without a last word; harmless when it is dead already."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)  # not reaped yet, so the number is still its own

    def ask_to_stop(self) -> None:
        os.kill(self.pid, signal.SIGTERM)

    async def bury(self) -> int:
        """Wait for the end of this life; its exit code, negative for a signal."""
        whole, self._whole, self.pid = self._whole, None, 0
        if whole is not None:
            return await asyncio.to_thread(whole.wait, GONE_WITHIN)
        return int((await self._ask("bury")).split()[1])

    async def close(self) -> None:
        if self.pid:
            self.kill()
            await self.bury()
        if self._nursery is not None:
            assert self._nursery.stdin is not None
            self._nursery.stdin.close()
            await asyncio.wait_for(self._nursery.wait(), GONE_WITHIN)

    async def _ask(self, word: str) -> str:
        assert self._nursery is not None
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(f"{word}\n".encode())
        return await self._hear(GONE_WITHIN)

    async def _hear(self, timeout: float) -> str:
        assert self._nursery is not None
        assert self._nursery.stdout is not None
        line = await asyncio.wait_for(self._nursery.stdout.readline(), timeout)
        if not line:
            raise RuntimeError(f"the nursery has ended; see {self.log.name}")
        return line.decode().strip()


@asynccontextmanager
async def lives(settings: dict[str, str], directory: Path) -> AsyncIterator[Lives]:
    made = Lives(settings, directory)
    try:
        await made.open()
        yield made
    finally:
        await made.close()
