"""Groups: where a care team reads together, and what a bot may see there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from playground.telegram.entities import finish
from playground.telegram.incoming import membership, receive
from playground.telegram.model import Chat, Json, Message

if TYPE_CHECKING:
    from playground.telegram.core import Telegram
    from playground.telegram.people import Person


class Group:
    """A group chat. With privacy mode on, bots see only commands, mentions and replies."""

    def __init__(self, telegram: Telegram, id: int, title: str) -> None:
        self.telegram = telegram
        self.id = id
        self.chat = Chat(
            id, "group", {"id": id, "type": "group", "title": title}, bot_status="left"
        )
        telegram.chats[id] = self.chat

    def add_bot(self, by: Person) -> None:
        self._move(by, "member")

    def remove_bot(self, by: Person) -> None:
        self._move(by, "kicked")

    def _move(self, by: Person, status: Literal["member", "kicked"]) -> None:
        old, self.chat.bot_status = self.chat.bot_status, status
        membership(self.telegram, self.chat, by, old, status)

    def leave(self, person: Person) -> None:
        """From now on the Bot API says that this person has left. (A client that has not noticed
        can still send something.)"""
        self.chat.gone.add(person.id)

    def say(self, person: Person, text: str) -> Message:
        plain, entities = finish(text, [])
        content: Json = {"text": plain}
        if entities:
            content["entities"] = entities
        mentioned = f"@{self.telegram.bot['username']}" in plain
        visible = plain.startswith("/") or mentioned
        return receive(self.telegram, self.chat, person, "text", content, plain, visible)

    def migrate(self) -> Group:
        """Upgrade to a supergroup: the old id answers `migrate_to_chat_id` from now on."""
        new = Group(self.telegram, -1_000_000_000_000 + self.id, self.chat.api["title"])
        new.chat.kind = "supergroup"
        new.chat.api["type"] = "supergroup"
        new.chat.bot_status = self.chat.bot_status
        self.chat.migrated_to = new.id
        self.telegram.notify()
        return new

    @property
    def received(self) -> list[Message]:
        return [message for message in self.chat.visible() if message.by_bot]
