"""`python -m benchmarks.drawing`: what it costs to make a year's picture, pages and files.

Each is made as in life: a fresh `python -m bot.drawing` for one order, from start to end. The goal
is below two seconds and 150 MB on a machine that has nothing else to do; on a busy one look at the
processor time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[1]
GOAL_SECONDS, GOAL_MB = 2.0, 150


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of the processor, peak memory in MB, and the size of the file."""

    wall: float
    cpu: float
    memory: float
    size: int


def write_orders(folder: Path) -> None:
    """One file for each thing that is made. In a process of its own: Linux counts the memory of
    whoever starts a process as that process's peak, so the one that measures must stay small."""
    from bot.catalog.loading import require_content
    from bot.domain.drawing import Archive, Job, Make, Member
    from bot.domain.record_table import table_of
    from tests.drawing.languages import LANGUAGES, pages_in, picture_in, record_in

    content = require_content(PROJECT / "content")
    found: dict[str, Job] = {}
    for language in LANGUAGES:
        found[f"picture, {language}"] = Job.of(Make.PICTURE, picture_in(content, language))
        found[f"pages, {language}"] = Job.of(Make.PAGES, pages_in(content, language))
    record = record_in(content, "en")
    found["FHIR"] = Job.of(Make.FHIR, record)
    found["table"] = Job.of(Make.TABLE, table_of(record))
    members = tuple(Member(name, job=found[name]) for name in ("pages, en", "FHIR", "table"))
    found["everything (zip)"] = Job.of(Make.ARCHIVE, Archive(members))
    for name, job in found.items():
        (folder / name).write_bytes(job.to_bytes())


def cost_of(order: bytes, cache: Path) -> Cost:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.drawing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "MPLCONFIGDIR": str(cache), "OPENBLAS_NUM_THREADS": "1"},
        cwd=PROJECT,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(order)
    process.stdin.close()
    content = process.stdout.read()
    process.stdout.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    wall = time.perf_counter() - began
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, len(content))


def yardstick() -> float:
    """Processor seconds for a fixed piece of work, to compare machines and busy hours by."""
    began = time.process_time()
    sum(number * number for number in range(3_000_000))
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drawing")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--orders", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.orders:
        write_orders(options.orders)
        return
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        itself = [sys.executable, "-m", "benchmarks.drawing", "--orders", folder]
        subprocess.run(itself, check=True, cwd=PROJECT)
        print(f"load {os.getloadavg()[0]:.1f}; three million additions take {yardstick():.2f} s")
        print(f"{'':20} {'wall s':>8} {'cpu s':>8} {'MB':>6} {'KB':>6}")
        for path in sorted(Path(folder).iterdir()):
            order = path.read_bytes()
            cost_of(order, Path(cache))  # matplotlib lists the fonts once in its life
            costs = [cost_of(order, Path(cache)) for _ in range(options.rounds)]
            wall, cpu = median(each.wall for each in costs), median(each.cpu for each in costs)
            memory = max(each.memory for each in costs)
            print(
                f"{path.name:20} {wall:8.2f} {cpu:8.2f} {memory:6.0f} {costs[0].size / 1024:6.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
