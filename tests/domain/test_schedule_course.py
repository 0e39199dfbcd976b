"""Last dates, dates known ahead with lead times, and rules that change on a date."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.phases import Phase, Phased
from bot.domain.recurrence import Recurrence, monthly_on
from bot.domain.schedule import next_due, slots_between
from bot.domain.zone_move import shortest_gap

NINE = (time(9),)
BERLIN = ZoneInfo("Europe/Berlin")
LEAD_DAYS = st.lists(st.integers(-1, 14), min_size=1, max_size=4, unique=True).map(tuple)
DAYS = st.dates(date(2026, 1, 1), date(2033, 1, 1))


@pytest.mark.parametrize(
    ("rule", "on", "leads", "expected"),
    [
        ("FREQ=DAILY;COUNT=1", "2027-03-01", (7, 1, 0), ("2027-02-22", "2027-02-28", "2027-03-01")),
        ("FREQ=DAILY;COUNT=1", "2028-03-01", (1, 0), ("2028-02-29", "2028-03-01")),
        ("FREQ=DAILY;COUNT=1", "2027-01-01", (0, -1), ("2027-01-01", "2027-01-02")),
        (monthly_on(31), "2027-01-31", (1, 0), ("2027-01-30", "2027-01-31", "2027-02-27")),
        ("FREQ=DAILY;INTERVAL=28", "2027-02-05", (2,), ("2027-02-03", "2027-03-03", "2027-03-31")),
    ],
    ids=["a week, a day, the day", "leap day", "the day after", "month ends", "every 28 days"],
)
def test_dates_before_a_date(
    rule: str, on: str, leads: tuple[int, ...], expected: tuple[str, ...]
) -> None:
    calendar = Recurrence(rule, date.fromisoformat(on), NINE, leads=leads)
    found = islice(calendar.dates_from(date(2026, 1, 1)), len(expected))
    assert tuple(map(str, found)) == expected


@settings(max_examples=60, deadline=None)
@given(DAYS, LEAD_DAYS, st.integers(1, 31))
def test_each_reminder_knows_which_date_it_is_about(
    start: date, leads: tuple[int, ...], day: int
) -> None:
    calendar = Recurrence(monthly_on(day), start, NINE, leads=leads)
    named = Recurrence(monthly_on(day), start, NINE)
    for reminder in islice(calendar.dates_from(start - timedelta(days=20)), 12):
        about = calendar.announced_on(reminder)
        assert about is not None
        assert (about - reminder).days in leads
        assert named.first_date(about) == about


@settings(max_examples=60, deadline=None)
@given(DAYS, LEAD_DAYS)
def test_no_lead_of_a_date_is_left_out(on: date, leads: tuple[int, ...]) -> None:
    calendar = Recurrence("FREQ=DAILY;COUNT=1", on, NINE, leads=leads)
    found = list(calendar.dates_from(on - timedelta(days=30)))
    assert found == sorted(on - timedelta(days=lead) for lead in leads)


def test_a_reminder_before_a_date_keeps_its_wall_time_over_a_clock_change() -> None:
    calendar = Recurrence("FREQ=DAILY;COUNT=1", date(2027, 3, 29), NINE, leads=(1, 0))
    around = slots_between(
        calendar, BERLIN, datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 4, 1, tzinfo=UTC)
    )
    assert [each.due_at.hour for each in around] == [7, 7]  # 28 March: clocks go forward
    before = Recurrence("FREQ=DAILY;COUNT=1", date(2027, 3, 28), NINE, leads=(1, 0))
    slots = slots_between(
        before, BERLIN, datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 4, 1, tzinfo=UTC)
    )
    assert [each.due_at.hour for each in slots] == [8, 7]


def test_nothing_is_due_after_the_last_date() -> None:
    calendar = Recurrence("FREQ=DAILY", date(2026, 11, 1), NINE, date(2026, 11, 20))
    last_day = datetime(2026, 11, 20, 7, tzinfo=UTC)
    assert next_due(calendar, BERLIN, last_day) is not None
    assert next_due(calendar, BERLIN, last_day + timedelta(hours=2)) is None


EVERY_OTHER_DAY = Phase(date(2026, 11, 23), "FREQ=DAILY;INTERVAL=2", NINE)
THEN_TWICE = Phase(date(2026, 12, 1), "FREQ=DAILY", (time(8), time(20)))


def test_a_dose_that_changes_from_a_date_on() -> None:
    calendar = Phased((EVERY_OTHER_DAY, THEN_TWICE), date(2026, 12, 2))
    dates = list(calendar.dates_from(date(2026, 11, 1)))
    assert [each.day for each in dates] == [23, 25, 27, 29, 1, 2]
    assert calendar.times_on(date(2026, 11, 29)) == NINE
    assert calendar.times_on(date(2026, 12, 1)) == (time(8), time(20))
    slots = list(
        slots_between(
            calendar, BERLIN, datetime(2026, 11, 28, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
        )
    )
    assert [(each.local_date.day, each.slot) for each in slots] == [
        (29, 0),
        (1, 0),
        (1, 1),
        (2, 0),
        (2, 1),
    ]
    assert shortest_gap(calendar) == timedelta(hours=6)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(DAYS, min_size=1, max_size=4, unique=True).map(sorted),
    st.integers(1, 3),
    st.integers(0, 400),
)
def test_phases_leave_no_date_out_and_share_none(
    starts: list[date], interval: int, length: int
) -> None:
    phases = tuple(Phase(each, f"FREQ=DAILY;INTERVAL={interval}", NINE) for each in starts)
    until = starts[0] + timedelta(days=length)
    found = list(Phased(phases, until).dates_from(starts[0]))
    expected = []
    for phase, behind in pairwise([*phases, None]):
        assert phase is not None
        end = until if behind is None else min(until, behind.start_on - timedelta(days=1))
        day = phase.start_on
        while day <= end:
            expected.append(day)
            day += timedelta(days=interval)
    assert found == expected


@pytest.mark.parametrize("phases", [(), (THEN_TWICE, EVERY_OTHER_DAY), (THEN_TWICE, THEN_TWICE)])
def test_phases_must_follow_each_other(phases: tuple[Phase, ...]) -> None:
    with pytest.raises(ValueError, match="follow each other"):
        Phased(phases)
