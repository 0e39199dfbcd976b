"""Bounds for typed plans, at each edge. Nothing here recommends a dose."""

from __future__ import annotations

import pytest

from bot.domain.dose_plan import (
    Accept,
    AskIfRight,
    Reason,
    Refuse,
    Verdict,
    check_age,
    check_capsule,
    check_course,
    check_plan,
    check_weight,
    is_minor,
    missed_dose_wording,
)

R = Reason


@pytest.mark.parametrize(
    ("years", "verdict"),
    [
        (-1, Refuse(R.NOT_AN_AGE)),
        (0, Refuse(R.UNDER_12)),
        (11, Refuse(R.UNDER_12)),
        (12, Accept()),
        (100, Accept()),
        (101, Refuse(R.NOT_AN_AGE)),
    ],
)
def test_age(years: int, verdict: Verdict) -> None:
    assert check_age(years) == verdict


def test_twelve_to_seventeen_are_minors() -> None:
    assert [years for years in range(10, 20) if is_minor(years)] == [12, 13, 14, 15, 16, 17]


@pytest.mark.parametrize(
    ("kg", "verdict"),
    [
        (24.9, Refuse(R.NOT_A_WEIGHT)),
        (25, AskIfRight((R.UNUSUAL_WEIGHT,))),
        (34.9, AskIfRight((R.UNUSUAL_WEIGHT,))),
        (35, Accept()),
        (150, Accept()),
        (150.1, AskIfRight((R.UNUSUAL_WEIGHT,))),
        (250, AskIfRight((R.UNUSUAL_WEIGHT,))),
        (250.1, Refuse(R.NOT_A_WEIGHT)),
        (float("nan"), Refuse(R.NOT_A_WEIGHT)),
    ],
)
def test_weight(kg: float, verdict: Verdict) -> None:
    assert check_weight(kg) == verdict


@pytest.mark.parametrize("mg", [5, 8, 10, 16, 20, 24, 25, 28, 30, 32, 35, 40])
def test_capsules_that_are_sold(mg: float) -> None:
    assert check_capsule(mg) == Accept()


@pytest.mark.parametrize("mg", [0, -20, 2, 12, 20.5, 50, 80, 200])
def test_capsules_that_are_not(mg: float) -> None:
    assert check_capsule(mg) == Refuse(R.UNKNOWN_STRENGTH)


@pytest.mark.parametrize(
    ("capsules", "times", "days", "weight", "verdict"),
    [
        pytest.param([20], 1, 7, None, Accept(), id="a common plan"),
        pytest.param([10], 1, 3, 60, Accept(), id="low plans pass unremarked"),
        pytest.param([40, 40], 1, 7, 80, Accept(), id="80 mg at 1 mg/kg"),
        pytest.param([40, 40], 1, 7, None, Accept(), id="80 mg, weight unknown"),
        pytest.param([40, 5], 2, 7, 100, AskIfRight((R.DAILY_TOTAL,)), id="90 mg"),
        pytest.param([40], 2, 7, 79.9, AskIfRight((R.DAILY_TOTAL_FOR_WEIGHT,)), id="above 1 mg/kg"),
        pytest.param([10], 3, 7, 60, AskIfRight((R.DOSES_PER_DAY,)), id="three times"),
        pytest.param(
            [40],
            3,
            7,
            100,
            AskIfRight((R.DAILY_TOTAL, R.DAILY_TOTAL_FOR_WEIGHT, R.DOSES_PER_DAY)),
            id="all questions at once",
        ),
        pytest.param([20], 1, 7, 34, AskIfRight((R.UNUSUAL_WEIGHT,)), id="a light patient"),
        pytest.param([40, 40], 1, 7, 40, AskIfRight((R.DAILY_TOTAL_FOR_WEIGHT,)), id="2 mg/kg"),
        pytest.param([40, 40], 1, 7, 39.9, Refuse(R.DAILY_TOTAL_FOR_WEIGHT), id="above 2 mg/kg"),
        pytest.param([40, 40, 20], 2, 7, None, AskIfRight((R.DAILY_TOTAL,)), id="200 mg"),
        pytest.param([40, 40, 25], 2, 7, 200, Refuse(R.DAILY_TOTAL), id="above 200 mg"),
        pytest.param([], 1, 7, None, Refuse(R.NO_CAPSULE), id="no capsule"),
        pytest.param([20, 12], 1, 7, None, Refuse(R.UNKNOWN_STRENGTH), id="one odd capsule"),
        pytest.param([10], 0, 7, None, Refuse(R.DOSES_PER_DAY), id="never"),
        pytest.param([10], 4, 7, None, Refuse(R.DOSES_PER_DAY), id="four times"),
        pytest.param([10], 1, 0, None, Refuse(R.DAYS_PER_WEEK), id="on no day"),
        pytest.param([10], 1, 8, None, Refuse(R.DAYS_PER_WEEK), id="on eight days"),
        pytest.param([10], 1, 7, 20, Refuse(R.NOT_A_WEIGHT), id="an impossible weight"),
    ],
)
def test_a_plan(
    capsules: list[float], times: int, days: int, weight: float | None, verdict: Verdict
) -> None:
    assert check_plan(capsules, times, days, weight) == verdict


@pytest.mark.parametrize(
    ("months", "verdict"),
    [
        (0, Refuse(R.COURSE_LENGTH)),
        (9, Accept()),
        (9.5, AskIfRight((R.COURSE_LENGTH,))),
        (36, AskIfRight((R.COURSE_LENGTH,))),
        (36.5, Refuse(R.COURSE_LENGTH)),
    ],
)
def test_course(months: float, verdict: Verdict) -> None:
    assert check_course(months) == verdict


@pytest.mark.parametrize(
    ("country", "wording"),
    [
        ("US", "skip"),
        ("GB", "when_remembered"),
        ("gb", "when_remembered"),
        ("IE", "when_remembered"),
        ("DE", "when_remembered"),
        ("AU", "when_remembered"),
        ("NZ", "when_remembered"),
        ("SG", "when_remembered"),
        ("PK", "skip"),
        ("", "skip"),
        (None, "skip"),
    ],
)
def test_which_missed_dose_text(country: str | None, wording: str) -> None:
    assert missed_dose_wording(country) == wording
