"""`python -m bot`, installed as `isocompanion`."""

from __future__ import annotations

import sys

from bot.cli import run_command


def main() -> None:
    sys.exit(run_command(sys.argv[1:]))


if __name__ == "__main__":
    main()
