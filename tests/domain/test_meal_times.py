"""Other hours on weekends or in the weeks of a fast: the dates and the count stay."""

from __future__ import annotations

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.meal_times import Variation, times_of
from bot.domain.phases import Phase, Phased, varied
from bot.domain.recurrence import Recurrence
from bot.domain.schedule import slots_from
from bot.domain.zone_move import shortest_gap

EIGHT, TEN, DAWN, DUSK = time(8), time(10), time(4, 45), time(19, 10)
WEEKEND = Variation((TEN,), frozenset({5, 6}))
FAST = Variation((DUSK,), first=date(2027, 2, 8), last=date(2027, 3, 9))
MONDAY, SATURDAY = date(2027, 2, 1), date(2027, 2, 6)


@pytest.mark.parametrize(
    ("day", "variations", "times"),
    [
        pytest.param(MONDAY, (WEEKEND, FAST), EIGHT, id="an ordinary day"),
        pytest.param(SATURDAY, (WEEKEND, FAST), TEN, id="a weekend"),
        pytest.param(date(2027, 2, 8), (WEEKEND, FAST), DUSK, id="the first day"),
        pytest.param(date(2027, 2, 13), (WEEKEND, FAST), DUSK, id="dates outrank weekdays"),
        pytest.param(date(2027, 3, 9), (WEEKEND, FAST), DUSK, id="the last day"),
        pytest.param(date(2027, 3, 10), (WEEKEND, FAST), EIGHT, id="and back"),
        pytest.param(SATURDAY, (WEEKEND, Variation((DAWN,), frozenset({5}))), TEN, id="first come"),
        pytest.param(
            SATURDAY, (Variation((DAWN, DUSK), frozenset({5})),), EIGHT, id="never more a day"
        ),
    ],
)
def test_the_times_of_a_day(day: date, variations: tuple[Variation, ...], times: time) -> None:
    assert times_of(variations, day, (EIGHT,)) == (times,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"local_times": (TEN,)},
        {"local_times": (TEN,), "weekdays": frozenset({1}), "first": MONDAY, "last": MONDAY},
        {"local_times": (TEN,), "first": MONDAY},
        {"local_times": (TEN,), "first": SATURDAY, "last": MONDAY},
        {"local_times": (TEN, EIGHT), "weekdays": frozenset({1})},
        {"local_times": (), "weekdays": frozenset({1})},
        {"local_times": (TEN,), "weekdays": frozenset({7})},
    ],
)
def test_what_is_no_variation(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Variation(**wrong)  # type: ignore[arg-type]


def test_a_plan_that_becomes_twice_a_day_leaves_the_variation_of_one_aside() -> None:
    phased = Phased(
        (
            Phase(MONDAY, "FREQ=DAILY", (EIGHT,)),
            Phase(date(2027, 2, 10), "FREQ=DAILY", (EIGHT, time(20))),
        )
    )
    calendar = varied(phased, (WEEKEND,))
    assert calendar.times_on(SATURDAY) == (TEN,)
    assert calendar.times_on(date(2027, 2, 13)) == (EIGHT, time(20))


def test_the_gap_is_that_of_the_closest_times_she_has_chosen() -> None:
    usual = Recurrence("FREQ=DAILY", MONDAY, (EIGHT, time(20)))
    assert shortest_gap(usual) == timedelta(hours=6)
    fast = Variation((time(19), time(23)), first=MONDAY, last=SATURDAY)
    assert shortest_gap(varied(usual, (fast,))) == timedelta(hours=2)
    assert varied(varied(usual, (fast,)), ()) == usual


TIMES = st.lists(
    st.integers(0, 1439).map(lambda m: time(m // 60, m % 60)), min_size=1, max_size=2, unique=True
).map(lambda times: tuple(sorted(times)))
SOME_DAYS = st.builds(Variation, TIMES, st.frozensets(st.integers(0, 6), min_size=1))
SOME_DATES = st.builds(
    lambda times, start, days: Variation(
        times,
        first=MONDAY + timedelta(days=start),
        last=MONDAY + timedelta(days=start + days),
    ),
    TIMES,
    st.integers(0, 60),
    st.integers(0, 40),
)


@settings(max_examples=60, deadline=None)
@given(TIMES, st.lists(st.one_of(SOME_DAYS, SOME_DATES), max_size=4))
def test_no_date_is_lost_and_none_has_more_slots(
    usual: tuple[time, ...], variations: list[Variation]
) -> None:
    plain = Recurrence("FREQ=DAILY", MONDAY, usual)
    zone, count = ZoneInfo("Asia/Karachi"), 100 * len(usual)
    names = [
        [(slot.local_date, slot.slot) for slot, _ in zip(slots, range(count), strict=False)]
        for slots in (
            slots_from(plain, zone, MONDAY),
            slots_from(varied(plain, tuple(variations)), zone, MONDAY),
        )
    ]
    assert names[0] == names[1]
