"""`init`: from a token to a bot that can be started, without an editor.

What it asks can also be given: then nothing is asked (`ask` is None), for scripts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.catalog.message_files import load_messages
from bot.settings import TELEGRAM, Settings, load_settings
from bot.storage.keys import load_keyring
from bot.tg.client import TelegramClient
from bot.tg.menu import publish_menu
from bot.tg.probe import OutOfReach, probing

Ask = Callable[[str, str, bool], str]
"""Question, what an empty answer means, and whether the answer is a secret."""

Tell = Callable[[str], None]

# What `.env` must quote, lest its readers take it for something else.
_PLAIN = re.compile(r"[\w@%+=:,./-]*")


class CannotSetUp(Exception):
    """Nothing was written; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was given on the command line; empty: ask for it, or take the default. Names are those
    of the settings."""

    env_file: Path
    bot_token: str = ""
    default_language: str = ""
    default_country: str = ""
    operator_name: str = ""
    operator_chat_id: str = ""
    care_team_chat_id: str = ""
    database_url: str = ""
    data_dir: str = ""
    telegram_api_base_url: str = ""
    overwrite: bool = False


_QUESTIONS: tuple[tuple[str, str, str, bool], ...] = (
    ("bot_token", "The token from @BotFather (it is not shown)", "", True),
    ("operator_name", "Who runs this bot, as patients read it", "", False),
    ("default_country", "Country of most patients, two letters", "", False),
    ("default_language", "Language of most patients", "en", False),
)


async def set_up(given: Given, ask: Ask | None, tell: Tell) -> str:
    """Check the token, write the settings and the key, publish the menu. Returns the address of
    the bot. Raises `CannotSetUp`; nothing is written before all is known to be right."""
    if given.env_file.exists() and not given.overwrite:
        raise CannotSetUp(
            f"{given.env_file} is there already and is not overwritten. Change it with an editor, "
            "or run this with --overwrite, which keeps the old one beside it."
        )
    values = _answers(given, ask)
    settings = _checked(values)
    name = await _name_of_bot(settings)
    tell(f"The token is that of @{name}.")
    _write(given.env_file, values)
    tell(f"The settings are in {given.env_file}; only you can read it.")
    keys = settings.encryption_keys.get_secret_value() if settings.encryption_keys else None
    _, made = load_keyring(keys, settings.data_dir)
    if made is not None:
        tell(f"The encryption key is {made}. Keep a copy in another place: without it nobody can")
        tell("read the data, you included.")
    if failed := await _publish(settings):
        tell(f"The menu could not be set ({', '.join(failed)}); the next start tries again.")
    else:
        tell("Commands and descriptions are set in every language.")
    return f"https://t.me/{name}"


def _answers(given: Given, ask: Ask | None) -> dict[str, str]:
    values = {
        name: getattr(given, name)
        for name in Given.__slots__
        if name not in ("env_file", "overwrite") and getattr(given, name)
    }
    for name, question, default, secret in _QUESTIONS:
        if name not in values and ask is not None:
            values[name] = ask(question, default, secret).strip()
    if not values.get("bot_token"):
        raise CannotSetUp(
            "There is no token. Talk to @BotFather in Telegram: /newbot, and copy what it gives."
        )
    return {name: value for name, value in values.items() if value}


def _checked(values: dict[str, str]) -> Settings:
    """As the bot will read them. Raises `InvalidSettings`, which names every error."""
    return load_settings(_env_file=None, **values)


async def _name_of_bot(settings: Settings) -> str:
    assert settings.bot_token is not None
    token = settings.bot_token.get_secret_value()
    async with probing(token, settings.telegram_api_base_url) as probe:
        me = await probe.ask("getMe")
    if isinstance(me, OutOfReach):
        raise CannotSetUp(f"Telegram is out of reach ({me.why}). Check the network and try again.")
    if me.result is None:
        raise CannotSetUp(f"Telegram refuses this token ({me.refusal}). Copy it again.")
    return str(me.result.get("username"))


def _write(path: Path, values: dict[str, str]) -> None:
    """Whole, and readable by its owner only from its first byte on. An old one becomes `.old`."""
    lines = ["# Made by `isocompanion init`. Every setting: docs/operations.md", ""]
    lines += [f"{name.upper()}={_quoted(value)}" for name, value in values.items()]
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(descriptor)
    if path.exists():
        path.chmod(0o600)
        path.replace(path.with_name(f"{path.name}.old"))
    draft.replace(path)


def _quoted(value: str) -> str:
    if "\n" in value or "\r" in value:
        raise CannotSetUp("A value has more than one line.")
    if _PLAIN.fullmatch(value):
        return value
    return "'" + value.replace("\\", r"\\").replace("'", r"\'") + "'"


async def _publish(settings: Settings) -> list[str]:
    """The menu in every language; returns the languages for which Telegram did not take it."""
    messages, _ = load_messages(settings.content_dir / "messages")
    if messages is None:
        return ["the texts have errors: check-content"]
    assert settings.bot_token is not None
    token = settings.bot_token.get_secret_value()
    async with TelegramClient(token, settings.telegram_api_base_url or TELEGRAM) as client:
        return await publish_menu(client, messages)
