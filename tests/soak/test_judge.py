"""The judge finds what is missing; a run without findings would prove nothing otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from playground.telegram import Call, Ledger
from tests.soak.judge import Verdict, judge
from tests.soak.people import DANGER
from tests.soak.record import Act, Hold, InFlight, Kill, Plan, Record

ANN = 1001
SET_UP = datetime(2026, 3, 2, 7, tzinfo=UTC)
END = SET_UP + timedelta(hours=10)
DOSE = "<b>08:10</b> · your routine\n▫️ Your daily one, with food"
MARK = "\n<i>You may see this twice: it is the same reminder.</i>"
HELP = "<b>What I can do</b>"
HELD = f"{DANGER} until you have spoken to a doctor"


def at(minutes: float) -> datetime:
    return SET_UP + timedelta(minutes=minutes)


def act(minutes: float, answer: str = HELP, kind: str = "/help") -> Act:
    return Act(ANN, int(minutes), kind, answer, minutes, at(minutes))


def sent(minutes: float, text: str) -> Call:
    parameters = {"chat_id": str(ANN), "text": text}
    return Call(at(minutes), minutes, "sendMessage", ANN, parameters, "accepted", 200, "", 1)


def killed(minutes: float, *classes: str) -> Kill:
    return Kill("then", minutes, at(minutes), False, tuple(InFlight(ANN, c) for c in classes))


class Run:
    """A run in which everything went well, until a test changes it."""

    def __init__(self) -> None:
        self.plan = Plan(ANN, ("08:10",), ("09:30",), SET_UP)
        self.record = Record([act(10)], [self.plan], [])
        self.calls = [
            sent(11, HELP),
            sent(71, DOSE),
            sent(151, "<b>09:30</b> · your routine\n▫️ Moisturizer"),
        ]

    def judged(self) -> Verdict:
        ledger = Ledger(lambda: END)
        ledger.calls.extend(sorted(self.calls, key=lambda call: call.mono))
        return judge(self.record, ledger, END)


def test_a_run_in_which_all_came_has_no_findings() -> None:
    verdict = Run().judged()
    assert verdict.findings == ()
    assert (verdict.doses, verdict.skin, verdict.copies) == (1, 1, 0)


def no_answer(run: Run) -> None:
    del run.calls[0]


def one_answer_for_two(run: Run) -> None:
    run.record.acts.append(act(10.5))


def an_answer_before_its_question(run: Run) -> None:
    run.calls[0] = sent(9, HELP)


def no_dose(run: Run) -> None:
    del run.calls[1]


def a_dose_after_its_grace(run: Run) -> None:
    run.calls[1] = sent(70 + 5 * 60, DOSE)


def no_skin_care(run: Run) -> None:
    del run.calls[2]


def a_copy_without_a_kill(run: Run) -> None:
    run.calls.append(sent(12, HELP))


def a_dose_twice_unmarked(run: Run) -> None:
    run.record.kills.append(killed(72, "dose"))
    run.calls.append(sent(73, DOSE))


def more_copies_than_in_flight(run: Run) -> None:
    run.record.kills.append(killed(72, "reply"))
    run.calls += [sent(73, HELP), sent(74, HELP)]


def no_alarm(run: Run) -> None:
    run.record.acts.append(act(20, DANGER, "danger"))


def a_dose_while_it_is_held(run: Run) -> None:
    danger = act(20, DANGER, "danger")
    run.record.acts.append(danger)
    run.plan.holds.append(Hold(danger))
    run.calls.append(sent(21, HELD))


def a_life_that_ended_by_itself(run: Run) -> None:
    run.record.died.append("life 3 ended by itself, with 1")


@pytest.mark.parametrize(
    "goes_wrong",
    [
        no_answer,
        one_answer_for_two,
        an_answer_before_its_question,
        no_dose,
        a_dose_after_its_grace,
        no_skin_care,
        a_copy_without_a_kill,
        a_dose_twice_unmarked,
        more_copies_than_in_flight,
        no_alarm,
        a_dose_while_it_is_held,
        a_life_that_ended_by_itself,
    ],
)
def test_what_goes_wrong_is_found(goes_wrong: Callable[[Run], None]) -> None:
    run = Run()
    goes_wrong(run)
    assert len(run.judged().findings) == 1


def a_marked_dose(run: Run) -> None:
    run.record.kills.append(killed(72, "dose"))
    run.calls.append(sent(73, DOSE + MARK))


def an_answer_again(run: Run) -> None:
    run.record.kills.append(killed(11.5, "reply"))
    run.calls.append(sent(12, HELP))


def skin_care_in_flight(run: Run) -> None:
    run.record.kills.append(killed(150, "routine"))
    del run.calls[2]


def no_dose_because_of_a_hold(run: Run) -> None:
    a_dose_while_it_is_held(run)
    del run.calls[1]


@pytest.mark.parametrize(
    "allowed", [a_marked_dose, an_answer_again, skin_care_in_flight, no_dose_because_of_a_hold]
)
def test_what_a_kill_may_leave_behind_is_no_finding(allowed: Callable[[Run], None]) -> None:
    run = Run()
    allowed(run)
    assert run.judged().findings == ()
