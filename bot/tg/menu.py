"""The command menu and the descriptions that Telegram shows, in every language."""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from telegram import BotCommand
from telegram.error import TelegramError

from bot.catalog.messages import SOURCE_LANGUAGE, Messages
from bot.tg.client import TelegramClient

log = structlog.get_logger()

# In the order of the menu: what is used daily first, help at hand.
SHOWN = (
    "today",
    "plan",
    "dates",
    "day",
    "faq",
    "checkin",
    "symptoms",
    "progress",
    "report",
    "reminders",
    "sos",
    "doctor",
    "note",
    "safetyplan",
    "trusted",
    "settings",
    "pause",
    "resume",
    "timezone",
    "language",
    "privacy",
    "export",
    "delete",
    "start",
    "cancel",
    "help",
)


async def publish_menu(
    client: TelegramClient, messages: Messages, before: Iterable[str] = ()
) -> list[str]:
    """Best effort: a menu that could not be set is set at the next start. Returns the languages for
    which it could not.

    What Telegram shows in a language that is no longer offered (one of `before`, or one whose texts
    are there but incomplete) is taken back: people then see the English menu.
    """
    failed: list[str] = []
    for language in sorted({*before, *messages.not_offered} - {*messages.languages}):
        try:
            await client.delete_my_commands(language_code=language)
            await client.set_my_description("", language_code=language)
            await client.set_my_short_description("", language_code=language)
        except TelegramError as error:
            log.warning("menu_not_taken_back", language=language, error=error)
            failed.append(language)
    for language in messages.languages:
        say = messages.say(language)
        code = None if language == SOURCE_LANGUAGE else language
        try:
            await client.set_my_commands(
                [BotCommand(name, say.plain(f"command-{name}")) for name in SHOWN],
                language_code=code,
            )
            await client.set_my_description(say.plain("bot-description"), language_code=code)
            await client.set_my_short_description(
                say.plain("bot-short-description"), language_code=code
            )
        except TelegramError as error:
            log.warning("menu_not_set", language=language, error=error)
            failed.append(language)
    return failed
