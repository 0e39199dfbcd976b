"""Sends per second: the library's default transport, ours, and bare aiohttp as the ceiling.

    python -m benchmarks.transport [--rounds 5] [--seconds 0.8] [--latency-ms 0]

All three talk to one small Bot API in a process of its own. The first two run the same
`Bot.send_message`; the default transport has its default settings, which its documentation
recommends for up to 256 concurrent calls. The rounds are interleaved and each starts with another
client, so that a busy machine disturbs all alike: read the ratios. The processor time of the client
process per send is the steadier figure: it does not count waiting for other programs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

import aiohttp
from aiohttp import web
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.tg.transport import AiohttpRequest

TOKEN = "1:benchmark"
TEXT = "Time for your capsule. <b>With food</b>, please."
CONCURRENT = (1, 8, 32, 64)
Send = Callable[[int], Awaitable[object]]
Client = Callable[[str], AbstractAsyncContextManager[Send]]


def fake_bot_api(port: Connection, latency: float) -> None:
    """Answer every call with a message, after `latency` seconds; send the port through the pipe."""

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        if latency:
            await asyncio.sleep(latency)
        chat = {"id": int(str(form["chat_id"])), "type": "private"}
        message = {"message_id": 1, "date": 1, "chat": chat, "text": form["text"]}
        return web.Response(
            body=json.dumps({"ok": True, "result": message}), content_type="application/json"
        )

    async def serve() -> None:
        app = web.Application()
        app.router.add_post("/{path:.*}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(serve())


@asynccontextmanager
async def _through_library(url: str, request: BaseRequest) -> AsyncIterator[Send]:
    await request.initialize()
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=request)
    try:
        yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML")
    finally:
        await request.shutdown()


def default_transport(url: str) -> AbstractAsyncContextManager[Send]:
    return _through_library(url, HTTPXRequest())


def our_transport(url: str) -> AbstractAsyncContextManager[Send]:
    return _through_library(url, AiohttpRequest())


@asynccontextmanager
async def bare_aiohttp(url: str) -> AsyncIterator[Send]:
    async with aiohttp.ClientSession() as session:

        async def send(chat: int) -> object:
            form = {"chat_id": str(chat), "text": TEXT, "parse_mode": "HTML"}
            async with session.post(f"{url}/bot{TOKEN}/sendMessage", data=form) as response:
                return (await response.json())["result"]

        yield send


CLIENTS: dict[str, Client] = {
    "library default (httpx)": default_transport,
    "AiohttpRequest": our_transport,
    "bare aiohttp": bare_aiohttp,
}


@dataclass(frozen=True, slots=True)
class Figure:
    sends_per_second: float
    cpu_ms_per_send: float


async def figure(client: Client, url: str, concurrent: int, seconds: float) -> Figure:
    """Completed sends with this many at a time, after a short warm-up."""
    async with client(url) as send:
        await asyncio.gather(*(send(chat) for chat in range(1, concurrent + 1)))
        done, started, cpu = 0, time.perf_counter(), time.process_time()

        async def worker(chat: int) -> None:
            nonlocal done
            while time.perf_counter() - started < seconds:
                await send(chat)
                done += 1

        await asyncio.gather(*(worker(chat) for chat in range(1, concurrent + 1)))
        return Figure(
            sends_per_second=done / (time.perf_counter() - started),
            cpu_ms_per_send=(time.process_time() - cpu) / done * 1000,
        )


Results = dict[tuple[str, int], list[Figure]]


def table(results: Results) -> str:
    """Median, spread, the ratio to the library's default, processor time; as Markdown."""
    lines = [
        "| client | " + " | ".join(f"{n} at a time" for n in CONCURRENT) + " |",
        "|---" * (len(CONCURRENT) + 1) + "|",
    ]
    for name in CLIENTS:
        cells = [_cell(results, name, concurrent) for concurrent in CONCURRENT]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(results: Results, name: str, concurrent: int) -> str:
    rates = [each.sends_per_second for each in results[name, concurrent]]
    base = [each.sends_per_second for each in results[next(iter(CLIENTS)), concurrent]]
    cpu = statistics.median(each.cpu_ms_per_send for each in results[name, concurrent])
    median = statistics.median(rates)
    return (
        f"{median:,.0f} ({min(rates):,.0f}–{max(rates):,.0f})"
        f" × {median / statistics.median(base):.1f}, {cpu:.2f} ms"
    )


def measure(rounds: int, seconds: float, latency: float) -> Results:
    """All clients at each concurrency, `rounds` times, against one server process."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=fake_bot_api, args=(there, latency), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{here.recv()}"
    results: Results = {}
    try:
        for turn in range(rounds):
            names = list(CLIENTS)
            turned = names[turn % len(names) :] + names[: turn % len(names)]
            for concurrent in CONCURRENT:
                for name in turned:
                    sends = asyncio.run(figure(CLIENTS[name], url, concurrent, seconds))
                    results.setdefault((name, concurrent), []).append(sends)
    finally:
        server.terminate()
        server.join()
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.8)
    parser.add_argument("--latency-ms", type=float, default=0.0)
    options = parser.parse_args()
    print("Sends per second: median (lowest–highest) × the library's default, CPU per send.\n")
    print(table(measure(options.rounds, options.seconds, options.latency_ms / 1000)))


if __name__ == "__main__":
    main()
