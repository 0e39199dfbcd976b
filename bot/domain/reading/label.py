"""A dose as it stands on a label: "20 mg + 10 mg once a day", "10 mg three times a week".

English, Spanish and Urdu. Only reads: whether it is plausible is `dose_plan.check_plan`, and the
patient confirms what was read before anything is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.reading.dates import read_nearest_date
from bot.domain.reading.plain_text import Unread, numbers_as_digits, plain, unreadable
from bot.domain.reading.quantities import read_strengths

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAILY = "FREQ=DAILY"

_WEEKDAY_NAMES = (
    r"mon(?:day)?s?|lunes|lun|پیر|سوموار",
    r"tue(?:s(?:day)?)?s?|martes|mar|منگل",
    r"wed(?:nesday)?s?|mi[ée]rcoles|mi[ée]|بدھ",
    r"thu(?:r(?:s(?:day)?)?)?s?|jueves|jue|جمعرات",
    r"fri(?:day)?s?|viernes|vie|جمعہ|جمعے",
    r"sat(?:urday)?s?|s[áa]bados?|s[áa]b|ہفتہ|سنیچر",
    r"sun(?:day)?s?|domingos?|dom|اتوار",
)
_ANY_DAY = "|".join(f"(?:{names})" for names in _WEEKDAY_NAMES)
_DAYS = [re.compile(rf"\b(?:{names})\b") for names in _WEEKDAY_NAMES]
_DAY_LIST = re.compile(
    rf"\b(?:on |los |el |ہر )?(?:{_ANY_DAY})\b"
    rf"(?:\s*(?:,|&|\+|and|y|e|اور|los|el)?\s*(?:{_ANY_DAY})\b)*"
    r"(?:\s*کو)?"
)
_DAY_SPAN = re.compile(rf"\b(?P<first>{_ANY_DAY})\s*(?:to|-|a|until|سے)\s*(?P<last>{_ANY_DAY})\b")
_EXCEPT = re.compile(r"\b(?:except|but not|apart from|excepto|menos|salvo)(?: on)?\b|کے علاوہ")
_WORKDAYS = re.compile(r"\b(?:on )?weekdays\b|\bd[íi]as laborables\b")

_ALTERNATE = re.compile(
    r"\b(?:on )?(?:every (?:other|second|2nd|2) days?|alternat(?:e|ing) days?|eod|qod"
    r"|every 48 (?:hours|h)"
    r"|(?:cada|c/) ?(?:dos|2) d[íi]as|(?:en )?d[íi]as alternos|un d[íi]a s[íi] y (?:otro|uno) no)\b"
    r"|ایک دن چھوڑ کر|ہر دوسرے دن"
)
_EVERY_DAYS = re.compile(
    r"\b(?:every|cada) (?P<days>\d{1,2}|third|tres) (?:days?|d[íi]as)\b|(?P<third>ہر تیسرے دن)"
)
_SPANISH = {"un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7}
_URDU = {"ایک": 1, "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "چھ": 6, "سات": 7}
_NUMBER = rf"\d|{'|'.join(_SPANISH)}|{'|'.join(_URDU)}"
_A_WEEK = re.compile(
    rf"\b(?:(?P<once>once|twice)|(?P<count>{_NUMBER})\s?(?:x|times?|days?|veces|vez|d[íi]as))"
    r"\s?(?:a|per|each|every|in a|/|a la|por)?\s?(?:week(?:ly)?|wk|semana)\b"
    rf"|ہفتے میں (?P<urdu>{_NUMBER}) (?:بار|دن|مرتبہ)"
)
_A_DAY_COUNT = (
    (re.compile(r"\b(?:3 times|3x|tds|tid|tres veces|3 veces)\b|(?:تین|3) (?:بار|مرتبہ)"), 3),
    (re.compile(r"\b(?:twice|2 times|2x|bd|bid|dos veces|2 veces)\b|(?:دو|2) (?:بار|مرتبہ)"), 2),
    (re.compile(r"\b(?:once|1 time|1x|od|una vez|1 vez)\b|(?:ایک|1) (?:بار|مرتبہ)"), 1),
)
_A_DAY = re.compile(
    r"\b(?:a|per|each|every) day\b|\bdaily\b|\b(?:al|por|cada) d[íi]a\b|\bdiari[oa]s?\b"
    r"|روزانہ|ہر روز|دن میں|روز"
)
_FROM = re.compile(
    r"[\s,]*\b(?:starting(?: on| from)?|start(?:s|ing)? on|beginning|since|from|as of"
    r"|desde(?: el)?|a partir del?)\s+(?P<day>.+)$"
)
_FILLERS = re.compile(
    r"\b(?:take|tomar|toma|with food|with a meal|con (?:la )?comidas?"
    r"|of isotretinoin|isotretinoin(?:a)?|by mouth|orally|total)\b|کھانے کے ساتھ"
)


@dataclass(frozen=True, slots=True)
class Label:
    """`capsules`: strengths of one dose in mg; `rule`: RFC 5545, or None when only `per_week` is
    known and the weekdays are to be asked; `begins`: the date, where one was typed."""

    capsules: tuple[float, ...]
    times_per_day: int
    rule: str | None = DAILY
    per_week: int | None = None
    begins: date | None = None


def read_label(text: str, today: date) -> Label | Unread:
    """The dose of a label. Two strengths "on alternate days" are ambiguous: both together every
    other day, or now the one and now the other?"""
    if (reason := unreadable(text)) is not None:
        return reason
    typed = numbers_as_digits(plain(text))
    begins = None
    if (found := _FROM.search(typed)) is not None:
        read = read_nearest_date(found["day"], today)
        if isinstance(read, Unread):
            return read
        begins, typed = read, typed[: found.start()]
    typed = _FILLERS.sub(" ", typed)
    rule, per_week, rest = _days(typed)
    times = next((count for pattern, count in _A_DAY_COUNT if pattern.search(rest)), None)
    bare = rest
    for pattern, _ in _A_DAY_COUNT:
        bare = pattern.sub(" ", bare)
    named_daily = _A_DAY.search(bare) is not None
    bare = " ".join(_A_DAY.sub(" ", bare).split()).strip(" ,.;:")
    capsules = read_strengths(bare)
    if isinstance(capsules, Unread):
        return Unread.UNCLEAR if capsules is Unread.EMPTY else capsules
    spoken_of_days = rest != typed
    if times is None and not (named_daily or spoken_of_days):
        return Unread.UNCLEAR  # how often?
    if rule is not None and "INTERVAL" in rule and len(set(capsules)) > 1 and "+" not in bare:
        return Unread.AMBIGUOUS
    return Label(capsules, times or 1, rule, per_week, begins)


def weekly(days: frozenset[int]) -> str:
    """The rule of a set of weekdays, 0 being Monday."""
    if len(days) == len(WEEK):
        return DAILY
    return "FREQ=WEEKLY;BYDAY=" + ",".join(WEEK[day] for day in sorted(days))


def _days(typed: str) -> tuple[str | None, int | None, str]:
    """The rule, or how many days a week, and what is left of the text."""
    if (found := _ALTERNATE.search(typed)) is not None:
        return "FREQ=DAILY;INTERVAL=2", None, _without(typed, found)
    if (found := _EVERY_DAYS.search(typed)) is not None:
        said = found["days"]
        days = int(said) if said and said.isdigit() else 3
        rule = DAILY if days == 1 else f"FREQ=DAILY;INTERVAL={max(days, 1)}"
        return rule, None, _without(typed, found)
    if (found := _A_WEEK.search(typed)) is not None:
        return _times_a_week(found, _without(typed, found))
    if (found := _WORKDAYS.search(typed)) is not None:
        return weekly(frozenset(range(5))), None, _without(typed, found)
    if (found := _DAY_SPAN.search(typed)) is not None:
        first, last = _day(found["first"]), _day(found["last"])
        days_named = frozenset((first + ahead) % 7 for ahead in range((last - first) % 7 + 1))
        return weekly(days_named), None, _without(typed, found)
    if (found := _DAY_LIST.search(typed)) is not None:
        named = frozenset(n for n, day in enumerate(_DAYS) if day.search(found[0]))
        rest = _without(typed, found)
        if (but := _EXCEPT.search(rest)) is not None:
            named, rest = frozenset(range(7)) - named, _without(rest, but)
        return (weekly(named) if named else DAILY), None, rest
    return DAILY, None, typed


def _times_a_week(found: re.Match[str], rest: str) -> tuple[str | None, int | None, str]:
    said = found["count"] or found["urdu"]
    count = {"once": 1, "twice": 2}.get(found["once"] or "", 0)
    if said:
        count = _SPANISH.get(said) or _URDU.get(said) or int(said)
    if (listed := _DAY_LIST.search(rest)) is not None:  # "3 times a week: Mon, Wed, Fri"
        named = frozenset(n for n, day in enumerate(_DAYS) if day.search(listed[0]))
        if len(named) == count:
            return weekly(named), None, _without(rest, listed)
    if count == len(WEEK):
        return DAILY, None, rest
    return None, count, rest


def _day(name: str) -> int:
    return next(number for number, day in enumerate(_DAYS) if day.fullmatch(name))


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
