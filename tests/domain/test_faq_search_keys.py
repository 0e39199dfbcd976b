"""Texts as numbers, and rows of a sparse table."""

from __future__ import annotations

import pickle

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.faq_search.keys import KeyTable, cells, keys
from bot.domain.faq_search.pattern import Lists, PatternIndex, read_pattern
from bot.domain.faq_search.spelling import KnownWords, Spelling

TEXTS = st.sets(st.text(max_size=12), max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_table_knows_its_texts_and_no_others(inside: set[str], asked: set[str]) -> None:
    table = KeyTable.of(inside)
    wanted = sorted(inside | asked)
    rows = dict(zip(wanted, table.rows(wanted).tolist(), strict=True))
    assert {text for text, row in rows.items() if row >= 0} == {
        text for text in wanted if text.rstrip("\0") in {each.rstrip("\0") for each in inside}
    }
    assert len({rows[text] for text in inside}) == len(table.numbers)


def test_short_texts_are_their_own_number_and_long_ones_differ() -> None:
    texts = [f"{first}{second} and so on" for first in "abcdefgh" for second in "ijklmnop"]
    assert len(set(keys([*texts, "ab", "abc", "~ab"]).tolist())) == len(texts) + 3


def test_cells_of_rows_stand_in_the_order_of_the_rows() -> None:
    starts = np.array([0, 2, 2, 5], dtype=np.int32)
    places, lengths = cells(starts, np.array([2, 1, 0]))
    assert places.tolist() == [2, 3, 4, 0, 1]
    assert lengths.tolist() == [3, 0, 2]
    nothing, none = cells(starts, np.array([], dtype=np.int64))
    assert nothing.tolist() == none.tolist() == []


WORDS = st.lists(
    st.text(alphabet="abcde", min_size=3, max_size=7), min_size=1, max_size=30, unique=True
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.text(alphabet="abcde", min_size=4, max_size=8), st.integers(0, 30))
def test_sharing_known_words_between_languages_changes_no_correction(
    words: list[str], typed: str, own: int
) -> None:
    counts = dict.fromkeys(words, 1)
    alone = Spelling(counts)
    shared = Spelling(dict.fromkeys(words[:own], 1), KnownWords(words))
    assert shared.correct([typed]) == alone.correct([typed])


PATTERNS = tuple(
    read_pattern(written, Lists({"drug": ["accutane", "my pills"]}))
    for written in ("buy .. {drug}", "(get|want) {drug}?", "dou~ it", "# mg", "sell it? $")
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from("buy get want my pills accutane double it 40 mg sell a".split())))
def test_a_pattern_that_matches_is_always_among_the_candidates(text: list[str]) -> None:
    matching = {number for number, each in enumerate(PATTERNS) if each.search(text)}
    assert matching <= PatternIndex.of(PATTERNS).candidates(text)


def test_the_parts_can_be_kept_and_read_back() -> None:
    spelling = Spelling({"alcohol": 2}, KnownWords(["lips"]))
    again = pickle.loads(pickle.dumps(spelling))
    assert again.correct(["alchol", "lisp"]) == spelling.correct(["alchol", "lisp"])
