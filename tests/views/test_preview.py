"""What the writer of a topic sees when she saves it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.catalog.message_files import load_messages
from bot.catalog.messages import Messages
from bot.settings import PROJECT
from bot.views.preview import preview


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    for place in ("faq/en", "messages"):
        shutil.copytree(PROJECT / "content" / place, content / place)
    shutil.copy(PROJECT / "content" / "forbidden.yaml", content)
    return content


@pytest.fixture(scope="module")
def messages() -> Messages:
    found, _ = load_messages(PROJECT / "content" / "messages")
    assert found is not None
    return found


def shown(folder: Path, messages: Messages, old: str = "", new: str = "") -> str:
    path = folder / "faq" / "en" / "missed-dose.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return preview(folder, path, messages, bright=False)


def test_a_topic_as_the_chat_shows_it(folder: Path, messages: Messages) -> None:
    said = shown(folder, messages)
    assert "I missed a dose" in said
    assert "• One missed dose" in said
    assert "In US:" in said
    assert "[ I took too many capsules ]" in said or "[ " in said
    assert "of 4,096 characters · reading grade" in said
    assert "not signed" in said
    assert "✗" not in said
    assert "<b>" not in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("title: I missed a dose", "title: [", "✗ line", id="broken"),
        pytest.param("id: missed-dose", "id: other", "must be the file's name", id="another-id"),
        pytest.param(
            "The simple way is", "This cures. The simple way is", "(cure)", id="a-promise"
        ),
        pytest.param("The simple way is", "# The way\n\nThe way is", "headings", id="a-heading"),
    ],
)
def test_what_is_wrong_is_said_at_once(
    folder: Path, messages: Messages, old: str, new: str, told: str
) -> None:
    assert told in shown(folder, messages, old, new)


def test_the_command_shows_a_file_when_it_is_saved(folder: Path) -> None:
    command = [sys.executable, "-m", "bot", "check-content", "--watch", "--content-dir", folder]
    with subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        try:
            assert "Watching" in process.stdout.readline()
            path = folder / "faq" / "en" / "sunscreen.md"
            path.write_text(path.read_text(encoding="utf-8") + "\nA new line.\n", encoding="utf-8")
            lines = [process.stdout.readline() for _ in range(20)]
        finally:
            process.kill()
    assert any("Which sunscreen, and how much?" in line for line in lines)
