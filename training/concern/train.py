"""Trains the concern scorer and writes `content/safety/model.json.gz`; development only.

    python -m training.concern.train            # writes the file; twice gives identical bytes
    python -m training.concern.train --check    # fails if the stored file was made from other texts

Logistic regression on words, word pairs, pieces of words and word classes; the same code reads the
text here and in the bot (`bot/domain/concern/scorer.py`). The test side is never touched. The
threshold is the lowest one at which at most `FALSE_POSSIBLE` of the harmless texts (hard ones, on
purpose), alone and stitched into long messages, would be asked about by a model that has not seen
their intent: the train side is cut into parts by intent, and each part is scored by a model made
from the others.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import random
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.catalog.safety_model import load_safety_model
from bot.catalog.safety_rules import load_safety_rules
from bot.domain.concern.detector import Detector
from bot.domain.concern.finding import Label
from bot.domain.concern.scorer import (
    CUE,
    LABELS,
    READING,
    ConcernScorer,
    ScorerWeights,
    WordClasses,
    cue_features,
    features_of,
    length_norm,
    stretches,
    tokens,
)
from training.concern.classes import load_classes
from training.concern.corpus import Side, Text, digest, fold_of, load

MODEL = Path(__file__).parents[2] / "content" / "safety" / "model.json.gz"
SEED = 20260101
FALSE_POSSIBLE = 0.09
FEATURES = 24_000
_SEEN_AT_LEAST = 2
_STRENGTH = 2.0
_KIND_STRENGTH = 8.0
_PARTS = 2
_LOWEST, _HIGHEST = 0.2, 0.99


@dataclass(frozen=True, slots=True)
class Sample:
    """One thing to learn from: its features, its length, what it holds, how much it weighs."""

    features: tuple[str, ...]
    words: int
    label: Label
    weight: float


Hears = Callable[[str], tuple[str, Sequence[str]]]
"""A text as the rules read it, and what they wonder about in it: `Detector.heard`."""


def as_it_stands(text: str) -> tuple[str, Sequence[str]]:
    """No rules: the text itself and no cues."""
    return text, ()


def shipped_rules(folder: Path = MODEL.parent) -> Hears:
    """What the shipped rules hear. Raises `ValueError` if those cannot be read."""
    rules, problems = load_safety_rules(folder)
    if rules is None:
        raise ValueError("\n".join(map(str, problems)))
    return lru_cache(maxsize=None)(Detector(rules).heard)


def train(
    texts: Sequence[Text], hears: Hears = as_it_stands, *, features: int = FEATURES
) -> ScorerWeights:
    """Weights and threshold from the train side of `texts`. Deterministic."""
    seen = [text for text in texts if text.side is Side.TRAIN]
    with threadpool_limits(1):  # sums in another order would be other bytes
        parts = [_harmless_scores(seen, part, features, hears) for part in range(_PARTS)]
        weights = _fit(seen, features, hears)
    scores = [score for part in parts for score in part]
    return replace(weights, corpus=digest(texts), threshold=choose_threshold(scores))


def choose_threshold(harmless: Sequence[float]) -> float:
    """The lowest threshold that asks about at most `FALSE_POSSIBLE` of these scores."""
    if not harmless:
        return _HIGHEST
    ordered = sorted(harmless, reverse=True)
    allowed = int(len(ordered) * FALSE_POSSIBLE)
    return round(min(_HIGHEST, max(_LOWEST, ordered[allowed] + 0.0005)), 4)


def _harmless_scores(texts: Sequence[Text], part: int, features: int, hears: Hears) -> list[float]:
    """Scores of the harmless texts of one part, given by a model made from the other parts."""
    others = [text for text in texts if fold_of(text.intent, _PARTS) != part]
    held = [t.text for t in texts if fold_of(t.intent, _PARTS) == part and not t.concerns]
    if not held or len({text.concerns for text in others}) < 2:
        return []
    scorer = ConcernScorer(_fit(others, features, hears))
    chance = random.Random(SEED + part)  # noqa: S311 - variety for training, not a secret
    long = [" ".join(chance.sample(held, min(3, len(held)))) for _ in range(len(held) // 10)]
    return [max(scorer(*hears(text)).values(), default=0.0) for text in (*held, *long)]


def _fit(texts: Sequence[Text], features: int, hears: Hears) -> ScorerWeights:
    """Weights from all of `texts`, keeping the `features` strongest; no threshold yet."""
    words, stems = load_classes()
    chance = random.Random(SEED)  # noqa: S311
    samples = list(_samples(texts, WordClasses(words, stems), hears, chance))
    vocabulary = _vocabulary(samples)
    concern, _ = _fit_concern(samples, vocabulary)
    strongest = np.lexsort((np.arange(len(concern)), -np.abs(concern)))[:features]
    names = list(vocabulary)
    vocabulary = {name: row for row, name in enumerate(sorted(names[at] for at in strongest))}
    concern, bias = _fit_concern(samples, vocabulary)
    kinds, kinds_bias = _fit_kinds(samples, vocabulary)
    concern_bytes, concern_scale = _quantise(concern)
    kinds_bytes, kinds_scale = _quantise(kinds.T.ravel())
    return ScorerWeights(
        version=READING,
        corpus="",
        threshold=_HIGHEST,
        words=dict(sorted(words.items())),
        stems=dict(sorted(stems.items())),
        features=vocabulary,
        concern=concern_bytes,
        concern_scale=concern_scale,
        concern_bias=bias,
        kinds=kinds_bytes,
        kinds_scale=kinds_scale,
        kinds_bias=tuple(round(float(value), 6) for value in kinds_bias),
    )


def encode(weights: ScorerWeights, texts: int) -> bytes:
    """The file: compressed JSON with sorted keys and without a time stamp."""
    content = {
        "version": weights.version,
        "corpus": weights.corpus,
        "texts": texts,
        "threshold": weights.threshold,
        "labels": [label.value for label in LABELS],
        "words": dict(weights.words),
        "stems": dict(weights.stems),
        "features": "\n".join(weights.features),
        "concern": base64.b64encode(weights.concern.tobytes()).decode(),
        "concern_scale": weights.concern_scale,
        "concern_bias": weights.concern_bias,
        "kinds": base64.b64encode(weights.kinds.tobytes()).decode(),
        "kinds_scale": weights.kinds_scale,
        "kinds_bias": list(weights.kinds_bias),
    }
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(plain.encode(), compresslevel=9, mtime=0)


def _samples(
    texts: Sequence[Text], classes: WordClasses, hears: Hears, chance: random.Random
) -> Iterator[Sample]:
    """Each text as it is and with slips of the thumb; every intent weighs about the same.

    A harmless long text also counts part by part, because that is how it will be judged. Texts
    with a concern are not stitched to harmless ones: that taught the harmless words a concern.
    """
    per_intent = Counter(text.intent for text in texts)
    for text in texts:
        weight = 6.0 / (per_intent[text.intent] + 2)
        read, cues = hears(text.text)
        words = tokens(read)
        slipped, slipped_cues = hears(_slip(text.text, chance))
        parts = [(words, cues, weight), (tokens(slipped), slipped_cues, weight / 2)]
        if not text.concerns:
            parts += [
                (words[first:last], cues, weight / 2)
                for first, last in stretches(len(words))
                if last - first < len(words)
            ]
        for part, wonder, weighs in parts:
            features = (*features_of(part, classes), *cue_features(wonder))
            yield Sample(features, len(part), text.label, weighs)


def _slip(text: str, chance: random.Random) -> str:
    """The text with about one slip in twelve letters, in the way thumbs slip."""
    letters = list(text)
    for _ in range(max(1, len(letters) // 25)):
        at = chance.randrange(len(letters))
        kind = chance.randrange(4)
        if kind == 0:
            letters[at] = ""
        elif kind == 1:
            letters[at] *= 2
        elif kind == 2 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[at] = letters[at].swapcase()
    return "".join(letters)


def _vocabulary(samples: Sequence[Sample]) -> dict[str, int]:
    seen: Counter[str] = Counter()
    for sample in samples:
        seen.update(set(sample.features))
    kept = sorted(name for name, times in seen.items() if times >= _SEEN_AT_LEAST)
    return {name: row for row, name in enumerate(kept)}


def _matrix(samples: Sequence[Sample], vocabulary: dict[str, int]) -> csr_matrix:
    whole = {row for name, row in vocabulary.items() if name.startswith(CUE)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for number, sample in enumerate(samples):
        norm = length_norm(sample.words)
        counted = Counter(vocabulary[f] for f in sample.features if f in vocabulary)
        for column, times in sorted(counted.items()):
            rows.append(number)
            columns.append(column)
            values.append(1.0 if column in whole else times / norm)
    return csr_matrix((values, (rows, columns)), shape=(len(samples), len(vocabulary)))


def _fit_concern(samples: Sequence[Sample], vocabulary: dict[str, int]) -> tuple[np.ndarray, float]:
    model = LogisticRegression(C=_STRENGTH, solver="lbfgs", max_iter=300)
    model.fit(
        _matrix(samples, vocabulary),
        [sample.label is not Label.NONE for sample in samples],
        sample_weight=[sample.weight for sample in samples],
    )
    return model.coef_[0], round(float(model.intercept_[0]), 6)


def _fit_kinds(
    samples: Sequence[Sample], vocabulary: dict[str, int]
) -> tuple[np.ndarray, np.ndarray]:
    """Per label: weights and bias. A label without a text in `samples` can never win."""
    held = [sample for sample in samples if sample.label is not Label.NONE]
    model = LogisticRegression(C=_KIND_STRENGTH, solver="lbfgs", max_iter=200)
    model.fit(
        _matrix(held, vocabulary),
        [sample.label.value for sample in held],
        sample_weight=[sample.weight for sample in held],
    )
    weights = np.zeros((len(LABELS), len(vocabulary)))
    bias = np.full(len(LABELS), -30.0)
    for place, name in enumerate(model.classes_):
        weights[LABELS.index(Label(name))] = model.coef_[place]
        bias[LABELS.index(Label(name))] = model.intercept_[place]
    return weights, bias


def _quantise(values: np.ndarray) -> tuple[array[int], float]:
    """Whole numbers of one byte, and what to multiply them with (rounded: same bytes anywhere)."""
    scale = float(f"{float(np.abs(values).max()) / 127:.6g}") or 1.0
    return array("b", np.clip(np.rint(values / scale), -127, 127).astype(int).tolist()), scale


def main() -> int:
    """Train and write, or only check that the stored file belongs to the corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="do not train, only compare")
    parser.add_argument("--out", type=Path, default=MODEL)
    arguments = parser.parse_args()
    texts = load()
    if arguments.check:
        stored, problems = load_safety_model(arguments.out)
        words, _ = load_classes()
        if stored is None or stored.corpus != digest(texts) or stored.words != words:
            sys.stderr.write("\n".join(map(str, problems)) or "made from other texts: train again")
            return 1
        return 0
    weights = train(texts, shipped_rules())
    content = encode(weights, len(texts))
    arguments.out.write_bytes(content)
    sys.stdout.write(
        f"{len(texts)} texts, {len(weights.features)} features, threshold {weights.threshold}, "
        f"{len(content)} bytes -> {arguments.out}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
