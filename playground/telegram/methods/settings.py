"""Who the bot is: getMe, commands, descriptions, the menu button, chats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playground.telegram import params as read
from playground.telegram.errors import bad_request
from playground.telegram.methods.registry import METHODS, method
from playground.telegram.model import Json

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}|")
_SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}
_TEXTS = {"Name": 64, "Description": 512, "ShortDescription": 120}
_FIELDS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


@method("getMe")
def get_me(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    return {
        **telegram.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _scope(telegram: Telegram, params: read.Params) -> tuple[str, int | None]:
    scope = read.structure(params, "scope", "bot command scope")
    if scope is None:
        return "default", None
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if "chat" in scope["type"] and not scope["type"].startswith("all_"):
        return scope["type"], telegram.chat_of(scope).id
    return scope["type"], None


def _language(params: read.Params) -> str:
    language = read.text(params, "language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: Expected an Object")
    command = str(item.get("command", "")).removeprefix("/")
    description = str(item.get("description", ""))
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


@method("setMyCommands")
def set_my_commands(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    commands = read.structure(params, "commands", "bot commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse bot commands: Expected an Array")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = (*_scope(telegram, params), _language(params))
    telegram.commands[key] = [_command(item) for item in commands]
    return True


@method("getMyCommands")
def get_my_commands(telegram: Telegram, params: read.Params, files: read.Files) -> list[Json]:
    return telegram.commands.get((*_scope(telegram, params), _language(params)), [])


@method("deleteMyCommands")
def delete_my_commands(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    telegram.commands.pop((*_scope(telegram, params), _language(params)), None)
    return True


def commands_for(telegram: Telegram, chat_id: int, language: str) -> list[Json]:
    """The menu a person sees: the narrowest scope that has one, own language before any."""
    scopes: list[tuple[str, int | None]] = [("chat", chat_id)]
    scopes.append(("all_private_chats", None) if chat_id > 0 else ("all_group_chats", None))
    scopes.append(("default", None))
    for scope in scopes:
        for code in (language[:2], ""):
            commands = telegram.commands.get((*scope, code))
            if commands:
                return commands
    return []


def text_for(telegram: Telegram, what: str, language: str) -> str:
    """A bot text (`Description`, …) as a person with this language sees it."""
    return telegram.texts.get((what, language[:2]), telegram.texts.get((what, ""), ""))


def _register_text(what: str) -> None:
    field = _FIELDS[what]

    def set_text(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
        value = read.text(params, field)
        if len(value) > _TEXTS[what]:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        telegram.texts[what, _language(params)] = value
        return True

    def get_text(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
        return {field: text_for(telegram, what, _language(params))}

    METHODS[f"setmy{what}".lower()] = (f"setMy{what}", set_text)
    METHODS[f"getmy{what}".lower()] = (f"getMy{what}", get_text)


for _what in _TEXTS:
    _register_text(_what)


@method("setChatMenuButton")
def set_chat_menu_button(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    button = read.structure(params, "menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse menu button: Unsupported type specified")
    if params.get("chat_id"):
        telegram.chat_of(params).menu_button = button
    else:
        telegram.menu_button = button
    return True


@method("getChatMenuButton")
def get_chat_menu_button(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    if params.get("chat_id"):
        return telegram.chat_of(params).menu_button or telegram.menu_button
    return telegram.menu_button


@method("getChat")
def get_chat(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    chat = telegram.chat_of(params)
    return {
        **chat.api,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


@method("getChatMember")
def get_chat_member(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    chat = telegram.chat_of(params)
    user_id = read.integer(params, "user_id")
    if user_id == telegram.bot["id"]:
        return {"status": "member", "user": telegram.bot}
    person = telegram.people.get(user_id or 0)
    if person is None:
        raise bad_request("member not found")
    gone = user_id in chat.gone
    return {"status": "left" if gone else "member", "user": person.api}
