"""Travelling in mid course: never two doses too close, no date lost without a trace."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.meal_times import Variation
from bot.domain.phases import varied
from bot.domain.schedule import Recurrence, Slot, next_due
from bot.domain.zone_move import Move, after_move, following, shortest_gap

ONCE = Recurrence("FREQ=DAILY", date(2026, 1, 1), (time(8),))
TWICE = Recurrence("FREQ=DAILY", date(2026, 1, 1), (time(8), time(20)))
GAP = timedelta(hours=12)
NEW_YORK, TOKYO = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
AUCKLAND, LOS_ANGELES = ZoneInfo("Pacific/Auckland"), ZoneInfo("America/Los_Angeles")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def march(day: int, slot: int, due_at: datetime) -> Slot:
    return Slot(date(2026, 3, day), slot, due_at)


def test_new_york_to_tokyo_delays_one_dose_by_an_hour_and_skips_no_date() -> None:
    last = march(10, 0, utc(2026, 3, 10, 12))  # 08:00 in New York
    move = after_move(ONCE, TOKYO, last, utc(2026, 3, 10, 22), GAP)
    assert move == Move(march(11, 0, utc(2026, 3, 11, 0)))  # 09:00 in Tokyo, not 08:00
    assert move.next is not None
    behind = following(ONCE, TOKYO, move.next, min_gap=GAP)
    assert behind == march(12, 0, utc(2026, 3, 11, 23))  # 08:00 again


def test_a_wider_gap_walks_back_to_the_usual_hour_day_by_day() -> None:
    slot: Slot | None = march(10, 0, utc(2026, 3, 10, 12))
    hours = []
    for _ in range(5):
        assert slot is not None
        slot = following(ONCE, TOKYO, slot, min_gap=timedelta(hours=20))
        assert slot is not None
        hours.append((slot.local_date.day, slot.due_at.astimezone(TOKYO).hour))
    assert hours == [(11, 17), (12, 13), (13, 9), (14, 8), (15, 8)]


def test_tokyo_to_new_york_serves_no_date_twice() -> None:
    last = march(10, 0, utc(2026, 3, 9, 23))  # 08:00 on the 10th in Tokyo
    move = after_move(ONCE, NEW_YORK, last, utc(2026, 3, 10, 3), GAP)
    assert move == Move(march(11, 0, utc(2026, 3, 11, 12)))


def test_a_dose_that_the_new_clock_has_passed_today_is_due_at_once() -> None:
    last = march(11, 0, utc(2026, 3, 11, 15))  # 08:00 in Los Angeles
    landed = utc(2026, 3, 12, 3, 30)  # 16:30 on the 12th in Auckland
    move = after_move(ONCE, AUCKLAND, last, landed, GAP)
    assert move == Move(march(12, 0, landed))


def test_it_waits_for_the_gap_while_its_date_lasts() -> None:
    last = march(11, 0, utc(2026, 3, 11, 15))
    move = after_move(ONCE, AUCKLAND, last, utc(2026, 3, 11, 20), GAP)  # 09:00 in Auckland
    assert move == Move(march(12, 0, utc(2026, 3, 12, 3)))  # 16:00


def test_a_date_that_is_over_is_reported_and_not_caught_up() -> None:
    last = march(10, 0, utc(2026, 3, 10, 15))  # 08:00 on the 10th in Los Angeles
    landed = utc(2026, 3, 11, 11, 30)  # 00:30 on the 12th in Auckland
    move = after_move(ONCE, AUCKLAND, last, landed, GAP)
    assert move.next == march(12, 0, utc(2026, 3, 11, 19))
    assert move.passed == (march(11, 0, utc(2026, 3, 10, 19)),)


def test_of_two_passed_doses_of_one_day_only_the_newest_is_asked() -> None:
    last = march(10, 1, utc(2026, 3, 11, 0))  # 20:00 on the 10th in New York
    landed = utc(2026, 3, 11, 12)  # 21:00 on the 11th in Tokyo
    move = after_move(TWICE, TOKYO, last, landed, timedelta(hours=6))
    assert move.next == march(11, 1, landed)
    assert [(slot.local_date.day, slot.slot) for slot in move.passed] == [(11, 0)]


def test_without_a_dose_before_it_simply_starts() -> None:
    move = after_move(ONCE, TOKYO, None, utc(2026, 3, 10, 22), GAP)
    assert move == Move(march(11, 0, utc(2026, 3, 10, 23)))


def test_a_course_that_is_over_has_nothing_next() -> None:
    ended = Recurrence("FREQ=DAILY", date(2026, 1, 1), (time(8),), until=date(2026, 3, 10))
    last = march(10, 0, utc(2026, 3, 10, 12))
    assert after_move(ended, TOKYO, last, utc(2026, 3, 10, 22), GAP) == Move(None)
    assert following(ended, TOKYO, last) is None


def test_shortest_gap_is_half_of_what_lies_between_two_slots() -> None:
    assert shortest_gap(ONCE) == timedelta(hours=12)
    assert shortest_gap(TWICE) == timedelta(hours=6)
    uneven = Recurrence("FREQ=DAILY", date(2026, 1, 1), (time(6), time(22)))
    assert shortest_gap(uneven) == timedelta(hours=4)


ZONES = st.sampled_from(
    [
        *("America/Los_Angeles", "America/New_York", "America/Santiago", "Europe/Berlin"),
        *("Asia/Kathmandu", "Asia/Tokyo", "Pacific/Auckland"),
        *("Pacific/Kiritimati", "Pacific/Pago_Pago"),
    ]
).map(ZoneInfo)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([ONCE, TWICE]), ZONES, ZONES, st.integers(0, 300), st.integers(0, 1440))
def test_wherever_one_goes_the_gap_is_kept_and_no_date_is_lost_or_served_twice(
    doses: Recurrence, old: ZoneInfo, new: ZoneInfo, day: int, minutes: int
) -> None:
    gap = shortest_gap(doses)
    last = following(doses, old, Slot(date(2026, 1, 1) + timedelta(days=day), 0, utc(2026, 1, 1)))
    assert last is not None
    behind = following(doses, old, last)
    assert behind is not None
    moved_at = last.due_at + (behind.due_at - last.due_at) * minutes / 1441
    move = after_move(doses, new, last, moved_at, gap)
    assert move.next is not None
    assert move.next.due_at >= last.due_at + gap
    assert move.next.due_at >= moved_at
    names = [(each.local_date, each.slot) for each in (last, *move.passed, move.next)]
    expected, slot = [names[0]], last
    while len(expected) < len(names):
        found = following(doses, new, slot)
        assert found is not None
        slot = found
        expected.append((slot.local_date, slot.slot))
    assert names == expected


# A whole course: days pass, she travels on, keeps her home clock for a while, eats at other hours.

FAST = Variation((time(19, 30),), first=date(2026, 2, 1), last=date(2026, 3, 2))
LATE = Variation((time(23),), frozenset({5, 6}))
EVENTS = st.one_of(
    st.tuples(st.just("hours"), st.integers(1, 70)),
    st.tuples(st.just("move"), ZONES),
    st.tuples(st.just("meals"), st.sampled_from([(), (FAST,), (LATE,), (FAST, LATE)])),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENTS, min_size=3, max_size=14), ZONES)
def test_whatever_happens_on_the_way_no_two_doses_come_close_and_no_date_is_lost(
    events: list[tuple[str, Any]], zone: ZoneInfo
) -> None:
    now, calendar = utc(2026, 1, 20, 12), varied(ONCE, ())
    upcoming = next_due(calendar, zone, now)
    served: list[Slot] = []
    passed: list[Slot] = []
    for what, value in events:
        if what == "hours":
            now += timedelta(hours=value)
            while upcoming is not None and upcoming.due_at <= now:
                served.append(upcoming)
                upcoming = following(calendar, zone, upcoming, min_gap=shortest_gap(calendar))
            continue
        if what == "move":
            zone = value
        else:
            calendar = varied(calendar, value)
        known = sorted([*served, *passed], key=lambda slot: (slot.local_date, slot.slot))
        last = None
        if known:
            due = max((slot.due_at for slot in served), default=known[-1].due_at)
            last = Slot(known[-1].local_date, known[-1].slot, due)
        step = after_move(calendar, zone, last, now, shortest_gap(calendar))
        passed += step.passed
        upcoming = step.next
    for one, other in pairwise(served):
        assert other.due_at - one.due_at >= GAP
    names = [slot.local_date for slot in sorted([*served, *passed])]
    assert len(set(names)) == len(names)
    if served:
        days = (max(names) - served[0].local_date).days + 1
        assert len([each for each in names if each >= served[0].local_date]) == days
