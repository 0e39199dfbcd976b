"""From the running program to its health server."""

from __future__ import annotations

from collections.abc import Callable

from bot import VERSION
from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.ticker import Ticker
from bot.monitoring.counts import Counts
from bot.monitoring.monitor import Monitor, Seen
from bot.monitoring.readiness import Telegram
from bot.monitoring.server import HealthServer
from bot.services.desk import Desk
from bot.settings import Settings
from bot.storage.store import Store
from bot.tg.client import TelegramClient


def health_server_on(
    settings: Settings,
    store: Store,
    clock: Clock,
    client: TelegramClient,
    counts: Counts,
    dispatcher: Dispatcher,
    ticker: Ticker,
    desk: Callable[[], Desk],
) -> HealthServer:
    """The server, not yet listening; without `HEALTH_BIND` it never does."""
    seen = Seen(
        last_tick=lambda: ticker.last_tick,
        ticks_every=settings.tick_seconds,
        in_flight=lambda: dispatcher.in_flight,
        contacts=lambda: (desk().contacts, desk().choices.voucher),
    )
    monitor = Monitor(
        store,
        clock,
        counts,
        Telegram(client.seconds_since_an_answer, client.get_me),
        seen,
        version=VERSION,
    )
    return HealthServer(settings.health, readiness=monitor.readiness, metrics=monitor.metrics)
