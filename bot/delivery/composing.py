"""What each claimed row says at the moment it leaves, against the state of now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.delivery.dispatcher import Composed, Withheld
from bot.delivery.settling import Fate
from bot.domain import outgoing
from bot.domain.outgoing import Outgoing, Send
from bot.domain.priority import SendClass
from bot.domain.send_outcome import NotSent, Sent
from bot.services import care_team, escalations, reachability, reminders
from bot.services.desk import Desk
from bot.storage import patients
from bot.storage.sending import Claimed
from bot.storage.store import Tx


class Composer:
    """Rows with stored words say those; reminders are composed from their occurrences."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk

    async def compose(self, tx: Tx, rows: Sequence[Claimed], now: datetime) -> Composed:
        """The words of each row, or why it is withheld."""
        said: dict[int, Outgoing | Withheld] = {}
        reminding = [row for row in rows if row.payload is None]
        if reminding:
            for row_id, words in (
                await reminders.compose(tx, self._desk(), reminding, now)
            ).items():
                said[row_id] = Withheld(words) if isinstance(words, str) else Send(words)
        for row in rows:
            if row.payload is not None:
                late = row.expires_at is not None and now > row.expires_at
                said[row.id] = Withheld("expired") if late else outgoing.from_json(row.payload)
        return said

    async def settled(self, tx: Tx, row: Claimed, fate: Fate, now: datetime) -> None:
        """What the end of a row means to the services."""
        sent = isinstance(fate.outcome, Sent) and row.send_class is SendClass.ESCALATION
        if sent and row.escalation_id is not None:
            await escalations.delivered(tx, row.escalation_id, row.key, now)
        if isinstance(fate.outcome, NotSent) and fate.outcome.new_chat_id is not None:
            await care_team.chat_moved(tx, row.chat_id, fate.outcome.new_chat_id)
        if fate.unreachable and row.patient_id is not None:
            patient = await patients.by_id(tx, row.patient_id)
            if patient is not None and patient.chat_id == row.chat_id:
                await reachability.lost(tx, patient, now)
