"""Where somebody is, as far as her clock goes: a city, or "what time is it for you now"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from bot.catalog import places
from bot.catalog.cities import City
from bot.domain.reading import Unread, read_time

MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """One place to choose. `value` is the IANA zone; `name` is shown as "Lahore, PK", or with its
    region where two places would look the same."""

    value: str
    name: str
    country: str | None


def zones_for(text: str, country: str | None, now: datetime) -> tuple[Offer, ...]:
    """Zones that the text may mean. One offer means: no doubt. Empty: nothing found."""
    local = read_time(text)
    if not isinstance(local, Unread):
        choices = places.zones_where_it_is(local, now, country=country, limit=MOST_OFFERED)
        return tuple(Offer(c.zone, f"{c.city}, {c.country}", c.country) for c in choices)
    cities = places.find_cities(text, country=country, limit=MOST_OFFERED)
    by_zone: dict[str, City] = {}
    for city in cities:
        by_zone.setdefault(city.zone, city)
    shown = Counter((city.name, city.country) for city in by_zone.values())
    offers = tuple(
        Offer(zone, _name(city, alone=shown[city.name, city.country] == 1), city.country)
        for zone, city in by_zone.items()
    )
    if len(offers) > 1 and cities[0].population > 10 * cities[1].population:
        return offers[:1]  # nobody who types "London" has to rule out Ontario
    return offers


def _name(city: City, *, alone: bool) -> str:
    if alone:
        return f"{city.name}, {city.country}"
    if city.region.isalpha():  # "MO"; elsewhere regions are numbers that nobody knows
        return f"{city.name}, {city.region}, {city.country}"
    return f"{city.name}, {city.country} ({city.zone.rpartition('/')[2].replace('_', ' ')})"
