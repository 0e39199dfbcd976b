"""`python -m benchmarks [--quick] [--only NAME ...] [--write FILE]`: measure, write the page."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import answers, backlog, killed, sends, ticks
from benchmarks.fake_api import FakeApi, fake_api
from benchmarks.figures import Section
from benchmarks.machine import facts
from benchmarks.plot import lateness_plot
from benchmarks.report import page

PICTURE = "benchmarks-lateness.svg"


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of everything: the quick one is for looking, the full one is for quoting."""

    rounds: int
    reminders: int
    due_at_once: int
    questions: int
    retry_after: int
    sizes: tuple[int, ...]
    planned: int
    answers: int
    kills: int


QUICK = Scale(2, 1_000, 600, 12, 5, (1_000, 100_000), 4_000, 60, 1)
FULL = Scale(5, 10_000, 10_000, 100, 20, (1_000, 100_000, 1_000_000), 20_000, 500, 3)


def measurements(api: FakeApi, scale: Scale) -> dict[str, Callable[[], Section]]:
    return {
        "sends": lambda: sends.measure(api, scale.rounds, scale.reminders),
        "backlog": lambda: backlog.measure(api, scale.due_at_once, scale.questions),
        "flood": lambda: backlog.flood(api, scale.retry_after),
        "answers": lambda: answers.measure(api, scale.rounds, scale.answers),
        "ticks": lambda: ticks.measure(scale.sizes, scale.planned, scale.rounds),
        "killed": lambda: killed.measure(api, scale.kills),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--due", type=int, help="reminders due in one second")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="some measurements only")
    parser.add_argument(
        "--write",
        type=Path,
        default=Path("docs/benchmarks.md"),
        help="the page; the plot is written beside it",
    )
    given = parser.parse_args()
    scale = QUICK if given.quick else FULL
    if given.due:
        scale = Scale(**{**_fields(scale), "due_at_once": given.due})
    machine, started = facts(), time.monotonic()
    sections: list[Section] = []
    with fake_api() as api:
        for name, measure in measurements(api, scale).items():
            if given.only and name not in given.only:
                continue
            begun = time.monotonic()
            sections.append(measure())
            print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)
            # After each, so that a run that is stopped leaves what it has.
            seconds = time.monotonic() - started
            text = page(sections, machine, quick=given.quick, seconds=seconds, picture=PICTURE)
            _write(given.write, text, sections, scale)
    print(f"{time.monotonic() - started:.0f} s in all")


def _write(path: Path, text: str, sections: Sequence[Section], scale: Scale) -> None:
    path.write_text(text, encoding="utf-8")
    for section in sections:
        if section.curves:
            picture = lateness_plot(section.curves, scale.due_at_once)
            path.with_name(PICTURE).write_text(picture, encoding="utf-8")


def _fields(scale: Scale) -> dict[str, object]:
    return {name: getattr(scale, name) for name in Scale.__slots__}


if __name__ == "__main__":
    main()
    os._exit(0)  # the library's transport may leave threads behind
