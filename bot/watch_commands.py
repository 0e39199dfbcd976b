"""`stats`, `board` and `demo`: what people use who watch the program work, or show it to others."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any


def add_options(commands: Any) -> None:
    """Add the three commands to the parser's."""
    commands.add_parser("stats", help="counts by state; never a text or a name")
    board = commands.add_parser("board", help="the outbox, the cases, what is due: JSON lines")
    board.add_argument("--follow", action="store_true", help="a line after each change")
    demo = commands.add_parser("demo", help="a made-up patient for the playground")
    demo.add_argument("--chat", type=int, required=True, help="the number of her chat")
    demo.add_argument("--name", default="Mia")
    demo.add_argument("--zone", default="UTC", help="such as Europe/Berlin")


def stats(_: argparse.Namespace) -> int:
    from bot.settings import load_settings
    from bot.stats import collect, shown

    _tell(shown(asyncio.run(collect(load_settings()))))
    return 0


def board(options: argparse.Namespace) -> int:
    from bot.board import follow, shown_once
    from bot.settings import load_settings

    if options.follow:
        asyncio.run(follow(load_settings(), _tell))
    else:
        _tell(asyncio.run(shown_once(load_settings())))
    return 0


def demo(options: argparse.Namespace) -> int:
    from bot.clock import clock_with
    from bot.settings import load_settings
    from bot.upkeep import add_demo

    settings = load_settings()
    now = clock_with(settings.clock_offset_file).now()
    made = asyncio.run(add_demo(settings, options.chat, options.name, options.zone, now))
    _tell(f"{options.name} is six weeks in." if made else "The chat is taken: nothing was added.")
    return 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
