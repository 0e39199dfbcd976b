"""The program as its own process, which can be killed like one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import PROJECT

GONE_WITHIN = 20.0


class BotProcess:
    """`python -m bot run` with the settings as its environment. `output` is all it ever printed,
    over all its lives."""

    def __init__(self, settings: dict[str, str], directory: Path) -> None:
        self._settings = settings
        self._directory = directory
        self._log = directory / "output.txt"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                env=keep | self._settings | {"PYTHONPATH": str(PROJECT)},
                cwd=self._directory,  # no .env of a developer's
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def kill(self) -> None:
        """At once, without a last word."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        assert self._process.wait(GONE_WITHIN) == -signal.SIGKILL, self.output

    def stop(self) -> int:
        """As an operator does; returns its exit code."""
        assert self._process is not None
        self._process.terminate()
        return self._process.wait(GONE_WITHIN)

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def output(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")


@asynccontextmanager
async def bot_process(settings: dict[str, str], directory: Path) -> AsyncIterator[BotProcess]:
    """A process for the length of the block; not yet started."""
    process = BotProcess(settings, directory)
    try:
        yield process
    finally:
        if process.alive:
            process.kill()
