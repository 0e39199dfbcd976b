"""What every test may use: databases, content read once, and no way out of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ["PTB_TIMEDELTA"] = "true"  # before the library is imported, as the program does

import pytest

from bot.catalog.content import Content, require_content
from bot.settings import PROJECT
from tests import network_guard

pytest_plugins = ["tests.databases", "tests.journeys.fixtures", "tests.browser.notice"]

network_guard.install()


@pytest.fixture(autouse=True)
def _stays_on_this_machine() -> Iterator[None]:
    """Fails a test whose code tried to reach another machine, even if it took no for an answer."""
    network_guard.left_the_machine.clear()
    yield
    assert network_guard.left_the_machine == []


@pytest.fixture(scope="session")
def content() -> Content:
    """The content store as it is committed; reading it takes seconds, so it is read once."""
    return require_content(PROJECT / "content")
