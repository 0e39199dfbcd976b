"""A date with, perhaps, a time and a place: "3 March 14:30, City clinic"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from bot.domain.reading.dates import read_date
from bot.domain.reading.plain_text import Unread, unreadable
from bot.domain.reading.times import read_time

_TIME = re.compile(
    r"[\s,]*(?:\b(?:at|um|a las?)\s+)?"
    r"(?P<time>\b\d{1,2}[:.h]\d{2}(?!\d|[.]\d)\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;\n]\s*")


@dataclass(frozen=True, slots=True)
class Noted:
    """`place` is in the patient's own words."""

    on_date: date
    at_time: time | None = None
    place: str | None = None


def read_noted(text: str, today: date) -> Noted | Unread:
    """The date comes first; a time anywhere behind it; the place behind a comma or a new line."""
    if (reason := unreadable(text)) is not None:
        return reason
    whole = read_date(text, today)
    if not isinstance(whole, Unread):
        return Noted(whole)
    head, *rest = _BETWEEN.split(text.strip())
    if rest and re.fullmatch(r"\d{4}", rest[0]):  # "March 3, 2027"
        head, rest = f"{head} {rest[0]}", rest[1:]
    at_time, head = _time_of(head)
    if at_time is None and rest:
        at_time, rest[0] = _time_of(rest[0])
    on_date = read_date(head, today)
    if isinstance(on_date, Unread):
        return on_date
    place = ", ".join(each for each in rest if each.strip()).strip()
    return Noted(on_date, at_time, place or None)


def _time_of(text: str) -> tuple[time | None, str]:
    found = _TIME.search(text)
    if found is None:
        return None, text
    read = read_time(found["time"])
    if isinstance(read, Unread):
        return None, text
    return read, f"{text[: found.start()]} {text[found.end() :]}".strip()
