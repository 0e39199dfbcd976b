"""Amounts with units: capsule strengths in mg, numbers of capsules, body weight in kg."""

from __future__ import annotations

import re

from bot.domain.reading.plain_text import Unread, numbers_as_digits, plain, unreadable

KG_PER_POUND = 0.45359237
POUNDS_PER_STONE = 14
_MOST_CAPSULES = 10  # in one dose; above that it is a typing error

_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_PILL = r"(?:capsules?|caps?|pills?|tablets?|tabs?|c[áa]psulas?|pastillas?|comprimidos?)"
_WEIGHT = re.compile(
    rf"^(?:i weigh |my weight is |about |peso |unos )?(?P<amount>{_NUMBER})\s*(?P<unit>[a-z]+)?\.?$"
)
_STONES = re.compile(
    rf"^(?P<stones>\d{{1,2}})\s*(?:st|stones?)\.?\s*(?:(?P<pounds>{_NUMBER})\s*(?:lbs?|pounds?)?)?$"
)
_KG = {"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"}
_POUND = {"lb", "lbs", "pound", "pounds"}
_COUNT = re.compile(rf"^(?P<count>\d{{1,3}}|an?|{_NUMBER})\s*{_PILL}?$")
_BETWEEN_STRENGTHS = re.compile(r"\s*(?:\+|&|;|,(?!\d)|\band\b|\bplus\b|\by\b)\s*")
_STRENGTH = re.compile(
    rf"^(?:(?P<count>\d{{1,3}}|an?)\s*(?:{_PILL}\s*)?(?:x|\*|of|de|times|@|at)\s*)?"
    rf"(?P<mg>{_NUMBER})\s*(?P<unit>[a-zµ]+?)?(?:\s*{_PILL})?(?:\s*x\s*(?P<behind>\d{{1,2}}))?$"
)
_COUNT_THEN_MG = re.compile(
    rf"^(?P<count>\d{{1,2}}|an?)\s+(?:{_PILL}\s+)?(?P<mg>{_NUMBER})\s*(?P<unit>mgs?|milligrams?)"
    rf"(?:\s*{_PILL})?(?P<behind>)$"
)
_MG = {"mg", "mgs", "milligram", "milligrams"}


def read_weight(text: str, *, default_unit: str = "kg") -> float | Unread:
    """Body weight in kg, to one decimal. Knows kg, lb and st; `default_unit` is "kg" or "lb".

    Only reads: whether a weight is plausible is `dose_plan.check_weight`.
    """
    if (reason := unreadable(text)) is not None:
        return reason
    typed = plain(text)
    if (stones := _STONES.match(typed)) is not None:
        pounds = int(stones["stones"]) * POUNDS_PER_STONE + _number(stones["pounds"] or "0")
        return round(pounds * KG_PER_POUND, 1)
    if (found := _WEIGHT.match(typed)) is None:
        return Unread.UNCLEAR
    unit = found["unit"] or default_unit
    amount = _number(found["amount"])
    if unit not in _KG | _POUND:
        return Unread.WRONG_UNIT
    kg = amount * KG_PER_POUND if unit in _POUND else amount
    return round(kg, 1) if 0 < kg < 1000 else Unread.OUT_OF_RANGE


def read_count(text: str) -> int | Unread:
    """How many capsules: "1 capsule", "two", "3 pills". Half a capsule does not exist."""
    if (reason := unreadable(text)) is not None:
        return reason
    found = _COUNT.match(numbers_as_digits(plain(text)))
    if found is None:
        return Unread.UNCLEAR
    if not found["count"].isalpha() and not found["count"].isdigit():
        return Unread.OUT_OF_RANGE
    return _capsules(found["count"])


def read_strengths(text: str) -> tuple[float, ...] | Unread:
    """The capsules of one dose in mg: "20mg", "20 + 10", "2 x 20", "1 capsule of 20 mg".

    In the order typed. Only reads: whether a strength is sold is `dose_plan.check_capsule`.
    """
    if (reason := unreadable(text)) is not None:
        return reason
    strengths: list[float] = []
    for part in _BETWEEN_STRENGTHS.split(numbers_as_digits(plain(text))):
        read = _one_strength(part)
        if isinstance(read, Unread):
            return read
        strengths.extend(read)
    return tuple(strengths) if len(strengths) <= _MOST_CAPSULES else Unread.OUT_OF_RANGE


def _one_strength(part: str) -> tuple[float, ...] | Unread:
    found = _COUNT_THEN_MG.match(part) or _STRENGTH.match(part)
    if found is None:
        return Unread.UNCLEAR
    if found["unit"] and found["unit"] not in _MG:
        is_pill = re.fullmatch(_PILL, found["unit"]) is not None
        return Unread.UNCLEAR if is_pill else Unread.WRONG_UNIT
    if found["count"] and found["behind"]:
        return Unread.AMBIGUOUS
    count = _capsules(found["count"] or found["behind"] or "1")
    if isinstance(count, Unread):
        return count
    mg = _number(found["mg"])
    return (mg,) * count if mg > 0 else Unread.OUT_OF_RANGE


def _capsules(said: str) -> int | Unread:
    count = int(said) if said.isdigit() else 1
    return count if 1 <= count <= _MOST_CAPSULES else Unread.OUT_OF_RANGE


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))
