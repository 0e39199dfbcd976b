"""Capsules at home: what is sure, what is not, and when they run out."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.plan import Plan
from bot.domain.reading.plain_text import Unread
from bot.domain.stock import (
    Certainty,
    StockCount,
    Used,
    left,
    read_stock,
    refill_leads,
    runs_out,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday
TODAY = NOW.date()
TWENTY_TEN = [20.0, 10.0]


def a_plan(capsules: list[float], since: date = TODAY - timedelta(days=60)) -> Plan:
    return Plan(1, capsules, 1, "FREQ=DAILY", since, NOW)


def counted(**by_mg: int) -> StockCount:
    capsules = {float(name.removeprefix("mg")): many for name, many in by_mg.items()}
    return StockCount(1, capsules, TODAY, NOW)


def days(count: int) -> list[date]:
    return [TODAY + timedelta(days=n) for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("typed", "strengths", "expected"),
    [
        ("24", [20.0], {20.0: 24}),
        ("24 capsules", [20.0], {20.0: 24}),
        ("0", [20.0], {20.0: 0}),
        ("٢٤", [20.0], {20.0: 24}),
        ("30 x 20 mg + 15 x 10 mg", TWENTY_TEN, {20.0: 30, 10.0: 15}),
        ("30 of 20 mg and 15 of 10 mg", TWENTY_TEN, {20.0: 30, 10.0: 15}),
        ("20 mg: 30, 10 mg: 15", TWENTY_TEN, {20.0: 30, 10.0: 15}),
        ("24 cápsulas", [20.0], {20.0: 24}),
        ("-3", [20.0], Unread.OUT_OF_RANGE),
        ("minus 3", [20.0], Unread.OUT_OF_RANGE),
        ("5000", [20.0], Unread.OUT_OF_RANGE),
        ("24", TWENTY_TEN, Unread.AMBIGUOUS),
        ("24", [], Unread.AMBIGUOUS),
        ("2.5", [20.0], Unread.UNCLEAR),
        ("plenty", [20.0], Unread.UNCLEAR),
        ("", [20.0], Unread.EMPTY),
    ],
)
def test_typed_counts(
    typed: str, strengths: list[float], expected: dict[float, int] | Unread
) -> None:
    assert read_stock(typed, strengths) == expected


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 60),
    st.integers(0, 60),
    st.lists(st.sampled_from(Certainty), max_size=50),
)
def test_what_is_left_against_a_plain_count(
    twenties: int, tens: int, doses: list[Certainty]
) -> None:
    history = [a_plan(TWENTY_TEN)]
    found = left(counted(mg20=twenties, mg10=tens), [Used(TODAY, each) for each in doses], history)
    many = Counter(doses)
    taken = many[Certainty.TAKEN]
    assert found.at_most == {20.0: twenties - taken, 10.0: tens - taken}
    assert found.unknown_doses == many[Certainty.UNKNOWN]
    assert found.fits == (taken <= min(twenties, tens))
    for mg, at_least in found.at_least.items():
        assert at_least <= found.at_most[mg]
        if found.at_most[mg] >= 0:
            assert at_least == max(0, found.at_most[mg] - found.unknown_doses)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 40), st.integers(1, 3))
def test_one_strength_lasts_as_many_doses_as_it_covers(many: int, in_a_dose: int) -> None:
    history = [a_plan([20.0] * in_a_dose)]
    day = runs_out({20.0: many}, days(60), history, TODAY)
    assert day == TODAY + timedelta(days=1 + many // in_a_dose)


def test_the_scarcer_strength_decides_and_a_change_of_plan_counts() -> None:
    mixed = [a_plan(TWENTY_TEN)]
    assert runs_out({20.0: 30, 10.0: 2}, days(30), mixed, TODAY) == days(3)[-1]
    changed = [a_plan([20.0]), Plan(2, [10.0], 1, "FREQ=DAILY", days(3)[-1], NOW)]
    assert runs_out({20.0: 30}, days(30), changed, TODAY) == days(3)[-1]
    assert runs_out({20.0: 30}, days(10), [a_plan([20.0])], TODAY) is None  # the course ends first


@pytest.mark.parametrize(
    ("runs_out_on", "lead", "dates"),
    [
        (date(2026, 12, 11), 7, ["2026-12-04", "2026-12-09"]),
        (date(2026, 12, 13), 7, ["2026-12-04", "2026-12-11"]),  # a Sunday: the Friday before
        (date(2026, 11, 24), 7, ["2026-11-21"]),  # both are over: tomorrow
        (date(2026, 11, 20), 7, []),  # today: a reminder would be late
    ],
)
def test_when_to_remind(runs_out_on: date, lead: int, dates: list[str]) -> None:
    leads = refill_leads(runs_out_on, lead, TODAY)
    assert [str(runs_out_on - timedelta(days=each)) for each in leads] == dates


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 200), st.sampled_from([3, 5, 7, 10, 14]))
def test_no_reminder_in_the_past_nor_too_late(ahead: int, lead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    for each in refill_leads(day, lead, TODAY):
        assert TODAY <= day - timedelta(days=each) <= day
