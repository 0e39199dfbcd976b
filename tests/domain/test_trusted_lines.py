"""What a named person reads: only what was tapped, or not; never what was not asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.occurrence import OccurrenceState
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.trusted import Level
from bot.domain.trusted_lines import Count, Lines, Week, lines_for, next_line

START = datetime(2026, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 3, 9)
SILENT = {
    OccurrenceState.OPEN,
    OccurrenceState.MISSED_BY_SERVICE,
    OccurrenceState.HELD,
    OccurrenceState.CANCELLED,
}
DOSE, MOOD = RoutineKind.DOSE, RoutineKind.DAILY_MOOD
DONE, OPEN = OccurrenceState.DONE, OccurrenceState.UNANSWERED


def one(kind: RoutineKind, days_ago: int, state: OccurrenceState) -> Occurrence:
    day = MONDAY - timedelta(days=days_ago)
    at = datetime.combine(day, time(8), UTC)
    return Occurrence(1, 1, 1, kind, day, 0, at, 1, state, None, 1, None, None)


CASES = [
    ("nothing is nothing", Level.NOTHING, MONDAY, [one(DOSE, 1, OPEN)], Lines()),
    ("a day", Level.DOSES, MONDAY, [one(DOSE, 1, OPEN)], Lines(1)),
    ("recorded", Level.DOSES, MONDAY, [one(DOSE, 1, DONE)], Lines()),
    ("the day before", Level.DOSES, MONDAY, [one(DOSE, 2, OPEN)], Lines()),
    ("no week on a Tuesday", Level.ALL, MONDAY + timedelta(1), [one(DOSE, 3, DONE)], Lines()),
    (
        "a week",
        Level.ALL,
        MONDAY,
        [one(DOSE, 1, OPEN), one(DOSE, 2, DONE), one(RoutineKind.SUNSCREEN, 2, DONE)],
        Lines(1, Week(Count(1, 0, 1), Count(1, 0, 0))),
    ),
    ("mood is nobody's", Level.ALL, MONDAY, [one(MOOD, 1, OPEN), one(MOOD, 2, DONE)], Lines()),
]


@pytest.mark.parametrize(
    ("level", "today", "week", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_lines(level: Level, today: date, week: list[Occurrence], told: Lines) -> None:
    assert lines_for(level, today, week) == told


SHARED = [DOSE, RoutineKind.MOISTURIZER, RoutineKind.SUNSCREEN, RoutineKind.LIP_BALM]
NEVER = [kind for kind in RoutineKind if kind not in SHARED]


@settings(max_examples=80)
@given(
    st.sampled_from(Level),
    st.lists(
        st.builds(one, st.sampled_from(SHARED), st.integers(1, 7), st.sampled_from(OccurrenceState))
    ),
    st.lists(
        st.builds(one, st.sampled_from(NEVER), st.integers(1, 7), st.sampled_from(OccurrenceState))
    ),
    st.lists(
        st.builds(one, st.sampled_from(SHARED), st.integers(1, 7), st.sampled_from(sorted(SILENT)))
    ),
)
def test_what_is_not_shared_and_what_was_not_asked_changes_no_word(
    level: Level, shown: list[Occurrence], other: list[Occurrence], silent: list[Occurrence]
) -> None:
    assert lines_for(level, MONDAY, [*shown, *other, *silent]) == lines_for(level, MONDAY, shown)


@settings(max_examples=80)
@given(
    st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]),
)
def test_the_next_line_is_within_a_day_and_at_ten(at: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    found = next_line(at, zone)
    assert timedelta(0) < found - at <= timedelta(hours=25)
    assert found.astimezone(zone).time() == time(10)
