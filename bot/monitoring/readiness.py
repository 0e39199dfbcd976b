"""Whether this process can do its work now: the database, Telegram, the ticker."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.clock import steady_seconds
from bot.storage import vitals
from bot.storage.store import Store

DATABASE_WITHIN_SECONDS = 3.0
TELEGRAM_WITHIN_SECONDS = 5.0
# A long poll is answered within a minute; who has heard nothing for longer asks.
TELEGRAM_FRESH_SECONDS = 75.0
ASK_AGAIN_SECONDS = 10.0  # however often somebody looks
TICKER_LATE_SECONDS = 60.0  # planning a large backlog takes a while


@dataclass(frozen=True, slots=True)
class Readiness:
    """What works now."""

    database: bool
    telegram: bool
    ticker: bool

    @property
    def ready(self) -> bool:
        return self.database and self.telegram and self.ticker


class Telegram:
    """When Telegram last answered anything; asks it when that was long ago.

    `age` and `ask` come from the client: seconds since an answer (None: never), a cheap call.
    """

    def __init__(
        self, age: Callable[[], float | None], ask: Callable[[], Awaitable[object]]
    ) -> None:
        self.age = age
        self._ask = ask
        self._asked_at = float("-inf")
        self._asking = asyncio.Lock()

    async def in_reach(self) -> bool:
        async with self._asking:
            if not self._fresh() and steady_seconds() - self._asked_at >= ASK_AGAIN_SECONDS:
                self._asked_at = steady_seconds()
                try:
                    async with asyncio.timeout(TELEGRAM_WITHIN_SECONDS):
                        await self._ask()
                except Exception:  # whatever it is, Telegram did not answer
                    return False
        return self._fresh()

    def _fresh(self) -> bool:
        age = self.age()
        return age is not None and age <= TELEGRAM_FRESH_SECONDS


async def database_answers(store: Store) -> bool:
    """Whether a query comes back in time."""
    try:
        async with asyncio.timeout(DATABASE_WITHIN_SECONDS), store.read() as tx:
            await vitals.answers(tx)
    except Exception:  # its reason is in the log of whatever needs the database
        return False
    return True
