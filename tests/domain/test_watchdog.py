"""The operator is told once, again when it grows, daily, and at the end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.watchdog import SAY_AGAIN_AFTER, Told, Verdict, judged

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("told", "overdue", "verdict"),
    [
        pytest.param(None, 0, Verdict.NOTHING, id="all is well"),
        pytest.param(None, 1, Verdict.TROUBLE, id="it begins"),
        pytest.param(Told(1, NOW - MINUTE), 1, Verdict.NOTHING, id="it goes on"),
        pytest.param(Told(1, NOW - MINUTE), 2, Verdict.TROUBLE, id="it grows"),
        pytest.param(Told(2, NOW - MINUTE), 1, Verdict.NOTHING, id="it shrinks"),
        pytest.param(Told(1, NOW - SAY_AGAIN_AFTER), 1, Verdict.TROUBLE, id="for a day"),
        pytest.param(Told(9, NOW - MINUTE), 0, Verdict.OVER, id="it is over"),
    ],
)
def test_what_is_told(told: Told | None, overdue: int, verdict: Verdict) -> None:
    assert judged(told, overdue, NOW) is verdict


@settings(max_examples=80)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=60))
def test_every_trouble_is_told_and_every_end(overdue: list[int]) -> None:
    """Looking every minute: whoever reads the chat knows at any time whether there is trouble."""
    told: Told | None = None
    believed = False
    for minute, count in enumerate(overdue):
        now = NOW + minute * MINUTE
        verdict = judged(told, count, now)
        if verdict is Verdict.TROUBLE:
            told, believed = Told(count, now), True
        elif verdict is Verdict.OVER:
            told, believed = None, False
        elif told is not None:
            told = Told(min(told.count, count), told.at)
        assert believed == (count > 0)
