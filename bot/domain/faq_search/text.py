"""From what somebody typed to comparable words: case, accents, apostrophes, endings, sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"[’‘ʼ´`']")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_NUMBER_UNIT = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")
_NOT_A_WORD = re.compile(r"[^\w]+|_+")
_NEEDS_WORK = re.compile(r"\d|([a-z])\1\1")
_ASCII_SIGNS = {
    code: "" if chr(code) in "'`" else " " for code in range(128) if not chr(code).isalnum()
}
_SENTENCE_END = re.compile(r"[.!?؟۔;:\n]+")
_ARABIC_FORMS = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "ة": "ہ", "ه": "ہ"})
_MARKS = re.compile(
    "["
    + "".join(char for char in map(chr, range(0x300, 0x3000)) if unicodedata.combining(char))
    + "]"
)
_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")


def normalise(text: str) -> str:
    """Lower case, no accents or apostrophes, single spaces; "Don't" -> "dont", "5mg" -> "5 mg"."""
    text = text.lower()
    if text.isascii():  # most words and phrases: a table keeps loading quick
        text = text.translate(_ASCII_SIGNS)
        if not _NEEDS_WORK.search(text):
            return " ".join(text.split())
    else:
        text = unicodedata.normalize("NFKD", text).casefold()
        text = unicodedata.normalize("NFC", _MARKS.sub("", text)).translate(_ARABIC_FORMS)
    text = _APOSTROPHES.sub("", text)
    text = _DRAWN_OUT.sub(r"\1\1", text)
    text = _NUMBER_UNIT.sub(" ", text)
    return " ".join(_NOT_A_WORD.sub(" ", text).split())


def words(text: str) -> list[str]:
    """The words of `text`, normalised."""
    return normalise(text).split()


def sentences(text: str) -> list[tuple[str, bool]]:
    """The sentences of `text` and whether each ended in a question mark."""
    found: list[tuple[str, bool]] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if part := text[start : end.start()].strip():
            found.append((part, "?" in end.group() or "؟" in end.group()))
        start = end.end()
    if part := text[start:].strip():
        found.append((part, False))
    return found


def in_arabic_script(text: str) -> bool:
    return bool(_ARABIC_SCRIPT.search(text))


_VOWEL = re.compile("[aeiouy]")
_BRITISH = (
    ("isation", "ization"),
    ("iser", "izer"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("our", "or"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("aemia", "emia"),
    ("oea", "ea"),
)
_KEEP = frozenset(  # words whose last letters are no ending
    "his this is was has does less us yes gas bus plus ibs lens news hours during being bleed feed "
    "thing nothing something anything everything morning evening need seed red bed wed speed blood "
    "advise exercise otherwise rise wise noise raise four hour your our pour tour sour late date "
    "ever never over under after other water paper number either summer winter mother father "
    "sister brother liver fever cancer doctor ate plate hate create ring bring king spring string "
    "string sting wing sing rely only family ugly belly jelly".split()
)
_ENDINGS = (
    ("iness", "y"),
    ("izing", "iz"),
    ("ization", "iz"),
    ("izers", "iz"),
    ("izer", "iz"),
    ("ized", "iz"),
    ("izes", "iz"),
    ("ingly", ""),
    ("edly", ""),
    ("ness", ""),
    ("ments", "ment"),
    ("ations", "at"),
    ("ation", "at"),
    ("ating", "at"),
    ("ated", "at"),
    ("ates", "at"),
    ("ate", "at"),
    ("ies", "y"),
    ("ied", "y"),
    ("ying", "y"),
    ("ings", ""),
    ("ing", ""),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ily", "y"),
    ("ly", ""),
    ("ed", ""),
    ("es", ""),
    ("ers", ""),
    ("er", ""),
    ("s", ""),
)


def _american(word: str) -> str:
    for british, american in _BRITISH:
        if word.endswith(british) and len(word) > len(british) + 2:
            return word[: -len(british)] + american
    return word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A light stem: endings off, British endings as American. Only for words in Latin letters."""
    if len(word) < 3 or not word.isascii() or word.isdigit() or word in _KEEP:
        return word
    word = _american(word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not (ending == "s" and word.endswith(("ss", "us", "is"))):
            left = word[: len(word) - len(ending)] + instead
            if len(left) >= 3 and _VOWEL.search(left):
                word = _american(left)
                break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 2 and word[-1] == "y":
        word = word[:-1] + "i"
    return word
