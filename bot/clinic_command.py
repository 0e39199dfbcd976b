"""`clinic` on the command line: the clinics that send their patients to this installation."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any


def add_options(commands: Any) -> None:
    """`clinic add | list | link | revoke`."""
    clinic = commands.add_parser("clinic", help="clinics with a link of their own")
    acts = clinic.add_subparsers(dest="act", required=True, metavar="ACT")
    add = acts.add_parser("add", help="a new clinic; prints its link once")
    add.add_argument("--name", required=True, help="as patients know it")
    add.add_argument("--phone", help="shown where a doctor should be called")
    add.add_argument("--language", help="for patients who are new, such as es")
    add.add_argument("--country", help="two letters")
    add.add_argument("--chat", type=int, help="its care team's group (a number below zero)")
    add.add_argument("--backup-chat", type=int, help="where its team is asked again")
    acts.add_parser("list", help="all clinics, and how many patients each has")
    for name, text in (
        ("link", "a new link; the old one stops working"),
        ("revoke", "end it; its patients are told"),
    ):
        acts.add_parser(name, help=text).add_argument("number", type=int)


def run(options: argparse.Namespace) -> int:
    from bot.clinic_desk import Refused, act
    from bot.clock import clock_with
    from bot.settings import load_settings

    settings = load_settings()
    now = clock_with(settings.clock_offset_file).now()
    try:
        lines = asyncio.run(act(settings, options, now))
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0
