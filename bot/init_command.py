"""`init` on the command line: what can be given, and asking for the rest."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

GIVEN = {
    "operator-name": "who runs this bot",
    "default-country": "two letters",
    "default-language": "such as en",
    "operator-chat-id": "your own chat with the bot",
    "care-team-chat-id": "the care team's chat",
    "database-url": "for PostgreSQL",
    "data-dir": "where database and key are kept",
    "telegram-api-base-url": "for a Bot API server of your own",
}


def add_options(init: argparse.ArgumentParser) -> None:
    """The token is no option, because every user of the machine can read the options."""
    init.add_argument("--token-file", metavar="PATH", help="a file with the token, - for stdin")
    for setting, text in GIVEN.items():
        init.add_argument(f"--{setting}", default="", help=text)
    init.add_argument("--env-file", type=Path, default=Path(".env"), help="default: .env")
    init.add_argument("--overwrite", action="store_true", help="replace it; the old one is kept")
    init.add_argument("--yes", action="store_true", help="ask nothing")


def run(options: argparse.Namespace, tell: Callable[[str], None]) -> int:
    """Set up, and say what comes next. Raises what `bot.first_run.set_up` raises."""
    from bot.first_run import Given, set_up

    values = vars(options)
    chosen = {name: values[name] for name in Given.__slots__ if name in values}
    asking = _ask if not options.yes and sys.stdin.isatty() else None
    given = Given(**chosen, bot_token=_token(options.token_file))
    link = asyncio.run(set_up(given, asking, tell))
    tell(f"\nYour bot: {link}\nNow: `python -m bot doctor`, then `python -m bot run`.")
    return 0


def _token(path: str | None) -> str:
    """From the file, or else from the environment, as every setting."""
    if path == "-":
        return sys.stdin.readline().strip()
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get("BOT_TOKEN", "").strip()


def _ask(question: str, default: str, secret: bool) -> str:
    prompt = f"{question}{f' [{default}]' if default else ''}: "
    return (getpass(prompt) if secret else input(prompt)) or default
