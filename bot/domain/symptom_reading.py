"""From a patient's or a clinician's words to a line that the triage rules can be matched against.

The words are normalised as everywhere (`bot.domain.concern.words`); on top of that, spans of time
become one word each ("for 30 minutes" -> `t_minutes30`), and what the text denies ("no fever, rash
or vomiting") is covered, so that no rule sees it. Covering is stingy: where it is open how far a
"no" reaches, it reaches less, because a finding too many is safer than one too few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.concern.matching import COVERED, WordLine
from bot.domain.concern.pattern import Pattern
from bot.domain.concern.words import Reader

COMMA = "zqc"  # no word in any language we read; short enough to be left alone by repairs
PAUSE = "zqd"  # the same for "..", ";" and a new line: they end a sentence or only hesitate, so
# the rules read across them, and what no rule reads is looked for on each side of them
_BREAKS = frozenset({COMMA, PAUSE})
_STOPS = frozenset({".", "?", PAUSE})
_MARKS = str.maketrans(dict.fromkeys(",、،:()[]—–/", f" {COMMA} "))
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "half": 0.5, "couple": 2, "few": 3, "several": 4, "many": 5,
}  # fmt: skip
_HOURS = {"minute": 1 / 60, "min": 1 / 60, "hour": 1, "hr": 1, "day": 24, "week": 168, "wk": 168,
          "month": 730, "year": 8760}  # fmt: skip
_SPAN = re.compile(
    r"\b(half an|a couple of|couple of|a few"
    r"|(?:\d+(?:\.\d+)?[ \t]*(?:-|–|to|or)[ \t]*)?\d+(?:\.\d+)?"
    rf"|{'|'.join(_NUMBERS)})[ \t]*\+?[ \t]*-?[ \t]*"
    r"(minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(for|since|over|lasting)\s+(hours|days|weeks|months|years|ages)\b", re.IGNORECASE
)
# A pause: what was denied before it is not denied after.
_PAUSE = re.compile(r"\.\s*\.[.\s]*|…|;|(?<!\n)\n(?![ \t]*\n)")
_AGE = re.compile(
    r"\b(?:aged?\s+)?(\d{1,3})\s*-?\s*(years?|yrs?|y|months?|mo|weeks?)\s*-?\s*/?(?:old|o)\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\baged\s+(\d{1,3})\b", re.IGNORECASE)
_CHILD_UNDER = 12  # years; isotretinoin is not licensed below
_LEVELS = (
    (0.16, "t_minutes"),  # under 10 minutes
    (0.30, "t_minutes10"),
    (0.9, "t_minutes20"),
    (20, "t_hours"),
    (73, "t_days"),  # up to 3 days
    (169, "t_week"),  # more than 3 days, up to a week
    (720, "t_weeks"),
    (10**9, "t_months"),
)


@dataclass(frozen=True, slots=True)
class Denials:
    """Word lists of `triage.yaml`. `cues` deny what follows, up to a word of `ends`; `nots` deny
    only the next word, and only one of `deniable`; `kept` are things whose absence is a finding
    ("no urine"); `history` covers what is told of the past or of relatives."""

    cues: tuple[Pattern, ...]
    nots: frozenset[str]
    deniable: frozenset[str]
    ends: frozenset[str]
    kept: frozenset[str]
    history: tuple[Pattern, ...]
    reach: int = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as words: `said` as they stand, `seen` with what is denied covered, both with the
    marks COMMA and PAUSE between them."""

    said: tuple[str, ...]
    seen: tuple[str, ...]

    def line(self, *, covered: bool) -> WordLine:
        """The words to match rules against, without the marks."""
        words = self.seen if covered else self.said
        return WordLine([word for word in words if word not in _BREAKS])

    def sentences(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Each sentence as (seen, said). A pause counts as an end, so nothing unread hides
        behind it."""
        found: list[list[tuple[str, str]]] = [[]]
        for seen, said in zip(self.seen, self.said, strict=True):
            if said in _STOPS:
                found.append([])
            elif said != COMMA:
                found[-1].append((seen, said))
        return [
            (tuple(seen for seen, _ in words), tuple(said for _, said in words))
            for words in found
            if words
        ]


def read(text: str, reader: Reader, denials: Denials) -> Reading:
    """`text` as words, with spans of time and ages as words and denials covered. Never raises."""
    with_spans = _SPAN.sub(
        _span_word,
        _VAGUE.sub(r"\1 several \2", _AGE.sub(_age_word, _AGED.sub(r"\1 years old", text))),
    )
    marked = _PAUSE.sub(f" {PAUSE} ", with_spans).translate(_MARKS)
    said = tuple(reader.read(marked).split())
    hidden = _hidden(said, denials)
    seen = tuple(COVERED if at in hidden else token for at, token in enumerate(said))
    return Reading(said, seen)


def read_line(text: str, reader: Reader, denials: Denials) -> tuple[str, str]:
    """The line with denials covered, and the same without covering."""
    lines = (read(text, reader, denials).line(covered=each) for each in (True, False))
    covered, plain = (f" {' '.join(line.words[: line.size])} " for line in lines)
    return covered, plain


def _hidden(tokens: Sequence[str], denials: Denials) -> set[int]:
    """The numbers of the words that the text denies or tells of the past."""
    line = WordLine(tokens)
    hidden: set[int] = set()
    for pattern in denials.cues:
        for _, behind in pattern.spans(line):
            hidden.update(_scope(tokens, behind, denials))
    for pattern in denials.history:
        for span in pattern.spans(line):
            hidden.update(range(*span))
    for at, token in enumerate(tokens[:-1]):
        if token in denials.nots:
            after = at + 1
            while after < len(tokens) - 1 and tokens[after] in _FILLERS:
                after += 1
            if tokens[after] in denials.deniable:
                hidden.update(range(at, after + 1))
    return {at for at in hidden if tokens[at] not in _BREAKS}


_ENDS = _BREAKS | {".", "?", "or", "nor"}
_FILLERS = frozenset("very really that so too at all any even a".split())


def _scope(tokens: Sequence[str], first: int, denials: Denials) -> range:
    """The tokens from `first` on that a "no" reaches."""
    if first < len(tokens) and tokens[first] in denials.kept:
        return range(first, first)
    last = _item_end(tokens, first, denials)
    # "no fever, rash or vomiting": the "or" shows that the commas go on with the same list
    ahead, limit = last, first + 5 * denials.reach
    while ahead < min(len(tokens), limit) and tokens[ahead] in {COMMA, "or", "nor"}:
        joins = tokens[ahead] != COMMA
        end = _item_end(tokens, ahead + 1, denials)
        if end == ahead + 1 and tokens[ahead] == COMMA and tokens[ahead + 1 : ahead + 2] not in (
            ["or"], ["nor"],
        ):  # fmt: skip
            break
        ahead = end
        if joins:
            last = end
    return range(first, last)


def _item_end(tokens: Sequence[str], first: int, denials: Denials) -> int:
    for at in range(first, min(len(tokens), first + denials.reach)):
        if tokens[at] in _ENDS or tokens[at] in denials.ends:
            return at
    return min(len(tokens), first + denials.reach)


def _age_word(match: re.Match[str]) -> str:
    years = match.group(2).lower().startswith("y")
    return " person " if years and int(match.group(1)) >= _CHILD_UNDER else " child "


def _span_word(match: re.Match[str]) -> str:
    amount, unit = match.group(1).lower(), match.group(2).lower().rstrip("s")
    digits = re.findall(r"\d+(?:\.\d+)?", amount)
    words = [_NUMBERS[word] for word in amount.split() if word in _NUMBERS]
    number = float(digits[-1]) if digits else float(max(words, default=1))
    if "half" in amount:
        number = 0.5
    hours = number * _HOURS[unit]
    return " " + next(name for limit, name in _LEVELS if hours < limit or limit == 10**9) + " "
