"""Nothing a patient typed, no name and no token reaches the logs, whatever goes wrong."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import Pseudonyms, configure_logs


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_an_exception_is_logged_by_type_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("DEBUG", "json")
    try:
        try:
            raise ValueError("Ann typed: I feel awful")
        except ValueError as cause:
            raise RuntimeError("token 123:ABC") from cause
    except RuntimeError as error:
        structlog.get_logger().error("update_failed", error=error, update=7)
    line = json.loads(capsys.readouterr().err)
    assert line["error"] == "RuntimeError <- ValueError"
    assert line["update"] == 7
    assert "awful" not in json.dumps(line)
    assert "123:ABC" not in json.dumps(line)


@pytest.mark.parametrize("name", ["httpx", "telegram.ext.Application", "aiohttp.client", "asyncio"])
def test_foreign_loggers_say_that_but_not_what(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs("DEBUG", "console")
    logging.getLogger(name).info("POST https://host/bot123:ABC/sendMessage")
    logging.getLogger(name).error("Ann: %s", "I feel awful", exc_info=ValueError("awful"))
    said = capsys.readouterr().err
    assert "ABC" not in said
    assert "awful" not in said
    assert name in said


def test_ids_are_told_apart_and_cannot_be_read_back() -> None:
    names, others = Pseudonyms(b"k" * 32), Pseudonyms(b"j" * 32)
    assert names.who(42) == names.who(42)
    assert names.who(42) != names.who(43)
    assert names.who(42) != others.who(42)
    assert names.who(42) != "42"
