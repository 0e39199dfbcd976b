"""The small Markdown of topic files as Telegram HTML: paragraphs, **bold**, *italic*, `- ` lists.

Anything else that looks like Markdown (headings, links, tables, code) is refused: Telegram would
show its signs, and a link would be advice that nobody reviewed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])", re.DOTALL)
_TAG = re.compile(r"</?[bi]>")
_REFUSED = (
    (re.compile(r"^\s{0,3}#{1,6}\s"), "headings (`#`) cannot be shown in a chat: use **bold**"),
    (re.compile(r"^\s*\d+[.)]\s"), "numbered lists are not supported: use `- `"),
    (re.compile(r"\]\("), "links are not supported"),
    (re.compile(r"`"), "code marks (`) are not supported"),
    (re.compile(r"^\s*>"), "quotations (`>`) are not supported"),
    (re.compile(r"^\s*\|"), "tables are not supported"),
    (re.compile(r"</?[a-zA-Z]+[^>]*>"), "HTML is not supported: use **bold** or *italic*"),
    (re.compile(r"^\s*[*+]\s"), "a list item starts with `- `"),
)
BULLET = "• "


def problems(text: str) -> Iterator[tuple[int, str]]:
    """What cannot be shown: line offset (from 0) within `text`, and a sentence about it."""
    for number, line in enumerate(text.splitlines()):
        for pattern, sentence in _REFUSED:
            if pattern.search(line):
                yield number, sentence
        if line.count("**") % 2 or "*" in _ITALIC.sub("", _BOLD.sub("", line)):
            yield number, "a `*` has no partner on its line"


def to_html(text: str) -> str:
    """Telegram HTML. Lines of a paragraph are joined; list items stand on lines of their own."""
    return "\n\n".join(_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block)


def visible_length(rendered: str) -> int:
    """Length as Telegram counts it: UTF-16 units of what is shown, without tags."""
    return len(html.unescape(_TAG.sub("", rendered)).encode("utf-16-le")) // 2


def to_plain(rendered: str) -> str:
    """Rendered text without tags and entities."""
    return html.unescape(_TAG.sub("", rendered))


def _block(block: str) -> str:
    lines: list[str] = []
    for line in block.splitlines():
        stripped = line.strip()
        if stripped.startswith("- "):
            lines.append(BULLET + stripped[2:].strip())
        elif lines:
            lines[-1] += f" {stripped}"
        else:
            lines.append(stripped)
    return "\n".join(_inline(line) for line in lines)


def _inline(text: str) -> str:
    escaped = html.escape(text, quote=False)
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escaped))
