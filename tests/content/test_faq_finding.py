"""Patients find the answers with the words they have; what must not be answered is not."""

from __future__ import annotations

import pytest

from bot.catalog.detection import load_detector
from bot.catalog.faq import load_faq
from bot.catalog.faq_search_files import load_votes
from bot.domain.faq import Found, Outcome
from bot.domain.faq_search.finder import REFUSED
from bot.domain.faq_search.text import normalise
from bot.domain.faq_store import FaqStore
from training.faq import labelled as sets
from training.faq.corpus import CONTENT, load
from training.faq.labelled import Figures, labelled, measure


@pytest.fixture(scope="module")
def store() -> FaqStore:
    loaded, problems = load_faq(CONTENT)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def figures(store: FaqStore) -> dict[str, Figures]:
    return {name: measure(store, list(labelled(name))) for name in sets.SETS}


def test_every_title_alias_and_example_question_finds_its_topic_first(store: FaqStore) -> None:
    wrong = {
        phrase: found.topics
        for topic in store.all_topics("en")
        for phrase in (topic.title, *topic.aliases, *topic.questions)
        if (found := store.find(phrase, "en")).topics[:1] != (topic.id,)
    }
    assert wrong == {}


# Below what was measured, so that a change which harms unknown questions is noticed.
LEAST = {
    "tuned": (0.94, 0.97, 0.94, 0.98, 0.94),
    "old blind": (0.94, 0.96, 0.90, 0.96, 0.94),
    "blind a": (0.96, 0.96, 0.94, 0.95, None),
    "blind c": (0.92, 0.95, 0.92, 0.95, 0.93),
    "blind d": (0.93, 0.95, 0.90, 0.98, None),
    "blind e": (0.96, 0.97, 0.95, 0.97, None),
    "blind f": (0.88, 0.92, 0.93, 0.93, None),
    "blind g": (0.84, 0.90, 0.76, 0.86, None),
}


@pytest.mark.parametrize(
    ("name", "figure", "least"),
    [
        (name, figure, least)
        for name, bounds in LEAST.items()
        for figure, least in zip(sets.FIGURES, bounds, strict=True)
        if least is not None
    ],
)
def test_labelled_questions_are_found(
    figures: dict[str, Figures], name: str, figure: str, least: float
) -> None:
    assert figures[name].share(figure) >= least, "\n".join(figures[name].misses)


def test_the_sets_are_large_enough_to_mean_something() -> None:
    sizes: dict[str, int] = {}
    for name in sets.SETS:
        for item in labelled(name):
            sizes[item.kind] = sizes.get(item.kind, 0) + 1
    assert sizes["answers"] >= 1_000
    assert sizes["outside"] >= 400
    assert sizes["refused"] >= 400


@pytest.mark.parametrize("name", ["blind d", "blind g"])
def test_the_fresh_sets_were_not_learnt_from(name: str) -> None:
    """It says something only while its questions do not stand in the material, but for chance."""
    learnt = {normalise(sample.text) for sample in load().samples}
    long = [item.text for item in labelled(name) if len(item.text.split()) > 4]
    assert sum(normalise(text) in learnt for text in long) <= len(long) * 0.05


def test_every_topic_and_refused_family_has_fitted_votes(store: FaqStore) -> None:
    file, problems = load_votes(CONTENT / "faq" / "votes.npz")
    assert problems == []
    assert file is not None
    families = {f"{REFUSED}{rule.refusal.id}" for rule in load().rules}
    ids = {topic.id for topic in store.all_topics("en")}
    assert ids | families <= set(file.votes.ids), "run: make train-faq"


def test_the_same_content_gives_the_same_answers(store: FaqStore) -> None:
    again, _ = load_faq(CONTENT)
    assert again is not None
    for item in labelled("blind c"):
        assert again.find(item.text, "en") == store.find(item.text, "en")


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        pytest.param("alchol on roacutane??", "alcohol", id="typing-errors"),
        pytest.param("drylips", "dry-lips", id="missing-space"),
        pytest.param("SUNCREAM", "sunscreen", id="synonym-in-capitals"),
        pytest.param("moisturiser", "moisturizer", id="british"),
        pytest.param("nosebleed", "nosebleeds", id="one-word"),
        pytest.param(
            "Hi! I am 17 and in month two. School is stressful and my mum worries a lot. "
            "Yesterday we talked about the summer. Can I go swimming in the pool? Thanks a lot",
            "swimming",
            id="a-question-inside-a-long-message",
        ),
    ],
)
def test_registers(store: FaqStore, typed: str, topic: str) -> None:
    found = store.find(typed, "en")
    assert found.outcome in (Outcome.ANSWER, Outcome.CHOOSE)
    assert found.topics[0] == topic


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("hello", "small-talk:greeting"),
        ("good morning!", "small-talk:greeting"),
        ("thank you so much", "small-talk:thanks"),
        ("bye", "small-talk:goodbye"),
    ],
)
def test_small_talk_is_named_for_the_caller(store: FaqStore, typed: str, hint: str) -> None:
    found = store.find(typed, "en")
    assert found.outcome is Outcome.OUT_OF_SCOPE
    assert found.topics == ()
    assert hint in found.why


@pytest.mark.parametrize("nothing", ["", " ", "?!", "🙂", "the", "a" * 5_000, "zxqv " * 400])
def test_nothing_to_find_is_declined(store: FaqStore, nothing: str) -> None:
    assert store.find(nothing, "en").outcome is Outcome.OUT_OF_SCOPE


def test_why_never_repeats_the_question(store: FaqStore) -> None:
    for item in labelled("tuned"):
        found: Found = store.find(item.text, "en")
        assert not any(item.text.lower() in reason.lower() for reason in found.why)


def test_every_group_of_the_menu_has_topics(store: FaqStore) -> None:
    assert [group.id for group in store.groups() if not store.topics(group.id, "en")] == []
    listed = [topic.id for group in store.groups() for topic in store.topics(group.id, "en")]
    assert sorted(listed) == [topic.id for topic in store.all_topics("en")]


def test_a_question_that_holds_a_cry_for_help_is_not_taken_for_a_question() -> None:
    """Two of the 31 are known to be missed by the concern rules; no further one may be."""
    detector, _ = load_detector(CONTENT)
    assert detector is not None
    cries = (sets.QUESTIONS / "cries.txt").read_text(encoding="utf-8").splitlines()
    missed = [cry for cry in cries if not detector.detect(cry).concerns]
    assert len(cries) == 31
    assert len(missed) <= 2, missed
