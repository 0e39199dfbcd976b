"""What whoever runs the bot is told in a chat: about the program, never about a patient."""

from __future__ import annotations

from datetime import datetime

from bot.domain.message import Message
from bot.domain.priority import SendClass
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage.store import Tx


async def content_refused(tx: Tx, desk: Desk, problems: str, now: datetime) -> bool:
    """Queue why new content was not taken. False when no operator's chat is set."""
    chat_id = desk.choices.operator_chat_id
    if chat_id is None:
        return False
    message = Message(desk.team_say("operator-content-refused", problems=problems))
    key = f"content-refused:{now.timestamp()}"
    await reply(tx, chat_id, message, now, key=key, send_class=SendClass.BROADCAST)
    return True
