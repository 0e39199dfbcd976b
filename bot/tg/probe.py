"""A few questions to Telegram for whoever sets the bot up: is the token good, what time is it
there, which chats can be written to. Apart from the client, because the answer's date is wanted.

No error of this module quotes the address, which holds the token.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

WITHIN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answered:
    """What Telegram said. `result` None: it refused, and `refusal` says why. `at`: its clock."""

    result: Any
    refusal: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """No answer; `why` is the kind of error."""

    why: str


class Probe:
    """Asks one method after the other."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self._address = address

    async def ask(self, method: str, **parameters: str | int) -> Answered | OutOfReach:
        try:
            async with self._session.post(
                f"{self._address}/{method}", data=parameters, allow_redirects=False
            ) as answer:
                said = await answer.json(content_type=None)
                at = answer.headers.get("Date")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return OutOfReach(type(error).__name__)
        if not isinstance(said, dict):
            return OutOfReach("an answer that is not Telegram's")
        if said.get("ok"):
            return Answered(said.get("result"), None, _instant(at))
        return Answered(None, str(said.get("description", "no reason given")), _instant(at))


@asynccontextmanager
async def probing(token: str, base_url: str) -> AsyncIterator[Probe]:
    """`base_url` has the meaning that the library gives it."""
    timeout = aiohttp.ClientTimeout(total=WITHIN_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        yield Probe(session, base_url + token)


def _instant(date: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(date) if date else None
    except ValueError:
        return None
