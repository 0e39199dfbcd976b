"""sendMessage and sendChatAction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.telegram import params as read
from playground.telegram.entities import Entity, formatted, utf16_length
from playground.telegram.errors import bad_request
from playground.telegram.markup import parse_markup
from playground.telegram.methods.registry import method
from playground.telegram.model import Chat, Json, Message

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

MAX_TEXT = 4096
TYPING_SECONDS = 5  # documented: the status is set for 5 seconds or less
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def text_of(
    params: read.Params, field: str = "text", entities: str = "entities"
) -> tuple[str, list[Entity]]:
    """The formatted text of a call."""
    return formatted(
        read.text(params, field),
        read.text(params, "parse_mode"),
        read.structure(params, entities, "message entities"),
    )


def deliver(telegram: Telegram, chat: Chat, params: read.Params, content: Json) -> Json:
    """Put a message of the bot into a chat; its Bot API object."""
    markup = parse_markup(params) if params.get("reply_markup") else None
    quoted = _quoted(chat, params)
    if telegram.rates is not None:
        telegram.rates.check(chat.id)
    now = telegram.now()
    message_id = telegram.next_message_id()
    api: Json = {
        "message_id": message_id,
        "from": telegram.bot,
        "chat": chat.api,
        "date": int(now.timestamp()),
        **content,
    }
    if quoted is not None:
        api["reply_to_message"] = {k: v for k, v in quoted.items() if k != "reply_to_message"}
    if read.flag(params, "protect_content"):
        api["has_protected_content"] = True
    if markup is not None:
        if "inline_keyboard" in markup:
            if markup["inline_keyboard"]:
                api["reply_markup"] = markup
        elif "keyboard" in markup:
            chat.reply_keyboard = markup
        elif markup.get("remove_keyboard"):
            chat.reply_keyboard = None
    silent = read.flag(params, "disable_notification")
    chat.messages[message_id] = Message(message_id, chat.id, True, now, api, silent)
    chat.typing_until = 0.0
    return api


def _quoted(chat: Chat, params: read.Params) -> Json | None:
    reply = read.structure(params, "reply_parameters", "reply parameters") or {}
    wanted = reply.get("message_id") or read.integer(params, "reply_to_message_id")
    if not wanted:
        return None
    message = chat.messages.get(int(wanted))
    if message is not None and not message.deleted:
        return message.api
    if reply.get("allow_sending_without_reply") or read.flag(params, "allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


@method("sendMessage")
def send_message(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    if not read.text(params, "text").strip():
        raise bad_request("message text is empty")
    text, entities = text_of(params)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    chat = telegram.open_chat(params)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    return deliver(telegram, chat, params, content)


@method("sendChatAction")
def send_chat_action(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    chat = telegram.open_chat(params)
    if read.text(params, "action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = telegram.now().timestamp() + TYPING_SECONDS
    return True


@method("leaveChat")
def leave_chat(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    chat = telegram.open_chat(params)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True
