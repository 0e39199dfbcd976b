"""Processes that are measured from outside: contestants, and the program as operators run it."""

from __future__ import annotations

import base64
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.contestants.stage import Options
from benchmarks.fake_api import TOKEN
from bot.settings import PROJECT

PATIENCE = 180.0  # seconds for anything that should take a few


class Died(Exception):
    """A contestant has ended, or says nothing; with the last lines that it printed."""


class Contestant:
    """A process that plays by the rules of `contestants.stage`."""

    def __init__(self, module: str, options: Options) -> None:
        self._errors = Path(options.folder) / "errors.txt"
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module, json.dumps(asdict(options))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                cwd=PROJECT,
                env=_environment() | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self.hear()

    def ask(self, word: str, seconds: float = PATIENCE) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return self.hear(seconds)

    def hear(self, seconds: float = PATIENCE) -> dict[str, Any]:
        """Its next line. Raises `Died`."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        line = self._process.stdout.readline() if ready else ""
        if not line:
            raise Died(self._errors.read_text(errors="replace")[-500:])
        told: dict[str, Any] = json.loads(line)
        return told

    def end(self) -> None:
        self._process.kill()  # one that drowns in its own jobs would take minutes
        self._process.wait(30)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@contextmanager
def contestant(module: str, options: Options) -> Iterator[Contestant]:
    """`module` is the last part of its name in `benchmarks.contestants`."""
    made = Contestant(f"benchmarks.contestants.{module}", options)
    try:
        yield made
    finally:
        made.end()


class WholeProgram:
    """`python -m bot run`."""

    def __init__(self, url: str, folder: Path, **settings: str) -> None:
        self._environment = _environment() | {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": url,
            "DATA_DIR": str(folder),
            "ENCRYPTION_KEYS": base64.b64encode(bytes(range(32))).decode(),
            "PYTHONPATH": str(PROJECT),
            "LOG_LEVEL": "ERROR",
            **settings,
        }
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """The instant (monotonic) at which the process was asked for."""
        at = time.monotonic()
        with (self._folder / "output.txt").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                env=self._environment,
                cwd=self._folder,  # no .env of a developer's
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        return at

    def memory(self) -> tuple[float, float]:
        """Megabytes resident now and at most so far (Linux); zeros elsewhere."""
        assert self._process is not None
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0.0, 0.0
        fields = dict(line.split(":", 1) for line in status.splitlines())
        return tuple(int(fields[each].split()[0]) / 1024 for each in ("VmRSS", "VmHWM"))  # type: ignore[return-value]

    def kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(30)


@contextmanager
def whole_program(url: str, folder: Path, **settings: str) -> Iterator[WholeProgram]:
    """Not yet started; killed at the end of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    made = WholeProgram(url, folder, **settings)
    try:
        yield made
    finally:
        made.kill()


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
