"""`python -m playground` as a process of its own, as a visitor starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120.0  # seconds; far more than a start takes, for machines that are busy


class Terminal:
    """What the process prints. It is read all the time: a full pipe would stop the process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: list[str] = []
        self._more = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                with self._more:
                    self._lines.append(line)
                    self._more.notify_all()
        with self._more:
            self._more.notify_all()

    def line(self, pattern: str) -> re.Match[str]:
        """The first line that matches, printed or still to come."""

        def found() -> re.Match[str] | None:
            return next((m for line in self._lines if (m := re.search(pattern, line))), None)

        with self._more:
            match = self._more.wait_for(found, PATIENCE)
        assert match, f"no line {pattern!r} in:\n{self.printed}"
        return match

    @property
    def printed(self) -> str:
        return "".join(self._lines)


@contextmanager
def playground(folder: Path, zone: str) -> Iterator[str]:
    """Its address. `zone` is where the visitor's own clock is."""
    process = subprocess.Popen(
        [sys.executable, "-m", "playground"],
        env={
            **{name: value for name, value in os.environ.items() if "PYTEST" not in name},
            "PLAYGROUND_PORT": "8100",  # or the next one that is free
            "DATA_DIR": str(folder),
            "TZ": zone,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        terminal = Terminal(process)
        address = terminal.line(r"open (http://127\.0\.0\.1:\d+/)")[1]
        started = terminal.line(r"\bready\b|The bot ended")
        assert started[0] == "ready", terminal.printed
        yield address
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
