"""From an HTTP request's body to parameters; shared by the adapters."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from playground.telegram.errors import ApiError, bad_request


def parse_path(path: str) -> tuple[str, str] | None:
    """`/bot<token>/<method>` to token and method; None for any other path."""
    if not path.startswith("/bot"):
        return None
    token, _, method = path[4:].partition("/")
    if method.startswith("test/"):
        method = method[5:]
    return (token, method) if token and method and "/" not in method else None


def parse_query(query: str) -> dict[str, Any]:
    return dict(parse_qsl(query, keep_blank_values=True)) if query else {}


def parse_body(content_type: str, body: bytes) -> dict[str, Any]:
    """A form-encoded or JSON body. Multipart is the adapters' own."""
    if not body:
        return {}
    if content_type.startswith("application/json"):
        try:
            value = json.loads(body)
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(value, dict):
            raise bad_request("object expected as request")
        return value
    if content_type.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(body.decode("utf-8", "surrogateescape"), keep_blank_values=True))
    return {}


def encode(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


NOT_FOUND = ApiError(404, "Not Found")
