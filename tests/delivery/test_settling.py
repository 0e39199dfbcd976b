"""What becomes of a row after a send, by outcome and class."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.settling import fate_of
from bot.domain.priority import SendClass
from bot.domain.send_outcome import (
    NotSent,
    NotSentReason,
    Outcome,
    Sent,
    Uncertain,
    UncertainReason,
)
from bot.storage.sending import Claimed

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
LOST = Uncertain(UncertainReason.CONNECTION_LOST)
REFUSED = NotSent(NotSentReason.REFUSED)
BLOCKED = NotSent(NotSentReason.BLOCKED)


def row(
    send_class: SendClass,
    *,
    attempts: int = 0,
    uncertain: int = 0,
    expires: timedelta | None = None,
) -> Claimed:
    case = 5 if send_class in {SendClass.ESCALATION, SendClass.CARE_TEAM} else None
    return Claimed(
        id=1,
        key="k",
        chat_id=2,
        patient_id=3,
        send_class=send_class,
        priority=send_class.priority,
        payload=None,
        escalation_id=case,
        not_before=NOW,
        expires_at=NOW + expires if expires is not None else None,
        attempts=attempts,
        uncertain=uncertain,
    )


@pytest.mark.parametrize(
    ("send_class", "uncertain", "outcome", "state"),
    [
        (SendClass.DOSE, 0, Sent(9), "sent"),
        (SendClass.ESCALATION, 7, LOST, "queued"),
        (SendClass.REPLY, 7, LOST, "queued"),
        (SendClass.CARE_TEAM, 7, LOST, "queued"),
        (SendClass.DOSE, 0, LOST, "queued"),
        (SendClass.DOSE, 1, LOST, "failed"),
        (SendClass.CHECKIN, 0, LOST, "queued"),
        (SendClass.CHECKIN, 1, LOST, "failed"),
        (SendClass.ROUTINE, 0, LOST, "failed"),
        (SendClass.BROADCAST, 0, LOST, "failed"),
        (SendClass.ROUTINE, 0, REFUSED, "queued"),
        (SendClass.REPLY, 0, BLOCKED, "failed"),
        (SendClass.DOSE, 0, BLOCKED, "failed"),
        (SendClass.ESCALATION, 0, BLOCKED, "queued"),
        (SendClass.ESCALATION, 0, NotSent(NotSentReason.BAD_REQUEST), "failed"),
    ],
)
def test_the_end_of_a_row(
    send_class: SendClass, uncertain: int, outcome: Outcome, state: str
) -> None:
    assert fate_of(row(send_class, uncertain=uncertain), outcome, NOW).settled.state == state


def test_a_flood_waits_as_long_as_telegram_says() -> None:
    flood = NotSent(NotSentReason.FLOOD, retry_after=7200.0)
    settled = fate_of(row(SendClass.REPLY), flood, NOW).settled
    assert settled.not_before == NOW + timedelta(hours=2)


def test_a_group_that_moved_is_followed_at_once() -> None:
    moved = NotSent(NotSentReason.MIGRATED, new_chat_id=-100123)
    settled = fate_of(row(SendClass.CARE_TEAM), moved, NOW).settled
    assert (settled.state, settled.chat_id, settled.not_before) == ("queued", -100123, NOW)


@pytest.mark.parametrize(
    ("send_class", "longest"), [(SendClass.ESCALATION, 60), (SendClass.REPLY, 300)]
)
def test_the_wait_grows_up_to_a_ceiling(send_class: SendClass, longest: int) -> None:
    waits = [
        fate_of(row(send_class, attempts=tries), REFUSED, NOW).settled.not_before
        for tries in range(30)
    ]
    assert waits[0] == NOW + timedelta(seconds=0.5)
    assert waits == sorted(waits)
    assert waits[-1] == NOW + timedelta(seconds=longest)


def test_what_nobody_needs_any_more_is_not_tried_again() -> None:
    late = row(SendClass.ROUTINE, expires=timedelta(seconds=-1))
    assert fate_of(late, REFUSED, NOW).settled == fate_of(late, REFUSED, NOW).settled
    assert fate_of(late, REFUSED, NOW).settled.reason == "expired"


def test_only_a_block_or_a_vanished_chat_makes_a_patient_unreachable() -> None:
    assert fate_of(row(SendClass.DOSE), BLOCKED, NOW).unreachable
    assert not fate_of(row(SendClass.DOSE), REFUSED, NOW).unreachable
    assert not fate_of(row(SendClass.DOSE), Sent(1), NOW).unreachable
