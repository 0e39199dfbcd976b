"""Real bot processes that start at once: a process that has read the content forks them.

Reading the content takes a process many seconds, which a test with five of them does not have.
What is forked is the whole program in a process of its own, with its own connections; it is killed
like one.

    python -m tests.faults.stable      each line on stdin: {"log": path, "settings": {…}}
                                       each line on stdout: the process's number
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import PROJECT


class Stable:
    """The forking process, for as long as it is needed."""

    def __init__(self, directory: Path) -> None:
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stable"],
            env=keep | {"PYTHONPATH": str(PROJECT), "PTB_TIMEDELTA": "true"},
            cwd=directory,  # no .env of a developer's
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, settings: dict[str, str], log: Path) -> Forked:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"log": str(log), "settings": settings}) + "\n")
        self._process.stdin.flush()
        return Forked(int(self._process.stdout.readline()), log)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


class Forked:
    """One bot process."""

    def __init__(self, number: int, log: Path) -> None:
        self.number = number
        self._log = log

    def kill(self) -> None:
        """At once, without a last word."""
        os.kill(self.number, signal.SIGKILL)

    def stop(self) -> None:
        """As an operator does."""
        os.kill(self.number, signal.SIGTERM)

    def freeze(self) -> None:
        """Neither dead nor alive: like a machine that is suspended."""
        os.kill(self.number, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self.number, signal.SIGCONT)

    @property
    def alive(self) -> bool:
        try:
            os.kill(self.number, 0)
        except ProcessLookupError:
            return False
        return True

    @property
    def output(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def stable(directory: Path) -> Iterator[Stable]:
    made = Stable(directory)
    try:
        yield made
    finally:
        made.close()


def main() -> None:
    """Fork what is asked for, and let nothing outlive us."""
    from bot.catalog import places
    from bot.catalog.loading import require_content

    content = require_content(PROJECT / "content")
    places.warm_up()
    content.detector.warm()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are gone at once
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            _become_a_bot(asked["settings"], asked["log"], content)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def _become_a_bot(settings: dict[str, str], log: str, content: object) -> None:
    from bot.app import run
    from bot.settings import load_settings
    from tests.postgres import _die_with_parent

    if (die := _die_with_parent()) is not None:
        die()
    output = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.close(0)
    try:
        asyncio.run(run(load_settings(_env_file=None, **settings), content=content))
    except BaseException as error:
        sys.stderr.write(f"ended by {error!r}\n")
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
