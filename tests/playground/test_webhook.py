"""Updates by POST: secret, order within a chat, retries, and the end of polling."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import Conflict

from playground.telegram import Person, Telegram


class Receiver:
    """A bot's webhook: answers the statuses it is given, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.answer: dict[str, object] | None = None
        self.seen: list[tuple[int, str, str]] = []

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await request.json()
        text = body.get("message", {}).get("text", "")
        status = self.statuses.pop(0) if self.statuses else 200
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.seen.append((status, secret, text))
        if self.answer is not None:
            return web.json_response(self.answer, status=status)
        return web.Response(status=status)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    runner = web.ServerRunner(web.Server(made.handle), shutdown_timeout=0.05)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_failures_are_repeated_in_order(
    bot: Bot, telegram: Telegram, ann: Person, receiver: Receiver
) -> None:
    telegram.webhook_pause = 0.01
    receiver.statuses = [500, 503]
    await bot.set_webhook(receiver.url, secret_token="s3cret")
    for text in "abc":
        ann.say(text)
    await telegram.wait_until(lambda: len(telegram.ledger.confirmed) == 3)
    assert receiver.seen == [
        (500, "s3cret", "a"),
        (503, "s3cret", "a"),
        (200, "s3cret", "a"),
        (200, "s3cret", "b"),
        (200, "s3cret", "c"),
    ]
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (receiver.url, 0)
    assert info.last_error_message == "Wrong response from the webhook: 503"


async def test_polling_and_webhook_exclude_each_other(
    bot: Bot, telegram: Telegram, ann: Person, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    ann.say("hi")
    assert len(await bot.get_updates()) == 1
    assert receiver.seen == []


async def test_a_failing_chat_does_not_hold_up_another(
    bot: Bot, telegram: Telegram, ann: Person, receiver: Receiver
) -> None:
    telegram.webhook_pause = 30.0
    receiver.statuses = [500]
    await bot.set_webhook(receiver.url)
    ann.say("a")
    await telegram.wait_until(lambda: receiver.seen)
    telegram.person("Bob").say("b")
    await telegram.wait_until(lambda: telegram.ledger.confirmed)
    assert [text for _, _, text in receiver.seen] == ["a", "b"]
    assert len(telegram.updates.pending) == 1


async def test_the_answer_may_be_a_call(
    bot: Bot, telegram: Telegram, ann: Person, receiver: Receiver
) -> None:
    receiver.answer = {"method": "sendMessage", "chat_id": ann.id, "text": "from the answer"}
    await bot.set_webhook(receiver.url)
    ann.say("a")
    assert await ann.sees("from the answer")
