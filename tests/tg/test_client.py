"""The client's own doors."""

from __future__ import annotations

import pytest
from telegram.error import TelegramError

from bot.domain.send_outcome import NotSent, NotSentReason
from bot.tg.client import TelegramClient
from bot.tg.rendering import Call
from tests.tg import faulty_server as faulty
from tests.tg.faulty_server import error, serving

HELLO = Call("sendMessage", {"chat_id": 1, "text": "hello"})


async def test_a_start_that_never_reached_telegram_leaves_no_connection_open() -> None:
    refused = faulty.answers(error("502 Bad Gateway", "bad gateway"))
    async with serving(refused) as server:
        client = TelegramClient("12345:SECRET-token", server.url)
        with pytest.raises(TelegramError):
            await client.initialize()
        await client.hang_up()
        # An open pool would have tried: the server, and not the closed door, would have answered.
        assert await client.say(HELLO) == NotSent(NotSentReason.NOT_RUNNING)
        await client.hang_up()
