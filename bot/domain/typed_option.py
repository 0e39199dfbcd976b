"""A typed answer -> the option it names, or None. Never a guess: what fits two options fits none.

Numbers name an option's *value* (0 to 3), not its place in the list; the value reading is never
the milder one of the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from bot.domain.instrument import Option

_Fits = Callable[[list[str], Option], bool]

MIN_FRAGMENT = 5  # letters; "several" names "Several days", "not" names nothing


def match_option(text: str, options: Sequence[Option]) -> Option | None:
    """Tolerates case, punctuation and small typos, word by word, so that an added "not" or "no"
    never passes for a typo."""
    words = _words(text)
    if not words:
        return None
    for fits in (_same, _by_value(len(options)), _misspelt, _opening):
        found = [option for option in options if fits(words, option)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _same(words: list[str], option: Option) -> bool:
    return any(words == form for form in _forms(option))


def _by_value(count: int) -> _Fits:
    def fits(words: list[str], option: Option) -> bool:
        # "1" and "0" are no answer to a yes-or-no question: nobody showed them as such.
        return count > 2 and words == [str(option.value)]

    return fits


def _misspelt(words: list[str], option: Option) -> bool:
    return any(
        len(words) == len(form)
        and all(
            _close(typed, meant, alone=len(form) == 1)
            for typed, meant in zip(words, form, strict=True)
        )
        for form in _forms(option)
    )


def _opening(words: list[str], option: Option) -> bool:
    form = _words(option.text)
    return len("".join(words)) >= MIN_FRAGMENT and words == form[: len(words)]


def _close(typed: str, meant: str, *, alone: bool) -> bool:
    if typed == meant:
        return True
    if typed[0] != meant[0] or len(meant) < 3 or (alone and len(meant) < 5):
        return False
    return OSA.distance(typed, meant) <= (1 if len(meant) <= 5 else 2)


def _forms(option: Option) -> list[list[str]]:
    return [_words(form) for form in (option.text, *option.aliases)]


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w\s]", "", folded.replace("-", " ")).split()
