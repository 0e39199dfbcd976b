"""Updates by POST: Telegram calls, we keep, and only then answer 200.

Whatever is answered but 2xx Telegram tries again, for a day, and holds back later updates of that
chat meanwhile. So 503 is the honest answer while the database is away. The order of the checks: who
calls, does it know the secret, is it small, is it an update. Nothing of a body is ever logged.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram.error import InvalidToken, TelegramError

from bot.tg.client import TelegramClient
from bot.tg.receiver import ALLOWED_UPDATES, Keep

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
# The largest real updates are a few dozen kilobytes.
LARGEST_BODY = 1024 * 1024
READ_WITHIN_SECONDS = 10.0
# Telegram waits about a minute; a proxy often less.
KEEP_WITHIN_SECONDS = 20.0
END_WITHIN_SECONDS = 3.0

Networks = Sequence[IPv4Network | IPv6Network]


@dataclass(frozen=True, slots=True)
class Door:
    """Where we listen and whom we let in.

    `url` is the address as Telegram calls it; its path is ours, too. Only callers from `networks`
    are heard (empty: from anywhere); what `proxies` say about who called them is believed.
    """

    url: str
    secret: str
    host: str
    port: int
    max_connections: int = 40
    networks: Networks = ()
    proxies: Networks = ()


class WebhookReceiver:
    """An HTTP server that hands updates to `keep`. Any number of replicas may run one."""

    def __init__(self, client: TelegramClient, keep: Keep, door: Door) -> None:
        self._client = client
        self._keep = keep
        self._door = door
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Begin to listen. Raises `OSError`."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post(urlsplit(self._door.url).path or "/", self._receive)
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=END_WITHIN_SECONDS
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, self._door.host, self._door.port).start()
        log.info("listening", port=self.port)

    async def close(self) -> None:
        """Answer what has been received and end. The webhook stays set: what is said meanwhile
        waits at Telegram, or comes to another replica."""
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port that is really listened on."""
        assert self._runner is not None
        return int(self._runner.addresses[0][1])

    async def announce(self) -> None:
        """Tell Telegram where we are; wait as long as it is away. Never drops what waits there.
        Every replica says the same, so it does not matter who says it last."""
        pause = 0.5
        while True:
            try:
                await self._client.set_webhook(
                    self._door.url,
                    allowed_updates=ALLOWED_UPDATES,
                    secret_token=self._door.secret,
                    max_connections=self._door.max_connections,
                )
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("webhook_not_set", error=error, retry_in=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)

    async def _receive(self, request: web.Request) -> web.Response:
        refused = self._refusal(request)
        if refused is not None:
            return refused
        try:
            async with asyncio.timeout(READ_WITHIN_SECONDS):
                body = await request.read()
        except TimeoutError:
            return _answer(408)
        except web.HTTPRequestEntityTooLarge:
            log.warning("webhook_body_too_large")
            return _answer(413)
        update = _update_in(body)
        if update is None:
            log.warning("webhook_body_is_no_update")
            return _answer(400)
        try:
            async with asyncio.timeout(KEEP_WITHIN_SECONDS):
                kept = await self._keep([update])
        except Exception as error:  # the database is away: Telegram keeps it for us
            log.warning("webhook_cannot_keep", error=error)
            return _answer(503)
        return _answer(200 if kept else 503)

    def _refusal(self, request: web.Request) -> web.Response | None:
        if self._door.networks and not self._is_from(request, self._door.networks):
            return _answer(403)
        secret = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(secret, self._door.secret.encode()):
            return _answer(403)
        if (request.content_length or 0) > LARGEST_BODY:
            log.warning("webhook_body_too_large")
            return _answer(413)
        return None

    def _is_from(self, request: web.Request, networks: Networks) -> bool:
        """Whether the caller's address is one of these: the peer's, or, when that is a proxy of
        ours, the last one in `X-Forwarded-For` that no proxy of ours has."""
        forwarded = ",".join(request.headers.getall("X-Forwarded-For", ())).split(",")
        seen = request.remote or ""
        while forwarded and _within(seen, self._door.proxies):
            seen = forwarded.pop().strip()
        return _within(seen, networks)


async def remove_webhook(client: TelegramClient) -> None:
    """Before polling: Telegram refuses it while a webhook is set. What waits there stays. Raises
    `TelegramError`."""
    if (await client.get_webhook_info()).url:
        await client.delete_webhook(drop_pending_updates=False)
        log.info("webhook_removed")


def _update_in(body: bytes) -> dict[str, Any] | None:
    """The update, or None when this is none. What kind of update does not matter here."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int or not 0 <= number < 2**63:
        return None
    return dict(update)


def _within(address: str, networks: Networks) -> bool:
    try:
        known = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(known, "ipv4_mapped", None)
    return any((mapped or known) in network for network in networks)


def _answer(status: int) -> web.Response:
    return web.Response(status=status, headers={"Server": "-"})
