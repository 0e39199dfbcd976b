"""A Bot API on 127.0.0.1 that misbehaves in one chosen way; raw sockets, so that it can."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Reader = asyncio.StreamReader
Writer = asyncio.StreamWriter
Fault = Callable[["FaultyServer", Reader, Writer], Awaitable[None]]

MESSAGE = {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "hi"}


@dataclass
class FaultyServer:
    """`requests` holds every request that was read completely: head and body."""

    url: str = ""
    connections: int = 0
    requests: list[tuple[str, bytes]] = field(default_factory=list)
    received: asyncio.Event = field(default_factory=asyncio.Event)
    release: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self, reader: Reader) -> bool:
        """Read one request; `False` when the client has gone."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
        except (asyncio.IncompleteReadError, ConnectionError):
            return False
        lengths = [
            int(line.split(":")[1])
            for line in head.splitlines()
            if line.lower().startswith("content-length:")
        ]
        body = await reader.readexactly(lengths[0]) if lengths else await _chunks(reader, head)
        self.requests.append((head, body))
        self.received.set()
        return True


async def _chunks(reader: Reader, head: str) -> bytes:
    if "transfer-encoding: chunked" not in head.lower():
        return b""
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body


@asynccontextmanager
async def serving(fault: Fault) -> AsyncIterator[FaultyServer]:
    """Run a server whose every connection is handled by `fault`."""
    state = FaultyServer()
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: Reader, writer: Writer) -> None:
        state.connections += 1
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await fault(state, reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    state.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"
    try:
        yield state
    finally:
        server.close()
        state.release.set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def http(status: str, body: bytes, *, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n\r\n"
    return head.encode() + body


def ok(result: object) -> bytes:
    return http("200 OK", json.dumps({"ok": True, "result": result}).encode())


def error(status: str, description: str, **parameters: int) -> bytes:
    body: dict[str, object] = {
        "ok": False,
        "error_code": int(status[:3]),
        "description": description,
    }
    if parameters:
        body["parameters"] = parameters
    return http(status, json.dumps(body).encode())


def answers(*payloads: bytes) -> Fault:
    """Keep the connection and answer each request with the next payload, the last one for ever."""

    async def fault(server: FaultyServer, reader: Reader, writer: Writer) -> None:
        while await server.read(reader):
            writer.write(payloads[min(len(server.requests), len(payloads)) - 1])
            await writer.drain()

    return fault


async def never_answers(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    await server.read(reader)
    await server.release.wait()


async def never_reads(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    await server.release.wait()


async def cuts_after_reading(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    await server.read(reader)


async def resets_after_reading(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    await server.read(reader)
    writer.transport.abort()


async def cuts_on_accept(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    return


async def speaks_plain_http(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    """Greets before it listens, as no TLS server would."""
    writer.write(http("400 Bad Request", b""))
    await writer.drain()


async def half_a_body(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    await server.read(reader)
    writer.write(http("200 OK", b'{"ok": true, "resu', length=400))
    await writer.drain()


async def drips(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    """Each byte comes in time, the answer never ends."""
    await server.read(reader)
    writer.write(http("200 OK", b"{", length=100_000))
    while not server.release.is_set():
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


async def one_then_closes(server: FaultyServer, reader: Reader, writer: Writer) -> None:
    """What a server does with an idle keep-alive connection, only sooner."""
    await server.read(reader)
    writer.write(ok(MESSAGE))
    await writer.drain()
    await server.release.wait()
