"""Character by character: what a letter, a mark or an emoji becomes before words are read.

Patients type curly quotes, accents or none, bidi marks, full-width and mathematical letters,
Cyrillic letters inside Latin words, Arabic or Urdu forms of the same letter. After `fold` these
are one spelling: lower case, no accents, `.` and `?` as sentence ends, emojis as words.
"""

from __future__ import annotations

import unicodedata

_SPACE = " "
_SPECIAL = {
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "＇": "'",
    "!": "!", ".": ".", "?": "?", "'": "'", "*": "*", "@": "@", "$": "$", "#": _SPACE, "|": "|",
    "…": _SPACE, "؟": " ? ", "۔": " . ", "।": " . ", "॥": " . ", "。": " . ", "；": " . ",
    ";": " . ", "؛": " . ", "¿": _SPACE, "¡": _SPACE,
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ", "ھ": "ہ", "ۀ": "ہ", "ۃ": "ہ", "ە": "ہ",
    "ے": "ی", "ٱ": "ا", "ں": "ن", "ـ": "", "ء": "",
}  # fmt: skip
_HOMOGLYPHS = str.maketrans(
    "аеорсухіјѕһӏвнкмтгпԁԛԝαβγεικνορτυχωηѵ",
    "aeopcyxijshlbhkmtrndqwabyeiknoptuxwnv",
)


class CharacterTable(dict[int, str]):
    """A `str.translate` table that decides each code point once. Holds characters, never texts."""

    def __init__(self, emojis: dict[str, str]) -> None:
        """`emojis`: character -> word, for example the knife -> `emoji_knife`."""
        super().__init__()
        for character, word in emojis.items():
            self[ord(character)] = f" {word} "

    def __missing__(self, code: int) -> str:
        value = self[code] = _translate(chr(code))
        return value

    def fold(self, text: str) -> str:
        """`text` in one spelling. Never raises: lone surrogates and controls are dropped."""
        if not text.isascii():
            text = text.replace("\ufdfa", _SPACE).replace("\ufdfb", _SPACE)
            text = unicodedata.normalize("NFKD", text)
        return text.lower().translate(self)


def unmask(word: str) -> str:
    """Latin for look-alike letters, if the word mixes Latin with Cyrillic or Greek."""
    if word.isascii() or not any("a" <= letter <= "z" for letter in word):
        return word
    return word.translate(_HOMOGLYPHS)


def _translate(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character.isalnum() or character == "_":
        return character
    if character.isspace():
        return "\n" if character in "\n\r\v\f\u2028\u2029" else _SPACE
    category = unicodedata.category(character)
    if category in {"Cf", "Cs", "Cn", "Co"} or _is_mark_to_drop(character, category):
        return ""
    if category == "Cc":
        return "" if character == "\0" else _SPACE
    return character if category.startswith("M") else _SPACE


def _is_mark_to_drop(character: str, category: str) -> bool:
    """Accents and short-vowel marks go; the vowel signs of Indic scripts are letters and stay."""
    if not category.startswith("M"):
        return False
    code = ord(character)
    indic = 0x0900 <= code <= 0x0DFF and character != "\N{DEVANAGARI SIGN NUKTA}"
    return not indic
