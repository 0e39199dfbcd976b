"""When a mood check-in is due: real dates, and what holds for every date."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.mood_cadence import (
    MoodFacts,
    Occasion,
    full_is_due,
    gentle_message_due,
    may_send,
    next_due,
)

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "Pacific/Pago_Pago",
    )
]


def next_checkin(zone: ZoneInfo, after: datetime, *, preferred: time = time(10)) -> datetime:
    """When the one after a check-in at `after` is due."""
    due = next_due(MoodFacts(last_at=after), zone, after, preferred=preferred)
    assert due is not None
    return due.at


def berlin(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        pytest.param(berlin(11, 2, 10), berlin(11, 16, 10), id="monday-to-monday"),
        pytest.param(berlin(11, 2, 23), berlin(11, 16, 10), id="late-evening-counts-as-its-day"),
        pytest.param(berlin(11, 7, 12), berlin(11, 23, 10), id="saturday-moves-to-monday"),
        pytest.param(berlin(3, 23, 10), berlin(4, 6, 10), id="over-the-clock-change"),
        pytest.param(berlin(10, 16, 10), berlin(10, 30, 10), id="friday-morning-is-allowed"),
    ],
)
def test_two_weeks_later(after: datetime, due: datetime) -> None:
    assert next_checkin(BERLIN, after) == due


@pytest.mark.parametrize(
    ("preferred", "local"),
    [
        (time(7), time(9)),
        (time(17, 30), time(17, 30)),
        (time(18), time(17)),
        (time(21), time(17)),
    ],
)
def test_the_preferred_time_is_kept_within_the_hours(preferred: time, local: time) -> None:
    due = next_checkin(BERLIN, berlin(11, 2, 10), preferred=preferred)
    assert due.astimezone(BERLIN).time() == local


def test_not_on_a_friday_evening() -> None:
    due = next_checkin(BERLIN, berlin(11, 6, 10), preferred=time(17))
    assert due.astimezone(BERLIN).strftime("%a %H:%M") == "Fri 14:00"


DONE = berlin(11, 2, 10)


@pytest.mark.parametrize(
    ("facts", "now", "at", "occasion", "full"),
    [
        pytest.param(
            MoodFacts(), berlin(11, 3, 8), berlin(11, 3, 10), Occasion.BASELINE, True, id="first"
        ),
        pytest.param(
            MoodFacts(), berlin(11, 3, 13, 5), berlin(11, 3, 13, 5), Occasion.BASELINE, True,
            id="first-after-the-usual-time-is-now",
        ),
        pytest.param(
            MoodFacts(), berlin(11, 6, 16), berlin(11, 9, 10), Occasion.BASELINE, True,
            id="friday-afternoon-waits-for-monday",
        ),
        pytest.param(
            MoodFacts(started_on=date(2026, 11, 10)), berlin(11, 3, 8), berlin(11, 10, 10),
            Occasion.BASELINE, True, id="day-one-in-the-future",
        ),
        pytest.param(
            MoodFacts(last_at=DONE, last_full_at=DONE), berlin(11, 3, 8), berlin(11, 16, 10),
            Occasion.REGULAR, False, id="regular",
        ),
        pytest.param(
            MoodFacts(last_at=DONE, last_full_at=berlin(10, 19, 10)), berlin(11, 3, 8),
            berlin(11, 16, 10), Occasion.REGULAR, True, id="monthly-is-the-full-form",
        ),
        pytest.param(
            MoodFacts(last_at=berlin(10, 19, 10), last_full_at=DONE, last_invited_at=DONE),
            berlin(11, 3, 8), berlin(11, 16, 10), Occasion.REGULAR, False,
            id="a-missed-invitation-is-not-sent-daily",
        ),
        pytest.param(
            MoodFacts(last_at=DONE, last_full_at=DONE, dose_changed_on=date(2026, 11, 5)),
            berlin(11, 5, 20), berlin(11, 6, 10), Occasion.DOSE_CHANGE, False,
            id="dose-change",
        ),
        pytest.param(
            MoodFacts(last_at=DONE, last_full_at=DONE, dose_changed_on=date(2026, 11, 1)),
            berlin(11, 3, 8), berlin(11, 16, 10), Occasion.REGULAR, False,
            id="dose-change-already-followed",
        ),
        pytest.param(
            MoodFacts(last_at=DONE, last_full_at=DONE, ended_on=date(2026, 11, 12)),
            berlin(11, 12, 8), berlin(11, 12, 10), Occasion.COURSE_END, True, id="course-end",
        ),
        pytest.param(
            MoodFacts(last_at=berlin(11, 12, 10), ended_on=date(2026, 11, 12)),
            berlin(11, 13, 8), berlin(12, 14, 10), Occasion.AFTER_COURSE, True,
            id="one-month-after-on-a-weekday",
        ),
    ],
)  # fmt: skip
def test_next_due(
    facts: MoodFacts, now: datetime, at: datetime, occasion: Occasion, full: bool
) -> None:
    due = next_due(facts, BERLIN, now)
    assert due is not None
    assert (due.at, due.occasion, due.full) == (at, occasion, full)


def test_nothing_is_due_once_the_three_months_are_over() -> None:
    facts = MoodFacts(last_at=berlin(11, 12, 10), ended_on=date(2026, 8, 12))
    assert next_due(facts, BERLIN, berlin(11, 13, 8)) is None


@pytest.mark.parametrize(("missed", "gentle"), [(0, False), (1, False), (2, True), (3, False)])
def test_two_missed_in_a_row_get_one_gentle_message(missed: int, gentle: bool) -> None:
    assert gentle_message_due(missed) is gentle


@pytest.mark.parametrize(
    ("last_full", "ended_on", "full"),
    [
        pytest.param(None, None, True, id="the-baseline"),
        pytest.param(berlin(11, 2, 10), None, False, id="two-weeks-after-a-full-one"),
        pytest.param(berlin(10, 19, 10), None, True, id="monthly"),
        pytest.param(berlin(11, 2, 10), date(2026, 11, 10), True, id="the-course-has-ended-since"),
        pytest.param(berlin(11, 12, 10), date(2026, 11, 10), False, id="done-after-the-end"),
        pytest.param(berlin(11, 2, 10), date(2026, 11, 20), False, id="the-course-ends-soon"),
        pytest.param(berlin(11, 2, 10), date(2026, 8, 16), True, id="three-months-after-the-end"),
    ],
)
def test_when_it_is_the_whole_form(
    last_full: datetime | None, ended_on: date | None, full: bool
) -> None:
    facts = MoodFacts(last_at=last_full, last_full_at=last_full, ended_on=ended_on)
    assert full_is_due(facts, BERLIN, berlin(11, 16, 10)) is full


# From 2020 to 2035, as seconds since the epoch.
instants = st.integers(1_577_836_800, 2_051_222_400).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


@settings(max_examples=150, deadline=None)
@given(instants, st.sampled_from(ZONES), st.times())
def test_invitations_leave_in_sending_hours_after_two_weeks(
    after: datetime, zone: ZoneInfo, preferred: time
) -> None:
    due = next_checkin(zone, after, preferred=preferred)
    assert may_send(due, zone)
    days = (due.astimezone(zone).date() - after.astimezone(zone).date()).days
    assert 14 <= days <= 16


@settings(max_examples=150, deadline=None)
@given(instants, st.sampled_from(ZONES), st.integers(0, 6))
def test_a_dose_change_is_followed_within_three_days(
    now: datetime, zone: ZoneInfo, since_last: int
) -> None:
    last = now - timedelta(days=since_last + 1)
    changed = now.astimezone(zone).date()
    due = next_due(MoodFacts(last_at=last, last_full_at=last, dose_changed_on=changed), zone, now)
    assert due is not None
    assert now <= due.at
    assert may_send(due.at, zone)
    assert (due.at.astimezone(zone).date() - changed).days <= 3
