"""The webhook's door, over real HTTP: who is let in, what is kept, and what Telegram is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from ipaddress import ip_network
from typing import Any

import aiohttp
import pytest

from bot.tg.client import TelegramClient
from bot.tg.receiver import ALLOWED_UPDATES, lane_of
from bot.tg.webhook import LARGEST_BODY, SECRET_HEADER, Door, WebhookReceiver, remove_webhook
from playground.telegram import Telegram, serve

SECRET = "a-secret-of-Telegram_0123456789"
PATH = "/hook/of/mine"
UPDATE = {"update_id": 7, "message": {"chat": {"id": 1}, "text": "hello"}}


class Database:
    """Stands where the inbox stands: keeps, is away, or is not asked."""

    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []
        self.fails: Exception | None = None
        self.may_commit = asyncio.Event()
        self.may_commit.set()

    async def keep(self, updates: Sequence[dict[str, Any]]) -> bool:
        if self.fails:
            raise self.fails
        await self.may_commit.wait()
        self.kept += updates
        return True


@dataclass
class Caller:
    """Calls the door as Telegram does, or as somebody else does."""

    door: WebhookReceiver
    session: aiohttp.ClientSession
    headers: dict[str, str] = field(default_factory=lambda: {SECRET_HEADER: SECRET})

    async def posts(self, body: Any, path: str = PATH, **headers: str) -> int:
        data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        url = f"http://127.0.0.1:{self.door.port}{path}"
        async with self.session.post(url, data=data, headers=self.headers | headers) as answer:
            assert await answer.read() == b"" or answer.status == 404
            assert "aiohttp" not in answer.headers.get("Server", "") or answer.status == 404
            return answer.status


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    made = Telegram()
    made.webhook_pause = 0.01
    yield made
    await made.close()


@pytest.fixture
async def client(telegram: Telegram) -> AsyncIterator[TelegramClient]:
    async with serve(telegram) as base_url:
        client = TelegramClient(telegram.token, base_url)
        await client.initialize()
        yield client
        await client.shutdown()


# An address at which nobody listens.
DOOR = Door(f"http://127.0.0.1:9{PATH}", SECRET, "127.0.0.1", 0)


@pytest.fixture
def door() -> Door:
    return DOOR


@pytest.fixture
async def caller(database: Database, client: TelegramClient, door: Door) -> AsyncIterator[Caller]:
    receiver = WebhookReceiver(client, database.keep, door)
    await receiver.open()
    async with aiohttp.ClientSession() as session:
        yield Caller(receiver, session)
    await receiver.close()


async def test_what_telegram_says_is_kept_as_it_is(caller: Caller, database: Database) -> None:
    assert await caller.posts(UPDATE) == 200
    assert database.kept == [UPDATE]


async def test_200_comes_after_the_commit(caller: Caller, database: Database) -> None:
    database.may_commit.clear()
    answer = asyncio.create_task(caller.posts(UPDATE))
    done, _ = await asyncio.wait({answer}, timeout=0.1)
    assert not done
    database.may_commit.set()
    assert await answer == 200
    assert database.kept == [UPDATE]


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], SECRET + "x", "ünïcödé"])
async def test_without_the_secret_nothing_is_read(
    caller: Caller, database: Database, secret: str
) -> None:
    caller.headers = {SECRET_HEADER: secret} if secret else {}
    assert await caller.posts(UPDATE) == 403
    assert database.kept == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"message": {}}',
        b'{"update_id": null}',
        b'{"update_id": true}',
        b'{"update_id": "7"}',
        b'{"update_id": 7.5}',
        b'{"update_id": -1}',
        b'{"update_id": 9223372036854775808}',
    ],
    ids=lambda body: repr(body[:36]),
)
async def test_what_is_no_update_is_refused(
    caller: Caller, database: Database, body: bytes
) -> None:
    assert await caller.posts(body) == 400
    assert await caller.posts(UPDATE) == 200
    assert database.kept == [UPDATE]


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "a_kind_of_the_future": {"x": 1}},
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": []},
        {"update_id": 1, "message": {"chat": {"id": "seven"}}},
        {"update_id": 1, "callback_query": {"id": "3"}},
        {"update_id": 1, "message": {"chat": {"id": 2**64}}},
    ],
    ids=repr,
)
async def test_updates_of_unknown_shape_are_kept_in_a_lane_of_their_own(
    caller: Caller, database: Database, update: dict[str, Any]
) -> None:
    assert await caller.posts(update) == 200
    assert database.kept == [update]
    assert lane_of(update) == 0


async def test_a_body_that_is_too_large(caller: Caller, database: Database) -> None:
    large = json.dumps(UPDATE | {"more": "x" * LARGEST_BODY}).encode()
    assert await caller.posts(large) == 413
    assert database.kept == []


async def test_a_large_body_that_does_not_say_so(caller: Caller, database: Database) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * (LARGEST_BODY // 10)

    url = f"http://127.0.0.1:{caller.door.port}{PATH}"
    async with caller.session.post(url, data=pieces(), headers=caller.headers) as answer:
        assert answer.status == 413
    assert database.kept == []


@pytest.mark.parametrize("error", [OSError("away"), TimeoutError(), RuntimeError("closed")])
async def test_while_the_database_is_away_telegram_keeps_it(
    caller: Caller, database: Database, error: Exception
) -> None:
    database.fails = error
    assert await caller.posts(UPDATE) == 503
    database.fails = None
    assert await caller.posts(UPDATE) == 200
    assert database.kept == [UPDATE]


@pytest.mark.parametrize(("path", "status"), [("/", 404), ("/hook", 404), (PATH + "/x", 404)])
async def test_other_addresses(caller: Caller, database: Database, path: str, status: int) -> None:
    assert await caller.posts(UPDATE, path) == status
    assert database.kept == []


async def test_only_post(caller: Caller) -> None:
    url = f"http://127.0.0.1:{caller.door.port}{PATH}"
    async with caller.session.get(url, headers=caller.headers) as answer:
        assert answer.status == 405


TELEGRAM = ip_network("149.154.160.0/20")
LOOPBACK = ip_network("127.0.0.0/8")
INSIDE = ip_network("10.0.0.0/8")


@pytest.mark.parametrize(
    ("door", "forwarded", "status"),
    [
        (replace(DOOR, networks=[LOOPBACK]), "", 200),
        (replace(DOOR, networks=[TELEGRAM]), "", 403),
        (replace(DOOR, networks=[TELEGRAM]), "149.154.167.220", 403),
        (replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK]), "149.154.167.220", 200),
        (replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK]), "8.8.8.8", 403),
        (replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK]), "149.154.167.220, 8.8.8.8", 403),
        (replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK]), "149.154.167.220,10.0.0.7", 403),
        (
            replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK, INSIDE]),
            "1.2.3.4, 149.154.167.220, 10.0.0.7",
            200,
        ),
        (replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK]), "nonsense", 403),
        (replace(DOOR, networks=[TELEGRAM], proxies=[LOOPBACK]), "::ffff:149.154.167.220", 200),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_who_may_call(caller: Caller, forwarded: str, status: int) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert await caller.posts(UPDATE, **headers) == status


async def test_telegram_is_told_where_we_are_and_drops_nothing(
    telegram: Telegram, client: TelegramClient, database: Database
) -> None:
    telegram.person("Ann").say("said before")
    await WebhookReceiver(client, database.keep, replace(DOOR, max_connections=7)).announce()
    call = telegram.ledger.calls_of("setWebhook")[-1].params
    assert call["secret_token"] == SECRET
    assert int(call["max_connections"]) == 7
    allowed = call["allowed_updates"]
    assert (json.loads(allowed) if isinstance(allowed, str) else allowed) == ALLOWED_UPDATES
    assert not call.get("drop_pending_updates")


async def test_telegram_tries_again_until_it_is_kept(
    telegram: Telegram, client: TelegramClient, database: Database, caller: Caller
) -> None:
    ann = telegram.person("Ann")
    here = replace(DOOR, url=f"http://127.0.0.1:{caller.door.port}{PATH}")
    database.fails = OSError("away")
    await WebhookReceiver(client, database.keep, here).announce()
    for text in "abc":
        ann.say(text)
    await telegram.wait_until(lambda: len(telegram.ledger.delivered) >= 3)
    assert telegram.ledger.confirmed == []
    database.fails = None
    await telegram.wait_until(lambda: len(telegram.ledger.confirmed) == 3)
    assert [update["message"]["text"] for update in database.kept] == [*"abc"]


async def test_telegram_is_away_when_we_say_where_we_are(
    telegram: Telegram, client: TelegramClient, database: Database
) -> None:
    telegram.faults.server_error(502, method="setWebhook", times=1)
    await WebhookReceiver(client, database.keep, replace(DOOR, port=0)).announce()
    assert [call.outcome for call in telegram.ledger.calls_of("setWebhook")] == [
        "refused",
        "accepted",
    ]


async def test_who_wants_to_poll_removes_the_webhook_and_drops_nothing(
    telegram: Telegram, client: TelegramClient, database: Database
) -> None:
    await remove_webhook(client)
    assert telegram.ledger.calls_of("deleteWebhook") == []
    await WebhookReceiver(client, database.keep, DOOR).announce()
    telegram.person("Ann").say("said meanwhile")
    await remove_webhook(client)
    assert len(telegram.ledger.calls_of("deleteWebhook")) == 1
    assert len(await client.fetch(None, 0, 100, ALLOWED_UPDATES)) == 1
