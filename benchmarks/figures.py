"""Numbers with their spread, and what is said about a goal."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of several rounds, with the lowest and the highest."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{number(self.median)} ({number(self.low)}–{number(self.high)})"


def spread(values: Sequence[float]) -> Spread:
    return Spread(statistics.median(values), min(values), max(values))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Round by round, because the machine's speed drifts: the rounds are interleaved."""
    return spread([a / b for a, b in zip(ours, theirs, strict=True)])


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def number(value: float) -> str:
    """Three digits that matter."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return (
        f"{value:.1f}"
        if abs(value) >= 10
        else f"{value:.2f}"
        if abs(value) >= 1
        else f"{value:.3g}"
    )


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the table: what was to be reached and what was. `why` when it was not."""

    what: str
    reach: str
    measured: str
    reached: bool | None  # None: not measured in this run
    why: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One measurement: its goals, and a table of its own below them."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    goals: tuple[Goal, ...] = ()
    curves: dict[str, tuple[float, ...]] = field(default_factory=dict)
