"""What a call to the simulated Bot API can end with, besides a result.

ApiError            an answer with `ok: false`, an error code and Telegram's own words
ConnectionCut       no answer at all: the server closes the connection
"""

from __future__ import annotations

from collections.abc import Mapping


class ApiError(Exception):
    """Telegram says no. `code` is also the HTTP status."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = dict(parameters) if parameters else None

    def body(self) -> dict[str, object]:
        """The JSON body of the HTTP answer."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ConnectionCut(Exception):
    """The connection ends without an answer."""


def bad_request(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    return ApiError(409, f"Conflict: {text}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )
