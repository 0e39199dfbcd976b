"""Every figure against a plain re-count of the rows it was made from."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.history import Complaint, History, Mark, history_of
from bot.domain.occurrence import OccurrenceState
from bot.domain.plain_json import from_plain, to_plain
from bot.domain.plan import Plan
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier

TODAY = date(2026, 11, 22)
ONE_DAY = timedelta(days=1)
SAYS = {
    OccurrenceState.DONE: Mark.TAKEN,
    OccurrenceState.SKIPPED: Mark.SKIPPED,
    OccurrenceState.UNANSWERED: Mark.UNANSWERED,
    OccurrenceState.HELD: Mark.HELD,
    OccurrenceState.MISSED_BY_SERVICE: Mark.UNKNOWN,
    OccurrenceState.OPEN: Mark.OPEN,
}


def occurrence(
    on: date,
    state: OccurrenceState,
    slot: int = 0,
    kind: RoutineKind = RoutineKind.DOSE,
) -> Occurrence:
    due = datetime.combine(on, time(8 + slot), UTC)
    number = on.toordinal() * 10 + slot
    return Occurrence(number, 1, 1, kind, on, slot, due, 1, state, None, 1, None, due)


def plan(since: date, times: int = 1, rule: str = "FREQ=DAILY", number: int = 1) -> Plan:
    return Plan(number, [20], times, rule, since, datetime.combine(since, time(6), UTC))


def named(labels: list[Plan], on: date) -> int:
    """How many doses the label of that day names, by hand."""
    begun = [each for each in labels if each.effective_from <= on < TODAY]
    if not begun:
        return 0
    label = max(begun, key=lambda each: (each.effective_from, each.id))
    if "INTERVAL=2" in label.rule and (on - label.effective_from).days % 2:
        return 0
    if "BYDAY" in label.rule and on.weekday() not in (0, 2, 4):
        return 0
    return label.times_per_day


def history(first: date, last: date, **facts: object) -> History:
    given_: dict[str, object] = {"occurrences": (), "plans": (), "today": TODAY} | facts
    return history_of(first, last, **given_)  # type: ignore[arg-type]


days = st.integers(0, 40).map(lambda back: TODAY - back * ONE_DAY)
rows = st.lists(
    st.builds(
        occurrence,
        days,
        st.sampled_from(OccurrenceState),
        st.integers(0, 2),
        st.sampled_from((RoutineKind.DOSE, RoutineKind.SUNSCREEN)),
    ),
    max_size=60,
    unique_by=lambda each: (each.kind, each.local_date, each.slot),
)
plans = st.lists(
    st.builds(
        plan,
        days,
        st.integers(1, 3),
        st.sampled_from(("FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,WE,FR")),
        st.integers(1, 100),
    ),
    max_size=3,
    unique_by=lambda each: each.id,
)
complaints = st.lists(
    st.builds(Complaint, days, st.sampled_from(("S01", "S08")), st.sampled_from(Tier)), max_size=12
)
moods = st.dictionaries(days, st.sampled_from(("good", "low")), max_size=20)


@settings(max_examples=150)
@given(rows, plans, complaints, moods, days, days)
def test_every_figure_is_a_count_of_rows(
    found: list[Occurrence],
    labels: list[Plan],
    reports: list[Complaint],
    words: dict[date, str],
    one: date,
    other: date,
) -> None:
    first, last = sorted((one, other))
    seen = history(
        first,
        last,
        occurrences=reversed(found),
        plans=labels,
        complaints=reports,
        moods=words.items(),
    )
    inside = [
        row
        for row in found
        if row.kind is RoutineKind.DOSE and first <= row.local_date <= last and row.state in SAYS
    ]
    recount = Counter(SAYS[row.state] for row in inside)
    counts = seen.counts()
    for mark in Mark:
        if mark is not Mark.UNKNOWN:
            assert counts[mark] == recount[mark]
    # Unknown: what the service missed, and what a plan named and no row speaks of; never less.
    missing = 0
    for day in seen.days:
        here = sum(row.local_date == day.on for row in inside)
        missing += max(0, named(labels, day.on) - here)
    assert counts[Mark.UNKNOWN] == recount[Mark.UNKNOWN] + missing
    assert [day.on for day in seen.days] == [
        first + number * ONE_DAY for number in range((last - first).days + 1)
    ]
    by_month = seen.counts_by_month()
    assert {mark: sum(each[mark] for each in by_month.values()) for mark in Mark} == counts
    assert dict(seen.moods) == {on: word for on, word in words.items() if first <= on <= last}
    assert {(s, on) for s, dates in seen.complaint_days().items() for on in dates} == {
        (each.symptom, each.on) for each in reports if first <= each.on <= last
    }


@given(rows, plans, complaints, moods)
@settings(max_examples=30)
def test_it_travels_as_json_and_comes_back_the_same(
    found: list[Occurrence], labels: list[Plan], reports: list[Complaint], words: dict[date, str]
) -> None:
    seen = history(
        TODAY - 40 * ONE_DAY,
        TODAY,
        occurrences=found,
        plans=labels,
        complaints=reports,
        moods=words.items(),
    )
    assert from_plain(History, to_plain(seen)) == seen


@pytest.mark.parametrize(
    ("rule", "times", "expected"),
    [
        pytest.param("FREQ=DAILY", 1, 7, id="daily"),
        pytest.param("FREQ=DAILY", 2, 14, id="twice-daily"),
        pytest.param("FREQ=DAILY;INTERVAL=2", 1, 4, id="alternate-days"),
        pytest.param("FREQ=WEEKLY;BYDAY=MO,WE,FR", 1, 3, id="three-days-a-week"),
        pytest.param("FREQ=NONSENSE", 1, 0, id="a-rule-nobody-can-read-names-nothing"),
    ],
)
def test_a_week_without_a_row_is_unknown_as_far_as_the_plan_names_doses(
    rule: str, times: int, expected: int
) -> None:
    week = TODAY - 7 * ONE_DAY
    seen = history(week, TODAY - ONE_DAY, plans=[plan(week, times, rule)])
    assert seen.counts()[Mark.UNKNOWN] == expected
    assert seen.empty


def test_nothing_is_missing_today_after_the_course_or_before_the_plan() -> None:
    ended = TODAY - 3 * ONE_DAY
    seen = history(
        TODAY - 9 * ONE_DAY, TODAY, plans=[plan(TODAY - 6 * ONE_DAY)], course_ended_on=ended
    )
    unknown = [day.on for day in seen.days if day.doses]
    assert unknown == [TODAY - n * ONE_DAY for n in (6, 5, 4, 3)]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="no day"):
        history(TODAY, TODAY - ONE_DAY)
