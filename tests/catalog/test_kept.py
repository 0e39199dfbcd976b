"""The copy from which the program starts: the same content, or none at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.catalog.bad_content import BadContent
from bot.catalog.content import Content
from bot.catalog.kept import KEPT_FILE, KeptContent, kept_content, state_of
from bot.settings import PROJECT

SECRET = b"s" * 32
STATE = b"t" * 32


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    KeptContent(folder, SECRET).keep(STATE, content)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copy2(made / KEPT_FILE, tmp_path)
    return tmp_path


def test_the_copy_says_what_the_store_says(made: Path, content: Content) -> None:
    kept = KeptContent(made, SECRET).open(STATE)
    assert kept is not None
    assert kept.contacts == content.contacts
    assert kept.messages.languages == content.messages.languages
    for language in content.messages.languages:
        said = kept.messages.say(language)("item-moisturizer")
        assert said == content.messages.say(language)("item-moisturizer")
    for text in ("can i drink on this", "my lips bleed", "i want to die", "hello"):
        assert kept.detector.detect(text) == content.detector.detect(text)
        assert kept.faq.find(text, "en") == content.faq.find(text, "en")


def test_only_its_owner_may_read_it(made: Path) -> None:
    assert (made / KEPT_FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("at", [0, 31, 32, 63, 64, 5000, -1])
def test_a_copy_with_one_changed_byte_is_not_opened(folder: Path, at: int) -> None:
    data = bytearray((folder / KEPT_FILE).read_bytes())
    data[at] ^= 1
    (folder / KEPT_FILE).write_bytes(data)
    assert KeptContent(folder, SECRET).open(STATE) is None


@pytest.mark.parametrize("length", [0, 10, 40, 64, 9000])
def test_half_a_copy_is_not_opened(folder: Path, length: int) -> None:
    (folder / KEPT_FILE).write_bytes((folder / KEPT_FILE).read_bytes()[:length])
    assert KeptContent(folder, SECRET).open(STATE) is None


def test_a_copy_of_another_installation_is_not_opened(made: Path) -> None:
    assert KeptContent(made, b"x" * 32).open(STATE) is None


def test_a_copy_of_other_content_is_not_opened(made: Path) -> None:
    assert KeptContent(made, SECRET).open(b"u" * 32) is None


def test_every_change_of_a_file_changes_the_state(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    file = tmp_path / "faq" / "a.md"
    states = {state_of(tmp_path)}
    for text in ("one", "two"):
        file.write_text(text)
        states.add(state_of(tmp_path))
    file.rename(tmp_path / "faq" / "b.md")
    states.add(state_of(tmp_path))
    assert len(states) == 4


def test_the_first_start_makes_the_copy_and_the_next_one_uses_it(tmp_path: Path) -> None:
    store = PROJECT / "content"
    first = kept_content(store, tmp_path, SECRET)
    written = (tmp_path / KEPT_FILE).stat().st_mtime_ns
    again = kept_content(store, tmp_path, SECRET)
    assert (tmp_path / KEPT_FILE).stat().st_mtime_ns == written
    assert again.contacts == first.contacts


def test_a_store_with_an_error_is_refused_and_leaves_no_copy(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(BadContent):
        kept_content(tmp_path / "content", tmp_path, SECRET)
    assert not (tmp_path / KEPT_FILE).exists()
