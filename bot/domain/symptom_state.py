"""A symptom check between two presses: what was entered and what was answered. Facts only; the
next question and the tier are computed from it (`symptom_check`, `symptom_outcome`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"  # "not sure", or free text that could not be read
    SKIP = "skip"  # "I'd rather not say"


class Way(StrEnum):
    """How the check was opened."""

    MENU = "menu"  # nothing known yet: the area is asked
    AREA = "area"
    WORDS = "words"  # the patient described it; `claimed` holds what was understood
    FULL = "full"  # every urgent question, then an area for the rest


@dataclass(frozen=True, slots=True)
class Person:
    """What the check may know about the patient. None: not known, so it is asked."""

    could_be_pregnant: bool | None = None
    pregnant: bool = False
    teen: bool = False
    us_setting: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One answer. `steps`: the ladder steps it is about (several, when asked as one list).
    `which`: the one step that was meant, when the patient said so."""

    question: str
    steps: tuple[str, ...]
    answer: Answer
    which: str | None = None


@dataclass(frozen=True, slots=True)
class CheckState:
    """`repeat`: the question that is being asked a second time because its answer was unclear.
    `picked`: the symptom chosen at the end of an area; "none" and "other" are choices too."""

    way: Way
    area: str | None = None
    claimed: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    person: Person = Person()
    given: tuple[Given, ...] = ()
    picked: str | None = None
    repeat: str | None = None

    def given_to(self, question_id: str) -> Given | None:
        return next((each for each in self.given if each.question == question_id), None)

    @property
    def asked_steps(self) -> frozenset[str]:
        return frozenset(step for each in self.given for step in each.steps)


def to_json(state: CheckState) -> str:
    """The keys are part of stored rows: add new ones with a default, never reuse one."""
    person = state.person
    return json.dumps(
        {
            "way": state.way,
            "area": state.area,
            "claimed": state.claimed,
            "facts": state.facts,
            "person": [person.could_be_pregnant, person.pregnant, person.teen, person.us_setting],
            "given": [[g.question, g.steps, g.answer, g.which] for g in state.given],
            "picked": state.picked,
            "repeat": state.repeat,
        },
        separators=(",", ":"),
    )


def from_json(text: str) -> CheckState:
    """Raises `ValueError` for text that `to_json` did not write."""
    try:
        return _state(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored symptom check: {error!r}") from error


def _state(data: dict[str, Any]) -> CheckState:
    return CheckState(
        way=Way(data["way"]),
        area=data["area"],
        claimed=tuple(data["claimed"]),
        facts=tuple(data["facts"]),
        person=Person(*data["person"]),
        given=tuple(Given(q, tuple(steps), Answer(a), w) for q, steps, a, w in data["given"]),
        picked=data["picked"],
        repeat=data["repeat"],
    )
