"""`/healthz`, `/readyz` and `/metrics`: a small HTTP server of its own, apart from the webhook.

It answers numbers and a few fixed words, whoever asks; still it belongs on the loopback or in a
closed network, because how busy a clinic is concerns nobody else.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from bot.monitoring.exposition import CONTENT_TYPE
from bot.monitoring.readiness import Readiness

log = structlog.get_logger()

END_WITHIN_SECONDS = 1.0


class HealthServer:
    """Listens on `bind` (address and port) until closed; None: never."""

    def __init__(
        self,
        bind: tuple[str, int] | None,
        *,
        readiness: Callable[[], Awaitable[Readiness]],
        metrics: Callable[[], Awaitable[str]],
    ) -> None:
        self._bind = bind
        self._readiness = readiness
        self._metrics = metrics
        self._runner: web.AppRunner | None = None
        self._stopping = False

    async def open(self) -> None:
        """Begin to listen. Raises `OSError`."""
        if self._bind is None:
            return
        app = web.Application(client_max_size=1024)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._page)
        runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=END_WITHIN_SECONDS
        )
        await runner.setup()
        self._runner = runner
        await web.TCPSite(runner, *self._bind).start()
        log.info("health_listening", port=self.port)

    @property
    def listens(self) -> bool:
        return self._runner is not None

    @property
    def port(self) -> int:
        """The port that is really listened on."""
        assert self._runner is not None
        return int(self._runner.addresses[0][1])

    def stopping(self) -> None:
        """Not ready from now on: nobody should send new work here."""
        self._stopping = True

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _healthz(self, _: web.Request) -> web.Response:
        # That this line is reached is the whole proof: the loop that does everything turns.
        return _answer(200, "ok\n")

    async def _readyz(self, _: web.Request) -> web.Response:
        if self._stopping:
            return _answer(503, "stopping\n")
        found = await self._readiness()
        lines = [
            f"{name} {'ok' if works else 'failed'}\n"
            for name, works in (
                ("database", found.database),
                ("telegram", found.telegram),
                ("ticker", found.ticker),
            )
        ]
        return _answer(200 if found.ready else 503, "".join(lines))

    async def _page(self, _: web.Request) -> web.Response:
        return _answer(200, await self._metrics(), CONTENT_TYPE)


def _answer(status: int, text: str, kind: str = "text/plain; charset=utf-8") -> web.Response:
    return web.Response(
        status=status,
        body=text.encode(),
        headers={"Server": "-", "Content-Type": kind, "Cache-Control": "no-store"},
    )
