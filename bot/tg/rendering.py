"""From what we want to say to the call of the Bot API that says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.domain.message import Button, Message
from bot.domain.outgoing import Edit, Leave, Send, Speech, Upload
from bot.tg.callback_codec import encode


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file and the parameter of the Bot API method that takes it."""

    field: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A Bot API method and its parameters. `fallback` is tried when Telegram refuses the first
    for good (an edit of a message that is too old)."""

    method: str
    parameters: dict[str, Any]
    file: Attachment | None = None
    fallback: Call | None = None


def call_for(speech: Speech, chat_id: int) -> Call:
    match speech:
        case Send(message):
            return Call("sendMessage", {"chat_id": chat_id} | _say(message))
        case Edit(message, message_id):
            edited = {"chat_id": chat_id, "message_id": message_id} | _say(message)
            edited.pop("disable_notification", None)
            if not message.rows:
                edited.pop("reply_markup", None)
            return Call("editMessageText", edited, fallback=call_for(Send(message), chat_id))
        case Upload(name, content, message, instead, photo):
            method, field = ("sendPhoto", "photo") if photo else ("sendDocument", "document")
            parameters = {"chat_id": chat_id} | _say(message)
            parameters["caption"] = parameters.pop("text")
            del parameters["link_preview_options"]
            spoken = call_for(Send(instead), chat_id)
            return Call(method, parameters, Attachment(field, name, content), fallback=spoken)
        case Leave():
            return Call("leaveChat", {"chat_id": chat_id})


def busy_with(chat_id: int, *, photo: bool) -> Call:
    """ "Sending a photo …" above the chat for a few seconds."""
    action = "upload_photo" if photo else "upload_document"
    return Call("sendChatAction", {"chat_id": chat_id, "action": action})


def _say(message: Message) -> dict[str, Any]:
    parameters: dict[str, Any] = {
        "text": message.html,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if message.silent:
        parameters["disable_notification"] = True
    if (markup := _markup(message)) is not None:
        parameters["reply_markup"] = markup
    return parameters


def _markup(message: Message) -> dict[str, Any] | None:
    if message.ask_location:
        return {
            "keyboard": [[{"text": message.ask_location, "request_location": True}]],
            "resize_keyboard": True,
            "one_time_keyboard": True,
        }
    if message.rows:
        return {"inline_keyboard": [[_button(button) for button in row] for row in message.rows]}
    if message.close_keyboard:
        return {"remove_keyboard": True}
    return None


def _button(button: Button) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": button.label}
    if button.action is not None:
        shown["callback_data"] = encode(button.action)
    elif button.copy is not None:
        shown["copy_text"] = {"text": button.copy}
    else:
        shown["url"] = button.url
    if button.style:
        shown["style"] = button.style
    return shown
