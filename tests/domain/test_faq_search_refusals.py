"""The pattern language of the refusals."""

from __future__ import annotations

import pytest

from bot.domain.faq_search.pattern import Lists, read_pattern
from bot.domain.faq_search.refusals import Refusal, Refusals, Rule

LISTS = Lists({"drug": ["accutane", "my pills"], "more": ["more", "higher"]})


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("buy {drug}", "can i buy accutane now", True),
        ("buy {drug}", "can i buy my pills", True),
        ("buy {drug}", "rebuy accutane", False),
        ("buy .. {drug}", "buy a few of accutane", True),
        ("buy .. {drug}", "buy one two three four accutane", False),
        ("buy ... {drug}", "buy one two three four accutane", True),
        ("(buy|get) it?", "get", True),
        ("take .. double~", "take a doubled one", True),
        ("# mg", "is 40 mg ok", True),
        ("take half $", "can i take half", True),
        ("take half $", "take half a cup", False),
        ("take the? {more}", "take higher", True),
    ],
)
def test_patterns(pattern: str, text: str, matches: bool) -> None:
    assert bool(read_pattern(pattern, LISTS).search(text.split())) is matches


@pytest.mark.parametrize(
    "pattern", ["", ".. buy", "buy ..", "buy {drugs}", "buy (a|(b))", "buy (a|{drug})", "buy ("]
)
def test_a_pattern_that_cannot_be_read_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError):
        read_pattern(pattern, LISTS)


RULE = Rule(
    Refusal("buy", "reason", "pharmacist", ()),
    (read_pattern("buy .. {drug}", LISTS),),
    (read_pattern("why", LISTS),),
)


@pytest.mark.parametrize(
    ("question", "is_refused"),
    [
        ("I am 19. Where to buy Accutane? thanks", True),
        ("why can i not buy accutane", False),
        ("i want to buy.\naccutane please", True),
        ("buy shoes", False),
    ],
)
def test_any_sentence_or_all_of_them(question: str, is_refused: bool) -> None:
    assert (Refusals.of([RULE]).first(question, list) is not None) is is_refused


def test_a_mended_sentence_counts_too() -> None:
    mended = {"acutane": "accutane"}
    found = Refusals.of([RULE]).first(
        "Buy acutane", lambda words: [mended.get(w, w) for w in words]
    )
    assert found == (RULE.refusal, "buy#1")
