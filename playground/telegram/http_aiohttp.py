"""The Bot API over aiohttp: for tests, benchmarks and the stand-alone process.

async with serve(telegram) as base_url:      # what python-telegram-bot wants as base_url
    ...
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from playground.telegram.core import Telegram
from playground.telegram.errors import ApiError, ConnectionCut
from playground.telegram.params import Upload
from playground.telegram.requests import (
    NOT_FOUND,
    encode,
    parse_body,
    parse_path,
    parse_query,
)

MAX_BODY = 60 * 1024 * 1024
_JSON = {"Content-Type": "application/json"}
Extra = Callable[[web.BaseRequest], Awaitable[web.StreamResponse | None]]


def _json(status: int, body: dict[str, Any]) -> web.Response:
    return web.Response(body=encode(body), status=status, headers=_JSON)


async def _parameters(request: web.BaseRequest) -> tuple[dict[str, Any], dict[str, Upload]]:
    params, files = parse_query(request.query_string), dict[str, Upload]()
    content_type = request.headers.get("Content-Type", "")
    if content_type.startswith("multipart/"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(
                    value.filename,
                    value.file.read(),
                    value.content_type or "application/octet-stream",
                )
            else:
                params[name] = value if isinstance(value, str) else bytes(value).decode()
    elif request.body_exists:
        params |= parse_body(content_type, await request.read())
    return params, files


class Server:
    """One listening socket over a `Telegram`. `stop_listening` refuses connections for real."""

    def __init__(
        self, telegram: Telegram, port: int = 0, host: str = "127.0.0.1", extra: Extra | None = None
    ) -> None:
        self.telegram = telegram
        self.host = host
        self.port = port
        self._extra = extra
        self._runner: web.ServerRunner | None = None

    @property
    def base_url(self) -> str:
        return f"http://{self.host}:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://{self.host}:{self.port}/file/bot"

    async def start(self) -> None:
        """Listen; a port of 0 becomes the port found. Also listens again after a stop."""
        server = web.Server(self._handle, handler_cancellation=True, access_log=None)
        # Uploads come as multipart; the library's default would refuse documents of 1 MB.
        server.request_factory = self._request
        self._runner = web.ServerRunner(server, shutdown_timeout=0.05)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]

    @staticmethod
    def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> Any:
        return web.BaseRequest(
            message, payload, protocol, writer, task, protocol._loop, client_max_size=MAX_BODY
        )

    async def stop_listening(self) -> None:
        """Close every connection; new ones are refused until `start`."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def stop(self) -> None:
        await self.stop_listening()
        await self.telegram.close()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        found = parse_path(request.path)
        if found is None:
            return await self._other(request)
        try:
            params, files = await _parameters(request)
            status, body = await self.telegram.call(*found, params, files)
        except ApiError as error:
            status, body = error.code, error.body()
        except ConnectionCut:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=499)
        return _json(status, body)

    async def _other(self, request: web.BaseRequest) -> web.StreamResponse:
        prefix = f"/file/bot{self.telegram.token}/files/"
        if request.path.startswith(prefix):
            upload = self.telegram.files.get(request.path.removeprefix(prefix))
            if upload is not None:
                return web.Response(body=upload.content, content_type=upload.content_type)
        if self._extra is not None:
            response = await self._extra(request)
            if response is not None:
                return response
        return _json(404, NOT_FOUND.body())


@asynccontextmanager
async def serve(telegram: Telegram, port: int = 0, host: str = "127.0.0.1") -> AsyncIterator[str]:
    """Serve on loopback while the block runs; gives `http://127.0.0.1:PORT/bot`."""
    server = Server(telegram, port, host)
    await server.start()
    try:
        yield server.base_url
    finally:
        await server.stop()
