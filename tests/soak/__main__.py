"""`python -m tests.soak`: see the package."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.soak.report import page
from tests.soak.run import Options, run


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--patients", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1, help="chooses the acts and the kills")
    parser.add_argument(
        "--whole-every", type=int, default=25, help="every so many lives begin from nothing"
    )
    parser.add_argument("--keep", type=Path, help="keep database and output in this folder")
    parser.add_argument("--write", type=Path, help="write the result to this page")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    options = Options(given.kills, given.patients, given.seed, given.whole_every)
    with tempfile.TemporaryDirectory(prefix="isocompanion-soak-") as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        result = asyncio.run(run(options, folder, _say))
    text = page(options, result)
    if given.write is not None:
        given.write.write_text(text, encoding="utf-8")
    _say(text)
    for finding in result.verdict.findings:
        _say(f"LOST OR WRONG: {finding}")
    return 1 if result.verdict.findings else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
