"""The Bot API as a Starlette route, for a process that serves pages as well.

A cut connection cannot be made here; it becomes 504. Tests of faults use the aiohttp adapter.
"""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.telegram.core import Telegram
from playground.telegram.errors import ApiError, ConnectionCut
from playground.telegram.params import Upload
from playground.telegram.requests import NOT_FOUND, encode, parse_body, parse_path, parse_query


async def _parameters(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    params, files = parse_query(request.url.query), dict[str, Upload]()
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/"):
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    kind = value.content_type or "application/octet-stream"
                    files[name] = Upload(value.filename or name, await value.read(), kind)
                else:
                    params[name] = value
    else:
        params |= parse_body(content_type, await request.body())
    return params, files


def bot_api_route(telegram: Telegram) -> Route:
    """`/bot<token>/<method>` of this Telegram."""

    async def endpoint(request: Request) -> Response:
        found = parse_path(request.url.path)
        if found is None:
            status, body = 404, NOT_FOUND.body()
        else:
            try:
                params, files = await _parameters(request)
                status, body = await telegram.call(*found, params, files)
            except ApiError as error:
                status, body = error.code, error.body()
            except ConnectionCut:
                status, body = 504, ApiError(504, "Gateway Timeout").body()
        return Response(encode(body), status, media_type="application/json")

    return Route("/bot{rest:path}", endpoint, methods=["GET", "POST"])
