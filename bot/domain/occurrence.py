"""The life of one due instance of a routine.

A reminder is a question, never an answer: silence ends as `unanswered`, what the service failed
to send ends as `missed_by_service`, and only the patient's own word makes an occurrence `done`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.routine_kind import POLICIES, KindPolicy, RoutineKind, is_wanted
from bot.domain.schedule import Slot

__all__ = [
    "LATE_AFTER",
    "POLICIES",
    "SNOOZE_MINUTES",
    "AskAgain",
    "Backlog",
    "GivenUp",
    "KindPolicy",
    "OccurrenceState",
    "RoutineKind",
    "SkipReason",
    "Snooze",
    "after_ask",
    "can_become",
    "expires_at",
    "is_expired",
    "is_late",
    "is_wanted",
    "snooze",
    "split_backlog",
]

LATE_AFTER = timedelta(minutes=10)  # below that, queues and clocks explain it
SNOOZE_MINUTES = (10, 30, 60)
MOST_ASKS_AGAIN = 2  # people mute what nags


class OccurrenceState(StrEnum):
    """Where an occurrence stands. The value is what storage keeps: never rename one."""

    OPEN = "open"
    DONE = "done"  # for a dose: taken, as the patient said
    SKIPPED = "skipped"  # as the patient said; carries a `SkipReason`
    UNANSWERED = "unanswered"
    MISSED_BY_SERVICE = "missed_by_service"
    HELD = "held"
    CANCELLED = "cancelled"


class SkipReason(StrEnum):
    """Why the patient left it out. None of them is a fault."""

    FORGOT = "forgot"
    FELT_UNWELL = "felt_unwell"
    DOCTOR_SAID = "doctor_said"
    RAN_OUT = "ran_out"
    AWAY = "away"
    OTHER = "other"
    NOT_SAID = "not_said"


_O = OccurrenceState
_PATIENT_SAYS = frozenset({_O.DONE, _O.SKIPPED})
_NEXT: dict[OccurrenceState, frozenset[OccurrenceState]] = {
    _O.OPEN: frozenset(_O) - {_O.OPEN},
    _O.DONE: frozenset({_O.SKIPPED, _O.OPEN}),  # a wrong press can be taken back
    _O.SKIPPED: frozenset({_O.DONE, _O.OPEN}),
    _O.UNANSWERED: _PATIENT_SAYS,
    _O.MISSED_BY_SERVICE: _PATIENT_SAYS,
    _O.HELD: _PATIENT_SAYS,  # an honest record of what happened, though nobody was asked
    _O.CANCELLED: frozenset(),
}


def can_become(state: OccurrenceState, target: OccurrenceState) -> bool:
    """Whether an occurrence may go from one state to another. Only the patient's word does it
    for anything that is not open."""
    return target in _NEXT[state]


@dataclass(frozen=True, slots=True)
class Backlog:
    """What became due while the service was away: one slot to send, the others to record."""

    to_send: Slot | None
    missed: tuple[Slot, ...]


def split_backlog(slots: Sequence[Slot], now: datetime, grace: timedelta) -> Backlog:
    """Only the newest slot is sent, if it is not older than `grace`; all others are missed.

    So nobody finds a pile of dose questions after a night of downtime. Slots that share the
    newest instant are no exception: for a dose, two at once would be double.
    Raises `ValueError` on a slot that is not due yet.
    """
    if not slots:
        return Backlog(None, ())
    ordered = sorted(slots)
    newest = ordered[-1]
    if newest.due_at > now:
        raise ValueError("a slot of the future is no backlog")
    if now - newest.due_at > grace:
        return Backlog(None, tuple(ordered))
    return Backlog(newest, tuple(ordered[:-1]))


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The question is to be repeated at `at` (same occurrence, "one dose only")."""

    at: datetime


@dataclass(frozen=True, slots=True)
class GivenUp:
    """No further question; without an answer the occurrence becomes `unanswered` at `at`."""

    at: datetime


def after_ask(
    kind: RoutineKind,
    due_at: datetime,
    asked_at: datetime,
    times_asked: int,
    ask_again_minutes: Sequence[int] | None = None,
) -> AskAgain | GivenUp:
    """What follows an unanswered question. `times_asked` counts all questions so far, from 1.

    `ask_again_minutes` are the operator's intervals, in place of the policy's.
    Minutes are counted from the last question, never past the expiry, and a question is
    repeated twice at most, however long the policy's list is.
    """
    expiry = max(expires_at(kind, due_at), asked_at)
    chosen = POLICIES[kind].ask_again_minutes if ask_again_minutes is None else ask_again_minutes
    minutes = chosen[:MOST_ASKS_AGAIN]
    if times_asked <= len(minutes):
        at = asked_at + timedelta(minutes=minutes[times_asked - 1])
        if at < expiry:
            return AskAgain(at)
    return GivenUp(expiry)


@dataclass(frozen=True, slots=True)
class Snooze:
    """A patient's "later". It has its own instant: the due time stays what it was."""

    until: datetime
    asked: bool = False

    def asks(self, now: datetime) -> bool:
        """Whether the question is owed now. True once: store `once_asked()` with the question."""
        return not self.asked and now >= self.until

    def once_asked(self) -> Snooze:
        """The snooze after its one question."""
        return replace(self, asked=True)


def snooze(now: datetime, minutes: int) -> Snooze:
    """A snooze from `now`. Raises `ValueError` unless `minutes` is one of `SNOOZE_MINUTES`."""
    if minutes not in SNOOZE_MINUTES:
        raise ValueError(f"a snooze lasts {SNOOZE_MINUTES} minutes, not {minutes}")
    return Snooze(now + timedelta(minutes=minutes))


def is_late(due_at: datetime, now: datetime) -> bool:
    """Whether a message sent now must say that it is late."""
    return now - due_at > LATE_AFTER


def expires_at(kind: RoutineKind, due_at: datetime) -> datetime:
    """From when on a reminder of this kind no longer helps (see `POLICIES` for the reasons)."""
    return due_at + POLICIES[kind].grace


def is_expired(kind: RoutineKind, due_at: datetime, now: datetime) -> bool:
    """Whether it is too late to send it at all."""
    return now > expires_at(kind, due_at)
