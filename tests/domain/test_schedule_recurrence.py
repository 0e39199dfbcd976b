"""On which dates a rule falls: the fast paths against dateutil, and the rare dates by name."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.recurrence import BadRule, Recurrence, monthly_on

NOON = (time(12),)
DATES = st.dates(date(2024, 1, 1), date(2029, 12, 31))
WEEKDAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True
)
RULES = st.one_of(
    st.integers(1, 40).map(lambda n: f"FREQ=DAILY;INTERVAL={n}"),
    st.builds(
        lambda n, days: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(days)}",
        st.integers(1, 5),
        WEEKDAYS,
    ),
    st.integers(1, 6).map(lambda n: f"FREQ=WEEKLY;INTERVAL={n}"),
    st.integers(1, 31).map(lambda n: f"FREQ=MONTHLY;BYMONTHDAY={n}"),
    st.integers(1, 31).map(monthly_on),
    st.sampled_from(
        [
            "FREQ=DAILY",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=YEARLY",
            "FREQ=DAILY;BYDAY=MO,FR",
        ]
    ),
)


def listed(rule: str, start_on: date, count: int) -> list[date]:
    return list(islice(Recurrence(rule, start_on, NOON).dates_from(start_on), count))


@settings(max_examples=80, deadline=None)
@given(RULES, DATES, st.integers(0, 400))
def test_every_rule_names_the_dates_that_rfc_5545_names(
    rule: str, start_on: date, skipped: int
) -> None:
    first = start_on + timedelta(days=skipped)
    reference = rrulestr(rule, dtstart=datetime.combine(start_on, time()))
    expected = [
        each.date() for each in reference.xafter(datetime.combine(first, time()), 10, inc=True)
    ]
    assert list(islice(Recurrence(rule, start_on, NOON).dates_from(first), 10)) == expected


def test_a_yearly_rule_of_29_february_waits_for_the_next_leap_year() -> None:
    assert listed("FREQ=YEARLY", date(2028, 2, 29), 3) == [
        date(2028, 2, 29),
        date(2032, 2, 29),
        date(2036, 2, 29),
    ]
    assert listed("FREQ=YEARLY", date(2096, 2, 29), 2)[1] == date(2104, 2, 29)


def test_a_daily_rule_serves_29_february_2028() -> None:
    assert listed("FREQ=DAILY", date(2028, 2, 28), 3)[1] == date(2028, 2, 29)


def test_a_monthly_rule_of_the_31st_skips_short_months_and_monthly_on_does_not() -> None:
    months = [each.month for each in listed("FREQ=MONTHLY", date(2026, 1, 31), 4)]
    assert months == [1, 3, 5, 7]
    assert listed(monthly_on(31), date(2028, 1, 31), 4) == [
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
        date(2028, 4, 30),
    ]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("", "frequency"),
        ("FREQ=HOURLY", "frequency"),
        ("DTSTART:20260101\nRRULE:FREQ=DAILY", "frequency"),
        ("FREQ=DAILY;BYHOUR=8", "part"),
        ("FREQ=DAILY;INTERVAL=0", "interval"),
        ("FREQ=DAILY;INTERVAL=-1", "interval"),
        ("FREQ=DAILY;INTERVAL=two", "interval"),
        ("FREQ=DAILY;INTERVAL=9999", "interval"),
        ("FREQ=WEEKLY;BYDAY=XX", "syntax"),
        ("FREQ=MONTHLY;BYMONTHDAY=soon", "syntax"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never"),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=32", "never"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "part"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "part"),
        ("FREQ=DAILY;FREQ=WEEKLY", "part"),
        ("FREQ=DAILY;COUNT=0", "never"),
        ("FREQ=DAILY;UNTIL=20260303T000000Z", "syntax"),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(rule: str, reason: str) -> None:
    assert Recurrence.parse(rule, date(2026, 1, 1), NOON) == BadRule(reason)
    with pytest.raises(ValueError, match=reason):
        Recurrence(rule, date(2026, 1, 1), NOON)


@pytest.mark.parametrize("times", [(), (time(9), time(8)), (time(8), time(8))], ids=str)
def test_times_must_ascend(times: tuple[time, ...]) -> None:
    assert Recurrence.parse("FREQ=DAILY", date(2026, 1, 1), times) == BadRule("times")


def test_an_end_before_the_start_is_refused() -> None:
    refused = Recurrence.parse("FREQ=DAILY", date(2026, 1, 2), NOON, date(2026, 1, 1))
    assert refused == BadRule("until")


def test_a_count_ends_the_rule() -> None:
    counted = Recurrence("FREQ=DAILY;COUNT=3", date(2026, 1, 1), NOON)
    assert len(list(counted.dates_from(date(2026, 1, 1)))) == 3
    assert counted.first_date(date(2026, 1, 4)) is None
