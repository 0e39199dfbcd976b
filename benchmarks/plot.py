"""The share of reminders that have arrived, over their lateness, as a plain SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 60, 20, 20, 110
COLOURS = ("#0b6e4f", "#c1121f", "#1d4e89", "#e09f3e", "#6a4c93")
POINTS = 200


def lateness_plot(curves: Mapping[str, Sequence[float]], due: int) -> str:
    """`curves`: sorted latenesses in seconds of what arrived, by design; `due`: how many should
    have."""
    longest = max((curve[-1] for curve in curves.values() if curve), default=1.0)
    plot_width, plot_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(seconds: float) -> float:
        return LEFT + plot_width * max(0.0, seconds) / longest

    def y(share: float) -> float:
        return TOP + plot_height * (1 - share)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        parts.append(_line(LEFT, y(share), WIDTH - RIGHT, y(share), "#ddd"))
        parts.append(_text(LEFT - 8, y(share) + 4, f"{share:.0%}", "end"))
    for part in range(5):
        seconds = longest * part / 4
        parts.append(_line(x(seconds), TOP, x(seconds), y(0), "#eee"))
        parts.append(_text(x(seconds), y(0) + 18, f"{seconds:,.1f} s late", "middle"))
    for index, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[index % len(COLOURS)]
        if curve:
            step = max(1, len(curve) // POINTS)
            shown = [*range(0, len(curve), step), len(curve) - 1]
            points = " ".join(f"{x(curve[i]):.1f},{y((i + 1) / due):.1f}" for i in shown)
            parts.append(
                f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
            )
        at = HEIGHT - BOTTOM + 40 + 15 * index
        parts.append(f'<rect x="{LEFT}" y="{at - 9}" width="18" height="4" fill="{colour}"/>')
        parts.append(
            _text(LEFT + 26, at - 3, f"{name}: {len(curve):,} of {due:,} arrived", "start")
        )
    return "\n".join([*parts, "</svg>", ""])


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
