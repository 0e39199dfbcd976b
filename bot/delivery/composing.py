"""What each claimed row says at the moment it leaves, against the state of now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.delivery.dispatcher import Composed, Later, Withheld
from bot.delivery.settling import Fate
from bot.delivery.studio import Studio
from bot.domain import outgoing
from bot.domain.message import Message
from bot.domain.outgoing import Announce, Draw, Send, Speech, Upload
from bot.domain.priority import SendClass
from bot.domain.send_outcome import NotSent, Sent
from bot.services import broadcasts, care_team, drawings, escalations, reachability, reminders
from bot.services.desk import Desk
from bot.storage import patients
from bot.storage.sending import Claimed
from bot.storage.store import Tx

# Far longer than drawing takes: the studio brings the row forward when the file is there.
LOOK_FOR_FILE_AFTER = timedelta(seconds=30)
STUDIO_IS_FULL = timedelta(seconds=5)

Busy = Callable[[int, bool], None]


class Composer:
    """Rows with stored words say those; reminders are composed from their occurrences; what is
    drawn is ordered from the studio, and leaves when it is there. `busy` is told the chat for which
    something is being made, and whether it is a photo."""

    def __init__(
        self, desk: Callable[[], Desk], studio: Studio | None = None, busy: Busy | None = None
    ) -> None:
        self._desk = desk
        self._studio = studio
        self._busy = busy

    async def compose(self, tx: Tx, rows: Sequence[Claimed], now: datetime) -> Composed:
        """The words of each row, or why it is withheld."""
        said: dict[int, Speech | Withheld | Later] = {}
        reminding = [row for row in rows if row.payload is None]
        if reminding:
            for row_id, words in (
                await reminders.compose(tx, self._desk(), reminding, now)
            ).items():
                said[row_id] = Withheld(words) if isinstance(words, str) else Send(words)
        for row in rows:
            if row.payload is not None:
                late = row.expires_at is not None and now > row.expires_at
                if late:
                    said[row.id] = Withheld("expired")
                    continue
                wish = outgoing.from_json(row.payload)
                match wish:
                    case Draw():
                        said[row.id] = await self._drawn(tx, row, wish, now)
                    case Announce():
                        said[row.id] = await self._announced(tx, row, wish)
                    case _:
                        said[row.id] = wish
        return said

    async def _announced(self, tx: Tx, row: Claimed, wish: Announce) -> Send | Withheld:
        """What a care team has written, for whoever may still get it."""
        patient = await patients.by_id(tx, row.patient_id) if row.patient_id else None
        words = await broadcasts.compose(tx, self._desk(), patient, wish)
        return Withheld(words) if isinstance(words, str) else Send(words)

    async def _drawn(
        self, tx: Tx, row: Claimed, wish: Draw, now: datetime
    ) -> Speech | Withheld | Later:
        """The file, or when to look for it, or what is said in its place."""
        studio = self._studio
        if studio is None:
            return Withheld("no studio")
        if not studio.knows(row.id):
            patient = await patients.by_id(tx, row.patient_id) if row.patient_id else None
            if patient is None or patient.chat_id != row.chat_id:
                return Withheld("patient gone")
            order = await drawings.order(tx, self._desk(), patient, wish, now)
            if isinstance(order, Message):
                return Send(order)
            if not studio.order(row.id, order):
                return Later("studio is full", now + STUDIO_IS_FULL)
            if self._busy is not None:
                self._busy(row.chat_id, order.photo)
        match studio.upload(row.id):
            case None:
                return Later("being made", now + LOOK_FOR_FILE_AFTER)
            case Upload() as file:
                return file
            case order:
                return Send(order.instead)

    async def settled(self, tx: Tx, row: Claimed, fate: Fate, now: datetime) -> None:
        """What the end of a row means to the services."""
        if self._studio is not None and fate.settled.state != "queued":
            self._studio.forget(row.id)
        sent = isinstance(fate.outcome, Sent) and row.send_class is SendClass.ESCALATION
        if sent and row.escalation_id is not None:
            await escalations.delivered(tx, row.escalation_id, row.key, now)
        if isinstance(fate.outcome, NotSent) and fate.outcome.new_chat_id is not None:
            await care_team.chat_moved(tx, row.chat_id, fate.outcome.new_chat_id)
        if fate.unreachable and row.patient_id is not None:
            patient = await patients.by_id(tx, row.patient_id)
            if patient is not None and patient.chat_id == row.chat_id:
                await reachability.lost(tx, patient, now)
