"""Draws a `Picture` as PNG with matplotlib: a calendar of doses, a timeline, a calendar of faces.

Sizes are pixels on a width that phones show without zooming; matplotlib counts in inches, so one
inch is `DPI` pixels and every figure here is divided by it.
"""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.domain.picture import Calendar, Entry, Picture, Timeline
from bot.drawing.fonts import ARABIC, LATIN, families, file_of
from bot.drawing.marks import DARK, LIGHT, LOOKS, TILE, Theme

DPI = 100
WIDTH = 1080
MARGIN = 44
NAMES = 310  # room for the names of rows beside a timeline
LETTER = 21  # an ordinary word, in pixels
WEEKS_IN_A_BAND = 27
ROW = 48
LARGEST_CELL = 62


def draw(picture: Picture) -> bytes:
    """The finished PNG, with its meaning in words left to the caption."""
    return _Sheet(picture).png()


class _Sheet:
    """Panels are laid out first, from the top, because the height follows from them."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.theme: Theme = DARK if picture.dark else LIGHT
        rcParams["font.family"] = families(picture.right_to_left)
        for bold in (False, True):
            for family in (LATIN, ARABIC):
                font_manager.fontManager.addfont(file_of(family, bold=bold))
        self.weeks = _weeks(picture)
        self.bands = -(-len(self.weeks) // WEEKS_IN_A_BAND)
        in_a_band = -(-len(self.weeks) // self.bands)
        room = WIDTH - 2 * MARGIN - 110
        self.in_a_band = max(in_a_band, 1)
        self.cell = min(LARGEST_CELL, room / self.in_a_band)
        self.height = int(self._total())
        self.figure = Figure(figsize=(WIDTH / DPI, self.height / DPI), dpi=DPI)
        FigureCanvasAgg(self.figure)
        self.figure.set_facecolor(self.theme.paper)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        # Pixels from the upper edge; in a right-to-left language the whole sheet is mirrored.
        self.axes.set_ylim(self.height, 0)
        self.axes.set_xlim((WIDTH, 0) if picture.right_to_left else (0, WIDTH))
        self.below = 0.0

    def png(self) -> bytes:
        picture = self.picture
        self.below = MARGIN
        self.text(MARGIN, self.below + 18, picture.title, size=34, bold=True)
        self.text(MARGIN, self.below + 60, picture.period, size=22, faint=True)
        self.below += 108
        self.calendar(picture.calendar)
        self.timeline(picture.timeline)
        self.calendar(picture.faces)
        for number, line in enumerate(_lines(picture.footer)):
            self.text(MARGIN, self.below + 8 + number * 28, line, size=18, faint=True)
        out = io.BytesIO()
        quickly = {"compress_level": 3}
        self.figure.savefig(
            out, format="png", dpi=DPI, metadata={"Software": None}, pil_kwargs=quickly
        )
        return out.getvalue()

    # The height, panel by panel, as the methods below use it up.

    def _total(self) -> float:
        picture = self.picture
        footer = len(_lines(picture.footer)) * 28 + MARGIN
        calendars = self._calendar(picture.calendar) + self._calendar(picture.faces)
        return MARGIN + 108 + calendars + self._panel(picture.timeline) + footer

    def _calendar(self, calendar: Calendar) -> float:
        weeks = self.bands * (7 * self.cell + 44) if calendar.cells else ROW
        return 62 + weeks + self._legend(calendar.legend) + 40

    def _panel(self, panel: Timeline) -> float:
        rows = max(len(panel.rows), 1)
        axis = 44 if panel.rows else 0
        return 62 + rows * ROW + axis + self._legend(panel.legend) + 40

    def _legend(self, legend: tuple[Entry, ...]) -> float:
        return len(_in_lines(legend)) * 40.0

    # The panels.

    def calendar(self, calendar: Calendar) -> None:
        self.text(MARGIN, self.below + 14, calendar.title, size=25, bold=True)
        top = self.below + 62
        if not calendar.cells:
            self.text(MARGIN, top + ROW / 2, calendar.nothing, size=LETTER, faint=True)
            self.below += self._calendar(calendar)
            return
        cells = {cell.on: cell for cell in calendar.cells}
        spots: dict[str, list[tuple[float, float, float]]] = {}
        tiles: list[tuple[float, float]] = []
        for band in range(self.bands):
            weeks = self.weeks[band * self.in_a_band : (band + 1) * self.in_a_band]
            y0 = top + 30 + band * (7 * self.cell + 44)
            for row, name in enumerate(calendar.weekdays):
                if self.cell > 30 or row % 2 == 0:
                    self.text(MARGIN, y0 + (row + 0.5) * self.cell, name, size=17, faint=True)
            for column, week in enumerate(weeks):
                x0 = MARGIN + 100 + column * self.cell
                self._month(week, x0, y0 - 20)
                for row, day in enumerate(week):
                    middle = (x0 + self.cell / 2, y0 + (row + 0.5) * self.cell)
                    if day == self.picture.today:
                        self._paper([middle], outline=True)
                    if (cell := cells.get(day)) is not None and cell.marks:
                        tiles.append(middle)
                        for spot in _spots(x0, y0 + row * self.cell, self.cell, cell.marks):
                            spots.setdefault(spot[0], []).append(spot[1:])
        self._paper(tiles)
        for mark, places in spots.items():
            self.marks(mark, places)
        self.below += self._calendar(calendar) - self._legend(calendar.legend) - 40
        self.legend(calendar.legend)

    def _month(self, week: list[date], x: float, y: float) -> None:
        for on, label in self.picture.ticks:
            if on in week:
                self.text(x + 3, y, label, size=17, faint=True)

    def _paper(self, places: list[tuple[float, float]], *, outline: bool = False) -> None:
        """The squares that marks stand on, given by their middles; all at once, because one patch
        for each day of a year takes a second."""
        if places:
            self.axes.scatter(
                [x for x, _ in places],
                [y for _, y in places],
                s=(self.cell * 0.88 * 72 / DPI) ** 2,
                marker=TILE,
                facecolors="none" if outline else self.theme.cell,
                edgecolors=self.theme.ink if outline else "none",
                linewidths=1.6 if outline else 0,
                zorder=2 if outline else 1,
            )

    def timeline(self, panel: Timeline) -> None:
        self.text(MARGIN, self.below + 14, panel.title, size=25, bold=True)
        top = self.below + 62
        if not panel.rows:
            self.text(MARGIN, top + ROW / 2, panel.nothing, size=LETTER, faint=True)
            self.below += self._panel(panel)
            return
        left, right = MARGIN + NAMES, WIDTH - MARGIN - 20
        first, days = self.picture.first, max((self.picture.last - self.picture.first).days, 1)

        def across(on: date) -> float:
            return left + (on - first).days / days * (right - left)

        bottom = top + len(panel.rows) * ROW
        for on, label in self.picture.ticks:
            if first <= on <= self.picture.last:
                x = across(on)
                self.axes.plot([x, x], [top, bottom + 8], color=self.theme.line, lw=1, zorder=0)
                if x < right - 50:
                    self.text(x + 4, bottom + 24, label, size=17, faint=True)
        for number, row in enumerate(panel.rows):
            y = top + (number + 0.5) * ROW
            self.axes.plot([left, right], [y, y], color=self.theme.line, lw=1, zorder=0)
            for line, name in enumerate(names := _short(row.name)):
                offset = (line - (len(names) - 1) / 2) * 21
                self.text(MARGIN, y + offset, name, size=18 if len(names) > 1 else 20)
            spots: dict[str, list[tuple[float, float, float]]] = {}
            for on, mark in row.points:
                spots.setdefault(mark, []).append((across(on), y, 19.0))
            for mark, places in spots.items():
                self.marks(mark, places)
        self.below += self._panel(panel) - self._legend(panel.legend) - 40
        self.legend(panel.legend)

    def legend(self, legend: tuple[Entry, ...]) -> None:
        for line in _in_lines(legend):
            x = float(MARGIN + 14)
            for entry, width in line:
                self.marks(entry.mark, [(x, self.below + 16, 24.0)])
                self.text(x + 24, self.below + 16, entry.text, size=19)
                x += width
            self.below += 40
        self.below += 40

    # The strokes.

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        bold: bool = False,
        faint: bool = False,
    ) -> None:
        self.axes.text(
            x,
            y,
            words,
            fontsize=size * 72 / DPI,
            weight="bold" if bold else "normal",
            color=self.theme.faint if faint else self.theme.ink,
            ha="right" if self.picture.right_to_left else "left",
            va="center",
            parse_math=False,
        )

    def marks(self, mark: str, places: list[tuple[float, float, float]]) -> None:
        """All marks of one kind at once: x, y and the width of a full mark, in pixels."""
        look, colour = LOOKS[mark], self.theme.colours[mark]
        points = [(size * look.size * 72 / DPI) ** 2 for _, _, size in places]
        width = 0 if look.filled else max(1.1, min(2.2, places[0][2] / 13))
        options: dict[str, Any] = {"facecolors": colour if look.filled else "none"}
        if look.marker == "x":
            options = {"color": colour}
        else:
            options["edgecolors"] = colour
        self.axes.scatter(
            [x for x, _, _ in places],
            [y for _, y, _ in places],
            s=points,
            marker=look.marker,
            linewidths=width,
            zorder=3,
            **options,
        )


def _weeks(picture: Picture) -> list[list[date]]:
    """Whole weeks that hold the period, each from its first weekday on."""
    back = (picture.first.weekday() - picture.first_weekday) % 7
    start = picture.first.toordinal() - back
    count = (picture.last.toordinal() - start) // 7 + 1
    return [[date.fromordinal(start + 7 * week + day) for day in range(7)] for week in range(count)]


def _spots(
    x: float, y: float, cell: float, marks: tuple[str, ...]
) -> list[tuple[str, float, float, float]]:
    """Where the marks of a day stand: alone in the middle, or beside each other by rows of two."""
    if len(marks) == 1:
        return [(marks[0], x + cell / 2, y + cell / 2, cell * 0.52)]
    rows = -(-len(marks) // 2)
    return [
        (
            mark,
            x + cell * (0.29 + 0.42 * (number % 2)),
            y + cell * ((number // 2 + 0.5) / rows * 0.84 + 0.08),
            cell * (0.34 if rows <= 2 else 0.24),
        )
        for number, mark in enumerate(marks)
    ]


def _in_lines(legend: tuple[Entry, ...]) -> list[list[tuple[Entry, float]]]:
    """Entries with their widths, as many in a line as there is room for."""
    lines: list[list[tuple[Entry, float]]] = []
    used = 0.0
    for entry in legend:
        width = 24 + 12.2 * len(entry.text) + 34
        if not lines or used + width > WIDTH - 2 * MARGIN:
            lines.append([])
            used = 0.0
        lines[-1].append((entry, width))
        used += width
    return lines


def _lines(text: str, longest: int = 100) -> list[str]:
    """Words in lines of about equal length, none longer than `longest` letters if it can be."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _short(name: str) -> list[str]:
    """A name in two lines at most; what is left out leaves a mark."""
    lines = _lines(name, 27)
    return lines if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]
