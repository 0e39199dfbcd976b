"""The fonts of pictures and pages: where they are, and which comes first in which language."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_HERE = Path(__file__).parent
LATIN, ARABIC = "DejaVu Sans", "Noto Sans Arabic"  # the first has Greek and Cyrillic too


def families(right_to_left: bool) -> list[str]:
    """Names in the order in which a letter is looked for. In Arabic script its font comes first:
    the other one has most of its letters, but not all, and a word must be in one font to join."""
    return [ARABIC, LATIN] if right_to_left else [LATIN, ARABIC]


def file_of(family: str, *, bold: bool = False) -> Path:
    """The file of a family. DejaVu comes with matplotlib, which is not imported for that."""
    if family == ARABIC:
        return _HERE / f"NotoSansArabic-{'Bold' if bold else 'Regular'}.ttf"
    spec = find_spec("matplotlib")
    assert spec is not None, "matplotlib is not installed"
    assert spec.origin is not None, "matplotlib has no files"
    folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
    return folder / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
