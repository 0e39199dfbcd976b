"""The stand-alone process and its control API, as kill tests use them."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup


class Outside:
    """A client of the control API."""

    def __init__(self, session: aiohttp.ClientSession, line: dict[str, Any], file: Path) -> None:
        self._session = session
        self.line = line
        self.offset_file = file

    async def get(self, path: str) -> Any:
        async with self._session.get(f"{self.line['control_url']}/{path}") as response:
            return await response.json()

    async def post(self, path: str, expect: int = 200, **body: Any) -> Any:
        url = f"{self.line['control_url']}/{path}"
        async with self._session.post(url, json=body) as response:
            assert response.status == expect
            return await response.json()


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    offset_file = tmp_path / "clock"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "playground.telegram",
        "--clock-offset-file",
        str(offset_file),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = json.loads(await process.stdout.readline())
    async with aiohttp.ClientSession() as session:
        yield Outside(session, line, offset_file)
    process.terminate()
    assert await process.wait() == 0


async def test_a_conversation_from_outside(outside: Outside) -> None:
    ann = (await outside.post("person", name="Ann"))["id"]
    await outside.post("act", person=ann, act="start")
    async with Bot(outside.line["token"], base_url=outside.line["base_url"]) as bot:
        (update,) = await bot.get_updates()
        await bot.send_message(ann, "Hello", reply_markup=GO)
        seen = await outside.post("wait", chat=ann, text="Hello", timeout=2)
        assert seen["labels"] == ["Go"]
        await outside.post("act", person=ann, act="press", args={"label": "Go"})
        await bot.get_updates(offset=update.update_id + 1)
    assert [m["text"] for m in await outside.get(f"messages?chat={ann}")] == ["/start", "Hello"]
    ledger = await outside.get("ledger")
    assert [entry["kind"] for entry in ledger["said"]] == ["text", "press"]
    assert [entry["update_id"] for entry in ledger["confirmed"]] == [update.update_id]
    assert len(await outside.get("pending")) == 1


async def test_clock_and_faults_from_outside(outside: Outside) -> None:
    ann = (await outside.post("person", name="Ann", started=True))["id"]
    await outside.post("clock", advance=86400)
    assert float(outside.offset_file.read_text()) == 86400
    await outside.post("faults", kind="outage", method="sendMessage")
    url = f"{outside.line['base_url']}{outside.line['token']}/sendMessage"
    async with aiohttp.ClientSession() as session:
        async with session.post(url, data={"chat_id": ann, "text": "x"}) as response:
            assert response.status == 502
        await outside.post("faults/off")
        async with session.post(url, json={"chat_id": ann, "text": "x"}) as response:
            assert response.status == 200


async def test_mistakes_are_named(outside: Outside) -> None:
    problem = await outside.post("act", expect=400, person=1, act="fly")
    assert "unknown act 'fly'" in problem["error"]
    await outside.post("wait", expect=400, chat=1, text="x")
    await outside.post("nothing", expect=404)


GO = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Go", callback_data="go"))
