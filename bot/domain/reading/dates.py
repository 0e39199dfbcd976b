"""Dates: "2027-03-03", "3 March 2027", "3.3.2027", "tomorrow", "in 2 weeks", "next monday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from bot.domain.reading.plain_text import Unread, numbers_as_digits, plain, unreadable

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = {"today": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2}
_DAYS_IN = {"day": 1, "week": 7}
_YEARS = range(2000, 2101)

_ISO = re.compile(r"^(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})$")
_NUMERIC = re.compile(
    r"^(?P<first>\d{1,2})\s?(?P<mark>[-/.])\s?(?P<second>\d{1,2})(?:\s?(?P=mark)\s?(?P<year>\d{4}|\d{2}))?$"
)
_DAY_FIRST = re.compile(
    r"^(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?(?: of)?[ -]?(?P<month>[a-z]{3,9})\.?,?"
    r"(?:[ -](?P<year>\d{4}))?$"
)
_MONTH_FIRST = re.compile(
    r"^(?P<month>[a-z]{3,9})\.? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?P<year>\d{4}))?$"
)
_IN_DAYS = re.compile(r"^in (?P<count>\d{1,3}|an?) (?P<unit>day|week)s?$")
_DAYS_AGO = re.compile(r"^(?P<count>\d{1,3}|an?) (?P<unit>day|week)s? ago$")
_WEEKDAY = re.compile(r"^(?:(?:on|next|this|last) )?(?P<weekday>[a-z]{3,9})$")

Direction = Literal["future", "past"]


def read_date(
    text: str, today: date, *, direction: Direction = "future", month_first: bool | None = None
) -> date | Unread:
    """A date. `today` is the patient's local date; `direction` says where a date without a year
    or a bare weekday lies (today itself counts for dates; a weekday is never today).

    "3/4/2027" is ambiguous unless `month_first` says how the patient's country writes.
    """
    if (reason := unreadable(text)) is not None:
        return reason
    typed = plain(text).removeprefix("the ") if "day after" in text.casefold() else plain(text)
    if typed in _NAMED:
        return _shift(today, _NAMED[typed])
    if (found := _ISO.match(typed)) is not None:
        return _date(int(found["year"]), int(found["month"]), int(found["day"]))
    if (found := _NUMERIC.match(typed)) is not None:
        return _numeric(found, today, direction, month_first)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        if (found := pattern.match(typed)) is not None and (month := _month(found["month"])):
            return _with_year(found["year"], month, int(found["day"]), today, direction)
    typed = numbers_as_digits(typed)
    for pattern, sign in ((_IN_DAYS, 1), (_DAYS_AGO, -1)):
        if (found := pattern.match(typed)) is not None:
            count = int(found["count"]) if found["count"].isdigit() else 1
            return _shift(today, sign * count * _DAYS_IN[found["unit"]])
    if (found := _WEEKDAY.match(typed)) is not None:
        return _weekday(found["weekday"], today, "past" if typed.startswith("last ") else direction)
    return Unread.UNCLEAR


def read_nearest_date(text: str, today: date, *, month_first: bool | None = None) -> date | Unread:
    """The same for a date that may lie on either side of today: "3 March" is the nearer one."""
    before = read_date(text, today, direction="past", month_first=month_first)
    after = read_date(text, today, direction="future", month_first=month_first)
    if isinstance(before, Unread) or isinstance(after, Unread):
        return after if isinstance(before, Unread) else before
    return min(after, before, key=lambda day: abs(day - today))


def _numeric(
    found: re.Match[str], today: date, direction: Direction, month_first: bool | None
) -> date | Unread:
    first, second = int(found["first"]), int(found["second"])
    if found["mark"] == "." or first > 12:
        month_first = False  # dots are only used day first; a 13th month does not exist
    elif second > 12:
        month_first = True
    if month_first is None and first != second:
        return Unread.AMBIGUOUS
    month, day = (first, second) if month_first else (second, first)
    return _with_year(found["year"], month, day, today, direction)


def _with_year(
    year: str | None, month: int, day: int, today: date, direction: Direction
) -> date | Unread:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # 29 February may be up to eight years away
    step = 1 if direction == "future" else -1
    for candidate_year in range(today.year, today.year + 9 * step, step):
        found = _date(candidate_year, month, day)
        if not isinstance(found, Unread) and (found - today).days * step >= 0:
            return found
    return Unread.OUT_OF_RANGE


def _weekday(name: str, today: date, direction: Direction) -> date | Unread:
    days = [index for index, full in enumerate(_WEEKDAYS) if full.startswith(name)]
    if len(days) != 1:
        return Unread.UNCLEAR
    if direction == "future":
        return _shift(today, (days[0] - today.weekday() - 1) % 7 + 1)
    return _shift(today, -((today.weekday() - days[0] - 1) % 7 + 1))


def _month(name: str) -> int | None:
    found = [number for number, full in enumerate(_MONTHS, start=1) if full.startswith(name)]
    if name == "sept":
        return 9
    return found[0] if len(found) == 1 else None


def _shift(today: date, days: int) -> date | Unread:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return Unread.OUT_OF_RANGE


def _date(year: int, month: int, day: int) -> date | Unread:
    if year not in _YEARS:
        return Unread.OUT_OF_RANGE
    try:
        return date(year, month, day)
    except ValueError:
        return Unread.OUT_OF_RANGE
