"""Fit the numbers of the search: `python -m tests.content.faq_tuning`; copy them to `weights.py`.

Four parts in turn, every fourth example question of each topic and every fourth example of each
outside intent is left out, the search is built without them, and they are asked. Ranking weights
come from a soft-max over the topics, scope weights from a logistic regression.
"""

# ruff: noqa: T201 - it talks to whoever runs it

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from bot.catalog.faq import load_faq
from bot.catalog.faq_search_files import load_phrases, load_vocabulary
from bot.domain.faq_search.finder import LanguageSearch, language_search
from bot.domain.faq_search.index import Entry
from bot.domain.faq_search.lexicon import Lexicon
from bot.domain.faq_search.scope import SIGNS
from bot.domain.faq_search.weights import DEFAULT, Weights
from tests.content.faq_report import CONTENT, labelled

FOLDS = 4
Views = list[tuple[np.ndarray, int]]  # one matrix (topics by views) and the right topic's number


def folds() -> list[tuple[LanguageSearch, list[tuple[str, str]]]]:
    """For each part: a search built without it, and its questions with their topic ("" outside)."""
    store, problems = load_faq(CONTENT)
    vocabulary, _ = load_vocabulary(CONTENT / "faq" / "search.yaml")
    if store is None or vocabulary is None:
        raise SystemExit("\n".join(map(str, problems)))
    topics = store.all_topics("en")
    ids = frozenset(topic.id for topic in topics)
    phrases, _ = load_phrases(CONTENT / "faq" / "phrases" / "en.yaml", ids, {})
    result = []
    for part in range(FOLDS):
        asked: list[tuple[str, str]] = []
        entries = []
        for topic in topics:
            left = [q for number, q in enumerate(topic.questions) if number % FOLDS == part]
            asked += [(question, topic.id) for question in left]
            kept = [question for question in topic.questions if question not in left]
            more = phrases.get(topic.id, ())
            examples = (*topic.aliases, *kept, *more)
            entries.append(Entry(topic.id, topic.title, examples, topic.short, topic.plain))
        outside = {}
        for intent, examples in vocabulary.outside.items():
            left = [text for number, text in enumerate(examples) if number % FOLDS == part]
            asked += [(text, "") for text in left]
            outside[intent] = tuple(text for text in examples if text not in left)
        kept_vocabulary = Lexicon.of(replace(vocabulary, outside=outside))
        result.append((language_search(entries, kept_vocabulary), asked))
    return result


def fit_views(rows: Views, steps: int = 400, pace: float = 0.3) -> np.ndarray:
    """Weights (summing to 1.5) that give the right topic the highest soft-max probability."""
    matrices = np.stack([matrix for matrix, _ in rows])
    right = np.array([number for _, number in rows])
    weights = np.ones(matrices.shape[2])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = matrices @ weights
        share = np.exp(scores - scores.max(1, keepdims=True))
        share /= share.sum(1, keepdims=True)
        expected = np.einsum("ij,ijk->k", share, matrices) / len(rows)
        gradient = expected - matrices[np.arange(len(rows)), right].mean(0)
        first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
        size = np.sqrt(second / (1 - 0.999**step)) + 1e-8
        weights = np.maximum(weights - pace * first / (1 - 0.9**step) / size, 0.0)
    return weights / weights.sum() * 1.5


def ranked(rows: Views, weights: np.ndarray) -> tuple[float, float]:
    """The share of rows whose right topic is first, and among three."""
    places = [int((m @ weights > (m @ weights)[number]).sum()) for m, number in rows]
    return float(np.mean([p == 0 for p in places])), float(np.mean([p < 3 for p in places]))


def main() -> int:
    parts = folds()
    tune = [(item.text, item.label) for item in labelled("answers", "outside", part="tune")]
    rows: Views = []
    for search, asked in parts:
        for text, topic in [*asked, *(tune if search is parts[0][0] else [])]:
            if topic:
                views = search.index.views(search.read(text))[: search.topics]
                rows.append((views, search.index.ids.index(topic)))
    views = fit_views(rows)
    print("views", np.round(views, 3).tolist(), "first, among three", ranked(rows, views))
    weights = Weights(views=tuple(views.tolist()), scope=DEFAULT.scope)
    signs, inside = [], []
    for search, asked in parts:
        for text, topic in [*asked, *(tune if search is parts[0][0] else [])]:
            signs.append(search.rank(text, weights).signs)
            inside.append(bool(topic))
    data, truth = np.array(signs), np.array(inside)
    model = LogisticRegression(C=10, class_weight="balanced", fit_intercept=False, max_iter=5_000)
    model.fit(data, truth)
    value = cross_val_predict(model, data, truth, cv=5, method="decision_function")
    for sign, weight in zip(SIGNS, model.coef_[0], strict=True):
        print(f"  {sign:24} {weight:+.2f}")
    print("scope", tuple(np.round(model.coef_[0], 2).tolist()))
    for out in np.arange(-1.5, 1.51, 0.25):
        kept, declined = (value[truth] >= out).mean(), (value[~truth] < out).mean()
        print(f"  out {out:+.1f}: kept {kept:.3f}, declined {declined:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
