"""What holds for every rule, every zone and every instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.schedule import (
    QuietHours,
    Recurrence,
    Slot,
    due_group,
    next_due,
    slots_between,
)
from bot.domain.wall_time import instant_of

FEW = settings(max_examples=50, deadline=None)
ZONE_NAMES = [
    *("UTC", "Europe/Berlin", "Europe/London", "Europe/Dublin", "Africa/Casablanca"),
    *("Africa/Cairo", "Asia/Gaza", "Asia/Kathmandu", "Asia/Tehran", "Asia/Tokyo"),
    *("Australia/Lord_Howe", "Australia/Sydney", "Pacific/Apia", "Pacific/Chatham"),
    *("America/New_York", "America/St_Johns", "America/Santiago", "America/Havana"),
    *("America/Nuuk", "Antarctica/Troll"),
]
ZONES = st.sampled_from(ZONE_NAMES).map(ZoneInfo)
MINUTES = st.integers(0, 24 * 60 - 1).map(lambda m: time(m // 60, m % 60))
TIMES = st.lists(MINUTES, min_size=1, max_size=4, unique=True).map(lambda t: tuple(sorted(t)))
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
RECURRENCES = st.builds(
    Recurrence,
    st.sampled_from(
        [
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=2",
            "FREQ=WEEKLY;BYDAY=MO,WE,SU",
            "FREQ=MONTHLY;BYMONTHDAY=29",
        ]
    ),
    st.dates(date(2025, 6, 1), date(2026, 6, 1)),
    TIMES,
)


def stepped(recurrence: Recurrence, zone: ZoneInfo, after: datetime, count: int) -> list[Slot]:
    slots: list[Slot] = []
    for _ in range(count):
        group = due_group(recurrence, zone, after)
        slots += group
        after = group[-1].due_at
    return slots


@FEW
@given(RECURRENCES, ZONES, INSTANTS)
def test_the_next_due_lies_strictly_ahead(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime
) -> None:
    found = next_due(recurrence, zone, after)
    assert found is not None
    assert found.due_at > after
    assert found.due_at.tzinfo is UTC


@FEW
@given(RECURRENCES, ZONES, INSTANTS)
def test_stepping_is_in_order_and_repeats_nothing(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime
) -> None:
    slots = stepped(recurrence, zone, after, 8)
    assert slots == sorted(slots)
    assert all(a.due_at <= b.due_at for a, b in pairwise(slots))
    assert len({(slot.local_date, slot.slot) for slot in slots}) == len(slots)


@FEW
@given(RECURRENCES, ZONES, INSTANTS)
def test_no_date_that_the_rule_names_is_skipped(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime
) -> None:
    slots = stepped(recurrence, zone, after, 8)
    whole_days = sorted({slot.local_date for slot in slots})[1:-1]
    if whole_days:
        assert whole_days == list(islice(recurrence.dates_from(whole_days[0]), len(whole_days)))
    for day in whole_days:
        served = [slot.slot for slot in slots if slot.local_date == day]
        assert served == list(range(len(recurrence.local_times)))


@FEW
@given(RECURRENCES, ZONES, INSTANTS, st.floats(0, 1, exclude_max=True))
def test_any_instant_between_two_dues_has_the_same_answer(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime, share: float
) -> None:
    found = next_due(recurrence, zone, after)
    assert found is not None
    between = after + (found.due_at - after) * share
    if between < found.due_at:
        assert next_due(recurrence, zone, between) == found


@FEW
@given(RECURRENCES, ZONES, INSTANTS, st.integers(0, 20))
def test_a_span_holds_what_stepping_through_it_finds(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime, days: int
) -> None:
    until = after + timedelta(days=days)
    expected, cursor = [], after
    while (group := due_group(recurrence, zone, cursor)) and group[0].due_at <= until:
        expected += group
        cursor = group[0].due_at
    assert list(slots_between(recurrence, zone, after, until)) == expected


@FEW
@given(ZONES, st.dates(date(2025, 1, 1), date(2028, 1, 1)), MINUTES)
def test_the_clock_shows_the_wall_time_or_has_just_jumped_over_it(
    zone: ZoneInfo, day: date, local: time
) -> None:
    instant = instant_of(day, local, zone)
    wall = datetime.combine(day, local)
    assert instant.astimezone(zone).replace(tzinfo=None) >= wall
    a_second_before = (instant - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    assert a_second_before < wall


@FEW
@given(ZONES, INSTANTS, MINUTES, MINUTES)
def test_quiet_hours_never_send_earlier_nor_into_the_quiet(
    zone: ZoneInfo, at: datetime, start: time, end: time
) -> None:
    quiet = QuietHours(start, end)
    later = quiet.defer(at, zone)
    assert at <= later < at + timedelta(hours=26)
    assert quiet.defer(later, zone) == later or later.astimezone(zone).time() >= end


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (datetime(2026, 1, 10, 23, 30, tzinfo=UTC), datetime(2026, 1, 11, 7, tzinfo=UTC)),
        (datetime(2026, 1, 11, 6, 59, tzinfo=UTC), datetime(2026, 1, 11, 7, tzinfo=UTC)),
        (datetime(2026, 1, 11, 7, tzinfo=UTC), datetime(2026, 1, 11, 7, tzinfo=UTC)),
        (datetime(2026, 1, 11, 21, 59, tzinfo=UTC), datetime(2026, 1, 11, 21, 59, tzinfo=UTC)),
        (datetime(2026, 1, 11, 22, tzinfo=UTC), datetime(2026, 1, 12, 7, tzinfo=UTC)),
    ],
    ids=["before midnight", "after midnight", "the end", "just before", "the start"],
)
def test_quiet_hours_around_midnight(at: datetime, expected: datetime) -> None:
    assert QuietHours(time(22), time(7)).defer(at, ZoneInfo("UTC")) == expected


def test_equal_times_are_no_quiet_hours() -> None:
    at = datetime(2026, 1, 10, 23, 30, tzinfo=UTC)
    assert QuietHours(time(7), time(7)).defer(at, ZoneInfo("Asia/Tokyo")) == at


def minute_by_minute(
    local: time, zone: ZoneInfo, first: datetime, days: int
) -> dict[date, datetime]:
    """Watch a clock: for each date, the first minute at which it shows `local` or later."""
    found: dict[date, datetime] = {}
    latest_shown = first.astimezone(zone).replace(tzinfo=None)
    for minute in range(days * 24 * 60):
        at = first + timedelta(minutes=minute)
        shown = at.astimezone(zone).replace(tzinfo=None)
        if shown <= latest_shown:
            continue
        day = latest_shown.date()
        while day <= shown.date():
            if latest_shown < datetime.combine(day, local) <= shown:
                found[day] = at
            day += timedelta(days=1)
        latest_shown = shown
    return found


WATCHED = [
    ("Europe/Berlin", datetime(2026, 3, 28, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 10, 24, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 3, 13, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 9, 5, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 4, 4, tzinfo=UTC)),
    ("Africa/Cairo", datetime(2026, 4, 23, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2027, 4, 3, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 29, tzinfo=UTC)),
    ("Antarctica/Troll", datetime(2026, 3, 28, tzinfo=UTC)),
    ("Africa/Casablanca", datetime(2026, 2, 14, tzinfo=UTC)),
]


@pytest.mark.parametrize(("name", "first"), WATCHED, ids=[f"{n} {d:%Y-%m-%d}" for n, d in WATCHED])
def test_the_plan_is_what_a_watched_clock_shows(name: str, first: datetime) -> None:
    zone = ZoneInfo(name)
    for local in (time(0), time(0, 15), time(1, 45), time(2, 30), time(8)):
        daily = Recurrence("FREQ=DAILY", date(2011, 1, 1), (local,))
        watched = minute_by_minute(local, zone, first, 3)
        planned = slots_between(daily, zone, first, first + timedelta(days=3, minutes=-1))
        assert {slot.local_date: slot.due_at for slot in planned} == watched


@pytest.mark.parametrize("name", ZONE_NAMES)
def test_400_days_of_a_whole_set_of_routines(name: str) -> None:
    zone, first = ZoneInfo(name), date(2026, 2, 1)
    doses = Recurrence("FREQ=DAILY", first, (time(2, 30), time(14, 30)))
    checkin = Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", first, (time(0, 10),))
    blood = Recurrence("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", first, (time(9),))
    after = instant_of(first, time(0), zone) - timedelta(seconds=1)
    until = instant_of(first + timedelta(days=400), time(0), zone) - timedelta(seconds=1)
    assert len(list(slots_between(doses, zone, after, until))) == 800
    assert len(list(slots_between(checkin, zone, after, until))) in {28, 29}
    assert len(list(slots_between(blood, zone, after, until))) == 13


@FEW
@given(RECURRENCES, ZONES, INSTANTS, st.floats(0, 30))
def test_not_before_only_ever_delays(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime, hours: float
) -> None:
    plain = next_due(recurrence, zone, after)
    floor = after + timedelta(hours=hours)
    delayed = next_due(recurrence, zone, after, not_before=floor)
    assert plain is not None
    assert delayed == Slot(plain.local_date, plain.slot, max(plain.due_at, floor))
