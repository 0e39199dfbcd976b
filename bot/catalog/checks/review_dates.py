"""One rule for every signature, wherever it stands: its dates make sense and are not over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.catalog.checks.finding import warning
from bot.catalog.source import Problem


def date_problems(
    path: Path, line: int, who: str, on: date | None, until: date | None, today: date
) -> Iterator[Problem]:
    """`on`: the day of the signature; `until`: the day of the next review."""
    if on is None or until is None:
        yield Problem(path, line, "the dates of a signature are written YYYY-MM-DD")
    elif on > today:
        yield Problem(path, line, f"signed by {who} on {on}, which is in the future")
    elif until <= on:
        yield Problem(path, line, f"the next review ({until}) must be after the signature ({on})")
    elif until < today:
        yield warning(path, line, f"the review that {who} planned for {until} is overdue")
