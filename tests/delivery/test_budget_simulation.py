"""The promises about lateness, in simulated time: nothing here sleeps."""

from __future__ import annotations

import pytest

from bot.delivery.budget import SendBudget
from bot.domain.priority import Priority
from bot.domain.send_outcome import Outcome, Sent
from tests.delivery.simulation import (
    START,
    Row,
    Simulation,
    backlog,
    flood,
    most_in_window,
    p99,
    urgent,
)

RATE = 30


@pytest.mark.parametrize(
    ("latency", "late"),
    [(0.05, 0.0), (0.6, 0.004), (0.005, 0.02)],
    ids=["on time", "slow Telegram", "busy event loop"],
)
def test_a_backlog_drains_at_the_full_rate_and_no_second_exceeds_it(
    latency: float, late: float
) -> None:
    count = 10_000
    run = Simulation(SendBudget(RATE), latency=latency, late=late)
    last = run.run(backlog(count))
    assert len(run.delivered) == count
    assert last - START <= 1.02 * count / RATE
    assert most_in_window([at for at, _ in run.starts], 1.0) <= RATE


def test_urgent_messages_behind_a_backlog_leave_at_once() -> None:
    answers = urgent([at / 10 for at in range(5, 900, 7)])  # more than one a second
    run = Simulation(SendBudget(RATE))
    last = run.run(backlog(3_000) + answers)
    assert p99(run.delivered[row.id] - row.not_before for row in answers) <= 0.1
    assert last - START <= 1.02 * (3_000 + len(answers)) / RATE


@pytest.mark.parametrize("together", [2, 5, 8])
def test_urgent_messages_that_come_together_behind_a_backlog(together: int) -> None:
    answers = urgent([1.0 + second for second in range(40) for _ in range(together)])
    run = Simulation(SendBudget(RATE))
    run.run(backlog(2_000) + answers)
    assert p99(run.delivered[row.id] - row.not_before for row in answers) <= 0.3
    assert most_in_window([at for at, _ in run.starts], 1.0) <= RATE


def test_a_silent_telegram_leaves_connections_for_people_who_talk() -> None:
    answers = urgent([float(at) for at in range(1, 60)])
    run = Simulation(SendBudget(RATE), latency=5.0)
    run.run(backlog(500) + answers)
    assert max(run.delivered[row.id] - row.not_before for row in answers) <= 0.1


def test_an_answer_does_not_wait_for_a_reminder_that_hangs_in_the_same_chat() -> None:
    reminder = Row(Priority.DOSE, START, 1, 7)
    answer = Row(Priority.REPLY, START + 0.5, 2, 7)
    run = Simulation(SendBudget(RATE), latency=5.0)
    run.run([reminder, answer])
    assert run.delivered[2] - answer.not_before <= 0.01


def test_a_flood_in_one_chat_delays_nobody_else() -> None:
    flooded = backlog(3_000)[100].chat

    def answer(row: Row, now: float) -> Outcome:
        if row.chat == flooded and now < START + 10:
            return flood(20)
        return Sent(row.id)

    calm, disturbed = (Simulation(SendBudget(RATE)) for _ in range(2))
    disturbed.answer = answer
    rows = backlog(3_000) + urgent(range(1, 90))
    calm.run(rows)
    disturbed.run(rows)
    delays = [
        disturbed.delivered[row.id] - calm.delivered[row.id] for row in rows if row.chat != flooded
    ]
    assert max(delays) <= 0.1
    held = [at for at, row in disturbed.starts if row.chat == flooded]
    assert len(held) == 2
    assert held[1] - held[0] >= 20


def test_a_telegram_slower_than_its_promise_is_learnt_and_all_arrives() -> None:
    """A bot-wide limit of 20/s under a rate of 30: few refusals, no collapse, no loss."""
    count, allowed, refusals = 5_000, 20, 0
    recent: list[float] = []

    def answer(row: Row, now: float) -> Outcome:
        nonlocal refusals
        recent[:] = [at for at in recent if at > now - 1]
        if len(recent) >= allowed:
            refusals += 1
            return flood(3)
        recent.append(now)
        return Sent(row.id)

    budget = SendBudget(RATE)
    run = Simulation(budget, answer=answer)
    last = run.run(backlog(count))
    assert len(run.delivered) == count
    assert last - START <= 1.6 * count / allowed
    assert refusals <= count // 100
    assert budget.rate(last) < RATE
    assert budget.rate(last + 600) == RATE


def test_within_a_class_rows_leave_by_time_then_id_and_classes_by_priority() -> None:
    rows = [
        Row(priority, START - age, number, number)
        for number, (priority, age) in enumerate(
            [(p, a) for p in reversed(Priority) for a in (0.0, 5.0, 5.0)]
        )
    ]
    run = Simulation(SendBudget(RATE), late=0.0)
    run.run(rows)
    bulk = [row for _, row in run.starts if not row.priority.interactive]
    people = [row for _, row in run.starts if row.priority.interactive]
    assert bulk == sorted(bulk)
    assert people == sorted(people)
    assert run.starts[0][1].priority is Priority.ESCALATION
