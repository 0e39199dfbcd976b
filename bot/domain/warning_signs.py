"""Whether words typed as the warning signs of a safety plan describe how it usually begins, or say
how things stand now.

    describes_signs("When it gets bad I think about dying")  # True
    describes_signs("I want to die")                         # False

Who writes down her own signs is asked what she means instead of being told to call (CLINICAL 6.2
templates, 5.7 step 3: any text about suicide is answered). Strict on purpose: only words that tell
of a habit or of the past count, and one word about now, or a sentence that begins with what she
wants or will do, is enough to be heard as ever. No clinician has signed this.
"""

from __future__ import annotations

import re

_FOLD = str.maketrans({"’": "'", "‘": "'", "`": "'"})
_HABIT = re.compile(
    r"\b(?:when(?:ever)?|if|once|before|after|as soon as) (?:i|it|things|my)\b"
    r"|\bi (?:always |often |usually |sometimes |then )?"
    r"(?:start|begin|stop|tend|get|go|become|used)\b"
    r"|\b(?:thoughts|thinking|talk|talking|dreams?) (?:of|about)\b"
    r"|\bit (?:always |usually |often )?(?:starts|begins)\b"
    r"|\b(?:usually|often|always|typically|last time|in the past|back then|used to|signs?"
    r"|years? ago)\b"
    r"|^(?:starting|stopping|wanting|wishing|feeling|having|not|no longer|being|getting|crying)\b"
    r"|\b(?:cuando|suelo|empiezo a|dejo de|siempre que|a veces|jab|pehle|hamesha)\b|جب |ہمیشہ",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|today|tonight|tomorrow|currently|again|anymore|any more|help|please|goodbye|bye"
    r"|this (?:morning|evening|week|minute)|at the moment|ahora|hoy|esta noche|mañana|ya no|ayuda"
    r"|ab|abhi|aaj|madad)\b|اب |ابھی|آج|مدد",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:^|[.!?;\n]\s*|,\s*(?:and|but|so)?\s*|\b(?:and|but|so)\s+)"
    r"i(?: just| really| only| do)?(?:'m| am|'ll| will|'d| would| want| wanna| wish| need| can't"
    r"| cannot| can not| don't| do not| have to| must| hate)\b"
    r"|(?:^|[.!?;\n]\s*)(?:me quiero|quiero|voy a|no quiero|main|mujhe|میں|مجھے)\b",
    re.IGNORECASE,
)


def describes_signs(text: str) -> bool:
    """True only if the words tell of a habit or the past and nothing in them speaks of now."""
    plain = " ".join(text.translate(_FOLD).split())
    return bool(_HABIT.search(plain)) and not _NOW.search(plain) and not _WILL.search(plain)
