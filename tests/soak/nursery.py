"""Lives of the program, forked from one process that has read the content.

Reading the content takes seconds and is the same each time, so it would be most of a soak run. A
forked life does all the rest of a start: lock, database, migrations, keys, recovery, planning.

Protocol, one line each: `go` -> `born PID`; `bury` -> `dead STATUS` (as `os.waitpid` gives it).
The end of the input ends everything.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

os.environ["PTB_TIMEDELTA"] = "true"  # before the library is imported, as the program does

from bot.app import Program
from bot.catalog import places
from bot.catalog.content import Content
from bot.catalog.loading import require_content
from bot.logs import configure_logs
from bot.settings import Settings, load_settings

_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


async def _live(settings: Settings, content: Content) -> None:
    """What `bot.app.run` does, with content that is there already."""
    configure_logs(settings.log_level, settings.log_format)
    program = Program(settings, content=content)
    asked_to_stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked_to_stop.set)
    stopping = asyncio.create_task(asked_to_stop.wait())
    try:
        await program.start()
        lasting = asyncio.create_task(program.wait())
        await asyncio.wait({lasting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if lasting.done():
            lasting.result()
        lasting.cancel()
        with suppress(asyncio.CancelledError):
            await lasting
    finally:
        stopping.cancel()
        await program.stop()


def _born(settings: Settings, content: Content, log: Path) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        if sys.platform.startswith("linux"):
            ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        printed = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(printed, 1)
        os.dup2(printed, 2)
        asyncio.run(_live(settings, content))
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)


def main() -> None:
    settings = load_settings(_env_file=None)
    content = require_content(settings.content_dir)
    content.detector.warm()
    places.warm_up()
    child = 0
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        for line in sys.stdin:
            if line.strip() == "go":
                child = _born(settings, content, Path(sys.argv[1]))
                sys.stdout.write(f"born {child}\n")
            else:
                _, status = os.waitpid(child, 0)
                child = 0
                sys.stdout.write(f"dead {os.waitstatus_to_exitcode(status)}\n")
            sys.stdout.flush()
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


if __name__ == "__main__":
    main()
