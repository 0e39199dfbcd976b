"""A patient who answers a symptom check, for the tests of the check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from bot.catalog.symptoms import load_symptoms
from bot.domain.symptom_check import NONE, Question, answer, choose, question
from bot.domain.symptom_outcome import SymptomHistory, SymptomOutcome, outcome
from bot.domain.symptom_state import Answer, CheckState
from bot.domain.symptom_store import SymptomStore

TODAY = date(2026, 11, 22)
NO_HISTORY = SymptomHistory(TODAY)
CONTENT = Path(__file__).parents[2] / "content" / "symptoms"


@cache
def store() -> SymptomStore:
    loaded, problems = load_symptoms(CONTENT)
    assert loaded is not None, problems
    return loaded


def walk(
    state: CheckState, reply: Callable[[Question], Answer | str]
) -> tuple[CheckState, list[Question]]:
    """Answer until the check is over. Returns the last state and the questions asked."""
    asked: list[Question] = []
    while (now := question(store(), state)) is not None:
        asked.append(now)
        assert len(asked) < 60, "the check does not end"
        said = reply(now)
        if isinstance(said, Answer):
            state = answer(store(), state, now.id, said)
        else:
            state = choose(store(), state, now.id, said)
    return state, asked


def replies(
    *yes: str, choices: dict[str, str] | None = None, default: Answer = Answer.NO
) -> Callable[[Question], Answer | str]:
    """Yes to the questions that hold one of the step ids in `yes`; choices by question kind."""

    def reply(now: Question) -> Answer | str:
        if now.is_choice:
            wanted = (choices or {}).get(now.kind.value)
            named = [each.code for each in now.options if each.code in yes]
            return wanted or (named[0] if named else NONE if now.kind != "which" else "other")
        return Answer.YES if now.id in yes or set(now.steps) & set(yes) else default

    return reply


def result(state: CheckState, history: SymptomHistory = NO_HISTORY) -> SymptomOutcome:
    return outcome(store(), state, history)
