"""The scorer is total, agrees with the features it was trained on, and the stored model fits it."""

import gzip
import json
import time
from array import array
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.safety_model import MODEL, load_safety_model
from bot.domain.concern.finding import Label
from bot.domain.concern.scorer import (
    LABELS,
    LONGEST,
    READING,
    ConcernScorer,
    ScorerWeights,
    WordClasses,
    features_of,
    stretches,
    tokens,
)

STORED = Path(__file__).parents[2] / "content" / "safety" / MODEL
WIDTH = len(LABELS)


def weights_of(concern: dict[str, int], kinds: dict[str, Label] | None = None) -> ScorerWeights:
    """A hand-made model: whole-number weights per feature, one label per feature."""
    kinds = kinds or {}
    rows = [100 if kinds.get(feature) is label else 0 for feature in concern for label in LABELS]
    return ScorerWeights(
        version=READING,
        corpus="0" * 64,
        threshold=0.5,
        words={"want": "WANT", "die": "DIE"},
        stems={"suicid": "DIE"},
        features={feature: row for row, feature in enumerate(concern)},
        concern=array("b", concern.values()),
        concern_scale=0.1,
        concern_bias=-3.0,
        kinds=array("b", rows),
        kinds_scale=0.1,
        kinds_bias=(0.0,) * WIDTH,
    )


@cache
def stored_scorer() -> ConcernScorer:
    weights, problems = load_safety_model(STORED)
    assert weights is not None, problems
    return ConcernScorer(weights)


@pytest.fixture
def scorer() -> ConcernScorer:
    return stored_scorer()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("I DON'T want", ["i", "dont", "want"], id="case-and-apostrophe"),
        pytest.param("I don’t want", ["i", "dont", "want"], id="curly-apostrophe"),
        pytest.param("dieeeee", ["die"], id="stretched-letters"),
        pytest.param("k m s", ["kms"], id="spelled-out"),
        pytest.param("su!c1de", ["suicide"], id="masked"),
        pytest.param("d\u200bie", ["die"], id="zero-width"),
        pytest.param("morí", ["mori"], id="accent"),
        pytest.param("took 20", ["took", "0"], id="number"),
        pytest.param("😂😂😂😂", ["😂", "😂"], id="emoji-run"),
        pytest.param("ي ك", tokens("ی ک"), id="arabic-and-urdu-letters"),
        pytest.param("  ,.! ", [], id="no-words"),
    ],
)
def test_a_text_is_folded_to_words(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_the_strongest_label_carries_the_probability_of_any_concern() -> None:
    model = weights_of({"=die": 100, "=hello": -20}, {"=die": Label.SUICIDE})
    scores = ConcernScorer(model)("die")
    assert max(scores, key=lambda label: scores[label]) is Label.SUICIDE
    assert scores[Label.SUICIDE] > 0.9
    assert Label.NONE not in scores


def test_a_concern_in_the_middle_of_a_long_story_is_not_diluted() -> None:
    concern = ConcernScorer(weights_of({"=die": 127, "=hello": -3}, {"=die": Label.SUICIDE}))
    story = "hello there friend " * 40
    assert concern(f"{story} die {story}")[Label.SUICIDE] > 10 * max(concern(story).values())


def test_word_classes_take_whole_words_before_beginnings() -> None:
    classes = WordClasses({"suicidal": "DOWN"}, {"suicid": "DIE", "sui": "I"})
    assert classes.of("suicidal") == "DOWN"
    assert classes.of("suicide") == "DIE"
    assert classes.of("suit") == "I"
    assert classes.of("hello") is None


def test_classes_make_features_in_order() -> None:
    model = weights_of({"=x": 1})
    classes = WordClasses(model.words, model.stems)
    assert "#WANT #DIE" in set(features_of(["want", "to", "die"], classes))
    assert "#WANT #DIE" not in set(features_of(["die", "to", "want"], classes))


WORDS = st.lists(st.sampled_from("i want to die hello suicide lol ok xyzzy".split()), max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_the_quick_sum_is_the_sum_over_the_features(words: list[str]) -> None:
    concern = {"=die": 50, "<di": 7, "want to": 9, "i * to": -4, "#WANT #DIE": 33, "#DIE": 5}
    model = weights_of(concern | {"=want": -2, "ello>": 3})
    scorer = ConcernScorer(model)
    classes = WordClasses(model.words, model.stems)
    expected = sum(
        model.concern[model.features[f]] for f in features_of(words, classes) if f in model.features
    )
    assert scorer._sums(words)[-1] == expected


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_probabilities(text: str) -> None:
    scores = stored_scorer()(text)
    assert all(0 <= score <= 1 for score in scores.values())
    assert not scores or set(scores) == set(LABELS)


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "😂" * LONGEST, "a" * 9000, "\u202e" * 50, "जीना " * 900, "\ud800", "? " * 4000],
    ids=["empty", "nul", "emojis", "one-word", "marks", "hindi", "lone-surrogate", "questions"],
)
def test_odd_texts_are_read(scorer: ConcernScorer, text: str) -> None:
    assert isinstance(scorer(text), dict)


def test_nothing_after_the_limit_is_read(scorer: ConcernScorer) -> None:
    start = "lips are dry " * 500
    assert scorer(start[:LONGEST]) == scorer(start[:LONGEST] + " more words")


@pytest.mark.parametrize("length", [0, 1, 10, 11, 24, 25, 100, 751])
def test_stretches_cover_every_word(length: int) -> None:
    parts = list(stretches(length))
    assert parts[0] == (0, length)
    assert all(0 <= first < last <= length for first, last in parts[1:])
    if length > 24:
        assert {at for first, last in parts[1:] for at in range(first, last)} == set(range(length))


def test_loading_and_scoring_are_quick() -> None:
    """Wide bounds, as the machine may be busy; `docs/safety-figures.md` holds what was measured."""
    began = time.process_time()
    weights, _ = load_safety_model(STORED)
    assert weights is not None
    scorer = ConcernScorer(weights)
    assert time.process_time() - began < 1.0
    text = "my lips are dry and I forgot the cream again today "
    began = time.process_time()
    for _ in range(20):
        scorer(text * 4)
    assert (time.process_time() - began) / 20 < 0.02


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"version": READING + 1}, "reading version", id="other-version"),
        pytest.param({"labels": ["suicide"]}, "labels", id="other-labels"),
        pytest.param({"features": "=a"}, "same length", id="short-features"),
        pytest.param({"threshold": 3}, "threshold", id="impossible-threshold"),
        pytest.param({"concern": "@@"}, "not a safety model", id="not-base64"),
        pytest.param({"more": 1}, "more", id="unknown-field"),
    ],
)
def test_a_model_that_does_not_fit_is_a_problem(
    tmp_path: Path, change: dict[str, object], says: str
) -> None:
    content = json.loads(gzip.decompress(STORED.read_bytes())) | change
    path = tmp_path / MODEL
    path.write_bytes(gzip.compress(json.dumps(content).encode()))
    weights, problems = load_safety_model(path)
    assert weights is None
    assert says in str(problems[0])


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", gzip.compress(b"[", mtime=0)[:-4]],
    ids=["empty", "nonsense", "cut-off"],
)
def test_a_broken_file_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / MODEL
    path.write_bytes(content)
    assert load_safety_model(path)[0] is None
    assert load_safety_model(tmp_path / "missing.gz")[1]
