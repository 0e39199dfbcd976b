"""Many reminders due in one second, at Telegram's 30 a second: what arrives and when, how late an
urgent answer is behind them, and what one chat's 429 does to the others."""

from __future__ import annotations

import importlib.util
import itertools
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.children import Died, contestant
from benchmarks.contestants.stage import Options
from benchmarks.fake_api import TOKEN, Arrival, FakeApi
from benchmarks.figures import Goal, Section, number, quantile

RATE = 30.0
STRANGERS = 9_000_001  # chats that only ask
CRY = "I want to kill myself"  # what every second of them writes to the program
GIVE_UP = 30.0  # seconds beyond what Telegram's own limit takes
SILENT = 10.0  # nothing more is expected of a design without a limit


@dataclass(frozen=True, slots=True)
class Design:
    """`rate` None: without a limiter, and with what that means at Telegram left out."""

    name: str
    module: str
    rate: float | None
    mended: bool


OURS = Design("the program", "program", RATE, True)
JOB_QUEUE = Design("JobQueue, defaults", "job_queue", None, False)
MENDED = Design("JobQueue, grace None, AIORateLimiter", "job_queue", RATE, True)
STORE = Design("SQLAlchemyJobStore, defaults", "job_store", None, False)
STORE_MENDED = Design("SQLAlchemyJobStore, grace None, AIORateLimiter", "job_store", RATE, True)


@dataclass(frozen=True, slots=True)
class Told:
    """What one design did. Latenesses in seconds after the due time; `urgent` after its update,
    `cries` likewise: from the text that says something is wrong to the fixed message."""

    delivered: int
    latenesses: tuple[float, ...]
    urgent: tuple[float, ...]
    cries: tuple[float, ...]
    busiest_second: int
    blocked: float
    cpu_ms: float


def designs() -> tuple[Design, ...]:
    """Those whose libraries are installed: `AIORateLimiter` needs aiolimiter."""
    all_of_them = (OURS, JOB_QUEUE, MENDED, STORE, STORE_MENDED)
    if importlib.util.find_spec("aiolimiter"):
        return all_of_them
    return tuple(each for each in all_of_them if each is OURS or each.rate is None)


def play(api: FakeApi, design: Design, count: int, questions: int) -> Told:
    """`questions` people ask something at random moments while the backlog is sent."""
    api.reset()
    with tempfile.TemporaryDirectory() as folder:
        given = Options(api.url, TOKEN, count, design.rate, design.mended, folder)
        with contestant(design.module, given) as one:
            due = float(one.ask("due", 60 + count / 50)["due"])
            asked = _ask_meanwhile(api, design, due, count, questions)
            try:
                used = one.ask("report", 60)
            except Died:
                used = {"cpu": 0.0, "blocked": float("inf")}
    arrivals = api.arrivals()
    reminders = [each for each in arrivals if each.chat_id <= count]
    answers = {each.chat_id: each.at for each in arrivals if each.chat_id >= STRANGERS}
    return Told(
        len({each.chat_id for each in reminders}),
        tuple(each.at - due for each in reminders),
        tuple(answers.get(chat, float("inf")) - at for chat, at in asked.items()),
        tuple(
            answers.get(chat, float("inf")) - at
            for chat, at in asked.items()
            if _written(design, chat) == CRY
        ),
        busiest_second([each.at for each in arrivals]),
        used["blocked"],
        used["cpu"] / max(1, len(arrivals)) * 1000,
    )


def _ask_meanwhile(
    api: FakeApi, design: Design, due: float, count: int, questions: int
) -> dict[int, float]:
    """Ask while the backlog lasts; then wait for its end."""
    whole = count / RATE
    random_moments = random.Random(7)
    moments = sorted(random_moments.uniform(0.5, max(1.0, whole - 2)) for _ in range(questions))
    asked: dict[int, float] = {}
    end = due + whole * 1.1 + GIVE_UP
    last_sent, last_change = -1, time.monotonic()
    while time.monotonic() < end:
        while moments and time.monotonic() >= due + moments[0]:
            moments.pop(0)
            chat = STRANGERS + len(asked)
            asked[chat] = api.say([chat], _written(design, chat))
        state = api.state()
        if state["sent"] != last_sent:
            last_sent, last_change = state["sent"], time.monotonic()
        if state["sent"] >= count + questions and not moments:
            break
        quiet = time.monotonic() - max(last_change, due)
        if quiet > SILENT and not moments:
            break
        time.sleep(0.01)
    return asked


def _written(design: Design, chat: int) -> str:
    """What this person writes. Only the program knows what a cry for help is."""
    return CRY if design is OURS and chat % 2 else "/help"


def busiest_second(instants: Sequence[float]) -> int:
    """The most arrivals in any one second."""
    ordered, first, most = sorted(instants), 0, 0
    for index, at in enumerate(ordered):
        while ordered[first] <= at - 1.0:
            first += 1
        most = max(most, index - first + 1)
    return most


def measure(api: FakeApi, count: int, questions: int) -> Section:
    told = {each: play(api, each, count, questions) for each in designs()}
    ours, floor = told[OURS], count / RATE
    last = max(ours.latenesses, default=float("inf"))
    urgent = quantile(ours.urgent, 0.99)
    why_urgent = "" if urgent <= 0.3 else "a loaded machine delays every timer; see the spread"
    return Section(
        f"{count:,} due in one second",
        "Telegram's own limit of 30 a second makes the last one "
        f"{floor:,.1f} s late. The server refuses nothing, which favours the designs without a "
        f"limiter. {questions} other people write meanwhile and wait for an answer.",
        (
            "design",
            "delivered",
            "median late, s",
            "last, s",
            "urgent p50, s",
            "urgent p99, s",
            "most in one second",
            "loop blocked at most, ms",
            "processor ms each",
        ),
        tuple(_row(design, each, count) for design, each in told.items()),
        (
            Goal(
                f"{count:,} due in one second at 30/s",
                f"all delivered, the last within 1.02 × {floor:,.1f} s",
                f"{ours.delivered:,} delivered, the last after {last:,.1f} s "
                f"({last / floor:.3f} ×)",
                ours.delivered == count and last <= 1.02 * floor,
                f"with so few, {last - floor:.2f} s of start and stop weigh more"
                if count < 2000
                else "",
            ),
            Goal(
                "urgent answer behind that backlog",
                "p99 ≤ 0.3 s",
                f"p50 {number(quantile(ours.urgent, 0.5))} s, p99 {number(urgent)} s",
                urgent <= 0.3,
                why_urgent,
            ),
            Goal(
                "escalation behind that backlog, from the text to the wire",
                "p99 ≤ 0.3 s",
                f"p50 {number(quantile(ours.cries, 0.5))} s, "
                f"p99 {number(quantile(ours.cries, 0.99))} s of {len(ours.cries)}",
                quantile(ours.cries, 0.99) <= 0.3,
                why_urgent,
            ),
            Goal(
                "nothing blocks the event loop",
                "≤ 20 ms",
                f"{ours.blocked * 1000:.0f} ms at most",
                ours.blocked <= 0.02,
                "planning a whole batch is one stretch of work" if ours.blocked > 0.02 else "",
            ),
        ),
        {design.name: tuple(sorted(each.latenesses)) for design, each in told.items()},
    )


def _row(design: Design, told: Told, count: int) -> tuple[str, ...]:
    late = told.latenesses
    return (
        design.name,
        f"{told.delivered:,} of {count:,}",
        number(quantile(late, 0.5)) if late else "–",
        number(max(late)) if late else "–",
        _seconds(told.urgent, 0.5),
        _seconds(told.urgent, 0.99),
        str(told.busiest_second),
        "–" if told.blocked == float("inf") else f"{told.blocked * 1000:,.0f}",
        number(told.cpu_ms),
    )


def _seconds(values: Sequence[float], share: float) -> str:
    value = quantile(values, share) if values else float("inf")
    return "never" if value == float("inf") else number(value)


def flood(api: FakeApi, retry_after: int) -> Section:
    """One chat of a backlog answers 429: how long do the others wait?"""
    count = int(RATE * (retry_after + 4))
    victim = count // 6
    rows, worst = [], {}
    for design in [each for each in designs() if each.rate is not None]:
        api.reset(flood=(victim, retry_after))
        with tempfile.TemporaryDirectory() as folder:
            given = Options(api.url, TOKEN, count, design.rate, design.mended, folder)
            with contestant(design.module, given) as one:
                due = float(one.ask("due", 60 + count / 50)["due"])
                asked = _ask_meanwhile(api, design, due, count - 1, 8)
        arrivals, state = api.arrivals(), api.state()
        gap, urgent = _gaps(arrivals, asked, state["flooded_at"], retry_after, victim)
        worst[design] = max(gap - 1 / RATE, 0.0)
        rows.append(
            (design.name, number(worst[design]), _seconds([urgent], 1), str(state["refused"]))
        )
    return Section(
        f"429 with retry_after {retry_after} in one chat",
        "The same backlog; one chat is flooded. The longest silence towards all the others in "
        "that time, less the 33 ms between two messages.",
        ("design", "others delayed at most, s", "urgent answer at most, s", "refused again"),
        tuple(rows),
        (
            Goal(
                f"429 with retry_after {retry_after} in one chat under load",
                "others delayed ≤ 0.1 s",
                f"{number(worst[OURS])} s",
                worst[OURS] <= 0.1,
                "a pass of the dispatcher takes that long here" if worst[OURS] > 0.1 else "",
            ),
        ),
    )


def _gaps(
    arrivals: Sequence[Arrival],
    asked: dict[int, float],
    flooded_at: float,
    retry_after: int,
    victim: int,
) -> tuple[float, float]:
    others = [each.at for each in arrivals if each.chat_id != victim]
    window = [at for at in others if flooded_at - 1 <= at <= flooded_at + retry_after - 1]
    gap = max((b - a for a, b in itertools.pairwise(window)), default=float(retry_after))
    answered = {each.chat_id: each.at for each in arrivals if each.chat_id in asked}
    late = [answered.get(chat, float("inf")) - at for chat, at in asked.items()]
    return gap, max(late, default=float("inf"))
