"""From an HTTP request's body to parameters; shared by the adapters."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote_plus

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
    """A form-encoded text; leaner than `parse_qsl`, which is most of a call's cost."""
    params: dict[str, Any] = {}
    for pair in query.split("&") if query else ():
        name, _, value = pair.partition("=")
        params[name] = unquote_plus(value) if "%" in value or "+" in value else value
    return params


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
        return parse_query(body.decode("utf-8", "surrogateescape"))
    return {}


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def encode(body: dict[str, Any]) -> bytes:
    return _ENCODER.encode(body).encode("utf-8", "surrogatepass")


NOT_FOUND = ApiError(404, "Not Found")
