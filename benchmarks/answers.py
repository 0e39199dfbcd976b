"""From an update to its answer on the wire, and how soon the program is there at all.

The whole program as its own process, SQLite with full sync. One person writes, gets the answer,
and only then the next one writes.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.children import WholeProgram, whole_program
from benchmarks.fake_api import FakeApi
from benchmarks.figures import Goal, Section, number, quantile, spread

QUESTIONS = {"/help": "a command", "can I drink alcohol?": "a question in words"}
FIRST_CHAT = 1_000
ANSWERED_WITHIN = 30.0
STARTED_WITHIN = 300.0  # on a machine that is busy with something else
PAUSE = 0.05


def _answers(api: FakeApi, text: str, count: int, first_chat: int) -> list[float]:
    """Seconds from the update to its answer, one after the other, each by another person."""
    found = []
    for chat in range(first_chat, first_chat + count):
        known = int(api.state()["sent"])
        at = api.say([chat], text)
        if not api.wait_for("sent", known + 1, ANSWERED_WITHIN):
            raise TimeoutError(f"no answer to {text!r}")
        found.append(api.arrivals(known)[0].at - at)
        time.sleep(PAUSE)
    return found


def _ready_after(api: FakeApi, program: WholeProgram) -> float:
    api.reset()
    started = program.start()
    if not api.wait_for("polls", 1, STARTED_WITHIN):
        raise TimeoutError("the program did not begin to poll")
    return time.monotonic() - started


def measure(api: FakeApi, starts: int, count: int) -> Section:
    ready, idle_memory, peak_memory = [], [], []
    late: dict[str, list[float]] = {text: [] for text in QUESTIONS}
    with tempfile.TemporaryDirectory() as folder:
        with whole_program(api.url, Path(folder)) as program:
            very_first = _ready_after(api, program)
        for turn in range(starts):
            with whole_program(api.url, Path(folder), SEND_RATE="1000") as program:
                ready.append(_ready_after(api, program))
                time.sleep(2.0)  # what is made ready in a thread after the start
                _answers(api, "/help", 3, 1)
                idle_memory.append(program.memory()[0])
                for number_of, text in enumerate(QUESTIONS):
                    first = FIRST_CHAT * (1 + turn * len(QUESTIONS) + number_of)
                    late[text] += _answers(api, text, count // starts, first)
                peak_memory.append(program.memory()[1])
    rows = [
        (
            f"update to answer, {name}",
            f"p50 {number(quantile(late[text], 0.5) * 1000)} ms",
            f"p99 {number(quantile(late[text], 0.99) * 1000)} ms",
        )
        for text, name in QUESTIONS.items()
    ]
    begin, resident = spread(ready), spread(idle_memory)
    rows += [
        ("very first start", f"{number(very_first)} s", "makes the database, reads the content"),
        ("start, until it polls", f"{begin} s", f"{starts} starts"),
        ("memory after the start", f"{resident} MB", f"peak {spread(peak_memory)} MB"),
    ]
    p99 = quantile(late["/help"], 0.99) * 1000
    return Section(
        "An idle program",
        f"{count} answers each, one at a time.",
        ("", "", ""),
        tuple(rows),
        (
            Goal(
                "update to reply on the wire, idle, SQLite with full sync",
                "p99 ≤ 30 ms",
                f"p50 {number(quantile(late['/help'], 0.5) * 1000)} ms, p99 {number(p99)} ms",
                p99 <= 30,
                "" if p99 <= 30 else "four commits and two passes lie between them",
            ),
            Goal(
                "start",
                "≤ 2 s",
                f"{begin} s",
                begin.median <= 2,
                "" if begin.median <= 2 else "importing the libraries",
            ),
            Goal(
                "memory",
                "≤ 120 MB",
                f"{resident} MB after the start, peak {spread(peak_memory)} MB",
                resident.median <= 120,
                "" if resident.median <= 120 else "the content, its word tables and the libraries",
            ),
        ),
    )
