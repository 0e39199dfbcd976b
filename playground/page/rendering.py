"""Telegram's text and entities to HTML. Everything that came from outside is escaped."""

from __future__ import annotations

from html import escape
from typing import Any

Entity = dict[str, Any]

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": (
        '<blockquote class="folded" tabindex="0" role="button" aria-expanded="false" '
        'aria-label="Show the whole quotation">',
        "</blockquote>",
    ),
    "spoiler": (
        '<span class="spoiler" tabindex="0" role="button" aria-label="Hidden text, show it">',
        "</span>",
    ),
}


def _tags(entity: Entity, covered: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return _TAGS[kind]
    if kind in ("text_link", "url"):
        target = entity.get("url", covered)
        if target.startswith(("https://", "http://")):
            return f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer">', "</a>"
        return "", ""
    if kind == "bot_command":
        return (
            f'<a class="command" role="button" tabindex="0" data-act="say" '
            f'data-text="{escape(covered)}">',
            "</a>",
        )
    return "", ""


def rich_text(text: str, entities: list[Entity]) -> str:
    """Nested HTML; offsets are UTF-16 code units, crossing entities are cut at the outer end."""
    units = text.encode("utf-16-le", "surrogatepass")

    def plain(start: int, end: int) -> str:
        return units[start * 2 : end * 2].decode("utf-16-le", "replace")

    total = len(units) // 2
    out: list[str] = []
    stack: list[tuple[int, str]] = []
    at = 0

    def close_until(position: int) -> None:
        nonlocal at
        while stack and stack[-1][0] <= position:
            end, tag = stack.pop()
            out.append(escape(plain(at, end)))
            out.append(tag)
            at = max(at, end)

    for entity in sorted(entities, key=lambda e: (e["offset"], -e["length"])):
        start, end = entity["offset"], min(entity["offset"] + entity["length"], total)
        if start >= end:
            continue
        close_until(start)
        out.append(escape(plain(at, start)))
        at = max(at, start)
        if stack:
            end = min(end, stack[-1][0])
        opening, closing = _tags(entity, plain(start, end))
        out.append(opening)
        stack.append((end, closing))
    close_until(total)
    out.append(escape(plain(at, total)))
    return "".join(out)
