"""Pages for the visit before anybody lays them out: headings, lines and tables, said already.

Whoever lays them out adds no word and no figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are shares of the page; `numbers`: columns that hold figures alone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines and a table below it, then `notes` in small print."""

    heading: str
    lines: tuple[str, ...] = ()
    grid: Grid | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """`blanks`: what is filled in by hand, such as a name that the bot does not know. `standing`:
    what the whole is and is not; it is printed at the top and on every page's foot."""

    language: str
    right_to_left: bool
    made_on: date
    title: str
    period: str
    blanks: tuple[str, ...]
    standing: str
    sections: tuple[Section, ...]
    foot: str

    def texts(self) -> Iterator[str]:
        """Every word on the pages."""
        yield from (self.title, self.period, *self.blanks, self.standing, self.foot)
        for section in self.sections:
            yield from (section.heading, *section.lines, *section.notes)
            if section.grid is not None:
                yield from section.grid.columns
                for row in section.grid.rows:
                    yield from row
