"""Times of day: "7:30", "0730", "7.30pm", "19h30", "half past seven", "noon"; "a las 8 y media"."""

from __future__ import annotations

import re
from datetime import time

from bot.domain.reading.plain_text import Unread, numbers_as_digits, plain, unreadable

_NAMED = {
    "noon": time(12),
    "midday": time(12),
    "midnight": time(0),
    "mediodía": time(12),
    "mediodia": time(12),
    "medianoche": time(0),
}
_LEAD = re.compile(
    r"^(?:(?:(?:a|de|desde|entre|sobre) )?las?|a|al|de|desde|entre"
    r"|at|around|about|by|um|@|every day at|daily at)\s+"
)
_AND_A_PART = ((" y media", ":30"), (" y cuarto", ":15"))
_O_CLOCK = re.compile(r"\s*\bo'?\s?clock\b")
_HALF_OF_DAY = {
    "in the morning": "am",
    "in the afternoon": "pm",
    "in the evening": "pm",
    "at night": "pm",
    "de la mañana": "am",
    "de la tarde": "pm",
    "de la noche": "pm",
}
_SUFFIX = r"(?:\s*(?P<half>[ap])\.?\s?m\.?)?"
_CLOCK = re.compile(
    rf"^(?P<hour>\d{{1,2}})(?:\s?[:.h,]\s?(?P<minute>\d{{2}})|\s?h)?{_SUFFIX}"
    r"(?:\s*(?:uhr|hrs?|hours|بجے))?$"
)
_CLOCK_SPOKEN = re.compile(rf"^(?P<hour>\d{{1,2}}) (?P<minute>\d{{2}}){_SUFFIX}$")
_FOUR_DIGITS = re.compile(
    rf"^(?P<hour>\d{{1,2}})(?P<minute>\d{{2}})(?:\s*(?:h|hrs?|uhr))?{_SUFFIX}$"
)
_PAST_OR_TO = re.compile(
    rf"^(?P<minutes>half|(?:a )?quarter|\d{{1,2}})(?: minutes?)? (?P<way>past|after|to|before) "
    rf"(?P<hour>\d{{1,2}}|noon|midnight){_SUFFIX}$"
)
_BARE_HALF = re.compile(r"^(?:half|halb) \d{1,2}$")
_BETWEEN_TIMES = re.compile(
    r"\s*(?:[,;&/\n+]|\band\b|\bund\b|\by\b(?! (?:media|cuarto)\b)|\bاور\b)\s*"
)


def read_time(text: str) -> time | Unread:
    """One time of day. "half seven" is ambiguous: half past in English, half to in German."""
    if (reason := unreadable(text)) is not None:
        return reason
    typed = _O_CLOCK.sub("", _LEAD.sub("", plain(text)))
    for words, digits in _AND_A_PART:
        typed = typed.replace(words, digits)
    for words, half in _HALF_OF_DAY.items():
        if typed.endswith(words):
            if typed.startswith("12") and words.startswith("de "):
                return Unread.AMBIGUOUS  # said of noon and of midnight alike
            typed = f"{typed.removesuffix(words).strip()} {half}"
    typed = numbers_as_digits(typed)
    if (named := _NAMED.get(typed.removeprefix("12 "))) is not None:
        return named
    if _BARE_HALF.match(typed):
        return Unread.AMBIGUOUS
    if (spoken := _PAST_OR_TO.match(typed)) is not None:
        return _past_or_to(spoken)
    for pattern in (_CLOCK, _FOUR_DIGITS, _CLOCK_SPOKEN):
        if (found := pattern.match(typed)) is not None:
            return _on_the_clock(int(found["hour"]), int(found["minute"] or 0), found["half"])
    return Unread.UNCLEAR


def read_times(text: str) -> tuple[time, ...] | Unread:
    """Several times ("8:00 and 20:00"), ascending and without repeats; the first fault wins."""
    if (reason := unreadable(text)) is not None:
        return reason
    found: set[time] = set()
    for part in _BETWEEN_TIMES.split(text.casefold()):
        each = read_time(part)
        if isinstance(each, Unread):
            return each
        found.add(each)
    return tuple(sorted(found))


def _on_the_clock(hour: int, minute: int, half: str | None) -> time | Unread:
    if half is not None:
        if not 1 <= hour <= 12:
            return Unread.OUT_OF_RANGE
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else Unread.OUT_OF_RANGE


def _past_or_to(spoken: re.Match[str]) -> time | Unread:
    named = _NAMED.get(spoken["hour"])
    whole = _on_the_clock(int(spoken["hour"]), 0, spoken["half"]) if named is None else named
    said = spoken["minutes"]
    minutes = 30 if said == "half" else 15 if "quarter" in said else int(said)
    if isinstance(whole, Unread) or minutes > 59:
        return Unread.OUT_OF_RANGE
    backwards = spoken["way"] in {"to", "before"}
    total = (whole.hour * 60 + (-minutes if backwards else minutes)) % (24 * 60)
    return time(total // 60, total % 60)
