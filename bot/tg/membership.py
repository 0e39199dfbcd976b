"""Who is a member of a group right now, as Telegram says: asked before an update is handled, and
remembered for a minute, so that a busy chat costs no call for each press."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from telegram import ChatMember
from telegram.error import BadRequest, TelegramError

from bot.tg.client import TelegramClient

REMEMBERED_SECONDS = 60.0
ANSWERS_WITHIN_SECONDS = 5.0
_THERE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}


@dataclass(slots=True)
class Members:
    """What was asked lately. `now` is any clock that only goes forward, in seconds."""

    client: TelegramClient
    _known: dict[tuple[int, int], tuple[float, bool]] = field(default_factory=dict)

    async def ask(self, raw: dict[str, Any], now: float) -> bool | None:
        """Whether the sender of a raw update is a member of its chat. None: Telegram did not say,
        or the update has no sender."""
        self._known = {
            key: kept for key, kept in self._known.items() if now - kept[0] < REMEMBERED_SECONDS
        }
        chat, user, as_chat = _who(raw)
        if as_chat is not None:
            return as_chat == chat  # its anonymous administrator; a channel is nobody's member
        if chat is None or user is None:
            return None
        if (kept := self._known.get((chat, user))) is not None:
            return kept[1]
        there = await self._call(chat, user)
        if there is not None:
            self._known[chat, user] = (now, there)
        return there

    async def _call(self, chat: int, user: int) -> bool | None:
        wait = ANSWERS_WITHIN_SECONDS
        try:
            member = await self.client.get_chat_member(
                chat, user, read_timeout=wait, connect_timeout=wait, pool_timeout=wait
            )
        except BadRequest:
            return False  # "member not found", "user not found"
        except TelegramError:
            return None
        return member.status in _THERE or bool(getattr(member, "is_member", False))


def _who(raw: dict[str, Any]) -> tuple[int | None, int | None, int | None]:
    """Chat, sender, and the chat in whose name it was sent; None for what is not there."""
    query = raw.get("callback_query")
    message = (query or {}).get("message") if isinstance(query, dict) else raw.get("message")
    if not isinstance(message, dict):
        return None, None, None
    sender = query.get("from") if isinstance(query, dict) else message.get("from")
    as_chat = None if isinstance(query, dict) else message.get("sender_chat")
    return _id(message.get("chat")), _id(sender), _id(as_chat)


def _id(thing: Any) -> int | None:
    found = thing.get("id") if isinstance(thing, dict) else None
    return found if isinstance(found, int) else None
