"""Edits, deletions, and answers to presses."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from playground.telegram import params as read
from playground.telegram.entities import utf16_length
from playground.telegram.errors import bad_request
from playground.telegram.markup import inline_markup
from playground.telegram.methods.registry import method
from playground.telegram.methods.sending import MAX_TEXT, text_of
from playground.telegram.model import Chat, Json, Message

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

DELETE_WITHIN = timedelta(hours=48)
MAX_TOAST = 200
CONTENT = ("text", "entities", "caption", "caption_entities", "reply_markup")


def _own_message(telegram: Telegram, params: read.Params) -> tuple[Chat, Message]:
    chat = telegram.open_chat(params)
    message_id = read.integer(params, "message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.message_for(message_id, "edit")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(telegram: Telegram, message: Message, content: Json) -> Json:
    kept = {key: value for key, value in message.api.items() if key not in (*CONTENT, "edit_date")}
    old = {key: message.api[key] for key in CONTENT if key in message.api}
    new = {key: value for key, value in content.items() if value}
    if old == new:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    message.versions.append(message.api)
    message.api = {**kept, **new, "edit_date": int(telegram.now().timestamp())}
    return message.api


@method("editMessageText")
def edit_message_text(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    if not read.text(params, "text").strip():
        raise bad_request("message text is empty")
    text, entities = text_of(params)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    _, message = _own_message(telegram, params)
    if "text" not in message.api:
        raise bad_request("there is no text in the message to edit")
    markup = inline_markup(params)
    content = {"text": text, "entities": entities, "reply_markup": markup}
    return _replace(telegram, message, content)


@method("editMessageCaption")
def edit_message_caption(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    caption, entities = text_of(params, "caption", "caption_entities")
    if utf16_length(caption) > 1024:
        raise bad_request("message caption is too long")
    _, message = _own_message(telegram, params)
    if "text" in message.api:
        raise bad_request("there is no caption in the message to edit")
    content = {
        "caption": caption,
        "caption_entities": entities,
        "reply_markup": inline_markup(params),
    }
    return _replace(telegram, message, content)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    _, message = _own_message(telegram, params)
    content = {key: message.api.get(key) for key in CONTENT}
    content["reply_markup"] = inline_markup(params)
    return _replace(telegram, message, content)


@method("deleteMessage")
def delete_message(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    chat = telegram.open_chat(params)
    message_id = read.integer(params, "message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.message_for(message_id, "delete")
    if telegram.now() - message.at > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")
    if not message.by_bot and chat.kind != "private" and chat.bot_status != "administrator":
        raise bad_request("message can't be deleted")
    message.deleted = True
    return True


@method("answerCallbackQuery")
def answer_callback_query(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    from playground.telegram.core import CALLBACK_LIFETIME

    press = telegram.presses.get(read.text(params, "callback_query_id"))
    if press is None or telegram.now() - press.at > CALLBACK_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(read.text(params, "text")) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answers += 1
    if press.answer is None:
        press.answer = dict(params)
    return True
