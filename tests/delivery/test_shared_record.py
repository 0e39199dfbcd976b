"""What replicas tell each other about the budget: whoever reads it decides as one process would."""

from __future__ import annotations

import json
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.budget import LOOK_AFTER_OTHERS, Record, SendBudget
from bot.delivery.chat_limits import CHAT_BURST
from bot.delivery.pace import WINDOW
from bot.domain.send_outcome import Sent
from tests.delivery.simulation import START, flood, most_in_window


def told(budget: SendBudget, now: float, shift: float = 0.0) -> Record:
    """Through the database, as JSON."""
    record: Record = json.loads(json.dumps(budget.record(now, shift)))
    return record


def heard(record: Record | None, now: float, shift: float = 0.0) -> SendBudget:
    budget = SendBudget(30)
    budget.take_over(record, now, shift, ())
    return budget


def sends(budget: SendBudget, chat: int, now: float) -> None:
    budget.started(chat, now, interactive=True)
    budget.finished(chat, Sent(1), now, interactive=True)


@settings(max_examples=50, deadline=None)
@given(
    turns=st.lists(st.tuples(st.integers(0, 3), st.floats(0.001, 0.3)), max_size=60),
    shifts=st.lists(st.floats(-5, 5), min_size=4, max_size=4),
)
def test_replicas_that_take_turns_keep_the_rate_of_one(
    turns: list[tuple[int, float]], shifts: list[float]
) -> None:
    """Each has a clock of its own; the record's is the database's."""
    replicas = [SendBudget(30) for _ in shifts]
    record: Record | None = None
    now, chat, starts = START, 0, []
    for place, later in turns:
        now += later
        budget, shift = replicas[place], shifts[place]
        local = now - shift
        budget.take_over(record, local, shift, ())
        total = budget.allowance(local).total
        chats = range(chat, chat + total)
        budget.book(chats, local)
        record = told(budget, local, shift)
        for each in chats:
            sends(budget, each, local)
        chat += total
        starts += [now] * total
    if starts:
        assert most_in_window(starts, 1.0) <= 30


def test_what_was_booked_is_counted_once() -> None:
    one, two = SendBudget(30), SendBudget(30)
    for budget in (one, two):
        budget.take_over(None, START, 0.0, ())
    one.book([1, 2], START)
    sends(one, 1, START)
    sends(one, 2, START)
    sends(two, 1, START)
    sends(two, 2, START)
    assert one.allowance(START) == two.allowance(START)


def test_a_booking_that_was_rolled_back_is_forgotten() -> None:
    budget = SendBudget(30)
    before = told(budget, START)
    budget.book(range(30), START)
    assert budget.allowance(START).total == 0
    budget.take_over(before, START, 0.0, ())
    assert budget.allowance(START).total == 30


def test_a_chat_rests_wherever_it_was_written_to() -> None:
    one = SendBudget(30)
    for _ in range(CHAT_BURST):
        sends(one, 7, START)
    other = heard(told(one, START), START)
    assert other.chat_free_at(7, START, interactive=True) > START
    assert other.chat_free_at(8, START, interactive=True) == START
    later = heard(told(one, START), START + WINDOW)
    assert later.chat_free_at(7, START + WINDOW, interactive=True) == START + WINDOW


def test_where_another_is_sending_we_look_again_soon() -> None:
    budget = SendBudget(30)
    budget.take_over(None, START, 0.0, [(7, True), (8, False)])
    assert budget.chat_free_at(7, START, interactive=True) == START + LOOK_AFTER_OTHERS
    assert budget.chat_free_at(7, START, interactive=False) == START
    assert budget.chat_free_at(8, START, interactive=False) == START + LOOK_AFTER_OTHERS
    budget.started(9, START, interactive=True)
    assert budget.chat_free_at(9, START, interactive=True) == inf


def refused(budget: SendBudget, chat: int, now: float, seconds: float) -> None:
    budget.started(chat, now, interactive=True)
    budget.finished(chat, flood(seconds), now, interactive=True)


def test_a_hold_is_told_until_it_is_on_record() -> None:
    """The transaction that told it may have been rolled back."""
    empty = told(SendBudget(30), START)
    one = SendBudget(30)
    refused(one, 7, START, 20)
    assert one.take_over(empty, START + 1, 0.0, ())
    record = told(one, START + 1)
    assert one.take_over(empty, START + 2, 0.0, ())
    assert not one.take_over(record, START + 3, 0.0, ())
    other = heard(record, START + 3)
    assert other.chat_free_at(7, START + 3, interactive=True) == START + 20
    assert not one.take_over(empty, START + 21, 0.0, ())


def test_floods_of_several_replicas_add_up() -> None:
    record: Record | None = None
    for chat in (1, 2, 3):
        budget = SendBudget(30)
        budget.take_over(record, START, 0.0, ())
        refused(budget, chat, START, 5)
        budget.take_over(record, START, 0.0, ())
        record = told(budget, START)
    other = heard(record, START)
    assert other.allowance(START).total == 0
    assert other.allowance(START + 5.01).total > 0
    assert other.rate(START + 5.01) < 30
