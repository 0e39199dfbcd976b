"""All sections as one page of the documentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from benchmarks.figures import Goal, Section

INTRODUCTION = """\
# Benchmarks

Written by `make bench` (`make bench QUICK=1`: smaller and about five minutes), never by hand. The
program and the usual designs meet the same simulated Bot API in the same run, each in a process of
its own; how each is set up: [`benchmarks/contestants`](../benchmarks/contestants). Rounds are
interleaved. Figures are medians with the lowest and the highest; ratios are taken round by round.
On a busy machine read the ratios and the processor time, not the seconds.
"""
NOT_HERE = """\
Measured elsewhere: kills at random points in [crash.md](crash.md) (`make crash`, `make soak`);
several replicas, take-over and outages by the tests in `tests/`; the choice of the PostgreSQL
driver by `python -m benchmarks.postgres_driver`; the transport by itself, by concurrency, by
`python -m benchmarks.transport`.
"""


def page(
    sections: Sequence[Section], facts: Sequence[str], *, quick: bool, seconds: float, picture: str
) -> str:
    """Markdown. `picture`: the name of the plot beside the page, or nothing."""
    size = "quick run, small numbers" if quick else "full run"
    goals = [goal for section in sections for goal in section.goals]
    lines = [
        INTRODUCTION,
        f"**{datetime.now(UTC):%d %B %Y}, {size}, {seconds / 60:.0f} minutes.** "
        f"{'; '.join(facts)}.",
        "",
        "## Goals",
        "",
        "| what | to reach | measured | reached | why not |",
        "|---|---|---|---|---|",
        *(_row(*_goal(goal)) for goal in goals),
        "",
        NOT_HERE,
    ]
    for section in sections:
        lines += [f"## {section.title}", "", section.note, "", _row(*section.head)]
        lines += ["|---" * len(section.head) + "|"]
        lines += [_row(*each) for each in section.rows]
        lines.append("")
        if section.curves and picture:
            lines += [f"![How late the reminders arrived, by design]({picture})", ""]
    return "\n".join(lines)


def _goal(goal: Goal) -> tuple[str, ...]:
    reached = {True: "yes", False: "**no**", None: "–"}[goal.reached]
    return goal.what, goal.reach, goal.measured, reached, "" if goal.reached else goal.why


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"
