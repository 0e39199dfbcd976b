"""Commands are recognised with and without Telegram's mark."""

from __future__ import annotations

import pytest

from bot.tg.commands import with_command_marked


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("/sos", 4),
        ("/faq dry lips", 4),
        ("/start@iso_bot x", 14),
        ("hello /sos", None),
        ("/", None),
    ],
)
def test_a_leading_command_is_marked(text: str, length: int | None) -> None:
    update = {"update_id": 1, "message": {"text": text}}
    marked = with_command_marked(update)["message"].get("entities")
    expected = None if length is None else [{"type": "bot_command", "offset": 0, "length": length}]
    assert marked == expected
    assert "entities" not in update["message"]


def test_marks_that_are_there_are_left_alone() -> None:
    update = {"update_id": 1, "message": {"text": "/sos", "entities": [{"type": "bold"}]}}
    assert with_command_marked(update) is update


@pytest.mark.parametrize("update", [{}, {"message": None}, {"message": {"text": None}}])
def test_odd_updates_pass_through(update: dict[str, object]) -> None:
    assert with_command_marked(update) == update
