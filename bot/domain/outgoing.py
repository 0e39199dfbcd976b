"""What waits in the outbox: an intention to say something, as plain JSON.

It is stored without any Bot API detail and turned into a call at the moment of sending, so that a
message queued by an old version leaves as the new version would write it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from bot.domain.actions import registry
from bot.domain.drawing import Want
from bot.domain.message import Button, Message


@dataclass(frozen=True, slots=True)
class Send:
    """A new message."""

    message: Message


@dataclass(frozen=True, slots=True)
class Edit:
    """New words and buttons for a message that is there already. When Telegram refuses (too old,
    deleted), the same words are sent as a new message, so that no answer disappears."""

    message: Message
    message_id: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Something to be made from the rows of the moment at which it is sent: the wish, and nothing
    of its content. `weeks` back from then, 0 for everything; `language` "" for the patient's."""

    want: Want
    weeks: int = 0
    dark: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Announce:
    """What a care team has written to its patients, by number: the words are kept once, and who
    may still get them is decided when they leave."""

    broadcast: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave this group: the bot talks in private only."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that has just been made, with `message` as its caption (at most 1,024 characters
    once parsed). It is sent from memory and never stored. `instead` is said when Telegram will
    not have the file, so that nobody waits for nothing."""

    name: str
    content: bytes = field(repr=False)
    message: Message
    instead: Message
    photo: bool = False


Outgoing = Send | Edit | Draw | Announce | Leave  # what the outbox holds
Speech = Send | Edit | Upload | Leave  # what goes to Telegram


def to_json(outgoing: Outgoing) -> dict[str, Any]:
    match outgoing:
        case Send(message):
            return {"do": "send", "message": _message_json(message)}
        case Edit(message, message_id):
            return {"do": "edit", "message": _message_json(message), "id": message_id}
        case Draw(want, weeks, dark, language):
            wish = {"want": want, "weeks": weeks, "dark": dark, "language": language}
            return {"do": "draw"} | wish
        case Announce(broadcast, silent):
            return {"do": "announce", "broadcast": broadcast, "silent": silent}
        case Leave():
            return {"do": "leave"}


def from_json(data: dict[str, Any]) -> Outgoing:
    """Raises `KeyError` on data that no version has written."""
    match data["do"]:
        case "send":
            return Send(_message(data["message"]))
        case "edit":
            return Edit(_message(data["message"]), data["id"])
        case "draw":
            return Draw(Want(data["want"]), data["weeks"], data["dark"], data["language"])
        case "announce":
            return Announce(data["broadcast"], data["silent"])
        case "leave":
            return Leave()
        case other:
            raise KeyError(other)


def _message_json(message: Message) -> dict[str, Any]:
    data: dict[str, Any] = {"html": str(message.html)}
    if message.rows:
        data["rows"] = [[_button_json(button) for button in row] for row in message.rows]
    for name in ("silent", "ask_location", "close_keyboard"):
        if value := getattr(message, name):
            data[name] = value
    return data


def _button_json(button: Button) -> dict[str, Any]:
    data: dict[str, Any] = {"label": button.label}
    if button.action is not None:
        data["action"] = [button.action.code, *dataclasses.astuple(button.action)]
    for name in ("copy", "url", "style"):
        if value := getattr(button, name):
            data[name] = value
    return data


def _message(data: dict[str, Any]) -> Message:
    return Message(
        html=data["html"],
        rows=tuple(tuple(_button(button) for button in row) for row in data.get("rows", ())),
        silent=data.get("silent", False),
        ask_location=data.get("ask_location"),
        close_keyboard=data.get("close_keyboard", False),
    )


def _button(data: dict[str, Any]) -> Button:
    action = None
    if "action" in data:
        code, *values = data["action"]
        action = registry()[code](*values)
    return Button(data["label"], action, data.get("copy"), data.get("url"), data.get("style"))
