"""Real clock changes, as a table: what a wall time means on the day the clock jumps."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.domain.schedule import (
    Recurrence,
    Slot,
    due_group,
    every_two_hours,
    next_due,
    slots_between,
)

BERLIN, NEW_YORK, SYDNEY = "Europe/Berlin", "America/New_York", "Australia/Sydney"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def daily(*times: time, start: date = date(2000, 1, 1), until: date | None = None) -> Recurrence:
    return Recurrence("FREQ=DAILY", start, times, until)


def on(recurrence: Recurrence, zone: str, day: date) -> list[Slot]:
    """Every slot of one local date, found by stepping through a week around it."""
    middle = datetime.combine(day, time(12), UTC)
    week = timedelta(days=4)
    found = slots_between(recurrence, ZoneInfo(zone), middle - week, middle + week)
    return [slot for slot in found if slot.local_date == day]


CLOCK_CHANGES = [
    ("Berlin spring 2026", BERLIN, date(2026, 3, 29), time(2, 30), utc(2026, 3, 29, 1)),
    ("Berlin autumn 2026", BERLIN, date(2026, 10, 25), time(2, 30), utc(2026, 10, 25, 0, 30)),
    ("Berlin spring 2027", BERLIN, date(2027, 3, 28), time(2, 30), utc(2027, 3, 28, 1)),
    ("Berlin autumn 2027", BERLIN, date(2027, 10, 31), time(2, 30), utc(2027, 10, 31, 0, 30)),
    ("New York spring 2026", NEW_YORK, date(2026, 3, 8), time(2, 30), utc(2026, 3, 8, 7)),
    ("New York autumn 2026", NEW_YORK, date(2026, 11, 1), time(1, 30), utc(2026, 11, 1, 5, 30)),
    (
        "New York past the repeat",
        NEW_YORK,
        date(2026, 11, 1),
        time(2, 30),
        utc(2026, 11, 1, 7, 30),
    ),
    ("New York spring 2027", NEW_YORK, date(2027, 3, 14), time(2, 30), utc(2027, 3, 14, 7)),
    ("New York autumn 2027", NEW_YORK, date(2027, 11, 7), time(2, 30), utc(2027, 11, 7, 7, 30)),
    ("Sydney autumn 2026", SYDNEY, date(2026, 4, 5), time(2, 30), utc(2026, 4, 4, 15, 30)),
    ("Sydney spring 2026", SYDNEY, date(2026, 10, 4), time(2, 30), utc(2026, 10, 3, 16)),
    ("Sydney autumn 2027", SYDNEY, date(2027, 4, 4), time(2, 30), utc(2027, 4, 3, 15, 30)),
    ("Sydney spring 2027", SYDNEY, date(2027, 10, 3), time(2, 30), utc(2027, 10, 2, 16)),
    ("Kathmandu", "Asia/Kathmandu", date(2026, 7, 1), time(8), utc(2026, 7, 1, 2, 15)),
    (
        "Lord Howe half-hour gap",
        "Australia/Lord_Howe",
        date(2026, 10, 4),
        time(2, 15),
        utc(2026, 10, 3, 15, 30),
    ),
    (
        "Lord Howe half-hour repeat",
        "Australia/Lord_Howe",
        date(2026, 4, 5),
        time(1, 45),
        utc(2026, 4, 4, 14, 45),
    ),
    (
        "Santiago has no midnight",
        "America/Santiago",
        date(2026, 9, 6),
        time(0),
        utc(2026, 9, 6, 4),
    ),
    ("Cairo has no 00:15", "Africa/Cairo", date(2026, 4, 24), time(0, 15), utc(2026, 4, 23, 22)),
    (
        "Apia had no 30 December 2011",
        "Pacific/Apia",
        date(2011, 12, 30),
        time(9),
        utc(2011, 12, 30, 10),
    ),
    ("UTC has nothing of the kind", "UTC", date(2026, 3, 29), time(2, 30), utc(2026, 3, 29, 2, 30)),
]


@pytest.mark.parametrize(
    ("zone", "day", "local", "due_at"),
    [row[1:] for row in CLOCK_CHANGES],
    ids=[row[0] for row in CLOCK_CHANGES],
)
def test_a_wall_time_on_a_day_of_change(
    zone: str, day: date, local: time, due_at: datetime
) -> None:
    assert on(daily(local), zone, day) == [Slot(day, 0, due_at)]


def test_times_that_collapse_in_a_gap_share_an_instant_and_none_is_lost() -> None:
    doses = daily(time(2, 0), time(2, 15), time(2, 45), time(3, 0), time(3, 30))
    group = due_group(doses, ZoneInfo(BERLIN), utc(2026, 3, 29, 0, 59))
    assert [slot.slot for slot in group] == [0, 1, 2, 3]
    assert {slot.due_at for slot in group} == {utc(2026, 3, 29, 1)}
    assert due_group(doses, ZoneInfo(BERLIN), group[-1].due_at) == (
        Slot(date(2026, 3, 29), 4, utc(2026, 3, 29, 1, 30)),
    )


def test_a_group_may_hold_two_dates() -> None:
    apia = ZoneInfo("Pacific/Apia")
    group = due_group(daily(time(0), time(9)), apia, utc(2011, 12, 30, 9, 59))
    assert [(slot.local_date.day, slot.slot) for slot in group] == [(30, 0), (30, 1), (31, 0)]
    assert {slot.due_at for slot in group} == {utc(2011, 12, 30, 10)}


def test_a_day_of_downtime_yields_every_slot_once_bounds_included_as_told() -> None:
    doses = daily(time(8), time(20))
    after, until = utc(2026, 1, 10, 8), utc(2026, 1, 11, 20)
    assert [s.due_at for s in slots_between(doses, ZoneInfo("UTC"), after, until)] == [
        utc(2026, 1, 10, 20),
        utc(2026, 1, 11, 8),
        utc(2026, 1, 11, 20),
    ]


def test_strictly_after() -> None:
    first = next_due(daily(time(8)), ZoneInfo("UTC"), utc(2026, 1, 1, 7, 59, 59))
    assert first == Slot(date(2026, 1, 1), 0, utc(2026, 1, 1, 8))
    behind = next_due(daily(time(8)), ZoneInfo("UTC"), utc(2026, 1, 1, 8))
    assert behind == Slot(date(2026, 1, 2), 0, utc(2026, 1, 2, 8))


def test_until_is_the_last_date_and_then_it_is_over() -> None:
    short = daily(time(8), time(20), start=date(2026, 1, 1), until=date(2026, 1, 2))
    zone = ZoneInfo(NEW_YORK)
    slots = list(slots_between(short, zone, utc(2020, 1, 1), utc(2030, 1, 1)))
    assert [(s.local_date.day, s.slot) for s in slots] == [(1, 0), (1, 1), (2, 0), (2, 1)]
    assert next_due(short, zone, slots[-1].due_at) is None
    assert due_group(short, zone, slots[-1].due_at) == ()


def test_not_before_delays_and_never_drops() -> None:
    zone = ZoneInfo("UTC")
    after = utc(2026, 1, 1)
    delayed = next_due(daily(time(8)), zone, after, not_before=utc(2026, 1, 1, 11))
    assert delayed == Slot(date(2026, 1, 1), 0, utc(2026, 1, 1, 11))
    untouched = next_due(daily(time(8)), zone, after, not_before=utc(2026, 1, 1, 7))
    assert untouched == Slot(date(2026, 1, 1), 0, utc(2026, 1, 1, 8))


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        next_due(daily(time(8)), ZoneInfo("UTC"), datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("start", "end", "step", "expected"),
    [
        (time(9), time(17), 120, (9, 11, 13, 15, 17)),
        (time(9), time(16, 59), 120, (9, 11, 13, 15)),
        (time(9), time(9), 120, (9,)),
        (time(17), time(9), 120, ()),
        (time(20), time(23, 59), 60, (20, 21, 22, 23)),
    ],
)
def test_sunscreen_times(start: time, end: time, step: int, expected: tuple[int, ...]) -> None:
    assert every_two_hours(start, end, step) == tuple(time(hour) for hour in expected)


def test_every_zone_of_the_world_steps_forward_through_2026() -> None:
    doses = daily(time(0), time(2, 30), time(23, 59))
    for name in ("Africa/Casablanca", "America/Nuuk", "Asia/Gaza", "Antarctica/Troll"):
        slots = list(slots_between(doses, ZoneInfo(name), utc(2026, 1, 1), utc(2027, 1, 1)))
        assert len(slots) == 365 * 3
        assert all(a.due_at <= b.due_at for a, b in pairwise(slots))
