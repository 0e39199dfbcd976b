"""The library's bot with two doors of our own: raw updates in, ready-made calls out.

Raw updates, because one update that the library cannot parse must not hide the ninety-nine beside
it; ready-made calls, because what leaves was decided and stored before.
"""

from __future__ import annotations

import asyncio
from typing import Any

from telegram import InputFile
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.domain.send_outcome import Outcome, Sent
from bot.tg.outcomes import delivery_outcome
from bot.tg.rendering import Call, busy_with
from bot.tg.transport import AiohttpRequest, CallError

# Files are small; with connecting and the answer it stays within the lease of a row.
FILE_SECONDS = 10.0
_NOTHING_TO_CHANGE = "message is not modified"


class TelegramClient(ExtBot[None]):
    """`base_url` has the meaning that the library gives it."""

    def __init__(self, token: str, base_url: str, *, connections: int = 112) -> None:
        self._soon: set[asyncio.Task[Outcome]] = set()
        self._answered_at: float | None = None
        super().__init__(
            token,
            base_url=base_url,
            request=AiohttpRequest(pool_size=connections),
            get_updates_request=AiohttpRequest(pool_size=2, read_timeout=60.0),
        )

    async def hang_up(self) -> None:
        """Close every connection, also those of a start that never reached Telegram."""
        await self.shutdown()
        for pool in self._request:
            await pool.shutdown()

    def seconds_since_an_answer(self) -> float | None:
        """Since Telegram last answered anything, a refusal too; None when it never did."""
        at = self._answered_at
        return None if at is None else asyncio.get_running_loop().time() - at

    async def _do_post(self, *arguments: Any, **options: Any) -> Any:
        try:
            result = await super()._do_post(*arguments, **options)
        except TelegramError as error:
            if not isinstance(error.__cause__, CallError):
                self._answered_at = asyncio.get_running_loop().time()
            raise
        self._answered_at = asyncio.get_running_loop().time()
        return result

    async def fetch(
        self, offset: int | None, timeout: int, limit: int, allowed: list[str]
    ) -> list[dict[str, Any]]:
        """One long poll of `timeout` seconds; the updates as Telegram wrote them."""
        parameters = {
            "offset": offset,
            "timeout": timeout,
            "limit": limit,
            "allowed_updates": allowed,
        }
        return list(await self._post("getUpdates", parameters, read_timeout=timeout + 10.0))

    async def say(self, call: Call) -> Outcome:
        """Make one call and report what became of the message. Never raises for a failed send."""
        parameters = dict(call.parameters)
        options: dict[str, Any] = {}
        if call.file:
            content = InputFile(call.file.content, filename=call.file.name, attach=False)
            parameters[call.file.field] = content
            options["write_timeout"] = FILE_SECONDS
        try:
            result = await self._post(call.method, parameters, **options)
        except BadRequest as error:
            if _NOTHING_TO_CHANGE in error.message.lower():
                return Sent(None)
            if call.fallback is not None:
                return await self.say(call.fallback)
            return delivery_outcome(error)
        except TelegramError as error:
            return delivery_outcome(error)
        return Sent(result.get("message_id") if isinstance(result, dict) else None)

    def say_soon(self, call: Call) -> None:
        """Make one call beside everything else. Best effort: for what nobody is owed."""
        task = asyncio.create_task(self.say(call))
        self._soon.add(task)
        task.add_done_callback(self._soon.discard)

    def show_busy(self, chat_id: int, photo: bool) -> None:
        """Tell the phone that something is being made for it."""
        self.say_soon(busy_with(chat_id, photo=photo))

    async def stop_spinner(self, query_id: str) -> None:
        """Tell the phone that a press has arrived. Best effort: a late one is refused, and the
        real answer comes through the outbox."""
        try:
            await self._post("answerCallbackQuery", {"callback_query_id": query_id})
        except TelegramError:
            return
