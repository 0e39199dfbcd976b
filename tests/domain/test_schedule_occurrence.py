"""The life of an occurrence: silence is never an answer, and nobody is nagged."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.occurrence import (
    POLICIES,
    SNOOZE_MINUTES,
    AskAgain,
    Backlog,
    GivenUp,
    OccurrenceState,
    RoutineKind,
    after_ask,
    can_become,
    expires_at,
    is_expired,
    is_late,
    is_wanted,
    snooze,
    split_backlog,
)
from bot.domain.schedule import Slot

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
S = OccurrenceState


def slot(hours_ago: float, index: int = 0) -> Slot:
    due_at = NOW - timedelta(hours=hours_ago)
    return Slot(due_at.date(), index, due_at)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_after_a_day_of_downtime_only_the_newest_is_sent() -> None:
    backlog = split_backlog([slot(27), slot(3), slot(15)], NOW, timedelta(hours=4))
    assert backlog == Backlog(slot(3), (slot(27), slot(15)))


def test_beyond_its_grace_even_the_newest_is_missed() -> None:
    assert split_backlog([slot(27), slot(5)], NOW, timedelta(hours=4)) == Backlog(
        None, (slot(27), slot(5))
    )
    assert split_backlog([slot(4)], NOW, timedelta(hours=4)) == Backlog(slot(4), ())


def test_two_doses_of_one_instant_are_not_sent_together() -> None:
    both = [slot(1, 0), slot(1, 1)]
    assert split_backlog(both, NOW, timedelta(hours=4)) == Backlog(slot(1, 1), (slot(1, 0),))


def test_no_backlog() -> None:
    assert split_backlog([], NOW, timedelta(hours=4)) == Backlog(None, ())
    with pytest.raises(ValueError, match="future"):
        split_backlog([slot(-1)], NOW, timedelta(hours=4))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 100), max_size=8, unique=True), st.integers(0, 50))
def test_every_slot_of_a_backlog_is_accounted_for_once(ages: list[float], grace: int) -> None:
    slots = [slot(age) for age in ages]
    backlog = split_backlog(slots, NOW, timedelta(hours=grace))
    sent = () if backlog.to_send is None else (backlog.to_send,)
    assert sorted((*backlog.missed, *sent)) == sorted(slots)


def test_a_dose_is_asked_again_twice_and_then_left_alone() -> None:
    first = after_ask(RoutineKind.DOSE, NOW, NOW, 1)
    assert first == AskAgain(NOW + minutes(30))
    second = after_ask(RoutineKind.DOSE, NOW, NOW + minutes(30), 2)
    assert second == AskAgain(NOW + minutes(120))
    assert after_ask(RoutineKind.DOSE, NOW, NOW + minutes(120), 3) == GivenUp(NOW + minutes(240))


def test_nothing_is_asked_again_past_its_expiry() -> None:
    asked_late = NOW + minutes(235)
    assert after_ask(RoutineKind.DOSE, NOW, asked_late, 1) == GivenUp(NOW + minutes(240))
    asked_too_late = NOW + minutes(300)
    assert after_ask(RoutineKind.DOSE, NOW, asked_too_late, 1) == GivenUp(asked_too_late)


def test_only_doses_are_asked_again() -> None:
    asked_again = [k for k in RoutineKind if isinstance(after_ask(k, NOW, NOW, 1), AskAgain)]
    assert asked_again == [RoutineKind.DOSE]


@pytest.mark.parametrize("length", SNOOZE_MINUTES)
def test_an_expired_snooze_asks_once(length: int) -> None:
    snoozed = snooze(NOW, length)
    assert not snoozed.asks(NOW + minutes(length) - timedelta(seconds=1))
    assert snoozed.asks(NOW + minutes(length))
    assert not snoozed.once_asked().asks(NOW + minutes(length))
    assert not snoozed.once_asked().asks(NOW + timedelta(days=1))


def test_other_snoozes_do_not_exist() -> None:
    with pytest.raises(ValueError, match="snooze"):
        snooze(NOW, 45)


def test_every_kind_has_a_policy_with_a_reason() -> None:
    assert set(POLICIES) == set(RoutineKind)
    assert all(policy.reason and policy.grace > timedelta(0) for policy in POLICIES.values())


def test_only_the_dose_is_held_and_only_contraception_ignores_a_pause() -> None:
    assert [k for k in RoutineKind if not is_wanted(k, held=True, paused=False)] == [
        RoutineKind.DOSE
    ]
    assert [k for k in RoutineKind if is_wanted(k, held=False, paused=True)] == [
        RoutineKind.CONTRACEPTION
    ]
    assert is_wanted(RoutineKind.CONTRACEPTION, held=True, paused=True)


def test_late_and_expired() -> None:
    assert not is_late(NOW, NOW + minutes(10))
    assert is_late(NOW, NOW + minutes(11))
    assert expires_at(RoutineKind.SUNSCREEN, NOW) == NOW + minutes(60)
    assert not is_expired(RoutineKind.SUNSCREEN, NOW, NOW + minutes(60))
    assert is_expired(RoutineKind.SUNSCREEN, NOW, NOW + minutes(61))


def test_only_the_patient_changes_what_is_no_longer_open() -> None:
    closed = [state for state in S if state is not S.OPEN]
    reachable = {target for state in closed for target in S if can_become(state, target)}
    assert reachable == {S.DONE, S.SKIPPED, S.OPEN}
    assert {state for state in closed if can_become(state, S.OPEN)} == {S.DONE, S.SKIPPED}
    assert not any(can_become(S.CANCELLED, target) for target in S)


def test_silence_ends_as_unanswered_or_missed_but_never_as_done() -> None:
    assert can_become(S.OPEN, S.UNANSWERED)
    assert can_become(S.OPEN, S.MISSED_BY_SERVICE)
    assert not can_become(S.UNANSWERED, S.MISSED_BY_SERVICE)


def test_slots_are_ordered_by_date_then_slot() -> None:
    assert Slot(date(2026, 1, 1), 1, NOW) < Slot(date(2026, 1, 2), 0, NOW)
