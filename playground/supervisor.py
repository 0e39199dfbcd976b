"""The bot as a child process: started, watched, started again, ended."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["starting", "running", "restarting", "stopped"]

QUICK_DEATH = 5.0  # seconds; a bot that dies sooner is restarted with growing pauses
LONGEST_PAUSE = 10.0
PATIENCE = 8.0  # seconds for a graceful end


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot's commands: how it runs; how its board is followed and how the demo patient gets
    into its database, where it can do that."""

    run: Sequence[str]
    board: Sequence[str] | None = None
    demo: Sequence[str] | None = None


def this_bot() -> Bot:
    bot = [sys.executable, "-m", "bot"]
    return Bot([*bot, "run"], [*bot, "board", "--follow"], [*bot, "demo"])


class Supervisor:
    """Keeps one child alive. `on_change` is called whenever `state` changes; `first` is run once
    before it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        on_change: Callable[[], None],
        first: Sequence[str] | None = None,
    ) -> None:
        self._command = list(command)
        self._first = first
        self.prepared = False  # `first` was run, and well
        self._environment = {**os.environ, "PYTHONUNBUFFERED": "1", **environment}
        self._on_change = on_change
        self._child: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None
        self.state: State = "stopped"
        self.restarts = 0
        self._stopping = False
        self.last_exit: int | None = None

    def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._keep_alive())

    def ready(self) -> None:
        """The child has begun to ask for updates."""
        if self.state == "starting":
            self._set("running")

    def kill(self) -> None:
        """End the child the hard way, as a crash would."""
        if self._child is not None and self._child.returncode is None:
            self._child.kill()

    async def stop(self) -> None:
        """SIGTERM, then SIGKILL when that is not enough; its last lines still come through."""
        self._stopping = True
        child, task = self._child, self._task
        if task is None:
            return
        if child is None or child.returncode is not None:
            task.cancel()
        else:
            child.send_signal(signal.SIGTERM)
            _, late = await asyncio.wait({task}, timeout=PATIENCE)
            if late and child.returncode is None:
                child.kill()
        await asyncio.gather(task, return_exceptions=True)
        self._set("stopped")

    def _set(self, state: State) -> None:
        self.state = state
        self._on_change()

    async def _prepare(self) -> None:
        if self._first is None:
            return
        self._child = await asyncio.create_subprocess_exec(
            *self._first,
            env=self._environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        self.prepared = await self._child.wait() == 0

    async def _keep_alive(self) -> None:
        self._set("starting")
        await self._prepare()
        if self._stopping:
            return
        pause = 1.0
        while True:
            began = time.monotonic()
            self._set("starting")
            self._child = await asyncio.create_subprocess_exec(
                *self._command,
                env=self._environment,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,  # Ctrl+C is for the playground, which then ends the bot
            )
            await self._pass_through(self._child)
            self.last_exit = await self._child.wait()
            if self._stopping:
                return
            self.restarts += 1
            pause = 1.0 if time.monotonic() - began > QUICK_DEATH else min(pause * 2, LONGEST_PAUSE)
            say(f"The bot ended ({describe(self.last_exit)}); starting it again in {pause:.0f} s.")
            self._set("restarting")
            await asyncio.sleep(pause)

    @staticmethod
    async def _pass_through(child: asyncio.subprocess.Process) -> None:
        assert child.stdout is not None
        while chunk := await child.stdout.read(65536):
            sys.stdout.buffer.write(chunk)
            sys.stdout.flush()


def describe(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def say(line: str) -> None:
    sys.stdout.write(f"playground: {line}\n")
    sys.stdout.flush()
