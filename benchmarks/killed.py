"""500 people have written; the process is killed a moment after it began to fetch. Who is never
answered, although it is started again?"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.children import contestant, whole_program
from benchmarks.contestants.stage import Options
from benchmarks.fake_api import TOKEN, FakeApi
from benchmarks.figures import Goal, Section, spread

WAITING = 500
KILLED_AFTER = 0.3
READY_WITHIN = 120.0
QUIET = 15.0  # seconds without an answer: it has nothing more to say


def _until_quiet(api: FakeApi) -> None:
    last, since = -1, time.monotonic()
    while time.monotonic() - since < QUIET:
        state = api.state()
        if state["sent"] >= WAITING and not _unanswered(api):
            return
        if (now := state["sent"] + state["confirmed"]) != last:
            last, since = now, time.monotonic()
        time.sleep(0.05)


def _everybody_writes(api: FakeApi) -> None:
    api.reset()
    api.say(list(range(1, WAITING + 1)), "/help")


def _wait_for_the_moment(api: FakeApi) -> None:
    """The moment of the kill: a little after the first updates were handed over."""
    if not api.wait_for("handed_over", 1, READY_WITHIN):
        raise TimeoutError("nobody fetched anything")
    time.sleep(KILLED_AFTER)


def _unanswered(api: FakeApi) -> int:
    return WAITING - len({each.chat_id for each in api.arrivals()})


def library(api: FakeApi) -> int:
    _everybody_writes(api)
    with tempfile.TemporaryDirectory() as folder:
        given = Options(api.url, TOKEN, 0, None, False, folder)
        with contestant("echo", given):
            _wait_for_the_moment(api)
        with contestant("echo", given):
            _until_quiet(api)
    return _unanswered(api)


def ours(api: FakeApi) -> int:
    _everybody_writes(api)
    with (
        tempfile.TemporaryDirectory() as folder,
        whole_program(api.url, Path(folder), SEND_RATE="1000") as program,
    ):
        program.start()
        _wait_for_the_moment(api)
        program.kill()
        polls = api.state()["polls"]
        program.start()
        api.wait_for("polls", polls + 1, READY_WITHIN)
        _until_quiet(api)
    return _unanswered(api)


def measure(api: FakeApi, rounds: int) -> Section:
    lost: dict[str, list[float]] = {"the program": [], "library, polling": []}
    for _ in range(rounds):
        lost["the program"].append(ours(api))
        lost["library, polling"].append(library(api))
    worst = max(lost["the program"])
    return Section(
        "A kill with updates waiting",
        f"{WAITING} updates wait; SIGKILL {KILLED_AFTER} s after the first were handed over; then "
        "it is started again and left alone.",
        ("", f"of {WAITING} never answered"),
        tuple((name, str(spread(values))) for name, values in lost.items()),
        (
            Goal(
                f"{WAITING} updates waiting, killed after {KILLED_AFTER} s",
                "0 lost",
                f"{worst:.0f} lost; the library's polling lost {spread(lost['library, polling'])}",
                worst == 0,
            ),
        ),
    )
