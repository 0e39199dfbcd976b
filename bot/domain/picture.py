"""A picture of a patient's record, before anybody draws it: words that are said already, in her
language, and marks with their dates. Whoever draws it adds no word and no figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Shape(StrEnum):
    """How a report stands on the timeline; each is a shape of its own, besides its colour."""

    NOTED = "noted"
    SOON = "soon"  # "call within 24 hours"
    NOW = "now"  # "contact your doctor now", and emergencies


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: `mark` is a `Mark`, a `Shape` or the word for a mood."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A day and what is known about it: a mark for each dose, or one face."""

    on: date
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weeks side by side. `weekdays` are short names, the first day of the week first. `nothing` is
    said in place of the weeks when no cell is there."""

    title: str
    weekdays: tuple[str, ...]
    cells: tuple[Cell, ...]
    legend: tuple[Entry, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Row:
    """One thing over time: what it is called, and each date with its shape."""

    name: str
    points: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`nothing` is said in place of the rows when there are none."""

    title: str
    rows: tuple[Row, ...]
    legend: tuple[Entry, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`ticks`: dates along the time axis with their labels. `first_weekday`: 0 is Monday."""

    language: str
    right_to_left: bool
    dark: bool
    title: str
    period: str
    first: date
    last: date
    today: date
    first_weekday: int
    ticks: tuple[tuple[date, str], ...]
    calendar: Calendar
    timeline: Timeline
    faces: Calendar
    footer: str

    def texts(self) -> Iterator[str]:
        """Every word on the picture."""
        yield from (self.title, self.period, self.footer)
        yield from (label for _, label in self.ticks)
        for panel in (self.calendar, self.timeline, self.faces):
            yield from (panel.title, panel.nothing, *(entry.text for entry in panel.legend))
        yield from self.calendar.weekdays
        yield from (row.name for row in self.timeline.rows)
