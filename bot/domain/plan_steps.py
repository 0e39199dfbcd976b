"""What /plan shows, and the steps of writing a plan down: read, ask, confirm, keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.course import BadDate
from bot.domain.plan import Plan, Span
from bot.domain.stock import Stock


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that /plan shows. `day` is None before the start is known; below 1 before it."""

    today: date
    spans: tuple[Span, ...]
    started_on: date | None
    ended_on: date | None
    day: int | None
    stock: Stock | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan that is being written down. `rule` is None while the weekdays are asked."""

    capsules: tuple[float, ...]
    times_per_day: int
    rule: str | None
    days: frozenset[int]
    per_week: int | None
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class AskLabel:
    """`problem`: why what was typed did not count: unclear, alternating or refused."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class AskDays:
    draft: Draft


@dataclass(frozen=True, slots=True)
class AskBegins:
    """`bad`: why the date that was given cannot be; `unread`: no date could be read."""

    draft: Draft
    today: date
    bad: BadDate | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Confirm:
    """`replaces` begins on the same date and is taken back; `later` are changes that are noted
    for dates after it; `unusual`: to be asked about once more."""

    draft: Draft
    today: date
    replaces: Plan | None
    later: tuple[Span, ...]
    unusual: bool


@dataclass(frozen=True, slots=True)
class Saved:
    page: Page


@dataclass(frozen=True, slots=True)
class Lost:
    """Nothing is being written: the button is from an earlier time. Nothing was changed."""


Step = AskLabel | AskDays | AskBegins | Confirm | Saved | Lost
