"""What a clinician's note denies is not said: "denies fever, low mood, suicidal thoughts".

Only the forms of a note: "no" and "not" are left to the rules, because a patient's "no" may be
about anything. A list reaches to the end of its sentence or to what is reported instead.
"""

from __future__ import annotations

import re

_NOTE_DENIES = re.compile(
    r"\b(?:denies|denied any|negative for|neg for|no evidence of|no history of|no h/o|no hx of)\b"
    r"(?:(?!\b(?:but|however|although|though|except|has|have|had|is|was|are|reports?|"
    r"complain\w*|presents?|presented|now|yet|just|only|mother|father|parents?|wife|husband|"
    r"partner|sister|brother|friend|says?|said|found|it|that|wants?|will|would|plans?|keeps?|"
    r"feels?|thinks?|tried|wrote|took|i|i'm|he|she|they|we|my)\b)[^.;!?\n…])*",
    re.IGNORECASE,
)


def asserted(text: str) -> str:
    """`text` without the lists that a clinical note denies."""
    return _NOTE_DENIES.sub("denied ", text)
