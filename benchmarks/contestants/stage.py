"""How a contestant talks to the benchmark: one JSON object per line.

Its options are its argument. It says {"ready"} when it polls and answers; on "due" it makes its
reminders due together and says {"due": instant}; on "report" it tells what it has used; on "stop"
it ends.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROBE_SECONDS = 0.005
SETTLE = 1.0


@dataclass(frozen=True, slots=True)
class Options:
    """`rate`: messages per second, None for no limit. `mended`: with what its documentation says
    against lost jobs. `folder`: for a database."""

    url: str
    token: str
    reminders: int
    rate: float | None
    mended: bool
    folder: str


def options() -> Options:
    logging.disable(logging.CRITICAL)  # a failed job is counted by what does not arrive
    return Options(**json.loads(sys.argv[1]))


def tell(**what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Blocked:
    """The longest time for which nobody else got a turn on the event loop, in seconds. Only time
    in which this process itself was running counts: others use the machine, too."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.create_task(self._probe())

    async def _probe(self) -> None:
        while True:
            wall, cpu = time.monotonic(), time.process_time()
            await asyncio.sleep(PROBE_SECONDS)
            late = time.monotonic() - wall - PROBE_SECONDS
            self.longest = max(self.longest, min(late, time.process_time() - cpu))


async def perform(make_due: Callable[[], Awaitable[float]]) -> None:
    """Play the part until "stop". `make_due` returns the instant (monotonic) of the due time."""
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    blocked, cpu = Blocked(), time.process_time()
    tell(ready=True)
    while line := (await lines.readline()).strip():
        match line.decode():
            case "due":
                due = await make_due()
                blocked.longest, cpu = 0.0, time.process_time()
                tell(due=due)
            case "report":
                tell(
                    cpu=time.process_time() - cpu,
                    blocked=blocked.longest,
                    memory=_resident(),
                    peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                )
            case "stop":
                return


def _resident() -> float:
    """Megabytes now (Linux); 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / 2**20
