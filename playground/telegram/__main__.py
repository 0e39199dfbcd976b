"""A stand-alone simulated Telegram: `python -m playground.telegram --port 0`.

Prints one JSON line when it listens: {"port", "base_url", "control_url", "token"}. Ends on
SIGTERM or SIGINT. Driven from outside through `playground.telegram.control`.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import signal
import sys
from pathlib import Path

from aiohttp import web

from playground.telegram.clock import OffsetClock
from playground.telegram.control import Control
from playground.telegram.core import DEFAULT_TOKEN, Telegram
from playground.telegram.http_aiohttp import Server
from playground.telegram.requests import encode, parse_query


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground.telegram")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--enforce-rates", action="store_true", help="429 beyond Telegram's limits")
    parser.add_argument(
        "--clock-offset-file", type=Path, help="written with the seconds to add to the real clock"
    )
    return parser.parse_args()


async def run(options: argparse.Namespace) -> None:
    clock = OffsetClock(options.clock_offset_file)
    telegram = Telegram(options.token, clock=clock, enforce_rates=options.enforce_rates)
    control = Control(telegram, clock)

    async def extra(request: web.BaseRequest) -> web.StreamResponse | None:
        if not request.path.startswith("/control/"):
            return None
        content = await request.read()
        try:
            body = json.loads(content) if content else {}
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return web.Response(status=400, body=encode({"error": "a JSON object is expected"}))
        found = await control.handle(request.path, parse_query(request.query_string) | body)
        if found is None:
            return None
        status, answer = found
        return web.json_response(answer, status=status)

    server = Server(telegram, options.port, extra=extra)
    await server.start()
    line = {
        "port": server.port,
        "base_url": server.base_url,
        "control_url": f"http://{server.host}:{server.port}/control",
        "token": telegram.token,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    await server.stop()


def main() -> None:
    gc.set_threshold(100_000, 50, 1000)  # everything is kept on purpose: nothing to collect
    try:
        import uvloop  # comes with the playground's extra; a third faster for benchmarks
    except ImportError:
        asyncio.run(run(arguments()))
    else:
        uvloop.run(run(arguments()))


if __name__ == "__main__":
    main()
