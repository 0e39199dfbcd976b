"""How updates come in: by webhook on every replica, or by polling, on one of them at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.delivery.intake import Intake
from bot.delivery.presence import Presence
from bot.settings import Settings
from bot.tg.client import TelegramClient
from bot.tg.receiver import PollingReceiver
from bot.tg.webhook import Door, WebhookReceiver, remove_webhook

log = structlog.get_logger()


class Receiving:
    """Brings updates to the intake until cancelled."""

    def __init__(
        self, settings: Settings, client: TelegramClient, intake: Intake, presence: Presence
    ) -> None:
        self._settings = settings
        self._client = client
        self._intake = intake
        self._presence = presence
        self._spinners: set[asyncio.Task[None]] = set()
        self._webhook: WebhookReceiver | None = None

    async def open(self) -> None:
        """What must not fail later: take the port. Raises `OSError`."""
        if self._settings.receive == "webhook":
            self._webhook = WebhookReceiver(self._client, self._keep, door_of(self._settings))
            await self._webhook.open()

    async def run(self) -> None:
        """Receive until cancelled. Raises `InvalidToken`."""
        if self._webhook is None:
            while True:
                await self._presence.turn_to_poll()
                await self._poll_for_a_turn()
        try:
            await self._webhook.announce()
            await asyncio.Event().wait()
        finally:
            await self._webhook.close()

    async def _poll_for_a_turn(self) -> None:
        polling = asyncio.create_task(self._poll(), name="polling")
        over = asyncio.create_task(self._presence.turn_is_over())
        try:
            await asyncio.wait({polling, over}, return_when=asyncio.FIRST_COMPLETED)
            if polling.done():
                polling.result()
        finally:
            for task in (polling, over):
                task.cancel()
            await asyncio.gather(polling, over, return_exceptions=True)

    async def _poll(self) -> None:
        pause = 0.5
        while True:
            try:
                await remove_webhook(self._client)
                break
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("receiving_failed", error=error, retry_in=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 10.0)
        await PollingReceiver(self._client, self._keep_in_turn).run()
        # Superseded. Until the presence has noticed, there is nothing to do.
        await asyncio.sleep(1.0)

    async def _keep_in_turn(self, updates: Sequence[dict[str, Any]]) -> bool:
        return await self._keep(updates, fenced=True)

    async def _keep(self, updates: Sequence[dict[str, Any]], *, fenced: bool = False) -> bool:
        may_keep = self._presence.may_keep if fenced else None
        if not await self._intake.keep(updates, may_keep):
            return False
        for update in updates:
            query = update.get("callback_query")
            if isinstance(query, dict) and isinstance(query.get("id"), str):
                task = asyncio.create_task(self._client.stop_spinner(query["id"]))
                self._spinners.add(task)
                task.add_done_callback(self._spinners.discard)
        return True


def door_of(settings: Settings) -> Door:
    """Where the webhook listens, from settings that were checked at the start."""
    assert settings.webhook_url is not None
    assert settings.webhook_secret is not None
    return Door(
        url=settings.webhook_url,
        secret=settings.webhook_secret.get_secret_value(),
        host=settings.http_host,
        port=settings.http_port,
        max_connections=settings.webhook_max_connections,
        networks=settings.webhook_networks,
        proxies=settings.trusted_proxies,
    )
