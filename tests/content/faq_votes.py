"""Fit the votes of words and letters: `python -m tests.content.faq_votes` writes `faq/votes/`.

Run it after many phrases were added or a topic is new. Half a minute; the result is the same for
the same content.
"""

# ruff: noqa: T201 - it talks to whoever runs it

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from bot.catalog.faq import load_faq
from bot.catalog.faq_search_files import load_phrases, load_refusals, load_vocabulary
from bot.domain.faq_search.finder import OUTSIDE, REFUSED
from bot.domain.faq_search.fitted import encode
from bot.domain.faq_search.index import Entry, Index
from bot.domain.faq_search.lexicon import Lexicon, Vocabulary
from bot.domain.faq_search.refusals import Rule
from bot.domain.faq_search.text import words
from tests.content.faq_report import CONTENT

LEAST = 0.04


def everything() -> tuple[list[Entry], Vocabulary, tuple[Rule, ...]]:
    """The topics as entries, the vocabulary and the refusals of the shipped content."""
    root = CONTENT / "faq"
    store, problems = load_faq(CONTENT)
    vocabulary, _ = load_vocabulary(root / "search.yaml")
    if store is None or vocabulary is None:
        raise SystemExit("\n".join(map(str, problems)))
    topics = store.all_topics("en")
    ids = frozenset(topic.id for topic in topics)
    phrases, _ = load_phrases(root / "phrases" / "en.yaml", ids, {})
    refusals, _ = load_refusals(root / "refusals.yaml", ids)
    assert refusals is not None
    entries = [
        Entry(
            topic.id,
            topic.title,
            (*topic.aliases, *topic.questions, *phrases.get(topic.id, ())),
            topic.short,
            topic.plain,
        )
        for topic in topics
    ]
    return entries, vocabulary, refusals.rules


def examples(
    entries: Sequence[Entry], vocabulary: Vocabulary, rules: Sequence[Rule]
) -> list[tuple[str, str]]:
    """Every phrase with the id of its entry in the index."""
    pairs = [(text, entry.id) for entry in entries for text in (entry.title, *entry.examples)]
    pairs += [(t, f"{OUTSIDE}{intent}") for intent, ts in vocabulary.outside.items() for t in ts]
    pairs += [(t, f"{REFUSED}{rule.refusal.id}") for rule in rules for t in rule.examples]
    return pairs


def fit(index: Index, lexicon: Lexicon, pairs: Sequence[tuple[str, str]]) -> bytes:
    """The votes as the content of a file."""
    rows = [index.features(lexicon.terms(lexicon.plain(words(text)))) for text, _ in pairs]
    seen = Counter(feature for row in rows for feature, _ in row)
    kept = sorted(f for f, count in seen.items() if count > 1 or (" " not in f and f[0] != "~"))
    number = {feature: at for at, feature in enumerate(kept)}
    cells = [(r, number[f], v) for r, row in enumerate(rows) for f, v in row if f in number]
    at, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (at, columns)), shape=(len(rows), len(kept)), dtype=np.float32)
    model = LinearSVC(C=0.3, tol=1e-2, random_state=0)
    model.fit(matrix, [label for _, label in pairs])
    votes = {feature: model.coef_[:, column] for feature, column in number.items()}
    return encode(model.classes_.tolist(), votes, model.intercept_, LEAST)


def main() -> int:
    entries, vocabulary, rules = everything()
    lexicon = Lexicon.of(vocabulary)
    outside = [Entry(f"{OUTSIDE}{i}", t[0], tuple(t[1:])) for i, t in vocabulary.outside.items()]
    refused = [Entry(f"{REFUSED}{rule.refusal.id}", "", rule.examples) for rule in rules]
    index = Index([*entries, *outside, *refused], lexicon)
    content = fit(index, lexicon, examples(entries, vocabulary, rules))
    target = CONTENT / "faq" / "votes" / "en.npz"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    print(f"{target}: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
