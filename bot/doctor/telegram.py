"""What Telegram says: of the token, the time, the webhook and the chats that are set."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.doctor.line import Level, Line, clock_line
from bot.settings import Settings
from bot.tg.probe import Answered, OutOfReach, Probe, probing

WAITING_TOO_MANY = 100


async def telegram_lines(settings: Settings, now: datetime) -> AsyncIterator[Line]:
    if settings.bot_token is None:
        yield Line(Level.ERROR, "token", "BOT_TOKEN is not set", "run `init`, or put it into .env")
        return
    token = settings.bot_token.get_secret_value()
    async with probing(token, settings.telegram_api_base_url) as probe:
        me = await probe.ask("getMe")
        if isinstance(me, OutOfReach):
            yield Line(
                Level.ERROR,
                "token",
                f"Telegram is out of reach ({me.why})",
                "check the network, a proxy, TELEGRAM_API_BASE_URL",
            )
            return
        if me.result is None:
            yield Line(
                Level.ERROR,
                "token",
                f"Telegram refuses it ({me.refusal})",
                "copy it again from @BotFather (/mybots, API Token) into BOT_TOKEN",
            )
            return
        yield Line(Level.OK, "token", f"it is that of @{me.result.get('username')}")
        if me.at is not None:
            yield clock_line("clock", "Telegram's", me.at, now)
        yield _webhook_line(settings, await probe.ask("getWebhookInfo"), now)
        async for line in _chats(settings, probe):
            yield line


def _webhook_line(settings: Settings, info: Answered | OutOfReach, now: datetime) -> Line:
    what = "webhook"
    if isinstance(info, OutOfReach) or info.result is None:
        return Line(Level.WARN, what, "Telegram does not say whether one is set", "ask again later")
    found: dict[str, Any] = info.result
    url, waiting = found.get("url") or "", found.get("pending_update_count", 0)
    if settings.receive == "polling":
        if url:
            return Line(
                Level.WARN,
                what,
                "one is set although RECEIVE=polling",
                "the next start removes it; if another program uses this token, give it its own",
            )
        return Line(Level.OK, what, f"none, as for polling; {waiting} updates wait")
    if url != settings.webhook_url:
        text = "Telegram calls another address" if url else "it is not set yet"
        return Line(Level.WARN, what, text, "`run` sets it to WEBHOOK_URL; start the bot")
    failed_at = found.get("last_error_date")
    if failed_at and now - datetime.fromtimestamp(failed_at, UTC) < timedelta(hours=1):
        return Line(
            Level.ERROR,
            what,
            f"Telegram's last call failed: {found.get('last_error_message')}",
            "check the proxy, its certificate, and that it passes WEBHOOK_URL's path on",
        )
    if waiting > WAITING_TOO_MANY:
        return Line(Level.WARN, what, f"{waiting} updates wait", "is the bot running?")
    return Line(Level.OK, what, f"set; {waiting} updates wait")


async def _chats(settings: Settings, probe: Probe) -> AsyncIterator[Line]:
    named = {
        "CARE_TEAM_CHAT_ID": settings.care_team_chat_id,
        "CARE_TEAM_BACKUP_CHAT_ID": settings.care_team_backup_chat_id,
        "OPERATOR_CHAT_ID": settings.operator_chat_id,
    }
    for name, chat_id in named.items():
        if chat_id is None:
            if name == "OPERATOR_CHAT_ID":
                mend = "set it to your own chat with the bot, to be told of undelivered alarms"
                yield Line(Level.WARN, name, "not set", mend)
            continue
        answer = await probe.ask("getChat", chat_id=chat_id)
        if isinstance(answer, Answered) and answer.result is not None:
            yield Line(Level.OK, name, "the bot can write there")
        else:
            why = answer.why if isinstance(answer, OutOfReach) else answer.refusal
            mend = "let the person write /start to the bot, or add the bot to the group"
            yield Line(Level.ERROR, name, f"the bot cannot write there ({why})", mend)
