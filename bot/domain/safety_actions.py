"""Buttons under the messages that tell somebody to get help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.actions import Action


class EscalationStep(StrEnum):
    """What the patient says has happened. `said-*` is what the doctor said about the medicine."""

    CALLED = "called"
    WITH_SOMEONE = "with-someone"
    SPOKEN = "spoken"  # asks for one of the next four; alone it releases nothing
    SAID_CONTINUE = "said-continue"
    SAID_PAUSE = "said-pause"
    SAID_STOP = "said-stop"
    SAID_UNSURE = "said-unsure"
    WORSE = "worse"
    HELPED = "helped"
    NOT_HELPED = "not-helped"


@dataclass(frozen=True, slots=True)
class EscalationAnswer(Action):
    """`step` is an `EscalationStep`; forged values are possible and change nothing."""

    escalation_id: int
    step: str
    code: ClassVar[str] = "es"


@dataclass(frozen=True, slots=True)
class ShowContacts(Action):
    """All verified contacts of the patient's country."""

    code: ClassVar[str] = "sc"


@dataclass(frozen=True, slots=True)
class PossibleConcernAnswer(Action):
    """Answer to the direct question after a text of uncertain meaning: `yes`, `no` or `skip`
    (which counts as yes). `label` and `whose` repeat the finding that raised the question."""

    label: str
    whose: str
    answer: str
    code: ClassVar[str] = "pq"
