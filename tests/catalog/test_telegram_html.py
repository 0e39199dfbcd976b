"""What we call valid, Telegram must accept: held against the simulated server's own parser."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.checks.telegram_html import html_problems, shown_length
from playground.telegram.entities import parse_html, utf16_length

PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<u>",
        "</u>",
        "<h1>",
        "<",
        ">",
        "&",
        "&amp;",
        "&lt;",
        "a",
        " 🙂",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=10).map("".join))
def test_what_is_called_valid_is_accepted(text: str) -> None:
    if not list(html_problems(text)):
        plain, _ = parse_html(text)
        assert utf16_length(plain.strip()) == shown_length(text)


@settings(max_examples=100)
@given(st.text())
def test_escaped_text_is_always_valid(text: str) -> None:
    assert not list(html_problems(html.escape(text)))


@pytest.mark.parametrize(
    "text",
    [
        "<b>a",
        "a</b>",
        "<b><i>a</b></i>",
        "<a href='x'>a</a>",
        "<br>",
        "1 < 2",
        "R&D",
        "&nbsp;",
        "<>",
    ],
)
def test_what_telegram_refuses_or_shows_as_it_stands(text: str) -> None:
    assert list(html_problems(text))
