"""What this process has seen since its start: sends and how they ended, how late reminders were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.domain.send_outcome import Outcome, Sent
from bot.monitoring.exposition import Histogram
from bot.storage import vitals
from bot.storage.sending import Claimed
from bot.storage.store import Tx

# Seconds. Most reminders leave within two; a flood of Telegram's costs half a minute or more; what
# is later than five minutes says so to the patient.
LATENESS_BOUNDS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0)


class Counts:
    """Sums that only grow, as Prometheus wants them; a restart begins at nought."""

    def __init__(self) -> None:
        self.sent: Counter[str] = Counter()  # by class
        self.errors: Counter[tuple[str, str]] = Counter()  # by result and reason
        self.lateness = Histogram(LATENESS_BOUNDS)
        self.given_up = 0

    async def ended(self, tx: Tx, ended: Sequence[tuple[Claimed, Outcome]], now: datetime) -> None:
        """Sends have ended; called in the transaction that stores it."""
        reminders: list[int] = []
        for row, outcome in ended:
            if not isinstance(outcome, Sent):
                self.errors[_kind(outcome), str(outcome.reason)] += 1
                continue
            self.sent[str(row.send_class)] += 1
            if row.payload is None:  # composed from occurrences when it left
                reminders.append(row.id)
        for due_at in (await vitals.first_due(tx, reminders)).values():
            self.lateness.observe(max(0.0, (now - due_at).total_seconds()))


def _kind(outcome: Outcome) -> str:
    return "uncertain" if type(outcome).__name__ == "Uncertain" else "not_sent"
