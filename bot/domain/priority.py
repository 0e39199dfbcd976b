"""What goes first, and what an uncertain send means for each kind of message."""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum


class Priority(IntEnum):
    """Smaller leaves first. Rows of one priority leave by `not_before`, then by id."""

    ESCALATION = 0
    REPLY = 1
    DOSE = 2
    REMINDER = 3
    BROADCAST = 4

    @property
    def interactive(self) -> bool:
        """Whether somebody is waiting for it; everything else is bulk and keeps to the pace."""
        return self <= Priority.REPLY


class OnUncertain(Enum):
    """What happens to a message that may or may not have arrived."""

    RESEND = "until confirmed"  # a copy is harmless, a missing message is not
    REPEAT_ONCE = "once more, marked as a repeat"  # "one dose only": both copies are one act
    LEAVE = "not repeated"  # a copy annoys more than a gap


class SendClass(StrEnum):
    """The kind of an outgoing message."""

    ESCALATION = "escalation"
    CARE_TEAM = "care_team"
    REPLY = "reply"
    DOSE = "dose"
    CHECKIN = "checkin"
    ROUTINE = "routine"
    BROADCAST = "broadcast"

    @property
    def priority(self) -> Priority:
        return _RULES[self][0]

    @property
    def on_uncertain(self) -> OnUncertain:
        return _RULES[self][1]

    def may_repeat(self, repeats: int) -> bool:
        """Whether an uncertain send may be tried again after `repeats` earlier repeats."""
        match self.on_uncertain:
            case OnUncertain.RESEND:
                return True
            case OnUncertain.REPEAT_ONCE:
                return repeats == 0
            case OnUncertain.LEAVE:
                return False


# The care team's alert is half of the escalation: it leaves with it.
_RULES: dict[SendClass, tuple[Priority, OnUncertain]] = {
    SendClass.ESCALATION: (Priority.ESCALATION, OnUncertain.RESEND),
    SendClass.CARE_TEAM: (Priority.ESCALATION, OnUncertain.RESEND),
    SendClass.REPLY: (Priority.REPLY, OnUncertain.RESEND),
    SendClass.DOSE: (Priority.DOSE, OnUncertain.REPEAT_ONCE),
    SendClass.CHECKIN: (Priority.REMINDER, OnUncertain.REPEAT_ONCE),
    SendClass.ROUTINE: (Priority.REMINDER, OnUncertain.LEAVE),
    SendClass.BROADCAST: (Priority.BROADCAST, OnUncertain.LEAVE),
}
