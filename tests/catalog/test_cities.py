"""The index of cities and its copy on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.catalog import cities
from bot.catalog.cities import Cities, City

LAHORE = City("Lahore", "PK", "04", "Asia/Karachi", 13_004_135)
SEVILLE = City("Sevilla", "ES", "51", "Europe/Madrid", 688_711)
ROWS = [(SEVILLE, "sevilla\nseville\nإشبيلية"), (LAHORE, "lahore\nلاہور")]


@pytest.mark.parametrize(
    ("name", "found"),
    [("Seville", [SEVILLE]), ("لاہور", [LAHORE]), ("Atlantis", [])],
    ids=["english", "urdu", "unknown"],
)
def test_a_copy_finds_what_the_index_finds(name: str, found: list[City]) -> None:
    built = Cities.of(list(ROWS))
    copy = Cities.unpacked(built.packed())
    assert copy.all == built.all == (LAHORE, SEVILLE)
    assert copy.named(name) == built.named(name) == found
    assert copy.resembling("Lahor", 3) == [LAHORE]


@pytest.mark.parametrize("broken", [b"", b"x" * 40, Cities.of(list(ROWS)).packed()[:-3]])
def test_other_bytes_are_no_index(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"not enough values|multiple of item size"):
        Cities.unpacked(broken)


def test_a_damaged_copy_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cities, "_built", lambda: Cities.of(list(ROWS)))
    assert cities._kept(tmp_path).all == (LAHORE, SEVILLE)
    (copy,) = tmp_path.iterdir()
    good = copy.read_bytes()
    copy.write_bytes(good[:-1] + b"?")
    assert cities._kept(tmp_path).all == (LAHORE, SEVILLE)
    assert copy.read_bytes() == good
    monkeypatch.setattr(cities, "_built", lambda: pytest.fail("the copy was not used"))
    assert cities._kept(tmp_path).named("seville") == [SEVILLE]


def test_a_folder_that_cannot_be_written_to_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cities, "_built", lambda: Cities.of(list(ROWS)))
    assert cities._kept(tmp_path / "missing").all == (LAHORE, SEVILLE)
