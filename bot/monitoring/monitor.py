"""What the health server shows: puts together the process, its counts and the database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from bot.clock import Clock, steady_seconds
from bot.domain.contacts import ContactBook, Voucher, countries_not_live, stale_contacts
from bot.monitoring.counts import Counts
from bot.monitoring.metrics import Process, page
from bot.monitoring.readiness import TICKER_LATE_SECONDS, Readiness, Telegram, database_answers
from bot.storage import vitals
from bot.storage.store import Store
from bot.storage.vitals import Vitals

log = structlog.get_logger()

MEASURE_WITHIN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the monitor reads off the running program, by asking it. `last_tick` in steady
    seconds; `ticks_every` is the ticker's pace in seconds."""

    last_tick: Callable[[], float]
    ticks_every: float
    in_flight: Callable[[], int]
    contacts: Callable[[], tuple[ContactBook, Voucher | None]]


class Monitor:
    """Answers the three questions of the health server."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        counts: Counts,
        telegram: Telegram,
        seen: Seen,
        *,
        version: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._counts = counts
        self._telegram = telegram
        self._seen = seen
        self._version = version
        self._started_at = steady_seconds()
        self._measuring = asyncio.Lock()

    async def readiness(self) -> Readiness:
        """Database and Telegram are asked at the same time."""
        database, telegram = await asyncio.gather(
            database_answers(self._store), self._telegram.in_reach()
        )
        late = max(TICKER_LATE_SECONDS, 5 * self._seen.ticks_every)
        return Readiness(database, telegram, ticker=self._ticker_age() <= late)

    async def metrics(self) -> str:
        """The page of `/metrics`. One at a time: whoever asks too often waits for himself."""
        async with self._measuring:
            return page(self._process(), self._counts, await self._vitals(), self._clock.now())

    async def _vitals(self) -> Vitals | None:
        try:
            async with asyncio.timeout(MEASURE_WITHIN_SECONDS), self._store.read() as tx:
                return await vitals.measure(tx, self._clock.now())
        except Exception as error:
            log.warning("not_measured", error=error)
            return None

    def _process(self) -> Process:
        book, voucher = self._seen.contacts()
        today = self._clock.now().date()
        return Process(
            version=self._version,
            started_at=self._started_at,
            ticker_age=self._ticker_age(),
            telegram_age=self._telegram.age(),
            in_flight=self._seen.in_flight(),
            contacts_stale=len(stale_contacts(book, on=today, voucher=voucher)),
            countries_dark=len(countries_not_live(book, on=today, voucher=voucher)),
        )

    def _ticker_age(self) -> float:
        return max(0.0, steady_seconds() - self._seen.last_tick())
