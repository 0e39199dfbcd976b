"""What `clinic` on the command line does to the database, beside a running bot or without one."""

from __future__ import annotations

import argparse
from datetime import datetime

from bot.catalog.bad_content import BadContent
from bot.catalog.message_files import load_messages
from bot.catalog.messages import Messages
from bot.domain.clinic import LONGEST_NAME, LONGEST_PHONE, PAYLOAD, Clinic
from bot.services import clinics
from bot.services.clinics import NewClinic
from bot.settings import Settings
from bot.storage import clinics as rows
from bot.storage.migrate import migrate
from bot.storage.store import Tx
from bot.upkeep import opened


class Refused(Exception):
    """What was asked cannot be done; the text says why, for the operator."""


async def act(settings: Settings, options: argparse.Namespace, now: datetime) -> list[str]:
    """Do it, and return the lines to print. Raises `Refused`."""
    messages, problems = load_messages(settings.content_dir / "messages")
    if messages is None:
        raise BadContent(problems)
    async with opened(settings) as (store, _):
        await migrate(store)
        await store.check_key()
        async with store.write() as tx:
            match options.act:
                case "add":
                    return await _add(tx, messages, options, now)
                case "list":
                    return await _list(tx)
                case "link":
                    return await _link(tx, options.number)
                case _:
                    return await _revoke(tx, messages, options.number, now)


async def _add(tx: Tx, messages: Messages, options: argparse.Namespace, now: datetime) -> list[str]:
    new = _checked(messages, options)
    number, code = await clinics.add(tx, new, now)
    return [f"Clinic {number}: {new.name}", *_shown(code)]


def _checked(messages: Messages, options: argparse.Namespace) -> NewClinic:
    name = " ".join(options.name.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise Refused(f"--name: 1 to {LONGEST_NAME} characters")
    if options.phone is not None and not 3 <= len(options.phone.strip()) <= LONGEST_PHONE:
        raise Refused(f"--phone: 3 to {LONGEST_PHONE} characters, as it should be shown")
    if options.language is not None and options.language not in messages.languages:
        raise Refused(f"--language: one of {', '.join(messages.languages)}")
    country = options.country
    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise Refused("--country: two letters, such as DE")
    for chat in (options.chat, options.backup_chat):
        if chat is not None and chat >= 0:
            raise Refused("a care team's chat is a group: its number is below zero")
    if options.backup_chat is not None and options.chat is None:
        raise Refused("--backup-chat goes with --chat")
    return NewClinic(
        name,
        options.phone.strip() if options.phone else None,
        options.language,
        country.upper() if country else None,
        options.chat,
        options.backup_chat,
    )


async def _list(tx: Tx) -> list[str]:
    counts = await rows.patients_by_clinic(tx)
    lines = [_line(each, counts.get(each.id, 0)) for each in await rows.all_of_them(tx)]
    return lines or ["No clinics. `clinic add --name ...` makes one."]


def _line(each: Clinic, patients: int) -> str:
    state = f"revoked {each.revoked_at:%Y-%m-%d}" if each.revoked_at else f"{patients} patients"
    chats = " / ".join(str(chat) for chat in (each.team_chat, each.backup_chat) if chat)
    parts = [each.name, state, each.phone, each.language, each.country, chats and f"team {chats}"]
    return f"{each.id}  " + " · ".join(part for part in parts if part)


async def _link(tx: Tx, number: int) -> list[str]:
    code = await clinics.new_link(tx, number)
    if code is None:
        raise Refused(f"There is no clinic {number} that is not revoked. `clinic list` shows all.")
    return ["The old link has stopped working.", *_shown(code)]


async def _revoke(tx: Tx, messages: Messages, number: int, now: datetime) -> list[str]:
    told = await clinics.revoke(tx, messages, number, now)
    if told is None:
        raise Refused(f"There is no clinic {number} that is not revoked. `clinic list` shows all.")
    return [f"Clinic {number} is revoked; {told} patients are told."]


def _shown(code: str) -> list[str]:
    return [
        "Its link, shown this once (put in your bot's name):",
        f"https://t.me/YOUR_BOT?start={PAYLOAD}{code}",
    ]
