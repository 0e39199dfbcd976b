"""Times and dates as people of a language write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, tzinfo
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_day_names

from bot.catalog.messages import Fixed

# "EEEE, d 'de' MMMM 'de' y": what stands between the month and the year goes with the year.
_YEAR_AT_END = re.compile(r"(?:[\s,،]|'[^']*')*y+$")


@lru_cache
def locale_of(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def clock_text(language: str, at: datetime | time, zone: tzinfo | None = None) -> Fixed:
    """ "07:30": local wall time with hours and minutes, always of 24 hours."""
    local = at.astimezone(zone) if isinstance(at, datetime) and zone is not None else at
    return _clock_text(language, local.hour, local.minute)


@lru_cache(maxsize=4096)
def _clock_text(language: str, hour: int, minute: int) -> Fixed:
    return Fixed(format_time(time(hour, minute), "HH:mm", locale=locale_of(language)))


def day_text(language: str, day: date) -> str:
    """ "Monday, 23 November", in the order and words of the language."""
    if language == "en":
        return str(format_date(day, "EEEE, d MMMM", locale="en"))  # day first, as most write it
    locale = locale_of(language)
    full = str(locale.date_formats["full"].pattern)
    without_year = _YEAR_AT_END.sub("", full)
    return str(format_date(day, without_year if without_year != full else "full", locale=locale))


def date_text(language: str, day: date) -> str:
    """ "23 Nov 2026", as the language writes it."""
    if language == "en":
        return str(format_date(day, "d MMM y", locale="en"))
    return str(format_date(day, "medium", locale=locale_of(language)))


def weekday_names(language: str) -> list[str]:
    """Short names from Monday to Sunday."""
    names = get_day_names("abbreviated", locale=locale_of(language))
    return [names[number] for number in range(7)]


def month_text(language: str, day: date) -> str:
    """ "Nov": the month alone, short."""
    return str(format_date(day, "LLL", locale=locale_of(language)))


def short_day_text(language: str, day: date) -> str:
    """ "23 Nov", as the language writes it."""
    if language == "en":
        return str(format_date(day, "d MMM", locale="en"))
    return str(format_skeleton("MMMd", day, locale=locale_of(language)))


def first_weekday(language: str, country: str | None) -> int:
    """With which day people there begin a week: 0 is Monday."""
    try:
        return int(Locale.parse(f"{language}_{country}" if country else language).first_week_day)
    except (UnknownLocaleError, ValueError):
        return 0
