"""Logging: structured, and free of anything a patient typed, of names and of the token.

Telegram ids appear only as a keyed hash (`who`). The HTTP client and the library log addresses
that contain the token at INFO, and updates at DEBUG: both are silenced here, whatever the level.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import sys
from typing import Any

import structlog

QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "aiohttp",
    "apscheduler",
    "aiosqlite",
    "sqlalchemy",
    "asyncio",
)


def configure_logs(level: str, output: str) -> None:
    """Set up structlog and the standard library's logging. `output` is `console` or `json`."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _errors_without_contents,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if output == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(_only_the_kind)
    for name in QUIET:
        logging.getLogger(name).setLevel(
            logging.ERROR if name == "apscheduler" else logging.WARNING
        )


class Pseudonyms:
    """Turns Telegram ids into short keyed hashes: the same id gives the same name in the logs,
    and nobody without the key can go back."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def who(self, telegram_id: int | None) -> str:
        digest = hmac.new(self._key, str(telegram_id).encode(), hashlib.sha256).hexdigest()
        return digest[:10]


def _errors_without_contents(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replace an exception by its types and places: messages may quote what a patient typed."""
    error = event.pop("error", None)
    if isinstance(error, BaseException):
        event["error"] = " <- ".join(_chain(error))
        event["at"] = _place(error)
    event.pop("exc_info", None)
    return event


def _chain(error: BaseException) -> list[str]:
    names: list[str] = []
    current: BaseException | None = error
    while current is not None and len(names) < 5:
        names.append(type(current).__name__)
        current = current.__cause__ or current.__context__
    return names


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/bot/" in code.co_filename:
            place = f"{code.co_filename.rsplit('/bot/', 1)[1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _only_the_kind(record: logging.LogRecord) -> bool:
    """Foreign log records keep their logger and level; their text may hold patient data."""
    if record.name.split(".")[0] in QUIET:
        detail = type(record.exc_info[1]).__name__ if record.exc_info and record.exc_info[1] else ""
        record.msg, record.args = f"{record.name} reported a problem {detail}".strip(), ()
        record.exc_info, record.exc_text, record.stack_info = None, None, None
    return True
