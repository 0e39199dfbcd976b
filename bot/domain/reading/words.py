"""Yes and no, ages, and lengths of time.

A yes or a no is only read from a whole answer that can mean nothing else: "not really", "maybe"
and "no but ..." are unclear, and what is unclear goes up, never down.
"""

from __future__ import annotations

import re

from bot.domain.reading.plain_text import Unread, numbers_as_digits, plain, unreadable

_YES_WORDS = (
    "yes|y|yeah|yea|yep|yup|yes please|yes i do|yes i am|yes i have|ja|si|sí|oui|sim|sì|evet|"
    "نعم|ہاں|جی|جی ہاں|हाँ|हां|да|はい|是|👍|✅"
)
_NO_WORDS = (
    "no|n|nope|nah|no thanks|no thank you|no i don't|no i do not|no i'm not|nein|non|não|nao|"
    "hayır|hayir|لا|نہیں|جی نہیں|जी नहीं|नहीं|нет|いいえ|否|👎|❌"
)
_YES, _NO = frozenset(_YES_WORDS.split("|")), frozenset(_NO_WORDS.split("|"))
_AGE = re.compile(
    r"^(?:i'?m|i am|im|age|aged|my age is|she is|he is|she's|he's|tengo)?\s*:?\s*(?P<years>\d{1,3})"
    r"(?: and a half)?\s*(?:years?(?: old)?|yrs?(?: old)?|y/?o|y|años|anos|سال)?$"
)
_MOST_MINUTES = 24 * 60
_HOURS_AND_MINUTES = re.compile(
    r"^(?:in |for )?(?:(?P<hours>\d{1,2}|an?)\s*(?:h|hrs?|hours?))?\s*(?:and )?"
    r"(?:(?P<minutes>\d{1,4}|a)\s*(?:m|mins?|minutes?)?)?$"
)
_PHRASES = {
    "half an hour": 30,
    "half hour": 30,
    "a half hour": 30,
    "a quarter of an hour": 15,
    "quarter of an hour": 15,
    "an hour and a half": 90,
    "1 and a half hours": 90,
}


def read_yes_no(text: str) -> bool | Unread:
    """True for yes, False for no, in a dozen languages; anything else is unclear."""
    if (reason := unreadable(text)) is not None:
        return reason
    typed = plain(text).replace(",", "")
    if typed in _YES:
        return True
    return False if typed in _NO else Unread.UNCLEAR


def read_age(text: str) -> int | Unread:
    """Completed years: "15", "I'm 15", "fifteen". Whether it is allowed: `dose_plan.check_age`."""
    if (reason := unreadable(text)) is not None:
        return reason
    found = _AGE.match(numbers_as_digits(plain(text)))
    if found is None:
        return Unread.UNCLEAR
    years = int(found["years"])
    return years if years <= 130 else Unread.OUT_OF_RANGE


def read_minutes(text: str) -> int | Unread:
    """A length of time in minutes, from 1 to a day: "10", "half an hour", "1h30", "two hours"."""
    if (reason := unreadable(text)) is not None:
        return reason
    typed = numbers_as_digits(plain(text))
    bare = typed.removeprefix("in ").removeprefix("for ")
    if bare in _PHRASES:
        return _PHRASES[bare]
    found = _HOURS_AND_MINUTES.match(typed)
    if found is None or (found["hours"] is None and found["minutes"] in {None, "a"}):
        return Unread.UNCLEAR
    total = 60 * _amount(found["hours"]) + _amount(found["minutes"])
    return total if 1 <= total <= _MOST_MINUTES else Unread.OUT_OF_RANGE


def _amount(said: str | None) -> int:
    if said is None:
        return 0
    return int(said) if said.isdigit() else 1
