"""The content store, and the data folder of an installation that has started before."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from bot.catalog.content import Content
from bot.catalog.kept import kept_content
from bot.settings import PROJECT
from bot.storage.columns import Keyring
from bot.storage.keys import KEY_FILE
from tests.databases import KEY


@pytest.fixture(scope="session")
def kept_data() -> Path:
    """The data folder of an installation that has started before: its key, and its copy of the
    content. Kept from run to run, since reading the content takes seconds."""
    folder = PROJECT / ".cache" / "tests"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / KEY_FILE).write_text(base64.b64encode(KEY).decode() + "\n")
    kept_content(PROJECT / "content", folder, Keyring([KEY]).content_key)
    return folder


@pytest.fixture(scope="session")
def content(kept_data: Path) -> Content:
    """The content store as it stands."""
    return kept_content(PROJECT / "content", kept_data, Keyring([KEY]).content_key)
