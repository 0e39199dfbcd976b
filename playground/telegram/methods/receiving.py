"""getUpdates and the webhook."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playground.telegram import params as read
from playground.telegram.errors import bad_request
from playground.telegram.methods.registry import method
from playground.telegram.model import Json

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _allowed(params: read.Params) -> list[str] | None:
    allowed = read.structure(params, "allowed_updates", "allowed updates")
    if allowed is not None and not isinstance(allowed, list):
        raise bad_request("can't parse allowed updates: Expected an Array")
    return allowed


@method("getUpdates")
def get_updates(telegram: Telegram, params: read.Params, files: read.Files) -> Awaitable[Any]:
    limit = read.integer(params, "limit", 100) or 100
    return telegram.updates.poll(
        read.integer(params, "offset", 0) or 0,
        min(max(limit, 1), 100),
        read.integer(params, "timeout", 0) or 0,
        _allowed(params),
    )


@method("setWebhook")
async def set_webhook(telegram: Telegram, params: read.Params, files: read.Files) -> Any:
    from playground.telegram.webhook import Webhook

    url = read.text(params, "url")
    if not url:
        return await delete_webhook(telegram, params, files)
    parts = urlsplit(url)
    # Plain http is what a local Bot API server takes; here only for this machine.
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = read.text(params, "secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = read.integer(params, "max_connections", 40) or 40
    await telegram.close()
    if read.flag(params, "drop_pending_updates"):
        telegram.updates.clear()
    allowed = _allowed(params)
    if allowed is not None:
        telegram.updates.allowed = allowed or None
    telegram.updates.end_poll()
    telegram.updates.webhook_active = True
    telegram.webhook = Webhook(telegram, url, secret, min(max(connections, 1), 100))
    telegram.webhook.start()
    return True


@method("deleteWebhook")
async def delete_webhook(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    await telegram.close()
    telegram.updates.webhook_active = False
    if read.flag(params, "drop_pending_updates"):
        telegram.updates.clear()
    return True


@method("getWebhookInfo")
def get_webhook_info(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    info: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.updates.pending),
    }
    if telegram.updates.allowed:
        info["allowed_updates"] = telegram.updates.allowed
    if telegram.webhook is not None:
        info |= telegram.webhook.info()
    return info


@method("logOut")
def log_out(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    return True


@method("close")
def close(telegram: Telegram, params: read.Params, files: read.Files) -> bool:
    return True
