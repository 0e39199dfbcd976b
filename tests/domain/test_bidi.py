"""Latin words, times and numbers inside right-to-left text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bidi import (
    FSI,
    LRI,
    LRM,
    PDI,
    RLM,
    has_right_to_left,
    isolated,
    led,
    left_to_right,
    right_to_left,
    tidy,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("کال 1-800-222-1222 پر", f"کال {LRI}1-800-222-1222{PDI} پر"),
        ("روز 30–50 ml پانی", f"روز {LRI}30–50 ml{PDI} پانی"),
        ("یا 0800 111 222 پر", f"یا {LRI}0800 111 222{PDI} پر"),
        ("یا +49 30 پر", f"یا {LRI}+49 30{PDI} پر"),
        ("آج 7:30 پر", f"آج {LRI}7:30{PDI} پر"),
        ("ہر 2 گھنٹے", "ہر 2 گھنٹے"),  # digits alone stay in order
        ("<b>SPF 30</b> لگائیں", f"{RLM}<b>{LRI}SPF 30{PDI}</b> لگائیں"),
        ("/today – آپ کا دن", f"{RLM}{LRI}/today{PDI} – آپ کا دن"),
        ("• دوا", f"{RLM}• دوا"),
        ("آپ &amp; میں", "آپ &amp; میں"),
        ("NHS، FDA اور", f"{RLM}{LRI}NHS{PDI}، {LRI}FDA{PDI} اور"),
        ("20 mg", "20 mg"),  # nothing that runs from right to left
        ("", ""),
    ],
)
def test_what_is_sent(text: str, shown: str) -> None:
    assert right_to_left(text) == shown


def test_each_line_is_led_by_itself() -> None:
    assert led("دوا\n1. دوا\nDr. Lee") == f"دوا\n{RLM}1. دوا\nDr. Lee"


def test_an_english_text_keeps_its_direction() -> None:
    assert (
        left_to_right("Not at all\n\n2 + 2") == f"{LRM}{LRI}Not at all{PDI}\n\n{LRM}{LRI}2 + 2{PDI}"
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{FSI}a\nb{PDI}", "a\nb"),
        (f"{FSI}a{PDI}\n{FSI}b{PDI}", f"{FSI}a{PDI}\n{FSI}b{PDI}"),
        (f"{FSI}x {FSI}a{PDI}\nb{PDI}", f"x {FSI}a{PDI}\nb"),
        (f"{FSI}{LRM}{LRI}a{PDI}{PDI}", f"{LRM}{LRI}a{PDI}"),
        (f"a{PDI}", f"a{PDI}"),
    ],
    ids=["two-lines", "one-line-each", "inner-stays", "own-direction", "unopened"],
)
def test_isolation_ends_where_it_begins(text: str, kept: str) -> None:
    assert tidy(text) == kept


TEXTS = st.text(st.sampled_from("دواa1 -–.:+/<b>&;\n•"), max_size=30)


@settings(max_examples=200)
@given(TEXTS)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = right_to_left(text)
    assert right_to_left(once) == once


@settings(max_examples=200)
@given(TEXTS)
def test_only_marks_are_added_and_every_isolation_ends(text: str) -> None:
    once = right_to_left(text)
    assert "".join(each for each in once if each not in (RLM, LRI, PDI)) == text
    assert once.count(LRI) == once.count(PDI)
    assert has_right_to_left(text) or once == text
    assert isolated(text) == once.replace(RLM, "")
