"""Which message leaves first, and which may be sent twice."""

from __future__ import annotations

import pytest

from bot.domain.priority import OnUncertain, Priority, SendClass

RULES = {
    "escalation": (Priority.ESCALATION, OnUncertain.RESEND),
    "care_team": (Priority.ESCALATION, OnUncertain.RESEND),
    "reply": (Priority.REPLY, OnUncertain.RESEND),
    "dose": (Priority.DOSE, OnUncertain.REPEAT_ONCE),
    "checkin": (Priority.REMINDER, OnUncertain.REPEAT_ONCE),
    "routine": (Priority.REMINDER, OnUncertain.LEAVE),
    "broadcast": (Priority.BROADCAST, OnUncertain.LEAVE),
}


@pytest.mark.parametrize("kind", SendClass)
def test_every_kind_has_its_place_and_its_rule_for_the_unknown(kind: SendClass) -> None:
    assert (kind.priority, kind.on_uncertain) == RULES[kind.value]


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        (SendClass.ESCALATION, [True, True, True]),
        (SendClass.REPLY, [True, True, True]),
        (SendClass.DOSE, [True, False, False]),
        (SendClass.ROUTINE, [False, False, False]),
    ],
    ids=str,
)
def test_how_often_an_uncertain_send_is_repeated(kind: SendClass, allowed: list[bool]) -> None:
    assert [kind.may_repeat(repeats) for repeats in range(3)] == allowed


def test_only_what_somebody_waits_for_is_interactive() -> None:
    assert [p for p in Priority if p.interactive] == [Priority.ESCALATION, Priority.REPLY]
