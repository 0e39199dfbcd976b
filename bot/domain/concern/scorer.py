"""A small linear model that asks "could this text hold a concern?" where no rule spoke.

    scorer = ConcernScorer(weights)
    Detector(rules, scorer, threshold=weights.threshold)

It reads words, word pairs and pieces of words, adds up their weights over the whole text and over
short stretches of it (a concern may hide in the middle of a long story), and answers with the
likeliest stretch. It can only turn `none` into `possible`, which is a question to the patient; no
rule's finding passes through here. The weights come from `training/concern/` by a command; no
clinician has signed them, so the rules stay the floor (CLINICAL 0.3 rule 7, 6.4).

Pure and total: any string gets an answer, only the first `LONGEST` characters are read, no text is
kept after the call.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.domain.concern.finding import Label

READING = 1
"""Counts up whenever the same text would be read into other features: old weights stop fitting."""

LONGEST = 4096
LABELS = tuple(label for label in Label if label is not Label.NONE)
_SHORTEST_PIECE, _LONGEST_PIECE = 3, 5
_LONGEST_WORD = 24
_SPANS = (10, 24)
"""Lengths in words of the stretches that are judged besides the whole; each steps by its half."""

_HIDDEN = re.compile(
    "[\u0300-\u036f\u064b-\u0655\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\ufeff'’`´]"
)
_RUNS = re.compile(r"(\w)\1{2,}")
_SPELLED = re.compile(r"\b(?:[a-z] ){2,}[a-z]\b")
_MASKED = re.compile(r"(?<=[a-z])[!1|](?=[a-z])")
_TOKENS = re.compile("[\\w\u0900-\u097f]+|\\?|[\u2600-\u27bf\U0001f300-\U0001faff]")
_ARABIC = str.maketrans("يىكأإآةهھ", "ییکاااہہہ")


@dataclass(frozen=True, slots=True)
class ScorerWeights:
    """What training produced. Weights are whole numbers from -127 to 127, times their scale.

    `features` maps a feature to its row; `concern[row]` speaks for a concern of any kind and
    `kinds[row * len(LABELS) + n]` for `LABELS[n]`. `threshold` is the probability from which a
    text becomes `possible`; `corpus` and `version` say what the weights were made from.
    """

    version: int
    corpus: str
    threshold: float
    features: Mapping[str, int]
    concern: array[int]
    concern_scale: float
    concern_bias: float
    kinds: array[int]
    kinds_scale: float
    kinds_bias: tuple[float, ...]


class ConcernScorer:
    """Called with a text; answers with a probability per label, the likeliest one being P(any)."""

    def __init__(self, weights: ScorerWeights) -> None:
        self._weights = weights

    @property
    def threshold(self) -> float:
        """From which probability on a text is `possible`, as chosen at training."""
        return self._weights.threshold

    def __call__(self, text: str) -> dict[Label, float]:
        """Probabilities in 0..1; the top label carries P(any concern), the others their share.

        Never raises; an empty or wordless text scores nothing.
        """
        words = tokens(text)
        if not words:
            return {}
        rows = self._rows(words)
        logit, first, last = self._strongest(rows)
        probability = _logistic(logit)
        shares = self._shares([row for at in rows[first:last] for row in at], last - first)
        top = max(shares, key=lambda label: shares[label])
        return {
            label: probability if label is top else probability * share
            for label, share in shares.items()
        }

    def _rows(self, words: list[str]) -> list[list[int]]:
        """For each word the known features that end with it."""
        known = self._weights.features
        pieces: dict[str, list[int]] = {}
        rows: list[list[int]] = []
        for at, word in enumerate(words):
            if word not in pieces:
                pieces[word] = [known[f] for f in word_features(word) if f in known]
            found = [known[f] for f in phrase_features(words, at) if f in known]
            rows.append(pieces[word] + found if found else pieces[word])
        return rows

    def _strongest(self, rows: list[list[int]]) -> tuple[float, int, int]:
        """The highest logit among the whole text and its stretches, and where it stands."""
        weights = self._weights
        total = 0
        sums = [0]
        for at in rows:
            for row in at:
                total += weights.concern[row]
            sums.append(total)
        best, where = -math.inf, (0, len(rows))
        for first, last in stretches(len(rows)):
            value = (sums[last] - sums[first]) / length_norm(last - first)
            if value > best:
                best, where = value, (first, last)
        return best * weights.concern_scale + weights.concern_bias, *where

    def _shares(self, rows: list[int], length: int) -> dict[Label, float]:
        weights = self._weights
        width = len(LABELS)
        sums = [0] * width
        for row in rows:
            start = row * width
            for number in range(width):
                sums[number] += weights.kinds[start + number]
        factor = weights.kinds_scale / length_norm(length)
        logits = [s * factor + b for s, b in zip(sums, weights.kinds_bias, strict=True)]
        highest = max(logits)
        powers = [math.exp(logit - highest) for logit in logits]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(LABELS, powers, strict=True)}


def tokens(text: str) -> list[str]:
    """The words as the model reads them: folded, without accents, masks and stretched letters."""
    folded = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    plain = _HIDDEN.sub("", folded).translate(_ARABIC)
    plain = _MASKED.sub("i", plain).replace("@", "a").replace("$", "s").replace("*", "")
    plain = _SPELLED.sub(lambda letters: letters.group().replace(" ", ""), _RUNS.sub(r"\1", plain))
    return ["0" if w.isdigit() else w[:_LONGEST_WORD] for w in _TOKENS.findall(plain)]


def word_features(word: str) -> Iterator[str]:
    """One word and its pieces; a piece knows whether it starts or ends the word."""
    yield f"={word}"
    edged = f"<{word}>"
    for size in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1):
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]


def phrase_features(words: list[str], at: int) -> Iterator[str]:
    """Word pairs, pairs with one word left out, and triples that end at `at`."""
    word = words[at]
    if at >= 1:
        yield f"{words[at - 1]} {word}"
    if at >= 2:
        yield f"{words[at - 2]} * {word}"
        yield f"{words[at - 2]} {words[at - 1]} {word}"


def stretches(length: int) -> Iterator[tuple[int, int]]:
    """The whole text and, in longer texts, overlapping parts of it, as word positions."""
    yield 0, length
    for span in _SPANS:
        if length > span:
            for first in range(0, length - span // 2, span // 2):
                yield first, min(first + span, length)


def length_norm(words: int) -> float:
    """What a sum of weights is divided by, so that long stretches do not win by length alone."""
    return math.sqrt(max(words, 3))


def _logistic(value: float) -> float:
    if value >= 0:
        return 1 / (1 + math.exp(-min(value, 60.0)))
    power = math.exp(max(value, -60.0))
    return power / (1 + power)
