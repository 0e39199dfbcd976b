"""Text with formatting, as Telegram keeps it: plain text plus entities.

`parse_html` follows the HTML style of the Bot API and refuses with the real server's words.
Offsets and lengths are UTF-16 code units.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from playground.telegram.errors import ApiError, bad_request

Entity = dict[str, Any]

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_SUPPORTED = {*_SIMPLE, "a", "span", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(x[0-9a-fA-F]{1,6}|[0-9]{1,7})|(lt|gt|amp|quot));?")
_TAG_NAME = re.compile(r"[^\s>/]*")
_ATTRIBUTE = re.compile(r"\s*([A-Za-z0-9_-]+)\s*")
_COMMAND = re.compile(r"(?<![\w/<>&@.:-])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?!\w|/)")
_URL = re.compile(r"(?<!\w)https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_OPAQUE = {"code", "pre", "text_link", "url"}


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, Telegram's measure."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _refuse(problem: str) -> ApiError:
    return bad_request(f"can't parse entities: {problem}")


def _decode(text: str) -> str:
    if "&" not in text:
        return text

    def replace(match: re.Match[str]) -> str:
        number, name = match.groups()
        if name:
            return _NAMED[name]
        point = int(number[1:], 16) if number[0] == "x" else int(number)
        return unescape(f"&#{point};") if 0 < point < 0x110000 else match[0]

    return _REFERENCE.sub(replace, text)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, dict[str, str]]] = []
        self.entities: list[Entity] = []

    def offset(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))

    def run(self) -> tuple[str, list[Entity]]:
        source, at = self.source, 0
        while at < len(source):
            tag = source.find("<", at)
            chunk = source[at:] if tag < 0 else source[at:tag]
            if chunk:
                plain = _decode(chunk)
                self.parts.append(plain)
                self.length += utf16_length(plain)
            if tag < 0:
                break
            at = self.end_tag(tag) if source.startswith("</", tag) else self.start_tag(tag)
        if self.open:
            raise _refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return "".join(self.parts), self.entities

    def start_tag(self, begin: int) -> int:
        match = _TAG_NAME.match(self.source, begin + 1)
        assert match is not None
        name, at = match[0].lower(), match.end()
        if at >= len(self.source):
            raise _refuse(f"Unclosed start tag at byte offset {self.offset(begin)}")
        if name not in _SUPPORTED:
            raise _refuse(f'Unsupported start tag "{name}" at byte offset {self.offset(begin)}')
        attributes, at = self.attributes(begin, name, at)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _refuse(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self.offset(begin)}'
            )
        self.open.append((name, self.length, attributes))
        return at

    def attributes(self, begin: int, name: str, at: int) -> tuple[dict[str, str], int]:
        source, found = self.source, dict[str, str]()
        while True:
            while at < len(source) and source[at].isspace():
                at += 1
            if at >= len(source):
                raise _refuse(f"Unclosed start tag at byte offset {self.offset(begin)}")
            if source[at] == ">":
                return found, at + 1
            match = _ATTRIBUTE.match(source, at)
            if match is None:
                raise _refuse(
                    f'Empty attribute name in the tag "{name}" at byte offset {self.offset(begin)}'
                )
            at = match.end()
            key = match[1].lower()
            if at >= len(source) or source[at] != "=":
                if key == "expandable":
                    found[key] = ""
                    continue
                raise _refuse(
                    "Expected equal sign in declaration of an attribute of the tag "
                    f'"{name}" at byte offset {self.offset(begin)}'
                )
            at += 1
            while at < len(source) and source[at].isspace():
                at += 1
            quote = source[at : at + 1]
            if quote in ("'", '"') and quote:
                end = source.find(quote, at + 1)
                if end < 0:
                    raise _refuse(f"Unclosed start tag at byte offset {self.offset(begin)}")
                found[key], at = _decode(source[at + 1 : end]), end + 1
            else:
                bare = re.compile(r"[A-Za-z0-9._-]*").match(source, at)
                assert bare is not None
                found[key], at = bare[0], bare.end()

    def end_tag(self, begin: int) -> int:
        end = self.source.find(">", begin)
        if not self.open:
            raise _refuse(f"Unexpected end tag at byte offset {self.offset(begin)}")
        if end < 0:
            raise _refuse(f"Unclosed end tag at byte offset {self.offset(begin)}")
        found = self.source[begin + 2 : end].strip().lower()
        name, start, attributes = self.open.pop()
        if found and found != name:
            raise _refuse(
                f"Unmatched end tag at byte offset {self.offset(begin)}, "
                f'expected "</{name}>", found "</{found}>"'
            )
        if self.length > start:
            self.close(name, start, attributes)
        return end + 1

    def close(self, name: str, start: int, attributes: dict[str, str]) -> None:
        entity: Entity = {"type": "", "offset": start, "length": self.length - start}
        match name:
            case "a":
                url = attributes.get("href", "")
                if not url:
                    return
                if url.startswith("tg://user?id="):
                    entity["type"] = "text_mention"
                    entity["user"] = {
                        "id": int(url.removeprefix("tg://user?id=")),
                        "is_bot": False,
                        "first_name": "User",
                    }
                else:
                    entity |= {"type": "text_link", "url": url}
            case "span":
                entity["type"] = "spoiler"
            case "tg-emoji":
                entity |= {"type": "custom_emoji", "custom_emoji_id": attributes["emoji-id"]}
            case "tg-time":
                entity |= {
                    "type": "date_time",
                    "unix_time": int(attributes.get("unix", "0")),
                    "date_time_format": attributes.get("format", ""),
                }
            case "blockquote":
                expandable = "expandable" in attributes
                entity["type"] = "expandable_blockquote" if expandable else "blockquote"
            case "code" if self.open and self.open[-1][0] == "pre":
                language = attributes.get("class", "")
                if language.startswith("language-"):
                    self.open[-1][2]["language"] = language.removeprefix("language-")
                return
            case "pre" if attributes.get("language"):
                entity |= {"type": "pre", "language": attributes["language"]}
            case _:
                entity["type"] = _SIMPLE[name]
        self.entities.append(entity)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """HTML of the Bot API to text and entities; raises `ApiError` with Telegram's words."""
    if "<" not in source:
        return _decode(source), []
    return _Parser(source).run()


def _detected(text: str, taken: list[Entity]) -> list[Entity]:
    found: list[Entity] = []
    patterns = []
    if "://" in text:
        patterns.append((_URL, "url"))
    if "/" in text:
        patterns.append((_COMMAND, "bot_command"))
    for pattern, kind in patterns:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            length = utf16_length(match[0])
            if not any(
                entity["offset"] < start + length and start < entity["offset"] + entity["length"]
                for entity in (*taken, *found)
                if entity["type"] in _OPAQUE
            ):
                found.append({"type": kind, "offset": start, "length": length})
    return found


def finish(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """What the server stores: outer white space gone, commands and links recognised."""
    stripped = text.strip()
    if stripped is not text and len(stripped) != len(text):
        lead = utf16_length(text[: len(text) - len(text.lstrip())])
        size = utf16_length(stripped)
        kept = []
        for entity in entities:
            start = max(entity["offset"] - lead, 0)
            end = min(entity["offset"] + entity["length"] - lead, size)
            if end > start:
                kept.append(entity | {"offset": start, "length": end - start})
        text, entities = stripped, kept
    if "/" in text:
        entities = [*entities, *_detected(text, entities)]
    if len(entities) > 1:
        entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return text, entities


def formatted(text: str, parse_mode: str, given: list[Entity] | None) -> tuple[str, list[Entity]]:
    """Text as a bot sends it, to text and entities as Telegram stores them."""
    mode = parse_mode.lower()
    if mode == "html":
        plain, entities = parse_html(text)
    elif mode in ("markdown", "markdownv2"):
        raise _refuse("this simulated Telegram reads parse_mode HTML only")
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        plain, entities = text, [dict(entity) for entity in given or ()]
    return finish(plain, entities)
