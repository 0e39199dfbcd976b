"""Where somebody is, as far as her clock goes: a city, or "what time is it for you now"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.catalog import places
from bot.domain.reading import Unread, read_time

MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """One place to choose. `value` is the IANA zone; `name` is shown as "Lahore, PK"."""

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
    by_zone: dict[str, Offer] = {}
    for city in cities:
        by_zone.setdefault(
            city.zone, Offer(city.zone, f"{city.name}, {city.country}", city.country)
        )
    offers = tuple(by_zone.values())
    if len(offers) > 1 and cities[0].population > 10 * cities[1].population:
        return offers[:1]  # nobody who types "London" has to rule out Ontario
    return offers
