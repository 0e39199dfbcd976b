"""What stands on labels, in the words of patients."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading.label import DAILY, Label, read_label, weekly
from bot.domain.reading.plain_text import Unread
from bot.domain.recurrence import BadRule, Recurrence

TODAY = date(2026, 11, 20)
EVERY_OTHER = "FREQ=DAILY;INTERVAL=2"
MON_WED_FRI = "FREQ=WEEKLY;BYDAY=MO,WE,FR"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("20 mg once", Label((20,), 1)),
        ("20 mg once a day", Label((20,), 1)),
        ("20mg daily with food", Label((20,), 1)),
        ("20 mg + 10 mg once daily", Label((20, 10), 1)),
        ("20 + 10 twice", Label((20, 10), 2)),
        ("2 x 20 mg twice a day", Label((20, 20), 2)),
        ("10 mg three times a day", Label((10,), 3)),
        ("40 mg every other day", Label((40,), 1, EVERY_OTHER)),
        ("40 mg on alternate days", Label((40,), 1, EVERY_OTHER)),
        ("20 + 10 mg on alternate days", Label((20, 10), 1, EVERY_OTHER)),
        ("10 mg every 3 days", Label((10,), 1, "FREQ=DAILY;INTERVAL=3")),
        ("10 mg three times a week", Label((10,), 1, None, 3)),
        ("10 mg 3x/week", Label((10,), 1, None, 3)),
        ("10 mg twice a week", Label((10,), 1, None, 2)),
        ("10 mg 3 times a week on mon, wed and fri", Label((10,), 1, MON_WED_FRI)),
        ("10 mg on Mon, Wed and Fri", Label((10,), 1, MON_WED_FRI)),
        ("20 mg monday to friday", Label((20,), 1, weekly(frozenset(range(5))))),
        ("20 mg once a day except sunday", Label((20,), 1, weekly(frozenset(range(6))))),
        ("20 mg 7 days a week", Label((20,), 1)),
        ("40 mg once a day from 1 December", Label((40,), 1, begins=date(2026, 12, 1))),
        ("20 mg una vez al día", Label((20,), 1)),
        ("20 mg dos veces al día con comida", Label((20,), 2)),
        ("20 mg cada dos días", Label((20,), 1, EVERY_OTHER)),
        ("10 mg tres veces por semana", Label((10,), 1, None, 3)),
        ("10 mg lunes, miércoles y viernes", Label((10,), 1, MON_WED_FRI)),
        ("20 mg una vez al día desde el 2026-12-01", Label((20,), 1, begins=date(2026, 12, 1))),
        ("20 mg روزانہ", Label((20,), 1)),
        ("20 mg دن میں دو بار", Label((20,), 2)),
        ("20 mg ایک دن چھوڑ کر", Label((20,), 1, EVERY_OTHER)),
        ("10 mg ہفتے میں تین بار", Label((10,), 1, None, 3)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_labels(typed: str, label: Label) -> None:
    assert read_label(typed, TODAY) == label


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Unread.EMPTY),
        ("20 mg", Unread.UNCLEAR),  # how often?
        ("once a day", Unread.UNCLEAR),
        ("whatever she said", Unread.UNCLEAR),
        ("20 g once", Unread.WRONG_UNIT),
        ("20 mg and 40 mg on alternate days", Unread.AMBIGUOUS),
        ("20 mg once a day from 31 February", Unread.OUT_OF_RANGE),
        ("20 mg once a day from soon", Unread.UNCLEAR),
        ("20 mg once " * 40, Unread.TOO_LONG),
    ],
)
def test_what_cannot_be_read_is_not_guessed(typed: str, why: Unread) -> None:
    assert read_label(typed, TODAY) is why


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"\A(\d{1,3} mg )?[a-z0-9 ,+]{0,40}\Z"))
def test_no_text_breaks_the_reading(typed: str) -> None:
    found = read_label(typed, TODAY)
    if isinstance(found, Label):
        assert found.capsules
        assert (found.rule is None) == (found.per_week is not None)
        if found.rule:
            assert not isinstance(Recurrence.parse(found.rule, TODAY, (time(8),)), BadRule)


def test_seven_weekdays_are_daily() -> None:
    assert weekly(frozenset(range(7))) == DAILY
