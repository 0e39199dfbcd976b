"""What every test may use: databases, content read once, and no way out of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ["PTB_TIMEDELTA"] = "true"  # before the library is imported, as the program does

import pytest

from tests import network_guard

pytest_plugins = [
    "tests.databases",
    "tests.store",
    "tests.journeys.fixtures",
    "tests.browser.notice",
]

network_guard.install()


@pytest.fixture(autouse=True)
def _stays_on_this_machine() -> Iterator[None]:
    """Fails a test whose code tried to reach another machine, even if it took no for an answer."""
    network_guard.left_the_machine.clear()
    yield
    assert network_guard.left_the_machine == []


# Journeys that are made on both databases in every run; the others only with JOURNEYS=all, as CI
# does it, so that the ordinary run stays short.
ALWAYS_ON_BOTH = {"test_escalation.py", "test_time.py"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("JOURNEYS") == "all":
        return
    left_out = [
        item
        for item in items
        if item.path.parent.name == "journeys"
        and item.path.name not in ALWAYS_ON_BOTH
        and item.get_closest_marker("postgres") is not None
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
