"""The course's dates, its plans one after the other, and the dates that a clinic gives."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.course import (
    BadDate,
    after_course,
    check_end,
    check_plan_from,
    check_start,
    day_of_course,
)
from bot.domain.dated_event import (
    DatedEvent,
    EventState,
    Unusable,
    check_new,
    next_after,
    reminder_time,
    repeats_from,
    standing,
    useful_leads,
)
from bot.domain.plan import Plan, changes, plan_on, planned_dates, spans
from bot.domain.reading.appointments import Noted, read_noted
from bot.domain.reading.plain_text import Unread
from bot.domain.routine_kind import RoutineKind

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
TODAY = NOW.date()
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
D = date


def a_plan(number: int, since: date, *, withdrawn: bool = False, **facts: object) -> Plan:
    values = {"capsules": [20.0], "times_per_day": 1, "rule": "FREQ=DAILY", **facts}
    return Plan(
        number,
        effective_from=since,
        recorded_at=NOW,
        withdrawn_at=NOW if withdrawn else None,
        **values,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("ended", "month_over", "procedures"),
    [
        (D(2026, 11, 20), D(2026, 12, 21), D(2027, 5, 21)),
        (D(2027, 1, 31), D(2027, 3, 3), D(2027, 8, 1)),  # February: thirty days count
        (D(2028, 1, 30), D(2028, 3, 1), D(2028, 7, 31)),  # leap year
        (D(2026, 8, 31), D(2026, 10, 1), D(2027, 3, 1)),  # no 31 September, no 31 February
    ],
)
def test_after_the_last_capsule(ended: date, month_over: date, procedures: date) -> None:
    dates = after_course(ended)
    assert (dates.month_over, dates.procedures_from) == (month_over, procedures)


@settings(max_examples=80, deadline=None)
@given(DAYS)
def test_a_month_is_never_shorter_than_any_official_one(ended: date) -> None:
    dates = after_course(ended)
    assert dates.month_over - ended > timedelta(days=30)  # US; four weeks in the UK and Ireland
    assert dates.month_over < dates.silent_from < dates.procedures_from


def test_the_first_capsule_is_on_day_one() -> None:
    assert day_of_course(TODAY, TODAY) == 1
    assert day_of_course(D(2028, 2, 28), D(2028, 3, 1)) == 3  # over 29 February
    assert day_of_course(TODAY + timedelta(days=5), TODAY) == -4


@pytest.mark.parametrize(
    ("started", "ended", "change", "bad"),
    [
        (TODAY, None, None, None),
        (TODAY + timedelta(days=30), None, None, None),
        (TODAY + timedelta(days=400), None, None, BadDate.TOO_FAR),
        (D(2019, 1, 1), None, None, BadDate.TOO_LONG_AGO),
        (TODAY, TODAY - timedelta(days=1), None, BadDate.AFTER_END),
        (TODAY + timedelta(days=9), None, TODAY + timedelta(days=3), BadDate.AFTER_END),
    ],
)
def test_starts(
    started: date, ended: date | None, change: date | None, bad: BadDate | None
) -> None:
    assert check_start(started, TODAY, ended, change) is bad


def test_ends_and_plans_stay_within_the_course() -> None:
    before, after = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    assert check_end(TODAY, TODAY, None) is None
    assert check_end(before, TODAY, TODAY) is BadDate.BEFORE_START
    assert check_plan_from(before, TODAY, TODAY, None) is BadDate.BEFORE_START
    assert check_plan_from(after, TODAY, None, TODAY) is BadDate.AFTER_END
    assert check_plan_from(TODAY, TODAY, TODAY, TODAY) is None


STARTS = st.lists(st.tuples(DAYS, st.booleans()), min_size=1, max_size=6)


@settings(max_examples=100, deadline=None)
@given(STARTS)
def test_plans_leave_no_day_without_one_and_share_none(recorded: list[tuple[date, bool]]) -> None:
    history = [a_plan(n, day, withdrawn=gone) for n, (day, gone) in enumerate(recorded)]
    found = spans(history)
    standing_days = {day for day, gone in recorded if not gone}
    assert [each.since for each in found] == sorted(standing_days)
    for before, after in pairwise(found):
        assert before.until == after.since - timedelta(days=1)
        assert plan_on(history, after.since) == after.plan
    if found:
        assert found[-1].until is None
        assert plan_on(history, found[0].since - timedelta(days=1)) is None
        newest = max(
            p.id for p in history if p.effective_from == found[0].since and not p.withdrawn_at
        )
        assert found[0].plan.id == newest


def test_only_another_dose_is_a_change() -> None:
    days = [TODAY + timedelta(days=n) for n in range(4)]
    history = [
        a_plan(1, days[0]),
        a_plan(2, days[1]),
        a_plan(3, days[2], rule="FREQ=DAILY;INTERVAL=2"),
        a_plan(4, days[3], capsules=[40.0], withdrawn=True),
    ]
    assert changes(history) == (days[2],)


def test_the_dates_of_plans_in_a_row() -> None:
    history = [
        a_plan(1, D(2026, 11, 23), rule="FREQ=DAILY;INTERVAL=2"),
        a_plan(2, D(2026, 11, 30), rule="FREQ=WEEKLY;BYDAY=MO,TH"),
    ]
    found = [day.day for day, _ in planned_dates(history, D(2026, 11, 1), D(2026, 12, 4))]
    assert found == [23, 25, 27, 29, 30, 3]
    late = planned_dates(history, D(2026, 11, 1), D(2026, 11, 28), started_on=D(2026, 11, 26))
    assert [day.day for day, _ in late] == [26, 28]  # counted from the first capsule


def an_event(on: date, repeats: str | None = None) -> DatedEvent:
    return DatedEvent(
        *(1, 1, RoutineKind.BLOOD_TEST, on, None, repeats, None, EventState.PLANNED, None),
        NOW,
        NOW,
    )


@pytest.mark.parametrize(
    ("repeats", "on", "after", "expected"),
    [
        (None, D(2027, 1, 31), D(2027, 1, 31), None),
        ("monthly", D(2027, 1, 31), D(2027, 1, 31), D(2027, 2, 28)),
        ("monthly", D(2028, 1, 31), D(2028, 1, 31), D(2028, 2, 29)),
        ("days28", D(2027, 2, 5), D(2027, 2, 5), D(2027, 3, 5)),
        ("days28", D(2027, 2, 5), D(2027, 3, 20), D(2027, 4, 2)),
    ],
)
def test_the_next_date(repeats: str | None, on: date, after: date, expected: date | None) -> None:
    assert next_after(repeats_from(repeats, on), on, after) == expected


def test_the_31st_stays_the_31st_after_a_february() -> None:
    repeats = repeats_from("monthly", D(2027, 1, 31))
    february = next_after(repeats, D(2027, 1, 31), D(2027, 1, 31))
    assert february is not None
    assert next_after(repeats, february, february) == D(2027, 3, 31)


def test_a_date_without_an_answer_goes_on_after_a_day() -> None:
    monthly = an_event(D(2026, 11, 10), "monthly:10")
    assert standing(monthly, D(2026, 11, 11)).on_date == D(2026, 11, 10)
    assert standing(monthly, D(2026, 11, 13)).on_date == D(2026, 12, 10)
    assert standing(an_event(D(2026, 11, 10)), D(2027, 1, 1)).on_date == D(2026, 11, 10)


@pytest.mark.parametrize(
    ("on", "planned", "expected"),
    [
        (TODAY, [], None),
        (TODAY - timedelta(days=1), [], Unusable.PAST),
        (TODAY + timedelta(days=900), [], Unusable.TOO_FAR),
        (TODAY, [an_event(TODAY)], Unusable.TWICE),
        (TODAY, [an_event(TODAY + timedelta(days=n)) for n in range(1, 31)], Unusable.TOO_MANY),
    ],
    ids=["today", "past", "far", "twice", "many"],
)
def test_what_can_be_noted(on: date, planned: list[DatedEvent], expected: Unusable | None) -> None:
    assert check_new(RoutineKind.BLOOD_TEST, on, TODAY, planned) is expected


@pytest.mark.parametrize(
    ("at", "reminded", "leads"),
    [
        (None, time(9), (1, 0)),
        (time(14, 30), time(9), (1, 0)),
        (time(9, 30), time(7, 30), (1, 0)),
        (time(7, 30), time(7), (1, 0)),
        (time(6, 45), time(7), (1,)),  # over before anybody should be woken
    ],
)
def test_the_hour_of_a_reminder(at: time | None, reminded: time, leads: tuple[int, ...]) -> None:
    assert reminder_time(at) == reminded
    assert useful_leads((1, 0), at) == leads


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3 March 2027", Noted(D(2027, 3, 3))),
        ("3 March 2027 14:30", Noted(D(2027, 3, 3), time(14, 30))),
        ("3 March 2027 at 2:30 pm, City clinic", Noted(D(2027, 3, 3), time(14, 30), "City clinic")),
        ("March 3, 2027, City clinic", Noted(D(2027, 3, 3), None, "City clinic")),
        ("2027-03-03, 9:15, Dr Khan, room 4", Noted(D(2027, 3, 3), time(9, 15), "Dr Khan, room 4")),
        ("tomorrow\n10 am", Noted(TODAY + timedelta(days=1), time(10))),
        ("31 February 2027", Unread.OUT_OF_RANGE),
        ("soon, perhaps", Unread.UNCLEAR),
        ("", Unread.EMPTY),
    ],
)
def test_dates_with_times_and_places(typed: str, expected: Noted | Unread) -> None:
    assert read_noted(typed, TODAY) == expected
