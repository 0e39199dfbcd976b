import re

import pytest

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


def test_longest_counts_words_so_that_windows_are_wide_enough() -> None:
    assert compiler().compile("want ..5 (to die|die)").longest == 1 + 5 + 2
