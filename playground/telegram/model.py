"""What the simulated Telegram remembers: chats, messages, presses. Values are Bot API objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from playground.telegram.errors import ApiError, bad_request, forbidden

Json = dict[str, Any]
ChatKind = Literal["private", "group", "supergroup"]


@dataclass(slots=True, eq=False)
class Message:
    """One message. `api` is the Bot API object; an edit replaces it and keeps `versions`."""

    id: int
    chat_id: int
    by_bot: bool
    at: datetime
    api: Json
    silent: bool = False
    deleted: bool = False
    versions: list[Json] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, or the caption; '' when there is neither."""
        text: str = self.api.get("text") or self.api.get("caption") or ""
        return text

    @property
    def entities(self) -> list[Json]:
        found: list[Json] = self.api.get("entities") or self.api.get("caption_entities") or []
        return found

    @property
    def buttons(self) -> list[list[Json]]:
        """Rows of inline buttons (Bot API objects)."""
        rows: list[list[Json]] = self.api.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons, in reading order."""
        return [button["text"] for row in self.buttons for button in row]

    def button(self, label: str) -> Json | None:
        """The inline button with this label: the exact one, else the first that contains it."""
        every = [button for row in self.buttons for button in row]
        exact = [button for button in every if button["text"] == label]
        return next(iter(exact or [b for b in every if label in b["text"]]), None)


@dataclass(slots=True, eq=False)
class Press:
    """A press on an inline button. `answer` is the bot's answer's parameters, None before it."""

    id: str
    chat_id: int
    user_id: int
    data: str
    at: datetime
    message_id: int | None
    update_id: int | None
    answer: Json | None = None
    answers: int = 0

    @property
    def answered(self) -> bool:
        return self.answer is not None

    @property
    def toast(self) -> str:
        """What the bot's answer showed, '' for a silent one or none yet."""
        return str((self.answer or {}).get("text", ""))


@dataclass(slots=True, eq=False)
class Chat:
    """A chat as the bot and its people see it."""

    id: int
    kind: ChatKind
    api: Json
    messages: dict[int, Message] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    bot_status: Literal["member", "administrator", "left", "kicked"] = "member"
    gone: set[int] = field(default_factory=set)  # people who have left a group
    migrated_to: int | None = None
    reply_keyboard: Json | None = None
    typing_until: float = 0.0  # seconds since the epoch, by the injected clock
    menu_button: Json | None = None

    def refusal(self) -> ApiError | None:
        """Why the bot cannot write here; None when it can."""
        if self.kind == "private":
            if self.deactivated:
                return forbidden("user is deactivated")
            if self.blocked:
                return forbidden("bot was blocked by the user")
            if not self.started:
                return forbidden("bot can't initiate conversation with a user")
            return None
        if self.migrated_to is not None:
            return ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": self.migrated_to},
            )
        if self.bot_status == "kicked":
            return forbidden(f"bot was kicked from the {self.kind} chat")
        if self.bot_status == "left":
            return forbidden(f"bot is not a member of the {self.kind} chat")
        return None

    def visible(self) -> list[Message]:
        """Messages that are not deleted, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    def message_for(self, message_id: int | None, purpose: str) -> Message:
        """The message, or Telegram's refusal `message to <purpose> not found`."""
        message = self.messages.get(message_id) if message_id else None
        if message is None or message.deleted:
            raise bad_request(f"message to {purpose} not found")
        return message
