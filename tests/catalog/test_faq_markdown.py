"""The small Markdown: what it renders to, and what it refuses."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import faq_markdown


@pytest.mark.parametrize(
    ("markdown", "rendered"),
    [
        pytest.param("One\nline.", "One line.", id="lines-of-a-paragraph-join"),
        pytest.param("One.\n\nTwo.", "One.\n\nTwo.", id="paragraphs"),
        pytest.param("**Call** *now*.", "<b>Call</b> <i>now</i>.", id="bold-and-italic"),
        pytest.param("Do:\n- a\n- b\n  more", "Do:\n• a\n• b more", id="list"),
        pytest.param("a < b & c", "a &lt; b &amp; c", id="escapes"),
        pytest.param("5 * 3 and 2*4", "5 * 3 and 2*4", id="a-lonely-star-stays"),
    ],
)
def test_renders(markdown: str, rendered: str) -> None:
    assert faq_markdown.to_html(markdown) == rendered


@pytest.mark.parametrize(
    "markdown",
    [
        "# Title",
        "1. first",
        "[a link](https://example.org)",
        "`code`",
        "> quoted",
        "| a | table |",
        "<b>html</b>",
        "* star list",
        "**never closed",
    ],
)
def test_refuses_what_a_chat_would_show_as_signs(markdown: str) -> None:
    assert {line for line, _ in faq_markdown.problems(f"fine\n{markdown}")} == {1}


def test_length_is_counted_as_telegram_does() -> None:
    assert faq_markdown.visible_length("<b>Hi</b> &amp; 🙂") == len("Hi & ") + 2


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab *-&<>\n", max_size=60))
def test_tags_always_balance_and_nothing_else_is_a_tag(markdown: str) -> None:
    rendered = faq_markdown.to_html(markdown)
    for tag in ("b", "i"):
        assert rendered.count(f"<{tag}>") == rendered.count(f"</{tag}>")
    assert "<" not in faq_markdown.to_plain(rendered).replace("<", "", markdown.count("<"))
    assert html.unescape(faq_markdown.to_plain(rendered)).count("a") == markdown.count("a")
