"""Colours and shapes of what is drawn. Every mark has a shape of its own, so that no meaning hangs
on a colour; the colours are those of Okabe and Ito, which people with any colour vision tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from matplotlib.path import Path

from bot.domain.history import Mark
from bot.domain.picture import Shape


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one background; `mark` and `shape` by value."""

    paper: str
    panel: str
    cell: str
    ink: str
    faint: str
    line: str
    colours: dict[str, str]


LIGHT = Theme(
    paper="#ffffff",
    panel="#f6f7f9",
    cell="#e9ecf0",
    ink="#1c2126",
    faint="#57606a",
    line="#d0d5db",
    colours={
        Mark.TAKEN: "#0072b2",
        Mark.SKIPPED: "#b84a00",
        Mark.UNANSWERED: "#946200",
        Mark.HELD: "#a0447c",
        Mark.UNKNOWN: "#6e7781",
        Mark.OPEN: "#0072b2",
        Shape.NOTED: "#0072b2",
        Shape.SOON: "#946200",
        Shape.NOW: "#b84a00",
        "good": "#0072b2",
        "okay": "#00795a",
        "low": "#946200",
        "very-low": "#b84a00",
    },
)
DARK = Theme(
    paper="#12171d",
    panel="#1a2129",
    cell="#28323d",
    ink="#eef1f4",
    faint="#a9b4bf",
    line="#3a4653",
    colours={
        Mark.TAKEN: "#56b4e9",
        Mark.SKIPPED: "#ff9145",
        Mark.UNANSWERED: "#f0c03c",
        Mark.HELD: "#e29ac4",
        Mark.UNKNOWN: "#9aa5b1",
        Mark.OPEN: "#56b4e9",
        Shape.NOTED: "#56b4e9",
        Shape.SOON: "#f0c03c",
        Shape.NOW: "#ff9145",
        "good": "#56b4e9",
        "okay": "#3fc79a",
        "low": "#f0c03c",
        "very-low": "#ff9145",
    },
)


@dataclass(frozen=True, slots=True)
class Look:
    """A marker: matplotlib's name or a path, filled or only an outline, and its size beside the
    others (1 is a full mark)."""

    marker: str | Path
    filled: bool
    size: float = 1.0


def _bars() -> Path:
    """Two upright bars: a pause."""
    left = [(-0.8, -1), (-0.2, -1), (-0.2, 1), (-0.8, 1), (-0.8, -1)]
    right = [(0.2, -1), (0.8, -1), (0.8, 1), (0.2, 1), (0.2, -1)]
    codes = [int(code) for code in (Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY)] * 2
    return Path([*left, *right], codes)


def _face(smile: float) -> Path:
    """A round face; `smile` from 1 (corners of the mouth up) to -1 (down), as lines."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []

    def line(found: list[tuple[float, float]]) -> None:
        points.extend(found)
        codes.extend(int(code) for code in (Path.MOVETO, *[Path.LINETO] * (len(found) - 1)))

    line([(cos(2 * pi * k / 40), sin(2 * pi * k / 40)) for k in range(41)])
    for x in (-0.36, 0.36):
        line([(x, 0.14), (x, 0.4)])
    steps = [k / 6 for k in range(-6, 7)]
    line([(0.5 * x, -0.38 + smile * 0.24 * (x * x - 0.5)) for x in steps])
    return Path(points, codes)


def _tile() -> Path:
    """A square with round corners."""
    corners = [(1.0, 1.0, 0.0), (-1.0, 1.0, 90.0), (-1.0, -1.0, 180.0), (1.0, -1.0, 270.0)]
    points: list[tuple[float, float]] = []
    for x, y, start in corners:
        for step in range(5):
            angle = (start + 22.5 * step) * pi / 180
            points.append((x * 0.66 + 0.34 * cos(angle), y * 0.66 + 0.34 * sin(angle)))
    points.append(points[0])
    return Path(
        points, [int(Path.MOVETO), *[int(Path.LINETO)] * (len(points) - 2), int(Path.CLOSEPOLY)]
    )


TILE = _tile()
LOOKS: dict[str, Look] = {
    Mark.TAKEN: Look("o", filled=True),
    Mark.SKIPPED: Look("D", filled=False, size=0.78),
    Mark.UNANSWERED: Look("^", filled=False, size=0.95),
    Mark.HELD: Look(_bars(), filled=True, size=0.8),
    Mark.UNKNOWN: Look("x", filled=False, size=0.5),
    Mark.OPEN: Look("o", filled=False),
    Shape.NOTED: Look("o", filled=True, size=0.8),
    Shape.SOON: Look("^", filled=True, size=0.95),
    Shape.NOW: Look("s", filled=True, size=0.85),
    "good": Look(_face(1.0), filled=False, size=1.2),
    "okay": Look(_face(0.0), filled=False, size=1.2),
    "low": Look(_face(-0.7), filled=False, size=1.2),
    "very-low": Look(_face(-1.3), filled=False, size=1.2),
}
