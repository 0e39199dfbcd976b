"""When a changed account raises a doubt, and when it does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.ownership import SILENCE, Sign, is_doubtful, read_sign, sign_of

ANN = sign_of("Ann", "Lee", "annlee")
LONG, SHORT = SILENCE, SILENCE - timedelta(seconds=1)


@pytest.mark.parametrize(
    ("known", "seen", "silent", "doubt"),
    [
        pytest.param(ANN, sign_of("Bo", None, None), LONG, True, id="another name, no handle"),
        pytest.param(ANN, sign_of("Bo", None, "bo"), LONG, True, id="another name and handle"),
        pytest.param(ANN, sign_of("Bo", None, "AnnLee"), LONG, False, id="the same handle"),
        pytest.param(ANN, sign_of("ann", "lee", None), LONG, False, id="the same name"),
        pytest.param(ANN, sign_of("Bo", None, "bo"), SHORT, False, id="not silent for long"),
        pytest.param(None, ANN, LONG, False, id="never seen before"),
        pytest.param(
            sign_of("Ann", None, None), sign_of("Bo", None, "bo"), LONG, True, id="never a handle"
        ),
    ],
)
def test_doubt(known: Sign | None, seen: Sign, silent: timedelta, doubt: bool) -> None:
    assert is_doubtful(known, seen, silent) is doubt


def test_nothing_of_a_name_can_be_read_from_its_sign() -> None:
    stored = ANN.as_json()
    assert "ann" not in str(stored).lower()
    assert read_sign(stored) == ANN
    assert read_sign(None) is None
    assert read_sign({"name": 5}) is None
