"""Reading the parameters of a call.

A value arrives as text (form, query, multipart) or as a JSON value; nested objects arrive as
JSON text or as JSON. Every reader takes all of these, as the real server does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.telegram.errors import bad_request

Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart request."""

    filename: str
    content: bytes
    content_type: str


Files = Mapping[str, Upload]


def text(params: Params, name: str) -> str:
    """The value as text, '' when absent."""
    value = params.get(name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def integer(params: Params, name: str, default: int | None = None) -> int | None:
    """The value as an integer, `default` when absent or not a number (as Telegram does)."""
    value = params.get(name)
    if value is None or isinstance(value, bool):
        return default
    try:
        return int(value)
    except (TypeError, ValueError):
        return default


def flag(params: Params, name: str) -> bool:
    value = params.get(name)
    if isinstance(value, str):
        return value.lower() in ("true", "yes", "1")
    return bool(value)


def structure(params: Params, name: str, what: str) -> Any:
    """A JSON value, or None when absent. `what` names it in the refusal."""
    value = params.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {what} JSON object") from None
