"""python-telegram-bot's HTTP transport on aiohttp, and what each failure says about the message.

    telegram.error.NetworkError / TimedOut      what the library and its users expect
      └─ __cause__: CallError
           ├─ NeverSentError(reason)   no byte left, or the other side declined before acting
           └─ MaybeSentError(reason)   the request was handed to a connection; then silence or a cut

Telegram's own verdicts (400, 401, 403, 404, 409, 429 in its JSON) pass through to the library,
which raises `BadRequest`, `Forbidden`, `RetryAfter` and so on. `bot.tg.outcomes` reads both kinds.

The dividing line is the moment the request is handed to a connection. Before it, nothing can have
arrived. After it, only an answer is proof. A connection out of the keep-alive pool is looked at
just before that moment: if the server has closed it meanwhile, the call moves on to another one. A
server that closes in the microseconds between that look and the write leaves an uncertain call: a
close that crosses the request cannot be told from a crash after reading it.

No error keeps aiohttp's exception as its cause or context: their texts quote the URL, and the URL
holds the bot's token.
"""

from __future__ import annotations

import asyncio
import io
import json
import select
import ssl as ssl_module
from http import HTTPStatus
from typing import Any
from weakref import WeakSet

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.domain.send_outcome import NotSentReason, UncertainReason

# Answers that the library turns into an error of its own, when Telegram's JSON comes with them.
_TELEGRAM_VERDICTS = frozenset({400, 401, 403, 404, 409, 429})
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# Shorter than what servers keep idle connections for, longer than the pauses of a quiet bot.
_KEEP_ALIVE_SECONDS = 50.0


class CallError(Exception):
    """Marker under the library's errors; its text never holds a URL."""


class NeverSentError(CallError):
    """The message is certainly not in the chat."""

    def __init__(self, reason: NotSentReason) -> None:
        super().__init__(f"not sent: {reason}")
        self.reason = reason


class MaybeSentError(CallError):
    """Whether the message is in the chat cannot be known."""

    def __init__(self, reason: UncertainReason) -> None:
        super().__init__(f"uncertain: {reason}")
        self.reason = reason


class _StaleConnectionError(Exception):
    """A pooled connection was closed by the server while idle; nothing was written to it."""


class _Call:
    """One attempt; as a client middleware it lets the request object report how far it came."""

    __slots__ = ("handed_over", "used")

    def __init__(self, used: WeakSet[ResponseHandler]) -> None:
        self.handed_over = False
        self.used = used

    async def __call__(
        self, request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
    ) -> aiohttp.ClientResponse:
        assert isinstance(request, _Request)
        request.call = self
        return await handler(request)


class _Request(aiohttp.ClientRequest):
    call: _Call

    async def send(self, conn: Connection) -> aiohttp.ClientResponse:
        protocol = conn.protocol
        if protocol in self.call.used and _closed_by_peer(conn.transport):
            raise _StaleConnectionError
        if protocol is not None:
            self.call.used.add(protocol)
        self.call.handed_over = True
        return await super().send(conn)


class AiohttpRequest(BaseRequest):
    """A keep-alive pool of at most `pool_size` connections. All timeouts are in seconds.

    Keep the pool above the send budget's `max_in_flight`: answers to button presses use it too.
    `pool_timeout` bounds the wait for a free connection, `connect_timeout` name lookup, TCP and
    TLS, `read_timeout` each silence of the server. `write_timeout` (`media_write_timeout` with
    files) is not measured by itself: a whole POST takes at most connect + write + read, so a server
    that does not read, or drips without end, cannot keep a connection. `None` means no limit.
    """

    def __init__(
        self,
        *,
        pool_size: int = 80,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        proxy: str | None = None,
        ssl_context: ssl_module.SSLContext | None = None,
    ) -> None:
        self._pool_size = pool_size
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._proxy = proxy
        self._ssl: ssl_module.SSLContext | bool = ssl_context or True
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(pool_size)
        self._used: WeakSet[ResponseHandler] = WeakSet()

    @property
    def read_timeout(self) -> float | None:
        """The default silence, in seconds, after which an answer is given up."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; no connection is made yet. Doing it twice is harmless."""
        if self._session is not None:
            return
        self._slots = asyncio.Semaphore(self._pool_size)
        self._session = aiohttp.ClientSession(
            # Our own slots bound the pool: aiohttp counts the wait for one as connecting.
            connector=aiohttp.TCPConnector(
                limit=0, keepalive_timeout=_KEEP_ALIVE_SECONDS, ttl_dns_cache=300, ssl=self._ssl
            ),
            headers={"User-Agent": self.USER_AGENT},
            cookie_jar=aiohttp.DummyCookieJar(),
            request_class=_Request,
            proxy=self._proxy,
        )

    async def shutdown(self) -> None:
        """Close every connection; calls still under way fail. Doing it twice is harmless."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of one call.

        Raises `NetworkError` or `TimedOut`, always with a `CallError` as the cause.
        """
        uploads = request_data is not None and request_data.contains_files
        timeout = _limits(
            method,
            connect=_chosen(connect_timeout, self._connect_timeout),
            write=_chosen(
                write_timeout, self._media_write_timeout if uploads else self._write_timeout
            ),
            read=_chosen(read_timeout, self._read_timeout),
        )
        await self._take_slot(_chosen(pool_timeout, self._pool_timeout))
        try:
            result = await self._attempt(url, method, request_data, timeout)
        finally:
            self._slots.release()
        # Raised here and not where it was caught, so that no context quotes the URL.
        if isinstance(result, CallError):
            raise _as_library_error(result) from result
        return result

    async def _take_slot(self, timeout: float | None) -> None:
        if not self._slots.locked():
            await self._slots.acquire()
            return
        try:
            async with asyncio.timeout(timeout):
                await self._slots.acquire()
        except TimeoutError:
            full = NeverSentError(NotSentReason.POOL_FULL)
            raise _as_library_error(full) from full

    async def _attempt(
        self,
        url: str,
        method: str,
        request_data: RequestData | None,
        timeout: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes] | CallError:
        call = _Call(self._used)
        try:
            # Ends: a stale connection leaves the pool, and a fresh one is never taken for stale.
            while True:
                if self._session is None:
                    return NeverSentError(NotSentReason.NOT_RUNNING)
                body, headers = await _encoded(request_data)
                try:
                    async with self._session.request(
                        method,
                        url,
                        data=body,
                        headers=headers,
                        timeout=timeout,
                        allow_redirects=False,
                        middlewares=(call,),
                    ) as response:
                        return _judged(response.status, await response.read())
                except _StaleConnectionError:
                    continue
        except (aiohttp.ClientError, OSError, RuntimeError, ValueError) as error:
            if call.handed_over:
                return MaybeSentError(_why_uncertain(error))
            return NeverSentError(_why_never(error))

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's JSON object. Raises `NetworkError` (uncertain) for anything else.

        Unlike the library's own, it does not log the payload, which holds what patients wrote.
        """
        answer = _json_object(payload)
        if answer is None:
            unusable = MaybeSentError(UncertainReason.BAD_ANSWER)
            raise NetworkError("the answer is not a JSON object") from unusable
        return answer


def _chosen(given: ODVInput[float], default: float | None) -> float | None:
    if given is BaseRequest.DEFAULT_NONE:
        return default
    return given  # type: ignore[return-value]  # narrowed by identity with the library's sentinel


def _limits(
    method: str, *, connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    # A download (GET) may take as long as its bytes keep coming; an answer is a few kilobytes.
    whole = None
    if method == "POST" and connect is not None and write is not None and read is not None:
        whole = connect + write + read
    return aiohttp.ClientTimeout(total=whole, connect=connect, sock_read=read)


async def _encoded(
    request_data: RequestData | None,
) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        return request_data.url_encoded_parameters().encode(), _FORM
    form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in request_data.multipart_data.items():
        # A copy of its own: aiohttp closes what it has read, and the file is the caller's.
        data = content if isinstance(content, bytes) else await asyncio.to_thread(content.read)
        form.add_field(name, io.BytesIO(data), filename=filename, content_type=mime_type)
    return form, None


def _judged(status: int, body: bytes) -> tuple[int, bytes] | CallError:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return status, body
    if status in _TELEGRAM_VERDICTS and _json_object(body) is not None:
        return status, body
    # A gateway's 403 must never read as "this patient has blocked the bot".
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR and status != 408:
        return NeverSentError(NotSentReason.DECLINED)
    return MaybeSentError(UncertainReason.SERVER_ERROR)


def _json_object(payload: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(payload)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _why_never(error: Exception) -> NotSentReason:
    match error:
        case TimeoutError():
            return NotSentReason.CONNECT_TIMEOUT
        case aiohttp.ClientConnectorDNSError():
            return NotSentReason.DNS
        case aiohttp.ClientSSLError() | aiohttp.ServerFingerprintMismatch():
            return NotSentReason.TLS
        case aiohttp.ClientConnectorError(os_error=ConnectionRefusedError()):
            return NotSentReason.REFUSED
        case aiohttp.ClientConnectionError() | OSError():
            return NotSentReason.UNREACHABLE
        case _:
            return NotSentReason.NOT_RUNNING


def _why_uncertain(error: Exception) -> UncertainReason:
    match error:
        case TimeoutError():
            return UncertainReason.READ_TIMEOUT
        case aiohttp.ClientResponseError():
            return UncertainReason.BAD_ANSWER
        case _:
            return UncertainReason.CONNECTION_LOST


def _as_library_error(failed: CallError) -> NetworkError:
    if isinstance(failed, NeverSentError | MaybeSentError) and failed.reason in {
        NotSentReason.POOL_FULL,
        NotSentReason.CONNECT_TIMEOUT,
        UncertainReason.READ_TIMEOUT,
    }:
        return TimedOut(str(failed))
    return NetworkError(str(failed))


def _closed_by_peer(transport: asyncio.Transport | None) -> bool:
    """Whether an idle connection has something to read: only its end can wait there."""
    sock = None if transport is None else transport.get_extra_info("socket")
    if transport is None or transport.is_closing() or sock is None or sock.fileno() < 0:
        return True
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([sock.fileno()], [], [], 0)[0])
    poller = select.poll()
    poller.register(sock.fileno(), select.POLLIN)
    return bool(poller.poll(0))
