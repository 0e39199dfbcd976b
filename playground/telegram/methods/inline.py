"""answerInlineQuery: the answer to `@bot words`, refused for whatever the real server refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playground.telegram import params as read
from playground.telegram.entities import utf16_length
from playground.telegram.errors import bad_request
from playground.telegram.markup import inline_markup
from playground.telegram.methods.registry import method
from playground.telegram.methods.sending import MAX_TEXT, text_of
from playground.telegram.model import Json

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

MAX_RESULTS = 50
MAX_ID_BYTES = 64
MAX_OFFSET_BYTES = 64
TYPES = {
    "article", "photo", "gif", "mpeg4_gif", "video", "audio", "voice", "document", "location",
    "venue", "contact", "game", "sticker",
}  # fmt: skip
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


@method("answerInlineQuery")
def answer_inline_query(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    from playground.telegram.core import CALLBACK_LIFETIME

    query_id = read.text(params, "inline_query_id")
    asked = telegram.inline_queries.get(query_id)
    if asked is None or telegram.now() - asked > CALLBACK_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    results = read.structure(params, "results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results: Expected an Array")
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    offered = [_result(each) for each in results]
    ids = [each["id"] for each in offered]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(read.text(params, "next_offset").encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    cache_time = read.integer(params, "cache_time", 300)
    if cache_time is None or cache_time < 0:
        raise bad_request("CACHE_TIME_INVALID")
    telegram.inline_answers[query_id] = {
        "results": offered,
        "is_personal": read.flag(params, "is_personal"),
        "cache_time": cache_time,
        "button": _button(params),
    }
    telegram.notify()
    return True


def _result(item: Any) -> Json:
    """A result; its text, once parsed, is kept as `text` and `entities`."""
    if not isinstance(item, dict):
        raise bad_request("can't parse inline query result: Expected an Object")
    if item.get("type") not in TYPES:
        raise bad_request("can't parse inline query result: Unallowed result type specified")
    name = item.get("id")
    if not isinstance(name, str) or not 1 <= len(name.encode()) <= MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if item["type"] != "article":
        return item
    if not isinstance(item.get("title"), str) or not item["title"].strip():
        raise bad_request("can't parse inline query result: Article must have a title")
    content = item.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request("can't parse inline query result: Article must have content")
    inline_markup(item)
    if "message_text" not in content:
        return item
    text, entities = text_of(content, "message_text", "entities")
    if not text:
        raise bad_request("MESSAGE_EMPTY")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return {**item, "text": text, "entities": entities}


def _button(params: read.Params) -> Json | None:
    button = read.structure(params, "button", "inline query results button")
    if button is None:
        return None
    if not isinstance(button, dict) or not str(button.get("text") or "").strip():
        raise bad_request("can't parse inline query results button: Text must be non-empty")
    if (button.get("start_parameter") is None) == (button.get("web_app") is None):
        raise bad_request("can't parse inline query results button: Exactly one must be specified")
    start = button.get("start_parameter")
    if start is not None and not (isinstance(start, str) and _START.fullmatch(start)):
        raise bad_request("START_PARAM_INVALID")
    return button
