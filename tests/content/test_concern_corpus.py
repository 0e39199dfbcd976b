"""The texts that measure concern detection: well-formed, split by intent; and training on them."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from bot.catalog.safety_model import MODEL, load_safety_model
from bot.catalog.safety_rules import load_safety_rules
from bot.domain.concern.detector import Detector
from bot.domain.concern.finding import Label
from bot.domain.concern.scorer import ScorerWeights
from training.concern import corpus, misses, report, train
from training.concern.classes import load_classes
from training.concern.corpus import LANGUAGES, REGISTERS, Side, Text, side_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return corpus.load()


@pytest.fixture(scope="module")
def sample(texts: list[Text]) -> list[Text]:
    """A few texts of both kinds: enough to train on in a second."""
    return [text for text in texts if text.register == "elderly"]


@pytest.fixture(scope="module")
def trained(sample: list[Text]) -> ScorerWeights:
    return train.train(sample, features=200)


def test_there_are_enough_texts_and_intents(texts: list[Text]) -> None:
    assert len(texts) >= 2600
    assert len({text.intent for text in texts}) >= 220
    harmless = sum(not text.concerns for text in texts) / len(texts)
    assert 0.4 <= harmless <= 0.6


def test_every_register_and_language_occurs(texts: list[Text]) -> None:
    assert {text.register for text in texts} == set(REGISTERS)
    assert {text.language for text in texts} == set(LANGUAGES)


def test_ids_and_texts_are_unique(texts: list[Text]) -> None:
    ids = Counter(text.id for text in texts)
    words = Counter(" ".join(text.text.casefold().split()) for text in texts)
    assert [name for name, times in (ids + words).items() if times > 1] == []


def test_an_intent_means_one_thing(texts: list[Text]) -> None:
    meanings: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for text in texts:
        meanings[text.intent].add((text.label, text.tier, text.whose, text.when))
        assert text.id.startswith(f"{text.intent}-")
    assert {intent: found for intent, found in meanings.items() if len(found) > 1} == {}


def test_no_text_stands_on_two_sides(texts: list[Text]) -> None:
    sides: dict[str, set[Side]] = defaultdict(set)
    for text in texts:
        sides[text.intent].add(text.side)
    assert all(len(found) == 1 for found in sides.values())
    counts = Counter(text.side for text in texts)
    assert 0.1 < counts[Side.TEST] / len(texts) < 0.4  # what was tuned to is never put here


def test_every_label_is_measured_and_trained(texts: list[Text]) -> None:
    assert {(text.label, text.side) for text in texts} == {
        (label, side) for label in Label for side in Side
    }


def test_the_side_of_an_intent_never_moves() -> None:
    """The hash is part of the promise: a changed split would let tuned texts into the report."""
    names = ("wants-not-to-wake", "late-period", "night-blindness")
    assert [side_of(name) for name in names] == [Side.TRAIN, Side.TRAIN, Side.TEST]


DETAIL = re.compile(r"\b\d+\s?(mg|ml|grams?|pills|tablets|metres|meters|floors?)\b", re.IGNORECASE)


def test_texts_about_suicide_hold_no_amounts_or_heights(texts: list[Text]) -> None:
    dark = [text for text in texts if text.label in (Label.SUICIDE, Label.OVERDOSE)]
    assert [text.id for text in dark if DETAIL.search(text.text)] == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"label": "sad"}, "sad", id="unknown-label"),
        pytest.param({"tier": "routine"}, "does not go with", id="concern-that-is-routine"),
        pytest.param({"register": "pirate"}, "pirate", id="unknown-register"),
        pytest.param({"mood": "x"}, "unknown fields", id="unknown-field"),
        pytest.param({"text": None}, "text", id="no-text"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, change: dict[str, str], says: str) -> None:
    first = (corpus.FOLDER / "suicide.jsonl").read_text(encoding="utf-8").splitlines()[0]
    entry = corpus.json.loads(first) | change
    entry = {name: value for name, value in entry.items() if value is not None}
    (tmp_path / "bad.jsonl").write_text(f"{first}\n{corpus.json.dumps(entry)}\n")
    with pytest.raises(ValueError, match=rf"bad.jsonl:2: .*{says}"):
        corpus.load(tmp_path)


def test_training_twice_gives_the_same_bytes(sample: list[Text], trained: ScorerWeights) -> None:
    again = train.train(sample, features=200)
    assert train.encode(trained, len(sample)) == train.encode(again, len(sample))


def test_training_never_looks_at_the_test_side(sample: list[Text], trained: ScorerWeights) -> None:
    """Other words on the test side change the fingerprint of the corpus and nothing else."""
    changed = [
        replace(text, text="entirely other words") if text.side is Side.TEST else text
        for text in sample
    ]
    theirs = train.train(changed, features=200)
    assert trained.corpus != theirs.corpus
    assert replace(trained, corpus="") == replace(theirs, corpus="")


def test_the_stored_model_was_made_from_these_texts(texts: list[Text]) -> None:
    stored, problems = load_safety_model(ROOT / "content" / "safety" / MODEL)
    assert stored is not None, problems
    assert stored.corpus == corpus.digest(texts), "run `python -m training.concern.train`"
    words, stems = load_classes()
    assert (stored.words, stored.stems) == (words, stems)
    assert (ROOT / "content" / "safety" / MODEL).stat().st_size < 1_500_000


@pytest.mark.parametrize(
    ("scores", "threshold"),
    [
        pytest.param([], 0.99, id="nothing-to-go-by"),
        pytest.param([0.1] * 100, 0.2, id="never-below-the-floor"),
        pytest.param([*[0.9] * 9, 0.7, *[0.3] * 90], 0.7005, id="nine-of-a-hundred-may-pass"),
        pytest.param([1.0] * 100, 0.99, id="never-above-the-ceiling"),
    ],
)
def test_the_threshold_leaves_most_harmless_texts_alone(
    scores: list[float], threshold: float
) -> None:
    assert train.choose_threshold(scores) == threshold


def test_the_report_shows_no_text_of_the_test_side(texts: list[Text]) -> None:
    rules, _ = load_safety_rules(ROOT / "content" / "safety")
    stored, _ = load_safety_model(ROOT / "content" / "safety" / MODEL)
    assert rules is not None
    assert stored is not None
    few = [text for text in texts if text.language == "fr"]
    page = report.page(few, rules, stored, report.datetime(2026, 1, 1, tzinfo=report.UTC))
    assert "unsigned" in page or "No clinician has signed" in page
    assert [text.id for text in few if len(text.text) > 12 and text.text in page] == []


def test_the_list_of_misses_shows_the_train_side_only(texts: list[Text]) -> None:
    rules, _ = load_safety_rules(ROOT / "content" / "safety")
    assert rules is not None
    few = [text for text in texts if text.language == "pt"]
    listing = misses.listing(Detector(rules), few)
    shown = [t for t in few if t.side is Side.TEST and len(t.text) > 8 and t.text in listing]
    assert shown == []
