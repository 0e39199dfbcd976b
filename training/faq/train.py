"""Fits the search of questions and writes `content/faq/votes.npz`; development only.

    python -m training.faq.train

One linear classifier per topic, outside intent and refused family, on words, word pairs, concepts
and groups of letters, over all languages at once, since patients mix them; the same code reads
texts here and in the bot. How to decide with the votes is learnt from texts that the votes had not
seen: the texts are cut into parts, each part is judged by classifiers made from the others, alone
and wrapped into longer messages. Twice gives the same file.
"""

# ruff: noqa: T201 - it talks to whoever runs it

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from bot.domain.faq_search.decision import KINDS, PLAIN, Decision
from bot.domain.faq_search.fitted_file import decode, encode
from bot.domain.faq_search.index import Features, Idf, features, idf_of
from bot.domain.faq_search.language import FILLER, KIND, Ground, language_search
from bot.domain.faq_search.lexicon import Lexicon
from bot.domain.faq_search.text import words
from training.faq.corpus import CONTENT, SOURCE, Material, Sample, load

TARGET = CONTENT / "faq" / "votes.npz"

SEED = 20260101
STRENGTH = 0.7
KIND_STRENGTH = 0.3
LEAST = 0.02  # smaller votes are left out of the file
FOLDS = 2
ALSO_WRAPPED = 0.6  # the share of texts that are learnt within a longer message, too
WRAPPED = 0.35  # the share of left-out texts that are judged within a longer message
SHOWN = 3
WEIGHTS = {0: 1.0, 1: 1.5, 2: 1.2}  # of the kinds, while learning to decide


@dataclass(frozen=True, slots=True)
class Votes:
    """What a fit gives, in the terms of `fitted.encode`."""

    labels: list[str]
    rows: Mapping[str, np.ndarray]
    constant: np.ndarray
    idf: Idf


def fit(material: Material, samples: Sequence[Sample]) -> Votes:
    """Classifiers from the samples, some of them also as they would stand in a longer message."""
    chance = random.Random(SEED)  # noqa: S311 - an order, not a secret
    samples = [
        *samples,
        *(
            Sample(wrapped(sample.text, material, chance), sample.label)
            for sample in samples
            if sample.label != FILLER and chance.random() < ALSO_WRAPPED
        ),
    ]
    lexicon = Lexicon.of(material.vocabulary)
    texts = [lexicon.terms(lexicon.plain(words(sample.text))) for sample in samples]
    idf = idf_of(texts)
    rows: list[Features] = [features(terms, idf) for terms in texts]
    seen = Counter(feature for row in rows for feature, _ in row)
    kept = sorted(f for f, count in seen.items() if count > 1 or (" " not in f and f[0] != "~"))
    number = {feature: at for at, feature in enumerate(kept)}
    cells = [(r, number[f], v) for r, row in enumerate(rows) for f, v in row if f in number]
    at, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (at, columns)), shape=(len(rows), len(kept)), dtype=np.float32)
    model = LinearSVC(C=STRENGTH, tol=3e-2, random_state=0)
    model.fit(matrix, [sample.label for sample in samples])
    kinds = LinearSVC(C=KIND_STRENGTH, class_weight="balanced", tol=3e-2, random_state=0)
    kinds.fit(matrix, [f"{KIND}{sample.kind}" for sample in samples])
    weights = np.vstack([model.coef_, kinds.coef_])
    votes = {feature: weights[:, column] for feature, column in number.items()}
    constant = np.concatenate([model.intercept_, kinds.intercept_])
    labels = [*model.classes_.tolist(), *kinds.classes_.tolist()]
    return Votes(labels, votes, constant, idf)


def file_of(
    material: Material, votes: Votes, decision: Decision, samples: Sequence[Sample]
) -> bytes:
    ground = Ground.of(material.vocabulary, material.rules)
    every = [*ground.outside, *ground.refused]
    every += [entry for own in material.entries.values() for entry in own]
    return encode(
        votes.labels,
        {entry.digest for entry in every},
        votes.rows,
        votes.constant,
        votes.idf,
        decision,
        {word for sample in samples for word in words(sample.text)},
        LEAST,
    )


def wrapped(text: str, material: Material, chance: random.Random) -> str:
    """The text as part of a longer message."""
    medicine = chance.choice(["accutane", "isotretinoin", "roaccutane"])
    # the first language has most of the texts
    before, after = chance.choice([material.around[0], *material.around])
    parts = chance.sample(before, chance.choice([0, 1, 1, 2]))
    parts.append(text)
    if chance.random() < 0.6:
        parts.append(chance.choice(after))
    return " ".join(part.replace("{med}", medicine) for part in parts)


def learn_to_decide(material: Material) -> Decision:
    """Weights of the signs, from texts that the votes had not seen."""
    chance = random.Random(SEED)  # noqa: S311 - an order, not a secret
    samples = list(material.samples)
    chance.shuffle(samples)
    found: list[tuple[float, ...]] = []
    kinds: list[str] = []
    for part in range(FOLDS):
        left = [sample for number, sample in enumerate(samples) if number % FOLDS == part]
        rest = [sample for number, sample in enumerate(samples) if number % FOLDS != part]
        file = decode(file_of(material, fit(material, rest), PLAIN, rest))
        ground = Ground.of(material.vocabulary, material.rules, file)
        search = language_search(material.entries[SOURCE], ground)
        for sample in left:
            if sample.label == FILLER:
                continue
            text = sample.text
            if chance.random() < WRAPPED:
                text = wrapped(text, material, chance)
            found.append(search.rank(text, SHOWN).signs)
            kinds.append(sample.kind)
        print(f"  part {part + 1} of {FOLDS}")
    data = np.array(found)
    model = LogisticRegression(C=10, class_weight=WEIGHTS, fit_intercept=False, max_iter=5_000)
    model.fit(data, [KINDS.index(kind) for kind in kinds])
    share = (model.predict(data) == [KINDS.index(kind) for kind in kinds]).mean()
    print(f"  kinds told apart: {share:.1%}")
    return Decision(tuple(tuple(round(float(v), 4) for v in row) for row in model.coef_))


def main() -> int:
    material = load()
    languages = ", ".join(material.entries)
    print(f"{len(material.samples)} texts in {languages}")
    with threadpool_limits(1):  # sums in another order would be other bytes
        decision = learn_to_decide(material)
        votes = fit(material, material.samples)
    content = file_of(material, votes, decision, material.samples)
    TARGET.write_bytes(content)
    print(f"  {TARGET.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
