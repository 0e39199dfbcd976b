"""Whether Telegram would accept a text as HTML, and how long it is once shown.

https://core.telegram.org/bots/api#html-style. Only what this project's texts use is allowed: a
message that Telegram refuses is a message that a patient does not get.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

MESSAGE_LIMIT = 4_096  # UTF-16 code units after parsing (Bot API, sendMessage)
CAPTION_LIMIT = 1_024  # the same for captions (Bot API, sendDocument)

ALLOWED = frozenset({"b", "i", "u", "s", "code", "blockquote", "tg-spoiler"})
_TAG = re.compile(r"<(/?)([^<>]*)>")
_REFERENCE = re.compile(r"&(?!(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")


def html_problems(text: str) -> Iterator[str]:
    """Sentences about everything in `text` that Telegram would refuse or show as it stands."""
    open_tags: list[str] = []
    for closing, name in _TAG.findall(text):
        if name not in ALLOWED:
            yield f"<{closing}{name}> is not allowed; allowed are {', '.join(sorted(ALLOWED))}"
        elif not closing:
            open_tags.append(name)
        elif not open_tags or open_tags[-1] != name:
            yield f"</{name}> closes nothing that was opened last"
        else:
            open_tags.pop()
    if open_tags:
        yield f"<{open_tags[-1]}> is never closed"
    rest = _TAG.sub("", text)
    if "<" in rest or ">" in rest:
        yield "a single < or > must be written as &lt; or &gt;"
    if _REFERENCE.search(rest):
        yield "a single & must be written as &amp;"


def shown(text: str) -> str:
    """What a reader sees: without tags, with `&amp;` as `&`."""
    return html.unescape(_TAG.sub("", text))


def shown_length(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 code units."""
    return len(shown(text).strip().encode("utf-16-le", "surrogatepass")) // 2
