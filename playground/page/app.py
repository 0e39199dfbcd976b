"""The process: Bot API, chat page and supervised bot on one loopback port."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from nicegui import app as nicegui_app
from nicegui import ui
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from playground.page.own_pages import OwnPagesOnly
from playground.page.view import ChatView
from playground.supervisor import Bot, say
from playground.telegram.http_starlette import bot_api_route
from playground.world import World, fresh_folder

HOST = "127.0.0.1"
ASSETS = Path(__file__).parent / "assets"
PORTS_TRIED = 50
INLINE_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif")


def free_socket(port: int) -> socket.socket:
    """A listening socket on loopback: this port, or the next one that is free."""
    for number in range(port, port + PORTS_TRIED) if port else (0,):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, number))
        except OSError:
            listening.close()
            continue
        return listening
    raise OSError(f"no free port from {port} to {port + PORTS_TRIED - 1}")


def build(world: World) -> FastAPI:
    @asynccontextmanager
    async def lifespan(api: FastAPI) -> AsyncIterator[None]:
        world.start()
        yield

    api = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    api.add_middleware(OwnPagesOnly)
    api.router.routes.append(bot_api_route(world.telegram))
    api.mount("/playground/assets", StaticFiles(directory=ASSETS))

    @api.get("/playground/files/{file_id}")
    def file(file_id: str) -> Response:
        upload = world.telegram.files.get(file_id)
        if upload is None:
            return Response(status_code=404)
        kind = upload.content_type if upload.content_type in INLINE_TYPES else None
        return Response(upload.content, media_type=kind or "application/octet-stream")

    @ui.page("/")
    def page(chat: str = "") -> None:
        ui.add_head_html('<link rel="stylesheet" href="/playground/assets/chat.css">')
        ui.add_head_html('<link rel="stylesheet" href="/playground/assets/tools.css">')
        ui.add_body_html('<script src="/playground/assets/chat.js" defer></script>')
        asked = [int(each) for each in chat.split(",") if each.isdecimal()]
        found = [world.telegram.people[each] for each in asked if each in world.telegram.people]
        ChatView(world, found or world.patients[:1])

    ui.run_with(
        api,
        title="Playground",
        favicon=ASSETS / "icon.svg",
        dark=None,
        tailwind=False,
        reconnect_timeout=10.0,
        show_welcome_message=False,
    )
    return api


class _Server(uvicorn.Server):
    """Ends the bot before the connections: it is still polling one of them."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # A closed terminal must not leave the bot behind.
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGHUP, self.handle_exit, signal.SIGHUP, None
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._world.stop()
        await super().shutdown(sockets)


def run(port: int, base: Path, bot: Bot) -> None:
    """Serve until SIGINT or SIGTERM; the bot ends with it."""
    listening = free_socket(port)
    found = listening.getsockname()[1]
    world = World(fresh_folder(base.resolve()), bot, found)
    nicegui_app.config.quasar_config["brand"] = {"primary": "#3390ec"}
    config = uvicorn.Config(
        build(world), log_level="warning", timeout_graceful_shutdown=1, ws_ping_interval=20
    )
    say(f"open http://{HOST}:{found}/ in a browser. Ctrl+C ends it.")
    _Server(config, world).run(sockets=[listening])
