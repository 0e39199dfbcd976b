"""One update's turn: the transaction it lives in, who is speaking, and how to answer.

The library builds a context per update; ours carries the transaction, so that handlers write
nothing and send nothing themselves: they queue, and the commit comes after the last of them.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from bot.catalog.messages import Say
from bot.domain.message import Message
from bot.domain.outgoing import Edit, Outgoing
from bot.domain.ownership import Sign
from bot.domain.patient import Patient
from bot.domain.rush import Rush
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import patients
from bot.storage.store import Tx


@dataclass(slots=True)
class Work:
    """What one update needs while it is handled. `error` is what a handler raised: the library
    swallows it, so it is kept here and raised again, and the transaction rolls back."""

    tx: Tx
    desk: Desk
    now: datetime
    update_id: int
    chat_id: int
    patient: Patient | None
    pressed_message: int | None = None
    replies: int = 0
    error: BaseException | None = None
    notes: dict[str, Any] = field(default_factory=dict)
    rush: Rush | None = None  # far too much has come from this chat: see `gate.in_a_rush`
    sign: Sign | None = None  # of the account that speaks
    is_member: bool | None = None  # of the team chat it comes from; None: not known
    speaker: str = ""  # who of the care team speaks; never used for patients


current: ContextVar[Work] = ContextVar("current_work")


class Turn(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context that handlers receive."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        chat_id: int | None = None,
        user_id: int | None = None,
    ) -> None:
        super().__init__(application, chat_id=chat_id, user_id=user_id)
        self.work = current.get()

    @property
    def tx(self) -> Tx:
        return self.work.tx

    @property
    def desk(self) -> Desk:
        return self.work.desk

    @property
    def now(self) -> datetime:
        return self.work.now

    @property
    def patient(self) -> Patient:
        """Whoever is speaking; in private chats there always is one."""
        if self.work.patient is None:
            raise LookupError("this update does not come from a private chat")
        return self.work.patient

    @property
    def say(self) -> Say:
        return self.desk.say(self.patient)

    @property
    def source(self) -> str:
        """Names this update as the origin of what it raises."""
        return f"update:{self.work.update_id}"

    async def refresh(self) -> None:
        """Read the patient again after a service has changed her."""
        self.work.patient = await patients.by_id(self.tx, self.patient.id)

    async def reply(self, what: Message | Outgoing, *, key: str | None = None) -> None:
        """Queue an answer below everything that was said; with a `key` at most once for ever."""
        self.work.replies += 1
        await reply(
            self.tx,
            self.work.chat_id,
            what,
            self.now,
            key=key or f"u{self.work.update_id}:{self.work.replies}",
            patient_id=self.work.patient.id if self.work.patient else None,
        )

    async def show(self, message: Message) -> None:
        """Change the message whose button was pressed; without one, answer below."""
        pressed = self.work.pressed_message
        await self.reply(message if pressed is None else Edit(message, pressed))
