"""One fuzzing run: a program, a bystander with something of hers in every table, and the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.catalog.content import Content
from tests.fuzz.feeding import Feeder
from tests.fuzz.shapes import BYSTANDER, UPDATES, clock_at_noon
from tests.journeys.bot import RunningBot, running_bot
from tests.storage.full_database import fill

PORTION = 50


@dataclass(frozen=True, slots=True)
class Report:
    accepted: int
    refused: int
    failed: dict[str, int]


def fuzz(
    database_url: str,
    folder: Path,
    content: Content,
    updates: int,
    *,
    start: int = 0,
    told: Callable[[int], None] = lambda fed: None,
) -> Report:
    """Feed `updates` made-up updates. Raises `AssertionError` when anything does not hold; the
    same `start` makes the same updates."""
    with asyncio.Runner() as runner:
        world = running_bot(
            database_url, folder, content, updates_per_minute=10_000, updates_per_day=1_000_000
        )
        bot: RunningBot = runner.run(world.__aenter__())
        try:
            feeder = runner.run(_begin(bot))
            fed = 0

            @seed(start)
            @settings(
                max_examples=-(-updates // PORTION),
                phases=[Phase.generate],
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            )
            @given(st.lists(UPDATES, min_size=PORTION, max_size=PORTION))
            def portion(shapes: list[dict[str, object]]) -> None:
                nonlocal fed
                runner.run(feeder.feed(shapes))
                fed += len(shapes)
                told(fed)

            while fed < updates:  # Hypothesis may stop early when it repeats itself
                portion()
            runner.run(_end(bot))
            return Report(feeder.accepted, feeder.refused, feeder.failed)
        finally:
            runner.run(world.__aexit__(None, None, None))


async def _begin(bot: RunningBot) -> Feeder:
    assert clock_at_noon(bot.clock)
    async with bot.running.store.write() as tx:
        await fill(tx, BYSTANDER, first_update=1)
    await bot.running.intake.resume()
    feeder = Feeder(bot)
    await bot.settled()
    await feeder.begin()
    return feeder


async def _end(bot: RunningBot) -> None:
    """After all of that, somebody says hello."""
    ann = bot.patient("Ann")
    await ann.says("/sos")
    assert len(ann.fresh) == 1
