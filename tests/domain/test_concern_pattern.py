import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.concern.matching import COVERED, WordLine
from bot.domain.concern.pattern import Compiler, PatternError

CLASSES = {
    "die": ("die", "be dead", "end|finish my life"),
    "i": ("i",),
    "loop": ("{loop}",),
}


def compiler() -> Compiler:
    return Compiler(CLASSES, str.lower, frozenset({"i", "to"}), {"cant": "can not"})


def matches(source: str, text: str) -> bool:
    return compiler().compile(source).found(WordLine([".", *text.split(), "."]))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("want to die", "i want to die now"),
        ("want|need to die", "i need to die"),
        ("kill*", "killing it"),
        ("want to {die}", "i want to finish my life"),
        ("want really? to die", "want to die"),
        ("want {i}? to die", "want i to die"),
        ("want ... die", "want a b c die"),
        ("want ..5 die", "want a b c d e die"),
        ("(end it|stop) now", "end it now"),
        ("^ die", "die i said"),
        ("die $", "let me die"),
        ("cant die", "i can not die"),
    ],
)
def test_reads_like_the_sentence_it_catches(source: str, text: str) -> None:
    assert matches(source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("want to die", "wanting to die"),
        ("want ... die", "want a b c d die"),
        ("want ... die", "want . die"),
        ("want ... die", f"want {COVERED} die"),
        ("^ die", "i die"),
        ("die $", "die i said"),
        ("(end it|stop) now", "end now"),
    ],
    ids=[
        "whole words",
        "gap too long",
        "gap over a sentence",
        "gap over a cover",
        "start",
        "end",
        "sequence",
    ],
)
def test_does_not_match_beyond_what_it_says(source: str, text: str) -> None:
    assert not matches(source, text)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("want {unknown}", "no word class {unknown}"),
        ("want (to", "lacks a ')'"),
        ("...", "no word that must be present"),
        ("{loop} x", "contains itself"),
        ("want ..40 die", "gap ..40"),
        ("want to) die", "stray ')'"),
        ("a ()", "empty alternative"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_a_sentence(source: str, complaint: str) -> None:
    with pytest.raises(PatternError, match=re.escape(complaint)):
        compiler().compile(source)


def test_anchors_are_words_without_which_nothing_can_match() -> None:
    assert compiler().compile("i want to (die|kill*)").anchors == {"want"}
    assert compiler().compile("i ... to (die|kill*)").anchors == {"die", "kill*"}
    assert compiler().compile("{i} ... {die} ..2 now").anchors == {"now"}


@given(
    source=st.sampled_from(
        (
            "want ..5 (to die|die)",
            "{i} ... {die} ..2 now?",
            "^ i? want|need to {die}",
            "(i want|want|to ..2 die now) ..3 {die} $",
            "(end* it|stop) really? ..4 (i|{die})",
        )
    ),
    words=st.lists(
        st.sampled_from(("i", "want", "need", "to", "die", "be", "dead", "end", "ending", "it",
                         "finish", "my", "life", "stop", "now", "really", "x", ".", COVERED)),
        max_size=40,
    ),
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_looking_at_all_places_at_once_finds_what_trying_each_place_finds(
    source: str, words: list[str]
) -> None:
    pattern = compiler().compile(source)
    line = WordLine([".", *words, "."])
    tried, free = [], 0
    for start in range(line.size):
        ends = pattern.shape.ends(line, start) if start >= free else ()
        if ends:
            tried.append((start, ends[0]))
            free = max(ends[0], start + 1)
    assert list(pattern.spans(line)) == tried


def test_a_covered_word_ends_a_match_and_makes_none() -> None:
    line = WordLine([".", "i", "want", "to", "die", "."])
    pattern = compiler().compile("want to {die}")
    assert list(pattern.spans(line)) == [(2, 5)]
    assert not pattern.found(line.covering([3]))
    assert pattern.found(line.covering([1]))
