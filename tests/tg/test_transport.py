"""Every way a send can end, through the real library on a server that misbehaves on purpose."""

from __future__ import annotations

import asyncio
import io
import logging
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.domain.send_outcome import (
    NotSent,
    NotSentReason,
    Outcome,
    Sent,
    Uncertain,
    UncertainReason,
)
from bot.tg.outcomes import delivery_outcome
from bot.tg.transport import AiohttpRequest, CallError
from tests.tg import faulty_server as faulty
from tests.tg.faulty_server import MESSAGE, Fault, error, http, ok, serving

TOKEN = "12345:SECRET-token"
READ = 0.1


@pytest.fixture(autouse=True)
def _timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without it the library's RetryAfter warns in its own constructor.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@asynccontextmanager
async def bot_on(
    url: str, *, pool_size: int = 4, pool_timeout: float = 0.05, write_timeout: float = 0.05
) -> AsyncIterator[Bot]:
    def transport() -> AiohttpRequest:
        return AiohttpRequest(
            pool_size=pool_size,
            read_timeout=READ,
            write_timeout=write_timeout,
            media_write_timeout=write_timeout,
            connect_timeout=0.1,
            pool_timeout=pool_timeout,
        )

    request = transport()
    await request.initialize()
    try:
        yield Bot(TOKEN, base_url=url, request=request, get_updates_request=transport())
    finally:
        await request.shutdown()


async def outcome_of(bot: Bot, text: str = "hello") -> Outcome:
    try:
        return Sent((await bot.send_message(1, text)).message_id)
    except Exception as raised:
        return delivery_outcome(raised)


def _uncertain(reason: str) -> Uncertain:
    return Uncertain(UncertainReason(reason))


def _not_sent(reason: str, **more: float) -> NotSent:
    return NotSent(NotSentReason(reason), **more)  # type: ignore[arg-type]


HTML = b"<html><body>nginx</body></html>"

FAULTS: dict[str, tuple[Fault, Outcome]] = {
    "answers": (faulty.answers(ok(MESSAGE)), Sent(7)),
    "accepts and never answers": (faulty.never_answers, _uncertain("read_timeout")),
    "accepts and never reads": (faulty.never_reads, _uncertain("read_timeout")),
    "closes after reading": (faulty.cuts_after_reading, _uncertain("connection_lost")),
    "resets after reading": (faulty.resets_after_reading, _uncertain("connection_lost")),
    "closes a fresh connection at once": (faulty.cuts_on_accept, _uncertain("connection_lost")),
    "half a body": (faulty.half_a_body, _uncertain("connection_lost")),
    "a body that drips for ever": (faulty.drips, _uncertain("read_timeout")),
    "not HTTP": (faulty.answers(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), _uncertain("bad_answer")),
    "200 with HTML": (faulty.answers(http("200 OK", HTML)), _uncertain("bad_answer")),
    "200 with a list": (faulty.answers(http("200 OK", b"[]")), _uncertain("bad_answer")),
    "200 without a result": (faulty.answers(http("200 OK", b"{}")), _uncertain("unknown")),
    "200 with a strange result": (faulty.answers(ok({"a": 1})), _uncertain("unknown")),
    "302": (faulty.answers(http("302 Found", b"")), _uncertain("server_error")),
    "500 JSON": (
        faulty.answers(error("500 Internal Server Error", "restart")),
        _uncertain("server_error"),
    ),
    "502 HTML": (faulty.answers(http("502 Bad Gateway", HTML)), _uncertain("server_error")),
    "504 empty": (faulty.answers(http("504 Gateway Timeout", b"")), _uncertain("server_error")),
    "408 from a gateway": (
        faulty.answers(http("408 Request Timeout", HTML)),
        _uncertain("server_error"),
    ),
    "429": (
        faulty.answers(error("429 Too Many Requests", "Too Many Requests", retry_after=20)),
        _not_sent("flood", retry_after=20.0),
    ),
    "429 from a gateway": (
        faulty.answers(http("429 Too Many Requests", HTML)),
        _not_sent("declined"),
    ),
    "403": (
        faulty.answers(error("403 Forbidden", "Forbidden: bot was blocked by the user")),
        _not_sent("blocked"),
    ),
    "403 from a gateway": (faulty.answers(http("403 Forbidden", HTML)), _not_sent("declined")),
    "401": (faulty.answers(error("401 Unauthorized", "Unauthorized")), _not_sent("unauthorized")),
    "404": (faulty.answers(error("404 Not Found", "Not Found")), _not_sent("unauthorized")),
    "400 chat not found": (
        faulty.answers(error("400 Bad Request", "Bad Request: chat not found")),
        _not_sent("chat_not_found"),
    ),
    "400 bad markup": (
        faulty.answers(error("400 Bad Request", "Bad Request: can't parse entities")),
        _not_sent("bad_request"),
    ),
    "400 not modified": (
        faulty.answers(error("400 Bad Request", "Bad Request: message is not modified: same")),
        Sent(None),
    ),
    "400 migrated": (
        faulty.answers(error("400 Bad Request", "Bad Request: upgraded", migrate_to_chat_id=-1009)),
        _not_sent("migrated", new_chat_id=-1009),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_each_fault_has_its_outcome(fault: str) -> None:
    behaviour, expected = FAULTS[fault]
    async with serving(behaviour) as server, bot_on(server.url) as bot:
        assert await outcome_of(bot) == expected


async def test_refused_is_not_sent() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        async with bot_on(f"http://127.0.0.1:{unused.getsockname()[1]}/bot") as bot:
            assert await outcome_of(bot) == _not_sent("refused")


async def test_unknown_host_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*args: object, **kwargs: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    async with bot_on("http://telegram.invalid/bot") as bot:
        assert await outcome_of(bot) == _not_sent("dns")


async def test_a_connection_that_never_stands_is_not_sent() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        # Linux completes handshakes into the backlog: fill it, then the next one hangs.
        fillers = [socket.socket() for _ in range(3)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(full.getsockname())
            async with bot_on(f"http://127.0.0.1:{full.getsockname()[1]}/bot") as bot:
                assert await outcome_of(bot) == _not_sent("connect_timeout")
        finally:
            for filler in fillers:
                filler.close()


async def test_http_where_tls_was_expected_is_not_sent() -> None:
    async with (
        serving(faulty.speaks_plain_http) as server,
        bot_on(server.url.replace("http:", "https:")) as bot,
    ):
        assert await outcome_of(bot) == _not_sent("tls")


async def test_full_pool_is_not_sent_and_frees_itself() -> None:
    async with serving(faulty.never_answers) as server, bot_on(server.url, pool_size=1) as bot:
        outcomes = await asyncio.gather(outcome_of(bot, "first"), outcome_of(bot, "second"))
        assert outcomes == [_uncertain("read_timeout"), _not_sent("pool_full")]
        assert len(server.requests) == 1
        assert await outcome_of(bot, "third") == _uncertain("read_timeout")


async def test_a_waiting_call_takes_the_freed_slot_and_the_same_connection() -> None:
    async with (
        serving(faulty.answers(ok(MESSAGE))) as server,
        bot_on(server.url, pool_size=1, pool_timeout=5) as bot,
    ):
        outcomes = await asyncio.gather(*(outcome_of(bot, str(i)) for i in range(20)))
        assert outcomes == [Sent(7)] * 20
        assert server.connections == 1


async def test_a_stale_pooled_connection_is_replaced_before_anything_is_written() -> None:
    async with serving(faulty.one_then_closes) as server, bot_on(server.url) as bot:
        assert await asyncio.gather(outcome_of(bot, "a"), outcome_of(bot, "b")) == [Sent(7)] * 2
        # The server closes both idle connections; the loop must not get to hear of it before the
        # next call looks at the socket, which is the case under test.
        session = bot.request._session  # type: ignore[attr-defined]
        pooled = [proto for conns in session.connector._conns.values() for proto, _ in conns]
        assert len(pooled) == 2
        for protocol in pooled:
            protocol.transport.pause_reading()
        server.release.set()
        await asyncio.sleep(0.02)
        assert all(protocol.is_connected() for protocol in pooled)
        server.release.clear()
        assert await outcome_of(bot, "c") == Sent(7)
        assert [_text(body) for _, body in server.requests] == ["a", "b", "c"]
        assert server.connections == 3


async def test_an_unstarted_transport_sends_nothing() -> None:
    bot = Bot(TOKEN, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    assert await outcome_of(bot) == _not_sent("not_running")


async def test_a_shut_down_transport_can_be_started_again() -> None:
    request = AiohttpRequest(read_timeout=READ)
    async with serving(faulty.answers(ok(MESSAGE))) as server:
        bot = Bot(TOKEN, base_url=server.url, request=request, get_updates_request=AiohttpRequest())
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert await outcome_of(bot) == Sent(7)
            await request.shutdown()
            await request.shutdown()
        assert await outcome_of(bot) == _not_sent("not_running")


async def test_cancelling_a_call_frees_its_slot_and_is_uncertain() -> None:
    async with serving(faulty.never_answers) as server, bot_on(server.url, pool_size=1) as bot:
        call = asyncio.create_task(bot.send_message(1, "hello"))
        await server.received.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await call
        assert delivery_outcome(cancelled.value) == _uncertain("cancelled")
        assert await outcome_of(bot) == _uncertain("read_timeout")


async def test_text_and_files_arrive_whole() -> None:
    payload = bytes(range(256)) * 8192  # 2 MB: above aiohttp's limit for raw bytes
    async with (
        serving(faulty.answers(ok(MESSAGE))) as server,
        bot_on(server.url, write_timeout=5) as bot,
    ):
        await bot.send_message(1, "Grüße & <b>100 %</b> 💊\nzweite Zeile", parse_mode="HTML")
        await bot.send_document(
            1, InputFile(payload, filename="Bericht äöü.pdf"), caption="für Sie"
        )
        handle = io.BytesIO(b"picture")
        await bot.send_photo(1, InputFile(handle, filename="p.png", read_file_handle=False))
        assert not handle.closed
        (_, text), (head, document), (_, photo) = server.requests
        assert _text(text) == "Grüße & <b>100 %</b> 💊\nzweite Zeile"
        assert "multipart/form-data" in head
        assert payload in document
        assert 'name="document"; filename="Bericht äöü.pdf"'.encode() in document
        assert "für Sie".encode() in document
        assert b'filename="p.png"' in photo
        assert b"picture" in photo
        assert "/bot" + TOKEN + "/sendDocument" in head


async def test_an_upload_nobody_reads_ends() -> None:
    async with serving(faulty.never_reads) as server, bot_on(server.url) as bot:
        with pytest.raises(TimedOut) as raised:
            await bot.send_document(1, bytes(20_000_000))
        assert delivery_outcome(raised.value) == _uncertain("read_timeout")


async def test_errors_are_the_librarys_own_and_carry_the_marker() -> None:
    async with serving(faulty.never_answers) as server, bot_on(server.url) as bot:
        with pytest.raises(TimedOut) as silent:
            await bot.send_message(1, "hello")
        assert isinstance(silent.value.__cause__, CallError)
    async with serving(faulty.cuts_after_reading) as server, bot_on(server.url) as bot:
        with pytest.raises(NetworkError) as cut:
            await bot.send_message(1, "hello")
        assert isinstance(cut.value.__cause__, CallError)
        assert not isinstance(cut.value, TimedOut | BadRequest)


@pytest.mark.parametrize("fault", FAULTS)
async def test_no_error_and_no_log_holds_the_token_or_the_text(
    fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with serving(FAULTS[fault][0]) as server, bot_on(server.url) as bot:
        try:
            await bot.send_message(1, "my private words")
        except Exception as raised:
            shown = "".join(traceback.format_exception(raised))
            link: BaseException | None = raised
            while link is not None:
                shown += repr(link) + str(link.__context__)
                link = link.__cause__
            assert "SECRET" not in shown
    assert "SECRET" not in caplog.text
    assert "private words" not in caplog.text


@pytest.mark.parametrize(
    "raised",
    [KeyError("result"), TimedOut(), NetworkError("x"), TelegramError("x"), ValueError()],
    ids=repr,
)
def test_an_error_without_proof_is_uncertain(raised: Exception) -> None:
    assert delivery_outcome(raised) == _uncertain("unknown")


@pytest.mark.parametrize("reason", NotSentReason)
def test_only_telegrams_verdict_on_the_chat_or_text_is_permanent(reason: NotSentReason) -> None:
    permanent = {"blocked", "chat_not_found", "bad_request", "migrated"}
    assert NotSent(reason).permanent == (reason in permanent)


def _text(body: bytes) -> str:
    return parse_qs(body.decode())["text"][0]
