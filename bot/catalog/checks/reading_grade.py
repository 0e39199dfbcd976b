"""The Flesch-Kincaid grade of an English text: the school year in which most people can read it.

0.39 * words per sentence + 11.8 * syllables per word - 15.59 (Kincaid et al., 1975, Derivation of
new readability formulas for Navy enlisted personnel). Syllables are counted by rule, so that
nothing has to be downloaded; `tests/catalog/test_reading_grade.py` says how near the rules come.
"""

from __future__ import annotations

import re
from functools import lru_cache

MOST_GRADE = 8.0

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
# Neighbouring vowels that are spoken apart: di-et, tri-al, previ-ous, vide-o, fluid, do-ing.
_APART = re.compile(
    r"iet|(?<![ctsg])ia|(?<![tscgxl])io|ium|eo(?!p)|(?<![gq])u[ao](?!y)|[eiou]ing|yi"
    r"|(?:s|l|n|r)ui(?=[cdn])|(?<=[a-z]{3})ea$|(?<=r)ea(?=ct|li)"
)
# An e that is not spoken: take, takes, asked (but not: wanted, little, boxes).
_SILENT = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouycgszxhl]es$|[aeiouy]les$")
_SILENT_INSIDE = re.compile(r"(?<=[aeiouy][^aeiouyhlwx])e(?=ly$|ful|less|ment|where|thing)")
_KNOWN = {
    "isotretinoin": 6, "people": 2, "every": 2, "everyone": 3, "medicine": 3, "medicines": 3,
    "someone": 2, "something": 2, "sometimes": 2, "does": 1, "area": 3, "areas": 3, "being": 2,
    "idea": 3, "ideas": 3, "science": 2, "usual": 3, "usually": 4, "create": 2, "really": 2,
    "business": 2, "moisturizer": 4, "spf": 3, "uv": 2, "uk": 2, "mg": 3, "ml": 3, "isn't": 2,
    "doesn't": 2, "didn't": 2, "wasn't": 2, "couldn't": 2, "shouldn't": 2, "wouldn't": 2,
    "haven't": 2, "hasn't": 2, "clothes": 1, "maybe": 2, "recipe": 3, "acne": 2, "poem": 2,
    "leaflet": 2, "handful": 2, "somewhere": 2, "elsewhere": 2, "anywhere": 3, "one": 1,
    "tired": 2, "ion": 2, "diagnosis": 4,
}  # fmt: skip


def grade(text: str) -> float:
    """The grade of a plain text. A list item counts as a sentence. 0.0 for a text of no words."""
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * per_word - 15.59


def word_count(text: str) -> int:
    return len(_WORD.findall(text))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables of an English word, by rule; a number counts at most two."""
    plain = word.casefold().replace("’", "'")
    if plain in _KNOWN:
        return _KNOWN[plain]
    if plain[0].isdigit():
        return min(len(plain), 2)
    plain = plain.removesuffix("'s").replace("'", "")
    count = len(_VOWELS.findall(plain)) + len(_APART.findall(plain))
    count -= bool(_SILENT.search(plain)) + len(_SILENT_INSIDE.findall(plain))
    return max(count, 1)
