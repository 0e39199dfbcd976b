"""`python -m playground`: a simulated Telegram, a chat page, and the bot, on this machine.

PLAYGROUND_PORT   first port to try (8080); the next free one is taken when it is in use
DATA_DIR          where the bot of this run keeps its data (./data/playground)
PLAYGROUND_BOT    another command to run as the bot, for work on the page itself
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from playground.supervisor import Bot, this_bot


def main() -> int:
    try:
        from playground.page.app import run
    except ModuleNotFoundError as missing:
        sys.stderr.write(
            f'The playground needs the package {missing.name!r}: pip install -e ".[playground]"\n'
        )
        return 1
    command = os.environ.get("PLAYGROUND_BOT")
    run(
        int(os.environ.get("PLAYGROUND_PORT") or 8080),
        Path(os.environ.get("DATA_DIR") or "data/playground"),
        Bot(shlex.split(command)) if command else this_bot(),
    )
    return 0


if __name__ in {"__main__", "__mp_main__"}:
    sys.exit(main())
