"""Queueing what a person is waiting for: an answer to what she has just said or pressed."""

from __future__ import annotations

from datetime import datetime

from bot.domain import outgoing
from bot.domain.message import Message
from bot.domain.outgoing import Outgoing, Send
from bot.domain.priority import SendClass
from bot.storage import outbox
from bot.storage.outbox import Owed
from bot.storage.store import Tx


async def reply(
    tx: Tx,
    chat_id: int,
    what: Message | Outgoing,
    now: datetime,
    *,
    key: str,
    patient_id: int | None = None,
    send_class: SendClass = SendClass.REPLY,
    expires_at: datetime | None = None,
) -> None:
    """Queue it once: a second call with the same key changes nothing."""
    intention = Send(what) if isinstance(what, Message) else what
    await outbox.enqueue(
        tx,
        [
            Owed(
                key=key,
                chat_id=chat_id,
                patient_id=patient_id,
                send_class=send_class,
                priority=send_class.priority,
                payload=outgoing.to_json(intention),
                not_before=now,
                expires_at=expires_at,
            )
        ],
        now,
    )
