"""The clockwork: APScheduler with fixed UTC intervals, and nothing but intervals.

The scheduler holds no reminder and no state; a tick that is missed is made up by the next one,
because all that is due stands in the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock, SystemClock, steady_seconds
from bot.delivery import pruning
from bot.delivery.planner import Planner
from bot.services import (
    broadcasts,
    care_team,
    case_timers,
    checkin_invitations,
    checkins,
    concerns,
    leaving,
    operator,
    symptom_checks,
    trusted_lines,
)
from bot.services.desk import Desk
from bot.storage import due, leases
from bot.storage.due import FollowUp
from bot.storage.store import Store, Tx

log = structlog.get_logger()

Step = Callable[[Tx, Desk, datetime], Awaitable[object]]

# Each in a transaction of its own, when there may be something to do; None: it looks itself.
_FOLLOW_UPS: tuple[tuple[Step, FollowUp | None], ...] = (
    (case_timers.run_due, FollowUp.CASES),
    (care_team.chase_due, FollowUp.TEAM),
    (care_team.daily_list, None),
    (checkins.end_left, FollowUp.LEFT),
    (symptom_checks.end_left, FollowUp.LEFT),
    (concerns.ask_unanswered, FollowUp.LEFT),
    (checkin_invitations.invite_due, FollowUp.INVITATIONS),
    (trusted_lines.tell_due, FollowUp.LINES),
    (operator.watch_urgent, None),
    (leaving.delete_due, FollowUp.DELETIONS),
    (broadcasts.run_due, FollowUp.BROADCASTS),
)


class Ticker:
    """Runs the services whose time has come. `desk` is read at each tick, so that reloaded
    content is used at once; `planned` is called after anything was queued."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        desk: Callable[[], Desk],
        *,
        planned: Callable[[], None],
        recover: Callable[[], Awaitable[None]],
        every: float,
    ) -> None:
        self._store = store
        self._clock = clock
        self._desk = desk
        self._planned = planned
        self._recover = recover
        self.planner = Planner(store, clock, desk, planned=planned)
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self.last_tick = steady_seconds()
        slow = max(every, min(5.0, every * 5))
        self._add("plan", self._plan, every)
        self._add("follow up", self._follow_up, slow)
        self._add("recover", self._recover, max(every, 2.0))
        self._add("prune", self._prune, pruning.EVERY_SECONDS)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:  # a start that failed before must tell its own reason
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """All of it once and at once, for whoever has moved the clock. What fails is raised."""
        await self._plan()
        await self._follow_up()

    def _add(self, name: str, job: Callable[[], Awaitable[None]], seconds: float) -> None:
        async def run() -> None:
            try:
                await job()
            except asyncio.CancelledError:
                return  # we are stopping; the next start finds the same work
            except Exception as error:  # the next tick finds the same work in the database
                log.error("tick_failed", tick=name, error=error)

        self._scheduler.add_job(
            run,
            IntervalTrigger(seconds=seconds, timezone=UTC),
            id=name,
            next_run_time=SystemClock().now(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    async def _plan(self) -> None:
        """Due routines and due questions, batch by batch, each in its own transaction."""
        await self.planner.run()
        self.last_tick = steady_seconds()

    async def _prune(self) -> None:
        if gone := await pruning.prune(
            self._store, self._clock, self._desk().choices.keep_answers_months
        ):
            log.info("pruned", rows=gone)

    async def _follow_up(self) -> None:
        async with self._store.read() as tx:
            waiting = await due.follow_ups(tx, self._clock.now())
        for step, waits_for in _FOLLOW_UPS:
            if waits_for is not None and waits_for not in waiting:
                continue
            async with self._store.write() as tx:
                # Another replica that is at it does all there is to do.
                if not await leases.only_one(tx, "follow up"):
                    return
                done = await step(tx, self._desk(), self._clock.now())
            if done:
                self._planned()
