"""Keeps Latin words, times and numbers in their order inside right-to-left text.

In a text of Arabic script a run such as "1-800-222-1222" or "30–50" is shown backwards unless it is
isolated (Unicode bidirectional algorithm, UAX #9, rules W2, W4 and N1), and a line that begins with
a Latin word is laid out as a left-to-right line. A telephone number read backwards helps nobody.
"""

from __future__ import annotations

import re
import unicodedata

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

LRM, RLM = "\u200e", "\u200f"
LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
GAP = "\ufffc"  # stands for something that is filled in later and brings its own isolation

_WORD = r"[A-Za-z0-9\u00b5\u00c0-\u024f%°]+"
_RUN = re.compile(
    r"<[^<>]*>|&[a-z0-9#]+;|[\u2066-\u2068][^\u2066-\u2069]*\u2069"  # left as they are
    rf"|(?P<run>[/@+#]?{_WORD}(?:(?:[-–.,:/+'’_@=]| ?[-–+×/] ?| ){_WORD})*)"
)
_ONLY_DIGITS = re.compile(r"[0-9]+")
_NOT_SHOWN = re.compile(r"<[^<>]*>|&[a-z0-9#]+;")


def is_right_to_left(language: str) -> bool:
    return language in RIGHT_TO_LEFT


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)


def right_to_left(text: str) -> str:
    """A right-to-left text, plain or Telegram HTML, as it should be sent: see the two below."""
    return led(isolated(text))


def isolated(text: str) -> str:
    """The text with every left-to-right run isolated, on lines with any right-to-left letter.
    Doing it twice changes nothing."""
    return "\n".join(
        _RUN.sub(_isolated, line) if has_right_to_left(line) else line for line in text.split("\n")
    )


def led(text: str) -> str:
    """The text with a mark before every line that holds a right-to-left letter and begins with
    something else: a bullet, a number, a name. Doing it twice changes nothing."""
    return "\n".join(
        line if _leads(line) or not has_right_to_left(line) else RLM + line
        for line in text.split("\n")
    )


def left_to_right(text: str) -> str:
    """A left-to-right text that stands in a right-to-left one: its lines stay as they are."""
    return "\n".join(f"{LRM}{LRI}{line}{PDI}" if line else line for line in text.split("\n"))


def tidy(text: str) -> str:
    """Takes away isolation that reaches over a line's end, where it ends nothing, and around what
    decides its own direction."""
    kept = list(text)
    opened: list[int] = []
    for at, each in enumerate(text):
        if each in (LRI, FSI):
            opened.append(at)
        elif each == PDI and opened:
            start = opened.pop()
            inside = text[start + 1 : at]
            if _decides(inside):
                kept[start] = kept[at] = ""
    return "".join(kept)


def _decides(inside: str) -> bool:
    """Whether an isolated text has several lines, or begins with a mark of its own."""
    return "\n" in inside or inside.startswith(LRM)


def _isolated(match: re.Match[str]) -> str:
    run = match["run"]
    if run is None or _ONLY_DIGITS.fullmatch(run):
        return match[0]
    return f"{LRI}{run}{PDI}"


def _leads(line: str) -> bool:
    """Whether the first thing that is shown is a right-to-left letter or mark."""
    for each in _NOT_SHOWN.sub("", line):
        if not each.isspace():
            return each == RLM or unicodedata.bidirectional(each) in {"R", "AL"}
    return True
