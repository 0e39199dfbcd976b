"""One plain form of typed text: any script's digits as 0-9, one kind of space, quote and dash."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

LONGEST_TEXT = 200  # a time or a weight is short; a novel is not searched for one

_MARKS = str.maketrans(
    {"٫": ".", "٬": "", "،": ",", "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "×": "x"}
)
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: dict[str, int] = {word: value for value, word in enumerate(_ONES.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), start=2)
}
_TENS_AND_ONES = re.compile(
    rf"\b({_TENS.replace(' ', '|')})[ -]({'|'.join(_ONES.split()[1:10])})\b"
)
_NUMBER_WORD = re.compile(rf"\b({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b")


class Unread(StrEnum):
    """Why a text could not be read."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNCLEAR = "unclear"
    OUT_OF_RANGE = "out_of_range"  # understood, but there is no such time, date or amount
    AMBIGUOUS = "ambiguous"  # two readings are possible
    WRONG_UNIT = "wrong_unit"


def plain(text: str) -> str:
    """The text in small letters, compatibility forms resolved, digits of any script as 0-9."""
    folded = unicodedata.normalize("NFKC", text[: LONGEST_TEXT * 2]).translate(_MARKS).casefold()
    letters = (
        str(unicodedata.decimal(each, each)) if not each.isascii() else each
        for each in folded
        if unicodedata.category(each) != "Cf"  # direction marks around right-to-left text
    )
    return " ".join("".join(letters).split()).strip(" .!?,;\"'")


def numbers_as_digits(text: str) -> str:
    """English number words up to ninety-nine as digits, in plain text."""
    joined = _TENS_AND_ONES.sub(
        lambda m: str(NUMBER_WORDS[m.group(1)] + NUMBER_WORDS[m.group(2)]), text
    )
    return _NUMBER_WORD.sub(lambda m: str(NUMBER_WORDS[m.group(1)]), joined)


def unreadable(text: str) -> Unread | None:
    """The reason not to look at a text at all, if there is one."""
    if not text.strip():
        return Unread.EMPTY
    return Unread.TOO_LONG if len(text) > LONGEST_TEXT else None
