"""From a person's act to an update in the bot's queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.telegram.entities import finish
from playground.telegram.model import Chat, Json, Message, Press

if TYPE_CHECKING:
    from playground.telegram.core import Telegram
    from playground.telegram.people import Person


def receive(
    telegram: Telegram,
    chat: Chat,
    person: Person,
    kind: str,
    content: Json,
    shown: str,
    visible: bool = True,
) -> Message:
    """Put a person's message into a chat and tell the bot if it may see it."""
    now = telegram.now()
    message_id = telegram.next_message_id()
    api: Json = {
        "message_id": message_id,
        "from": person.api,
        "chat": chat.api,
        "date": int(now.timestamp()),
        **content,
    }
    message = chat.messages[message_id] = Message(message_id, chat.id, False, now, api)
    in_group = chat.kind != "private" and chat.bot_status not in ("member", "administrator")
    update_id = None
    if visible and not in_group:
        update_id = telegram.updates.add("message", api, chat.id)
    telegram.ledger.note_said(chat.id, person.id, kind, shown, message_id, update_id)
    telegram.notify()
    return message


def revise(telegram: Telegram, chat: Chat, person: Person, message: Message, text: str) -> Message:
    """Change the text or caption of a person's message."""
    plain, entities = finish(text, [])
    body, marks = ("text", "entities") if "text" in message.api else ("caption", "caption_entities")
    message.versions.append(message.api)
    message.api = {key: value for key, value in message.api.items() if key != marks}
    message.api |= {body: plain, "edit_date": int(telegram.now().timestamp())}
    if entities:
        message.api[marks] = entities
    update_id = telegram.updates.add("edited_message", message.api, chat.id)
    telegram.ledger.note_said(chat.id, person.id, "edit", plain, message.id, update_id)
    telegram.notify()
    return message


def press(
    telegram: Telegram, chat: Chat, person: Person, data: str, message: Message | None
) -> Press:
    """A callback query, also a forged one: Telegram does not check the data."""
    query_id = telegram.next_query_id()
    body: Json = {
        "id": query_id,
        "from": person.api,
        "chat_instance": str(7_000_000_000 + abs(chat.id)),
        "data": data,
    }
    if message is not None:
        body["message"] = (
            {"message_id": message.id, "chat": chat.api, "date": 0}
            if message.deleted
            else message.api
        )
    now = telegram.now()
    update_id = telegram.updates.add("callback_query", body, chat.id)
    made = Press(
        query_id, chat.id, person.id, data, now, message.id if message else None, update_id
    )
    telegram.presses[query_id] = made
    telegram.ledger.note_said(chat.id, person.id, "press", data, made.message_id, update_id)
    telegram.notify()
    return made


def ask_inline(telegram: Telegram, person: Person, query: str) -> str:
    query_id = telegram.next_query_id()
    telegram.inline_queries[query_id] = telegram.now()
    body: Json = {"id": query_id, "from": person.api, "query": query, "offset": ""}
    update_id = telegram.updates.add("inline_query", body, None)
    telegram.ledger.note_said(person.id, person.id, "inline_query", query, None, update_id)
    telegram.notify()
    return query_id


def membership(telegram: Telegram, chat: Chat, person: Person, old: str, new: str) -> None:
    """my_chat_member: the bot was added, removed, blocked or unblocked."""

    def member(status: str) -> Json:
        entry: Json = {"user": telegram.bot, "status": status}
        if status == "kicked":
            entry["until_date"] = 0
        return entry

    body: Json = {
        "chat": chat.api,
        "from": person.api,
        "date": int(telegram.now().timestamp()),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
    update_id = telegram.updates.add("my_chat_member", body, chat.id)
    telegram.ledger.note_said(chat.id, person.id, f"bot {old} -> {new}", "", None, update_id)
    telegram.notify()
