"""What becomes of a row after a send: honest about what cannot be known.

*Sent* is final. *Not sent* is tried again until it expires, unless Telegram will never take it.
*Uncertain* is decided by class: escalations, replies and care-team alerts are sent again until
confirmed; a dose reminder or a check-in once more, marked as a repeat; other routines not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.priority import OnUncertain
from bot.domain.send_outcome import NotSent, NotSentReason, Outcome, Sent, Uncertain
from bot.storage.sending import Claimed, Settled

# The longest wait between two tries, by patience: an escalation is worth a call every minute.
_CEILING_SECONDS = {True: 60.0, False: 300.0}


@dataclass(frozen=True, slots=True)
class Fate:
    """The outcome of a send and what is stored about it."""

    outcome: Outcome
    settled: Settled

    @property
    def unreachable(self) -> bool:
        """The patient has blocked the bot or is gone."""
        return isinstance(self.outcome, NotSent) and self.outcome.reason in {
            NotSentReason.BLOCKED,
            NotSentReason.CHAT_NOT_FOUND,
        }


def fate_of(row: Claimed, outcome: Outcome, now: datetime) -> Fate:
    """Decide by class and outcome. `row.attempts` counts tries before this one."""
    match outcome:
        case Sent(message_id):
            return Fate(outcome, Settled(row.id, "sent", message_id=message_id))
        case NotSent() as refused:
            return Fate(outcome, _not_sent(row, refused, now))
        case Uncertain(reason):
            return Fate(outcome, _uncertain(row, str(reason), now))


def _not_sent(row: Claimed, outcome: NotSent, now: datetime) -> Settled:
    reason = str(outcome.reason)
    if outcome.retry_after is not None:
        return _again(row, reason, now + timedelta(seconds=outcome.retry_after))
    if outcome.new_chat_id is not None:
        return Settled(row.id, "queued", reason, not_before=now, chat_id=outcome.new_chat_id)
    if outcome.permanent:
        owed = row.send_class.on_uncertain is OnUncertain.RESEND and row.escalation_id
        if owed and outcome.reason is not NotSentReason.BAD_REQUEST:
            # An escalation stays owed: it is shown at the patient's next contact.
            return _again(row, reason, now + timedelta(days=1))
        return Settled(row.id, "failed", reason)
    if row.expires_at is not None and now >= row.expires_at:
        return Settled(row.id, "cancelled", "expired")
    return _again(row, reason, now + _backoff(row))


def _uncertain(row: Claimed, reason: str, now: datetime) -> Settled:
    if not row.send_class.may_repeat(row.uncertain):
        return Settled(row.id, "failed", f"uncertain: {reason}", uncertain=True)
    return _again(row, reason, now + _backoff(row), uncertain=True)


def _again(row: Claimed, reason: str, at: datetime, *, uncertain: bool = False) -> Settled:
    return Settled(row.id, "queued", reason, not_before=at, uncertain=uncertain)


def _backoff(row: Claimed) -> timedelta:
    """Half a second, doubling, up to a ceiling; never so long that it outlives an expiry."""
    ceiling = _CEILING_SECONDS[row.escalation_id is not None]
    return timedelta(seconds=min(ceiling, 0.5 * 2 ** min(row.attempts, 12)))
