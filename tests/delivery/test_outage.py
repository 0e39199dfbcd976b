"""Telegram out of reach: few messages are spent on finding out, and the end is noticed soon."""

from __future__ import annotations

import pytest

from bot.delivery.budget import Allowance, SendBudget
from bot.delivery.outage import CHATS, FAILURES, FIRST_HOLD, LONGEST_HOLD
from bot.domain.priority import Priority
from bot.domain.send_outcome import (
    NotSent,
    NotSentReason,
    Outcome,
    Sent,
    Uncertain,
    UncertainReason,
)
from tests.delivery.simulation import START, Row, Simulation, backlog, flood, urgent

BAD_GATEWAY = Uncertain(UncertainReason.SERVER_ERROR)
REFUSED = NotSent(NotSentReason.REFUSED)


def send(budget: SendBudget, chat: int, at: float, outcome: Outcome) -> None:
    budget.started(chat, START + at, interactive=True)
    budget.finished(chat, outcome, START + at, interactive=True)


def broken(chats: int = FAILURES, outcome: Outcome = REFUSED) -> SendBudget:
    budget = SendBudget(30)
    for number in range(FAILURES):
        send(budget, number % chats, 0, outcome)
    return budget


@pytest.mark.parametrize("outcome", [REFUSED, BAD_GATEWAY], ids=["refused", "502"])
def test_failures_in_a_row_stop_everything_then_one_at_a_time_tries(outcome: Outcome) -> None:
    budget = broken(outcome=outcome)
    assert budget.allowance(START + 0.5) == Allowance(0, 0, START + FIRST_HOLD)
    again = budget.allowance(START + FIRST_HOLD)
    assert (again.total, again.bulk) == (1, 1)
    budget.started(50, START + 1, interactive=True)
    assert budget.allowance(START + 2).total == 0


def test_each_failed_try_doubles_the_hold_up_to_the_longest() -> None:
    budget, at, holds = broken(), FIRST_HOLD, []
    for chat in range(50, 57):
        send(budget, chat, at, REFUSED)
        until = budget.allowance(START + at).next_at - START
        holds.append(until - at)
        at = until
    assert holds == [2, 4, 8, LONGEST_HOLD, LONGEST_HOLD, LONGEST_HOLD, LONGEST_HOLD]


@pytest.mark.parametrize(
    "outcome",
    [Sent(1), flood(5), NotSent(NotSentReason.BLOCKED), NotSent(NotSentReason.BAD_REQUEST)],
    ids=["sent", "flood", "blocked", "bad request"],
)
def test_any_word_from_telegram_ends_it(outcome: Outcome) -> None:
    budget = broken()
    send(budget, 50, FIRST_HOLD, outcome)
    assert budget.allowance(START + FIRST_HOLD).total > 20


@pytest.mark.parametrize(
    "outcome",
    [NotSent(NotSentReason.POOL_FULL), Uncertain(UncertainReason.CANCELLED)],
    ids=["pool full", "cancelled"],
)
def test_what_we_did_ourselves_says_nothing_about_telegram(outcome: Outcome) -> None:
    assert broken(outcome=outcome).allowance(START).total > 20
    still = broken()
    send(still, 50, FIRST_HOLD, outcome)
    assert still.allowance(START + FIRST_HOLD).total <= 1


def test_one_message_that_always_fails_stops_nobody() -> None:
    assert broken(chats=CHATS - 1).allowance(START).total > 20


def test_an_hour_of_outage_spends_few_messages_and_drains_in_order_of_urgency() -> None:
    begin, end = START + 10, START + 3610
    tries: list[Row] = []

    def answer(row: Row, now: float) -> Outcome:
        if begin <= now < end:
            tries.append(row)
            return BAD_GATEWAY
        return Sent(row.id)

    run = Simulation(SendBudget(30), answer=answer)
    rows = backlog(1_200) + urgent(range(20, 3600, 30))
    last = run.run(rows)
    assert run.delivered.keys() == {row.id for row in rows}
    assert len(tries) <= 3600 / LONGEST_HOLD + 40
    # Once people were waiting, only their messages served as tries.
    assert sum(row.priority is not Priority.REPLY for row in tries) <= 20
    after = [row for at, row in run.starts if at >= end]
    first_bulk = next(i for i, row in enumerate(after) if not row.priority.interactive)
    assert all(not row.priority.interactive for row in after[first_bulk:])
    left = sum(row.priority is Priority.REMINDER for row in after) + 119
    assert last - end <= LONGEST_HOLD + 1.02 * left / 30 + 1
