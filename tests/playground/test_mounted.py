"""The same Bot API as a route of a page process."""

from __future__ import annotations

import httpx
from starlette.applications import Starlette

from playground.telegram import Person, Telegram
from playground.telegram.http_starlette import bot_api_route


def client(telegram: Telegram) -> httpx.AsyncClient:
    app = Starlette(routes=[bot_api_route(telegram)])
    base = f"http://bot.test/bot{telegram.token}/"
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=base)


async def test_every_encoding_arrives(telegram: Telegram, ann: Person) -> None:
    async with client(telegram) as bot:
        form = await bot.post("sendMessage", data={"chat_id": ann.id, "text": "a & b + c=d"})
        as_json = await bot.post("sendMessage", json={"chat_id": ann.id, "text": "é😀"})
        query = await bot.get("sendMessage", params={"chat_id": ann.id, "text": "100 %"})
        upload = await bot.post(
            "sendDocument",
            data={"chat_id": str(ann.id), "caption": "c"},
            files={"document": ("r.csv", b"1,2", "text/csv")},
        )
    answers = [form, as_json, query, upload]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert [message.text for message in ann.received] == ["a & b + c=d", "é😀", "100 %", "c"]
    assert ann.received[-1].api["document"]["mime_type"] == "text/csv"


async def test_refusals_keep_their_status(telegram: Telegram, ann: Person) -> None:
    telegram.faults.cut_response(method="sendChatAction")
    async with client(telegram) as bot:
        assert (await bot.post("sendPancake")).status_code == 404
        assert (await bot.post("sendMessage", content=b"{", headers=JSON)).status_code == 400
        action = {"chat_id": ann.id, "action": "typing"}
        assert (await bot.post("sendChatAction", json=action)).status_code == 504
        assert (await bot.post("http://bot.test/bot1:x/getMe")).status_code == 401
        assert (await bot.post("http://bot.test/bot")).status_code == 404


JSON = {"Content-Type": "application/json"}
