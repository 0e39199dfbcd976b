"""Words made comparable: normal forms, stems, sentences, typing errors."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.faq_search.spelling import Spelling
from bot.domain.faq_search.text import normalise, sentences, stem


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Don’t", "dont"),
        ("40mg", "40 mg"),
        ("sooooo DRY!!", "soo dry"),
        ("¿Qué crema?", "que crema"),
        ("Curacné", "curacne"),
        ("كيا", normalise("کیا")),
    ],
)
def test_normal_forms(typed: str, normal: str) -> None:
    assert normalise(typed) == normal


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "same",
    [
        ("moisturiser", "moisturizers", "moisturising"),
        ("colour", "color", "colours"),
        ("take", "takes", "taking"),
        ("waxed", "waxing", "wax"),
        ("dry", "dryness", "drying"),
        ("allergies", "allergy"),
        ("diarrhoea", "diarrhea"),
        ("skipped", "skipping", "skip"),
        ("capsule", "capsules"),
    ],
)
def test_forms_of_one_word_share_a_stem(same: tuple[str, ...]) -> None:
    assert len({stem(word) for word in same}) == 1


@pytest.mark.parametrize("different", [("rise", "rice"), ("news", "new"), ("miss", "mis")])
def test_different_words_keep_different_stems(different: tuple[str, str]) -> None:
    assert stem(different[0]) != stem(different[1])


def test_sentences_know_whether_they_ask() -> None:
    assert sentences("I am 19. My lips hurt! what now?\nthanks") == [
        ("I am 19", False),
        ("My lips hurt", False),
        ("what now", True),
        ("thanks", False),
    ]


KNOWN = Spelling(dict.fromkeys("alcohol lips dry sunscreen can i drink moisturizer".split(), 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("alchol", "alcohol"),
        ("moisturzer", "moisturizer"),
        ("sun screen", "sunscreen"),
        ("drylips", "dry lips"),
        ("canidrink", "can i drink"),
        ("football", "football"),
        ("abc", "abc"),
    ],
)
def test_typing_errors(typed: str, meant: str) -> None:
    assert KNOWN.correct(typed.split()) == meant.split()
