"""A small run of `make fuzz` in the ordinary tests."""

from __future__ import annotations

from pathlib import Path

from bot.catalog.content import Content
from tests.databases import sqlite_url
from tests.fuzz.run import fuzz


def test_no_update_is_lost_and_nobody_elses_row_is_touched(
    sqlite_path: Path, tmp_path: Path, content: Content
) -> None:
    report = fuzz(sqlite_url(sqlite_path), tmp_path / "data", content, 60, start=7)
    assert report.accepted >= 45
