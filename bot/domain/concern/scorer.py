"""A small linear model that asks "could this text hold a concern?" where no rule spoke.

    scorer = ConcernScorer(weights)
    Detector(rules, scorer, threshold=weights.threshold)

It hears a text as the rules read it, slips of the thumb mended and emojis named, and which rules
wondered about it (`cues`): a wide net alone says little, a net and a sentence that sounds like it
say more. It reads words, word pairs, pieces of words and the order of word classes ("I", "WANT",
"DIE"), adds up their weights over the whole text and over short stretches of it (a concern may hide
in the middle of a long story), and answers with the likeliest stretch. It can turn `none` into
`possible`, which is a question to the patient, and have asked first what a rule would have said at
once; it silences no finding of a rule. The weights come from `training/concern/` by a command; no
clinician has signed them, so the rules stay the floor (CLINICAL 0.3 rule 7, 6.4).

Pure and total: any string gets an answer, only the first `LONGEST` characters are read, no text is
kept after the call.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.concern.finding import Label

READING = 5
"""Counts up whenever the same text would be read into other features: old weights stop fitting."""

LONGEST = 6000
LABELS = tuple(label for label in Label if label is not Label.NONE)
_PIECES = (3, 4, 5)
_NEAR = 8
CUE = "!"
"""First sign of a feature that stands for a rule; no word begins with it."""
_MANY_CUES = 4
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

    `words` and `stems` map words and beginnings of words to a class of about the same meaning.
    `features` maps a feature to its row; `concern[row]` speaks for a concern of any kind and
    `kinds[row * len(LABELS) + n]` for `LABELS[n]`. `threshold` is the probability from which a
    text becomes `possible`; `corpus` and `version` say what the weights were made from.
    """

    version: int
    corpus: str
    threshold: float
    words: Mapping[str, str]
    stems: Mapping[str, str]
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
        self._classes = WordClasses(weights.words, weights.stems)
        self._concern = {
            feature: weight
            for feature, row in weights.features.items()
            if (weight := weights.concern[row])
        }
        self._known = {
            feature[1:]: self._read_word(feature[1:])
            for feature in weights.features
            if feature[0] == "="
        }

    @property
    def threshold(self) -> float:
        """From which probability on a text is `possible`, as chosen at training."""
        return self._weights.threshold

    def __call__(self, text: str, cues: Collection[str] = ()) -> dict[Label, float]:
        """Probabilities in 0..1; the top label carries P(any concern), the others their share.
        `text` and `cues`: what `Detector.heard` says of a text.

        Never raises; an empty or wordless text scores nothing.
        """
        words = tokens(text)
        if not words:
            return {}
        value, first, last = self._strongest(self._sums(words), len(words))
        weights = self._weights
        value += sum(self._concern.get(feature, 0) for feature in cue_features(cues))
        probability = _logistic(value * weights.concern_scale + weights.concern_bias)
        shares = self._shares(words[first:last], cues)
        top = max(shares, key=lambda label: shares[label])
        return {
            label: probability if label is top else probability * share
            for label, share in shares.items()
        }

    def _read_word(self, word: str) -> tuple[int, str | None]:
        """The weight of a word with its pieces, and its class."""
        weight = self._concern.get
        return sum(weight(f, 0) for f in word_features(word)), self._classes.of(word)

    def _sums(self, words: list[str]) -> list[int]:
        """The concern weights of all features that end at or before each word, added up.

        Written out instead of calling `features_of`, because it runs on every message: words of
        the training texts were weighed at the start. A test holds the two together.
        """
        weight, known = self._concern.get, self._known
        new: dict[str, tuple[int, str | None]] = {}
        recent: list[tuple[int, str]] = []
        total, before, last = 0, "", ""
        sums = [0]
        for at, word in enumerate(words):
            read = known.get(word) or new.get(word)
            if read is None:
                read = new[word] = self._read_word(word)
            found, name = read
            total += found
            if at:
                total += weight(f"{last} {word}", 0)
                if at > 1:
                    total += weight(f"{before} * {word}", 0)
            if name:
                for feature in class_features(recent, at, name):
                    total += weight(feature, 0)
                recent.append((at, name))
            before, last = last, word
            sums.append(total)
        return sums

    def _strongest(self, sums: list[int], length: int) -> tuple[float, int, int]:
        """The highest weight among the whole text and its stretches, and what to name it by.

        The label comes from the strongest short stretch even where the whole text is stronger.
        """
        best = sums[length] / length_norm(length)
        named, where = -math.inf, (0, length)
        for first, last in stretches(length):
            value = (sums[last] - sums[first]) / length_norm(last - first)
            best = max(best, value)
            if value > named and last - first <= _SPANS[-1]:
                named, where = value, (first, last)
        return best, *where

    def _shares(self, words: list[str], cues: Collection[str]) -> dict[Label, float]:
        weights = self._weights
        width = len(LABELS)
        sums = [0.0] * width
        for feature in features_of(words, self._classes):
            row = weights.features.get(feature)
            if row is not None:
                for number in range(width):
                    sums[number] += weights.kinds[row * width + number]
        norm = length_norm(len(words))
        for feature in cue_features(cues):
            row = weights.features.get(feature)
            if row is not None:
                for number in range(width):
                    sums[number] += weights.kinds[row * width + number] * norm
        factor = weights.kinds_scale / norm
        logits = [s * factor + b for s, b in zip(sums, weights.kinds_bias, strict=True)]
        highest = max(logits)
        powers = [math.exp(logit - highest) for logit in logits]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(LABELS, powers, strict=True)}


class WordClasses:
    """Which class a folded word belongs to, by the whole word or by how it begins."""

    def __init__(self, words: Mapping[str, str], stems: Mapping[str, str]) -> None:
        self._words = words
        self._stems = stems
        self._lengths = sorted({len(stem) for stem in stems}, reverse=True)

    def of(self, word: str) -> str | None:
        """The class, or None; the longest fitting beginning counts."""
        if found := self._words.get(word):
            return found
        for length in self._lengths:
            if found := self._stems.get(word[:length]):
                return found
        return None


def tokens(text: str) -> list[str]:
    """The words as the model reads them: no case, accents, masks, stretched letters or runs."""
    folded = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    plain = _HIDDEN.sub("", folded).translate(_ARABIC)
    plain = _MASKED.sub("i", plain).replace("@", "a").replace("$", "s").replace("*", "")
    plain = _SPELLED.sub(lambda letters: letters.group().replace(" ", ""), _RUNS.sub(r"\1", plain))
    found = ["0" if w.isdigit() else w[:_LONGEST_WORD] for w in _TOKENS.findall(plain)]
    return [w for at, w in enumerate(found) if not (at > 1 and found[at - 2] == found[at - 1] == w)]


def word_features(word: str) -> Iterator[str]:
    """One word and its pieces; a piece knows whether it starts or ends the word."""
    yield f"={word}"
    edged = f"<{word}>"
    for size in _PIECES:
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]


def phrase_features(words: list[str], at: int) -> Iterator[str]:
    """The word pair that ends at `at`, and the pair with one word left out."""
    word = words[at]
    if at >= 1:
        yield f"{words[at - 1]} {word}"
    if at >= 2:
        yield f"{words[at - 2]} * {word}"


def class_features(recent: list[tuple[int, str]], at: int, name: str) -> Iterator[str]:
    """The class of the word at `at`, and it after the classes of the last few words nearby."""
    yield f"#{name}"
    for place, earlier in recent[-3:]:
        if at - place <= _NEAR:
            yield f"#{earlier} #{name}"


def features_of(words: list[str], classes: WordClasses) -> Iterator[str]:
    """Every feature of a text, repeated as often as it occurs."""
    recent: list[tuple[int, str]] = []
    for at, word in enumerate(words):
        yield from word_features(word)
        yield from phrase_features(words, at)
        if name := classes.of(word):
            yield from class_features(recent, at, name)
            recent.append((at, name))


def cue_features(cues: Collection[str]) -> Iterator[str]:
    """The rules that wondered, and how many they were. They count whole, however long the text."""
    for cue in sorted(set(cues)):
        yield f"{CUE}{cue}"
    yield f"{CUE}{min(len(set(cues)), _MANY_CUES)}"


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
