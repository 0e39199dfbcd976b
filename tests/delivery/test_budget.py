"""The budget's rules: tables with explicit instants, and properties for any sequence."""

from __future__ import annotations

import json
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.budget import DEFAULT_RETRY_AFTER, SendBudget
from bot.delivery.chat_limits import CHAT_BURST, GROUP_LIMIT, GROUP_WINDOW
from bot.delivery.floods import CHATS, LOWER_TO, RECOVERY
from bot.delivery.pace import WINDOW
from bot.domain.send_outcome import (
    NotSent,
    NotSentReason,
    Outcome,
    Sent,
    Uncertain,
    UncertainReason,
)
from tests.delivery.simulation import START, flood, most_in_window

GROUP = -100_500
ACCEPTED = Sent(1)


def send(
    budget: SendBudget, chat: int, at: float, outcome: Outcome = ACCEPTED, *, talk: bool = True
) -> None:
    budget.started(chat, START + at, interactive=talk)
    budget.finished(chat, outcome, START + at, interactive=talk)


def free_in(budget: SendBudget, chat: int, at: float) -> float:
    return round(budget.chat_free_at(chat, START + at, interactive=True) - START - at, 6)


def test_an_idle_bot_may_answer_a_whole_seconds_worth_of_people_at_once() -> None:
    allowance = SendBudget(30).allowance(START)
    assert allowance.total == 30
    assert 1 <= allowance.bulk <= 4


def test_a_full_window_says_when_it_opens() -> None:
    budget = SendBudget(30)
    for number in range(30):
        send(budget, number, number / 1000)
    full = budget.allowance(START + 0.5)
    assert (full.total, full.bulk, full.next_at) == (0, 0, START + WINDOW)
    assert budget.allowance(full.next_at).total == 1


def test_bulk_keeps_its_distance_while_people_need_not() -> None:
    budget = SendBudget(30)
    while bulk := budget.allowance(START).bulk:
        send(budget, bulk, 0, talk=False)
    waiting = budget.allowance(START)
    assert waiting.total > 20
    assert 0 < waiting.next_at - START <= 1 / 29
    assert budget.allowance(waiting.next_at).bulk == 1


def test_the_reserve_of_connections_is_closed_to_bulk() -> None:
    budget = SendBudget(30, max_in_flight=6, reserve=2)
    for number in range(4):
        budget.started(number, START + number, interactive=False)
    hanging = budget.allowance(START + 10)
    assert (hanging.total, hanging.bulk) == (2, 0)
    budget.started(10, START + 10, interactive=True)
    budget.started(11, START + 10, interactive=True)
    assert budget.allowance(START + 20).total == 0
    assert budget.allowance(START + 20).next_at == inf
    budget.finished(0, Uncertain(UncertainReason.READ_TIMEOUT), START + 20, interactive=False)
    assert budget.allowance(START + 20).bulk == 1


@pytest.mark.parametrize(
    ("chat", "earlier", "at", "wait"),
    [
        (5, [], 0, 0),
        (5, [0] * 4, 0, 0),
        (5, [0] * 5, 0, 1),
        (5, [0] * 5, 0.4, 0.6),
        (5, [0] * 5, 1, 0),
        (5, [0] * 5 + [1], 1, 1),
        (5, [0] * 5, 5, 0),
        (GROUP, [0] * 5, 0, 1),
        (GROUP, list(range(19)), 19, 0),
        (GROUP, list(range(20)), 20, 41),
        (GROUP, list(range(20)), 61, 0),
        (5, list(range(20)), 20, 0),
    ],
)
def test_one_chat_waits_for_its_own_limit(
    chat: int, earlier: list[float], at: float, wait: float
) -> None:
    budget = SendBudget(30)
    for start in earlier:
        send(budget, chat, start)
    assert free_in(budget, chat, at) == wait
    assert free_in(budget, 6, at) == 0


def test_one_send_of_a_kind_is_under_way_in_a_chat() -> None:
    budget = SendBudget(30)
    budget.started(5, START, interactive=False)
    assert budget.chat_free_at(5, START + 9, interactive=False) == inf
    assert budget.may_send(5, START + 9, interactive=True)
    with pytest.raises(ValueError, match="under way"):
        budget.started(5, START + 9, interactive=False)
    budget.finished(5, Sent(1), START + 9, interactive=False)
    assert budget.may_send(5, START + 9, interactive=False)
    with pytest.raises(KeyError):
        budget.finished(5, Sent(1), START + 9, interactive=False)


def test_a_flood_holds_its_chat_until_the_time_telegram_named() -> None:
    budget = SendBudget(30)
    send(budget, 5, 0, flood(20))
    assert free_in(budget, 5, 1) == 19
    assert free_in(budget, 5, 20) == 0
    assert free_in(budget, 6, 1) == 0
    assert budget.allowance(START + 1).total > 0
    assert budget.rate(START + 1) == 30


def test_a_flood_without_a_time_waits_the_default() -> None:
    budget = SendBudget(30)
    send(budget, 5, 0, NotSent(NotSentReason.FLOOD))
    assert free_in(budget, 5, 0) == DEFAULT_RETRY_AFTER


@pytest.mark.parametrize(
    ("floods", "held_for"),
    [
        ([(1, 0, 5), (2, 1, 6)], 0),
        ([(1, 0, 5), (1, 2, 5), (1, 4, 5)], 0),
        ([(1, 0, 5), (2, 1, 7), (3, 2, 6)], 5),
        ([(1, 0, 3600), (2, 1, 3), (3, 2, 3)], 3),
        ([(1, 0, 5), (2, 6, 5), (3, 12, 5)], 0),
    ],
    ids=["two chats", "one chat thrice", "three chats", "one has hours", "far apart"],
)
def test_floods_in_several_chats_hold_everyone(
    floods: list[tuple[int, float, float]], held_for: float
) -> None:
    budget = SendBudget(30)
    for chat, at, retry_after in floods:
        send(budget, chat, at, flood(retry_after))
    last = START + floods[-1][1]
    allowance = budget.allowance(last)
    assert (allowance.total == 0) == (held_for > 0)
    if held_for:
        assert allowance.next_at == last + held_for
        assert budget.allowance(allowance.next_at).total > 0
        assert budget.rate(allowance.next_at) == pytest.approx(30 * LOWER_TO)
    else:
        assert budget.rate(last) == 30


def test_the_learnt_rate_comes_back_slowly_and_never_beyond_the_set_one() -> None:
    budget = SendBudget(30)
    for chat in range(CHATS):
        send(budget, chat, 0, flood(2))
    rates = [budget.rate(START + 2 + at) for at in (0, 60, 120, RECOVERY, 10 * RECOVERY)]
    assert rates == pytest.approx([21, 24, 27, 30, 30])


def test_answers_to_sends_from_before_the_hold_teach_nothing_new() -> None:
    budget = SendBudget(30)
    for chat in range(30):
        budget.started(chat, START + chat / 1000, interactive=True)
    for chat in range(30):
        budget.finished(chat, flood(4), START + 1, interactive=True)
    assert budget.rate(START + 5) == pytest.approx(21)
    assert budget.allowance(START + 5).total == 21


def test_pauses_survive_a_restart_as_json() -> None:
    before = SendBudget(30)
    send(before, 9, 0, flood(7200))
    send(before, 8, 0, flood(1))
    for chat in range(CHATS):
        send(before, chat, 20, flood(30))
    stored = json.dumps(before.pauses(START + 21))
    assert '"8"' not in stored

    after = SendBudget(30)
    after.restore(json.loads(stored))
    assert after.allowance(START + 22) == before.allowance(START + 22)
    assert free_in(after, 9, 3600) == 3600
    assert after.rate(START + 50) == pytest.approx(before.rate(START + 50)) == pytest.approx(21)


@pytest.mark.parametrize(
    "arguments", [{"rate_per_second": 0.5}, {"max_in_flight": 4, "reserve": 4}]
)
def test_impossible_settings_are_refused(arguments: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        SendBudget(**arguments)


steps = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.0, 0.01, 0.04, 0.3, 1.0, 7.0]),  # time that passes before
        st.sampled_from([1, 2, 3, GROUP]),
        st.booleans(),  # interactive
        st.sampled_from([None, None, None, 0.5, 4.0, 70.0]),  # retry_after of a flood
        st.booleans(),  # restart after it
    ),
    max_size=200,
)


@settings(max_examples=60, deadline=None)
@given(steps=steps, rate=st.sampled_from([1, 2, 5, 30]))
def test_whatever_happens_no_limit_is_exceeded_and_every_pause_is_kept(
    steps: list[tuple[float, int, bool, float | None, bool]], rate: int
) -> None:
    """A greedy dispatcher that sends whatever it is allowed to, killed now and then."""
    budget, now = SendBudget(rate), START
    life: list[float] = []  # the starts of this process: a new one has counted none
    chats: dict[int, list[float]] = {}
    held: dict[int, float] = {}
    for passed, chat, interactive, retry_after, restart in steps:
        now += passed
        allowance = budget.allowance(now)
        assert 0 <= allowance.bulk <= allowance.total <= rate
        assert allowance.next_at > now
        room = allowance.total if interactive else allowance.bulk
        if room and budget.may_send(chat, now, interactive=interactive):
            assert held.get(chat, 0) <= now
            budget.started(chat, now, interactive=interactive)
            life.append(now)
            chats.setdefault(chat, []).append(now)
            outcome = Sent(1) if retry_after is None else flood(retry_after)
            budget.finished(chat, outcome, now, interactive=interactive)
            if retry_after is not None:
                held[chat] = max(held.get(chat, 0), now + retry_after)
        if restart:
            pauses = json.loads(json.dumps(budget.pauses(now)))
            budget = SendBudget(rate)
            budget.restore(pauses)
            assert most_in_window(life, 1.0) <= rate
            life, chats = [], {}
    assert most_in_window(life, 1.0) <= rate
    for starts in chats.values():
        for seconds in (1.0, 2.0, 10.0):
            assert most_in_window(starts, seconds) <= CHAT_BURST + seconds
    assert most_in_window(chats.get(GROUP, []), GROUP_WINDOW) <= GROUP_LIMIT


@settings(max_examples=60, deadline=None)
@given(
    kinds=st.lists(st.tuples(st.booleans(), st.floats(0, 0.5)), max_size=120),
    size=st.integers(2, 20),
    data=st.data(),
)
def test_bulk_never_takes_the_reserve(
    kinds: list[tuple[bool, float]], size: int, data: st.DataObject
) -> None:
    """Nothing ever ends: only the connections limit."""
    reserve = data.draw(st.integers(0, size - 1))
    budget, now = SendBudget(1000, max_in_flight=size, reserve=reserve), START
    running = {True: 0, False: 0}
    for chat, (interactive, passed) in enumerate(kinds):
        now += passed
        allowance = budget.allowance(now)
        if allowance.total if interactive else allowance.bulk:
            budget.started(chat, now, interactive=interactive)
            running[interactive] += 1
    assert running[False] <= size - reserve
    assert sum(running.values()) <= size
