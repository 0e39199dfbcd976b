"""The strict reading of `reply_markup`: what the real server refuses is refused here."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from playground.telegram import params as read
from playground.telegram.errors import bad_request

Markup = dict[str, Any]

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
MAX_COPY_TEXT = 256
STYLES = ("danger", "success", "primary")
INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_HOST = re.compile(r"^(?=.{1,253}$)[^\s.@]+(\.[^\s.@]+)+$|^\d{1,3}(\.\d{1,3}){3}$", re.ASCII)


def parse_markup(params: read.Params) -> Markup | None:
    """The validated markup of a call, or None when it has none."""
    markup = read.structure(params, "reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _rows(markup["inline_keyboard"], _inline_button)}
    if "keyboard" in markup:
        return {**markup, "keyboard": _rows(markup["keyboard"], _key)}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def inline_markup(params: read.Params) -> Markup | None:
    """Markup where only an inline keyboard is possible (edits)."""
    markup = parse_markup(params)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup if markup and markup["inline_keyboard"] else None


def _rows(value: Any, button: Any) -> list[list[dict[str, Any]]]:
    if not isinstance(value, list):
        raise bad_request('field "keyboard" of the keyboard must be of type Array')
    rows = []
    for row in value:
        if not isinstance(row, list):
            raise bad_request("can't parse keyboard: Expected an Array of Arrays")
        if row:
            rows.append([button(item) for item in row])
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _style(button: dict[str, Any], kind: str) -> None:
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise bad_request(f"can't parse {kind}: Invalid button style specified")


def _inline_button(item: Any) -> dict[str, Any]:
    kind = "inline keyboard button"
    if not isinstance(item, dict):
        raise bad_request(f"can't parse {kind}: Expected an Object")
    if not isinstance(item.get("text"), str) or not item["text"].strip():
        raise bad_request(f"can't parse {kind}: Button text must be non-empty")
    _style(item, kind)
    actions = [name for name in INLINE_ACTIONS if item.get(name) is not None]
    if not actions:
        raise bad_request(f"can't parse {kind}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"can't parse {kind}: Exactly one action must be specified")
    value = item[actions[0]]
    match actions[0]:
        case "callback_data":
            size = len(value.encode()) if isinstance(value, str) else 0
            if not 1 <= size <= MAX_CALLBACK_BYTES:
                raise bad_request("BUTTON_DATA_INVALID")
        case "url":
            _check_url(value)
        case "copy_text":
            copied = value.get("text") if isinstance(value, dict) else None
            if not isinstance(copied, str) or not 1 <= len(copied) <= MAX_COPY_TEXT:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return item


def _check_url(url: Any) -> None:
    if not isinstance(url, str) or not url:
        raise bad_request("BUTTON_URL_INVALID")
    what = f"inline keyboard button URL '{url}' is invalid"
    parts = urlsplit(url if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url) else f"http://{url}")
    if parts.scheme.lower() not in ("http", "https", "tg", "ton", "tonsite"):
        raise bad_request(f"{what}: Unsupported URL protocol")
    if parts.scheme.lower() in ("http", "https") and not _HOST.match(parts.hostname or ""):
        raise bad_request(f"{what}: Wrong HTTP URL")


def _key(item: Any) -> dict[str, Any]:
    if isinstance(item, str):
        return {"text": item}
    if not isinstance(item, dict) or not isinstance(item.get("text"), str) or not item["text"]:
        raise bad_request("can't parse keyboard button: Button text must be non-empty")
    _style(item, "keyboard button")
    return item
