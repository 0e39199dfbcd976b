"""Finding a patient's clock from a city, a position, or the time on their wall."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, time

import pytest

from bot.catalog.places import (
    Country,
    countries,
    country_of_zone,
    find_cities,
    find_country,
    is_zone,
    zone_at,
    zones_where_it_is,
)

SUMMER = datetime(2026, 7, 1, 12, 30, tzinfo=UTC)
WINTER = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone", "country"),
    [
        ("Berlin", "Europe/Berlin", "DE"),
        ("  bERLIN ", "Europe/Berlin", "DE"),
        ("München", "Europe/Berlin", "DE"),
        ("munchen", "Europe/Berlin", "DE"),
        ("sao paulo", "America/Sao_Paulo", "BR"),
        ("Bielefelt", "Europe/Berlin", "DE"),
        ("Londn", "Europe/London", "GB"),
        ("New York", "America/New_York", "US"),
        ("katmandu", "Asia/Kathmandu", "NP"),
        ("كراتشي", "Asia/Karachi", "PK"),
        ("東京", "Asia/Tokyo", "JP"),
        ("St. Petersburg", "Europe/Moscow", "RU"),
        ("Portland, Maine", "America/New_York", "US"),
        ("Portland, OR", "America/Los_Angeles", "US"),
        ("London, Canada", "America/Toronto", "CA"),
        ("London, nowhere", "Europe/London", "GB"),
    ],
)
def test_the_best_city(typed: str, zone: str, country: str) -> None:
    best = find_cities(typed)[0]
    assert (best.zone, best.country) == (zone, country)


def test_springfield_is_a_choice_most_people_first() -> None:
    found = find_cities("Springfield")
    assert len({city.region for city in found}) >= 4
    assert [c.population for c in found] == sorted((c.population for c in found), reverse=True)
    assert {"America/New_York", "America/Chicago"} <= {city.zone for city in found}


def test_the_patients_country_comes_first() -> None:
    assert find_cities("Cambridge")[0].country == "GB"
    assert find_cities("Cambridge", country="US")[0].country == "US"


@pytest.mark.parametrize("typed", ["", " ", ",", "xyzzyqq", "a" * 5000, "🙂", "zz", "\x00"])
def test_no_city_is_no_city(typed: str) -> None:
    assert find_cities(typed) == ()


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (52.52, 13.4, "Europe/Berlin"),
        (27.7, 85.3, "Asia/Kathmandu"),
        (-31.55, 159.08, "Australia/Lord_Howe"),
        (30, -40, "Etc/GMT+3"),
        (91, 0, None),
        (0, 181, None),
        (float("nan"), 0, None),
    ],
)
def test_a_position(latitude: float, longitude: float, zone: str | None) -> None:
    assert zone_at(latitude, longitude) == zone


def zones(local: time, now: datetime, country: str | None = None) -> list[str]:
    return [choice.zone for choice in zones_where_it_is(local, now, country=country)]


def test_what_time_is_it_for_you_knows_the_season() -> None:
    assert "Europe/Berlin" in zones(time(14, 30), SUMMER)
    assert "Europe/Berlin" not in zones(time(14, 30), WINTER)
    assert "Europe/Berlin" in zones(time(13, 30), WINTER)


def test_a_watch_that_is_a_few_minutes_off_will_do() -> None:
    assert zones(time(18, 20), SUMMER) == ["Asia/Kathmandu"]
    assert zones(time(18, 10), SUMMER) == ["Asia/Kathmandu"]


def test_zones_on_both_sides_of_the_date_line_show_the_same_time() -> None:
    found = zones(time(1, 30), WINTER)
    assert {"Pacific/Auckland", "Pacific/Pago_Pago"} <= set(found)


def test_own_country_first_and_by_its_own_city() -> None:
    choice = zones_where_it_is(time(14, 30), SUMMER, country="FR")[0]
    assert (choice.zone, choice.city) == ("Europe/Paris", "Paris")


def test_a_choice_is_short_and_has_no_two_that_behave_alike() -> None:
    found = zones(time(14, 30), SUMMER)
    assert len(found) <= 8
    assert not {"Europe/Paris", "Europe/Berlin"} <= set(found)


def test_countries_are_named_in_the_patients_language() -> None:
    german = countries("de")
    assert Country("DE", "Deutschland") in german
    assert len(german) > 240
    assert Country("US", "Estados Unidos") in countries("pt-BR")
    assert countries("xx-nowhere") == countries("en")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Germany", "DE"),
        ("deutschland", "DE"),
        ("de", "DE"),
        ("UK", "GB"),
        ("usa", "US"),
        ("Turkey", "TR"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country(typed: str, code: str | None) -> None:
    found = find_country(typed, "de")
    assert (found.code if found else None) == code


def test_zone_names() -> None:
    assert is_zone("Europe/Berlin")
    assert not any(is_zone(name) for name in ("", "Europe", "../etc/passwd", "Mars/Base", "a\0b"))
    assert country_of_zone("Asia/Kathmandu") == "NP"
    assert country_of_zone("Asia/Calcutta") == "IN"
    assert country_of_zone("UTC") is None


def test_importing_loads_no_map_and_no_city() -> None:
    script = (
        "import sys, bot.catalog.places as p, bot.catalog.cities as c;"
        "print('timezonefinder' in sys.modules, c._loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "None"]
