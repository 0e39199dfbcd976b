"""HTML to text and entities, with offsets in UTF-16."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.telegram.entities import formatted, parse_html, utf16_length

PARSED = {
    "bold": ("a <b>b</b>", "a b", [("bold", 2, 1)]),
    "long names": (
        "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
        "abcd",
        [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)],
    ),
    "nested": ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    "after an emoji": ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
    "references": ("&lt;b&gt; &amp; &quot;&#8364;&#x20AC;", '<b> & "€€', []),
    "unknown reference": ("a&nbsp;b", "a&nbsp;b", []),
    "spoilers": (
        "<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>",
        "ab",
        [("spoiler", 0, 1), ("spoiler", 1, 1)],
    ),
    "quotes": (
        "<blockquote>a</blockquote>\n<blockquote expandable>b</blockquote>",
        "a\nb",
        [("blockquote", 0, 1), ("expandable_blockquote", 2, 1)],
    ),
    "code": (
        '<pre><code class="language-python">x</code></pre><code>y</code>',
        "xy",
        [("pre", 0, 1), ("code", 1, 1)],
    ),
    "link": ('<a href="https://a.org/?x=1&amp;y=2">here</a>', "here", [("text_link", 0, 4)]),
    "trimmed": ("  <b> a </b>\n", "a", [("bold", 0, 1)]),
    "command": ("try /faq now", "try /faq now", [("bot_command", 4, 4)]),
    "no command": ("and/or 1/2", "and/or 1/2", []),
    "address": ("see https://a.org/b.", "see https://a.org/b.", [("url", 4, 15)]),
    "date": ('<tg-time unix="1" format="t">9:00</tg-time>', "9:00", [("date_time", 0, 4)]),
}


@pytest.mark.parametrize(("source", "text", "entities"), PARSED.values(), ids=PARSED.keys())
def test_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = formatted(source, "HTML", None)
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


def test_link_keeps_its_address() -> None:
    _, (link,) = parse_html('<a href="https://a.org/?x=1&amp;y=2">here</a>')
    assert link["url"] == "https://a.org/?x=1&y=2"


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "code", "blockquote"]), st.text())))
def test_escaped_text_comes_through_unchanged(pieces: list[tuple[str, str]]) -> None:
    source = "".join(f"<{tag}>{escape(t)}</{tag}>" if tag else escape(t) for tag, t in pieces)
    plain, entities = parse_html(source)
    assert plain == "".join(text for _, text in pieces)
    assert len(entities) == sum(1 for tag, text in pieces if tag and text)
    assert all(e["offset"] + e["length"] <= utf16_length(plain) for e in entities)
