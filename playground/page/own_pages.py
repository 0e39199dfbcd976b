"""Only the playground's own pages may talk to it: another page that is open in the same browser
could otherwise read and press what is here."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost")


class OwnPagesOnly:
    """Refuses requests and sockets that come from a page of another origin, or that were sent to
    another name."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            headers = dict(scope["headers"])
            host = urlsplit("//" + headers.get(b"host", b"").decode("latin-1")).hostname
            origin = headers.get(b"origin")
            page = HOSTS[0] if origin is None else urlsplit(origin.decode("latin-1")).hostname
            if host not in HOSTS or page not in HOSTS:
                await PlainTextResponse("not from here", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)
