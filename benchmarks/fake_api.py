"""A fast Bot API in a process of its own, and the handle by which a benchmark drives it.

It answers every call at once, hands out updates by long polling and remembers when each message
arrived. It enforces no limits: that favours designs without a limiter. `time.monotonic()` is the
same clock in every process of a machine, so its instants can be compared.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any
from urllib.parse import parse_qsl
from urllib.request import Request, urlopen

from aiohttp import web

TOKEN = "700000001:AAbenchmarkbenchmarkbenchmarkbenchma"
LONGEST_POLL = 20.0
_SENDS = ("sendMessage", "editMessageText")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that the Bot API has accepted; `at` is on the monotonic clock."""

    at: float
    chat_id: int
    text: str


class _BotApi:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.reset({})

    def reset(self, options: dict[str, Any]) -> None:
        self.latency = float(options.get("latency", 0))
        self.flood = options.get("flood")  # {"chat", "retry_after"}: 429 from its first message on
        self.flood_until = 0.0
        self.flooded_at = 0.0
        self.refused = 0
        self.arrivals: list[tuple[float, int, str]] = []
        self.updates: dict[int, dict[str, Any]] = {}
        self.confirmed: set[int] = set()
        self.handed_over: set[int] = set()
        self.polls = 0
        self._new = asyncio.Event()

    async def handle(self, request: web.BaseRequest) -> web.Response:
        path = request.path
        if path.startswith("/control/"):
            return self._json(self.control(path[9:], json.loads(await request.read() or b"{}")))
        method = path.rsplit("/", 1)[1]
        parameters = dict(parse_qsl((await request.read()).decode()))
        if method in _SENDS:
            return await self._send(parameters)
        if method == "getUpdates":
            return self._json({"ok": True, "result": await self._poll(parameters)})
        if method == "getMe":
            me = {"id": 700000001, "is_bot": True, "first_name": "B", "username": "bench_bot"}
            return self._json({"ok": True, "result": me})
        if method == "getWebhookInfo":
            none = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            return self._json({"ok": True, "result": none})
        return self._json({"ok": True, "result": True})

    async def _send(self, parameters: dict[str, str]) -> web.Response:
        now, chat_id = time.monotonic(), int(parameters["chat_id"])
        if self.flood and chat_id == self.flood["chat"]:
            if not self.flooded_at:
                self.flooded_at, self.flood_until = now, now + self.flood["retry_after"]
            if now < self.flood_until:
                self.refused += 1
                left = max(1, round(self.flood_until - now))
                error = {
                    "ok": False,
                    "error_code": 429,
                    "description": f"Too Many Requests: retry after {left}",
                    "parameters": {"retry_after": left},
                }
                return self._json(error, 429)
        self.arrivals.append((now, chat_id, parameters.get("text", "")[:48]))
        if self.latency:
            await asyncio.sleep(self.latency)
        chat = {"id": chat_id, "type": "private"}
        message = {"message_id": next(self._numbers), "date": 1, "chat": chat, "text": "x"}
        return self._json({"ok": True, "result": message})

    async def _poll(self, parameters: dict[str, str]) -> list[dict[str, Any]]:
        self.polls += 1
        offset = int(parameters.get("offset") or 0)
        for update_id in [each for each in self.updates if each < offset]:
            del self.updates[update_id]
            self.confirmed.add(update_id)
        deadline = time.monotonic() + min(float(parameters.get("timeout") or 0), LONGEST_POLL)
        while not self.updates and (left := deadline - time.monotonic()) > 0:
            self._new.clear()
            try:
                async with asyncio.timeout(left):
                    await self._new.wait()
            except TimeoutError:
                break
        batch = list(self.updates.values())[: int(parameters.get("limit") or 100)]
        self.handed_over.update(update["update_id"] for update in batch)
        return batch

    def _say(self, chat_id: int, text: str) -> None:
        number = next(self._numbers)
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}
        person = {"id": chat_id, "is_bot": False, "first_name": "P", "language_code": "en"}
        self.updates[number] = {
            "update_id": number,
            "message": {
                "message_id": number,
                "date": int(time.time()),
                "chat": {"id": chat_id, "type": "private", "first_name": "P"},
                "from": person,
                "text": text,
                **(entities if text.startswith("/") else {}),
            },
        }

    def control(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        match what:
            case "reset":
                self.reset(body)
            case "say":
                for chat_id in body["chats"]:
                    self._say(chat_id, body["text"])
                self._new.set()
                return {"at": time.monotonic()}
            case "arrivals":
                return {"arrivals": self.arrivals[body.get("after", 0) :]}
        return {
            "polls": self.polls,
            "sent": len(self.arrivals),
            "waiting": len(self.updates),
            "confirmed": len(self.confirmed),
            "handed_over": len(self.handed_over),
            "flooded_at": self.flooded_at,
            "refused": self.refused,
        }

    @staticmethod
    def _json(body: dict[str, Any], status: int = 200) -> web.Response:
        content = json.dumps(body).encode()
        return web.Response(body=content, status=status, content_type="application/json")


def _serve(port: Connection) -> None:
    async def serve() -> None:
        api = _BotApi()
        runner = web.ServerRunner(web.Server(api.handle, access_log=None))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    try:
        import uvloop  # comes with the playground's extra; a third faster
    except ImportError:
        asyncio.run(serve())
    else:
        uvloop.run(serve())


class FakeApi:
    """Synchronous control of the server from the measuring process."""

    def __init__(self, port: int) -> None:
        self._root = f"http://127.0.0.1:{port}"
        self.url = f"{self._root}/bot"

    def _ask(self, what: str, **body: Any) -> dict[str, Any]:
        request = Request(f"{self._root}/control/{what}", json.dumps(body).encode())
        with urlopen(request, timeout=30) as answer:
            found: dict[str, Any] = json.load(answer)
            return found

    def reset(self, *, latency: float = 0, flood: tuple[int, int] | None = None) -> None:
        """Forget everything. `flood`: a chat and its `retry_after`, from its first message on."""
        named = {"chat": flood[0], "retry_after": flood[1]} if flood else None
        self._ask("reset", latency=latency, flood=named)

    def say(self, chats: list[int], text: str) -> float:
        """One update from each chat; the instant at which they could be fetched."""
        return float(self._ask("say", chats=chats, text=text)["at"])

    def arrivals(self, after: int = 0) -> list[Arrival]:
        return [Arrival(*each) for each in self._ask("arrivals", after=after)["arrivals"]]

    def state(self) -> dict[str, Any]:
        return self._ask("state")

    def wait_for(self, name: str, count: int, seconds: float) -> bool:
        """Until a count of `state` is reached; whether it was."""
        deadline = time.monotonic() + seconds
        while self.state()[name] < count:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True


@contextmanager
def fake_api() -> Iterator[FakeApi]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=_serve, args=(there,), daemon=True)
    server.start()
    try:
        yield FakeApi(here.recv())
    finally:
        server.terminate()
        server.join()
