"""Reminders end to end, without a limit, beside what only sends.

The program plans, claims, renders, sends and settles each; the others make the same call with the
same text and button, as many at a time as the program keeps in flight.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from benchmarks.children import contestant
from benchmarks.contestants.library_bot import TEXT
from benchmarks.contestants.program import unsettled
from benchmarks.contestants.stage import Options
from benchmarks.fake_api import TOKEN, FakeApi
from benchmarks.figures import Goal, Section, ratio, spread
from bot.tg.client import TelegramClient
from bot.tg.rendering import Call

AT_A_TIME = 48  # the program's bulk sends in flight
KEYBOARD = (
    '{"inline_keyboard": [[{"text": "Taken", "callback_data": "2:dn:1", "style": "success"},'
    ' {"text": "Later", "callback_data": "2:ls:1"}, {"text": "Skip", "callback_data": "2:as:1"}]]}'
)
DRAINED_WITHIN = 120.0

PROGRAM = "the program, end to end"
OURS = "the same client, bare sends"
DEFAULT = "the library's default transport"
RAW = "raw aiohttp (the ceiling)"

Send = Callable[[int], Awaitable[object]]
Client = Callable[[str], AbstractAsyncContextManager[Send]]


@dataclass(frozen=True, slots=True)
class Figure:
    per_second: float
    cpu_ms: float


@asynccontextmanager
async def our_client(url: str) -> AsyncIterator[Send]:
    async with TelegramClient(TOKEN, url) as client:
        parameters = {"text": TEXT, "parse_mode": "HTML", "reply_markup": KEYBOARD}
        yield lambda chat: client.say(Call("sendMessage", parameters | {"chat_id": chat}))


@asynccontextmanager
async def default_transport(url: str) -> AsyncIterator[Send]:
    keys = [("Taken", "2:dn:1"), ("Later", "2:ls:1"), ("Skip", "2:as:1")]
    markup = InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in keys]]
    )
    async with Bot(TOKEN, base_url=url, request=HTTPXRequest()) as bot:
        yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=markup)


@asynccontextmanager
async def raw_aiohttp(url: str) -> AsyncIterator[Send]:
    async with aiohttp.ClientSession() as session:

        async def send(chat: int) -> object:
            form = {"chat_id": str(chat), "text": TEXT, "parse_mode": "HTML"}
            form["reply_markup"] = KEYBOARD
            async with session.post(f"{url}{TOKEN}/sendMessage", data=form) as response:
                return (await response.json())["result"]

        yield send


CLIENTS: dict[str, Client] = {OURS: our_client, DEFAULT: default_transport, RAW: raw_aiohttp}


async def _bare(client: Client, url: str, count: int) -> Figure:
    async with client(url) as send:
        await asyncio.gather(*(send(chat) for chat in range(1, AT_A_TIME + 1)))
        chats = iter(range(1, count + 1))
        started, cpu = time.perf_counter(), time.process_time()

        async def worker() -> None:
            for chat in chats:
                await send(chat)

        await asyncio.gather(*(worker() for _ in range(AT_A_TIME)))
        return Figure(
            count / (time.perf_counter() - started), (time.process_time() - cpu) / count * 1000
        )


def _program(api: FakeApi, count: int) -> Figure:
    """From the due time to the last arrival; the processor time includes all settling."""
    api.reset()
    with tempfile.TemporaryDirectory() as folder:
        given = Options(api.url, TOKEN, count, None, True, folder)
        with contestant("program", given) as program:
            due = float(program.ask("due")["due"])
            if not api.wait_for("sent", count, DRAINED_WITHIN):
                raise TimeoutError(f"{api.state()['sent']} of {count} arrived")
            while unsettled(Path(folder)):
                time.sleep(0.01)
            used = program.ask("report")
        last = api.arrivals(count - 1)[0].at
    return Figure(count / (last - due), used["cpu"] / count * 1000)


def measure(api: FakeApi, rounds: int, count: int) -> Section:
    found: dict[str, list[Figure]] = {}
    for turn in range(rounds):
        names = [PROGRAM, *CLIENTS]
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            if name == PROGRAM:
                figure = _program(api, count)
            else:
                api.reset()
                figure = asyncio.run(_bare(CLIENTS[name], api.url, count))
            found.setdefault(name, []).append(figure)
    rates = {name: [each.per_second for each in found[name]] for name in found}
    rows = tuple(
        (
            name,
            str(spread(rates[name])),
            str(spread([each.cpu_ms for each in found[name]])),
            str(ratio(rates[name], rates[OURS])),
            str(ratio(rates[name], rates[DEFAULT])),
        )
        for name in (PROGRAM, *CLIENTS)
    )
    to_ours, to_default = ratio(rates[PROGRAM], rates[OURS]), ratio(rates[PROGRAM], rates[DEFAULT])
    used = spread([each.cpu_ms for each in found[PROGRAM]])
    bare = spread([each.cpu_ms for each in found[OURS]])
    why = (
        f"a reminder costs {used.median:.2f} ms of processor time and a bare send "
        f"{bare.median:.2f} ms; one process has one processor"
    )
    return Section(
        "Reminders end to end",
        f"{count:,} reminders due in one second, no rate limit, one process, SQLite with full "
        f"sync; the others send as many, {AT_A_TIME} at a time.",
        ("", "per second", "processor time each, ms", "× same client", "× library default"),
        rows,
        (
            Goal(
                "reminders end to end, beside the same client's bare sends",
                "≥ 0.8 ×",
                f"{to_ours} ×",
                to_ours.median >= 0.8,
                why,
            ),
            Goal(
                "reminders end to end, beside the library's default transport",
                "≥ 3 ×",
                f"{to_default} ×",
                to_default.median >= 3,
                why,
            ),
        ),
    )
