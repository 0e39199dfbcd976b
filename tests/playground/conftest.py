"""A simulated Telegram served on loopback, and the real library talking to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from playground.telegram import Person, Server, Telegram


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    made = Telegram()
    yield made
    await made.close()


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann", started=True)


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    made = Server(telegram)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def bot(
    telegram: Telegram, server: Server, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # the library warns about its old default
    quick = HTTPXRequest(read_timeout=0.3, connect_timeout=0.3)
    polls = HTTPXRequest(read_timeout=5)
    made = Bot(
        telegram.token,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=quick,
        get_updates_request=polls,
    )
    async with made:
        yield made
