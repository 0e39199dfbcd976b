"""Delivering updates by POST, with the secret header, in order within a chat.

A delivery that fails is tried again after a pause that doubles up to two minutes; later
updates of the same chat wait meanwhile.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import aiohttp

from playground.telegram.model import Json
from playground.telegram.updates import Update

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

LONGEST_PAUSE = 120.0  # seconds
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    def __init__(self, telegram: Telegram, url: str, secret: str, connections: int) -> None:
        self._telegram = telegram
        self._url = url
        self._secret = secret
        self._connections = connections
        self._busy: set[int | None] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._last_error: tuple[int, str] | None = None
        self.timeout = 60.0

    def start(self) -> None:
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=self.timeout),
            connector=aiohttp.TCPConnector(limit=self._connections),
        )
        self._telegram.updates.listen(self._dispatch)
        self._dispatch()

    async def stop(self) -> None:
        self._telegram.updates.listen(None)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def info(self) -> Json:
        info: Json = {"url": self._url, "max_connections": self._connections}
        if self._last_error is not None:
            info["last_error_date"], info["last_error_message"] = self._last_error
        return info

    def _dispatch(self) -> None:
        """Give every idle chat with waiting updates one deliverer, up to max_connections."""
        updates = self._telegram.updates
        updates.drop_expired()
        for chat_id in list(updates.waiting) if len(self._tasks) < self._connections else ():
            if len(self._tasks) >= self._connections:
                return
            if chat_id in self._busy:
                continue
            self._busy.add(chat_id)
            task = asyncio.get_running_loop().create_task(self._drain(chat_id))
            self._tasks.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()
            self._dispatch()

    async def _drain(self, chat_id: int | None) -> None:
        pause = self._telegram.webhook_pause
        try:
            while (update := self._next(chat_id)) is not None:
                if await self._post(update):
                    pause = self._telegram.webhook_pause
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
                    self._telegram.updates.drop_expired()
        finally:
            self._busy.discard(chat_id)

    def _next(self, chat_id: int | None) -> Update | None:
        waiting = self._telegram.updates.waiting.get(chat_id)
        return next(iter(waiting.values())) if waiting else None

    async def _post(self, update: Update) -> bool:
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers[SECRET_HEADER] = self._secret
        body = json.dumps(update.body, ensure_ascii=False).encode()
        self._telegram.ledger.note_delivered(update.id, "webhook")
        try:
            async with self._session.post(self._url, data=body, headers=headers) as response:
                answer = await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError) as problem:
            self._failed(f"Connection failed: {type(problem).__name__}")
            return False
        if not 200 <= status < 300:
            self._failed(f"Wrong response from the webhook: {status}")
            return False
        self._telegram.updates.confirm(update.id)
        await self._execute(answer)
        self._telegram.notify()
        return True

    def _failed(self, reason: str) -> None:
        self._last_error = (int(self._telegram.now().timestamp()), reason)
        self._telegram.notify()

    async def _execute(self, answer: bytes) -> None:
        """The answer to a webhook may itself be a method call."""
        try:
            call = json.loads(answer) if answer else None
        except ValueError:
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            await self._telegram.call(self._telegram.token, call.pop("method"), call)
