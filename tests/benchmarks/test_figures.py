"""The arithmetic under the benchmarks: a wrong median would be quoted for years."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from benchmarks.backlog import busiest_second
from benchmarks.figures import Goal, Section, quantile, ratio, spread
from benchmarks.plot import lateness_plot
from benchmarks.report import page

ONE_TO_HUNDRED = [float(n) for n in range(1, 101)]


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        (ONE_TO_HUNDRED, 0.5, 50.0),
        (ONE_TO_HUNDRED, 0.99, 99.0),
        (ONE_TO_HUNDRED, 1.0, 100.0),
        ([3.0], 0.99, 3.0),
        ([2.0, 1.0], 0.99, 2.0),
        ([1.0, float("inf")], 0.5, 1.0),
    ],
)
def test_quantile(values: Sequence[float], share: float, expected: float) -> None:
    assert quantile(values, share) == expected


def test_ratios_are_taken_round_by_round() -> None:
    drifting = ratio([10, 20, 40], [5, 10, 20])
    assert (drifting.median, drifting.low, drifting.high) == (2, 2, 2)
    assert spread([3, 1, 2]).median == 2


@pytest.mark.parametrize(
    ("instants", "most"),
    [([], 0), ([5.0], 1), ([0.0, 0.5, 0.99], 3), ([0.0, 1.0, 2.0], 1), ([2.0, 0.1, 0.9, 1.05], 3)],
)
def test_the_busiest_second_is_any_second_not_a_full_one(
    instants: Sequence[float], most: int
) -> None:
    assert busiest_second(instants) == most


def test_the_plot_is_a_picture_also_of_a_design_that_delivered_nothing() -> None:
    root = ElementTree.fromstring(lateness_plot({"good": [0.1, 0.2], "<bad>": []}, due=2))
    assert len([each for each in root if each.tag.endswith("polyline")]) == 1


def test_the_page_says_of_each_goal_whether_and_why_not() -> None:
    goals = (
        Goal("fast", "≤ 1", "0.5", True, "never shown"),
        Goal("small", "≤ 1", "2", False, "because"),
    )
    section = Section("One", "A note.", ("a", "b"), (("1", "2"),), goals)
    text = page([section], ["2 processors"], quick=True, seconds=60, picture="")
    assert "| fast | ≤ 1 | 0.5 | yes |  |" in text
    assert "| small | ≤ 1 | 2 | **no** | because |" in text
