"""Feeds a running program, and says after each portion what must have held."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from sqlalchemy import select

from bot.storage.schema import inbox, metadata
from bot.tg.webhook import _update_in as update_in
from tests.fuzz.shapes import BYSTANDER
from tests.journeys.bot import RunningBot

FIRST_NUMBER = 10**9  # far from those that the simulated Telegram gives
PATIENCE = 240.0


class Feeder:
    """`accepted` updates have been kept, `refused` ones were no updates for the door."""

    def __init__(self, bot: RunningBot) -> None:
        self._bot = bot
        self._next = FIRST_NUMBER
        self._bystander: dict[str, list[str]] = {}
        self.accepted = 0
        self.refused = 0
        self.failed: dict[str, int] = {}

    async def begin(self) -> None:
        self._bystander = await self._of_bystander()
        assert len(self._bystander) > 4, "she has too little to lose"

    async def feed(self, shapes: list[dict[str, Any]]) -> None:
        """Through the door as bytes, into the inbox, and on to the handlers."""
        program, updates = self._bot.running, []
        for shape in shapes:
            self._next += 1
            found = update_in(json.dumps({"update_id": self._next} | shape).encode())
            if found is None:
                self.refused += 1
            else:
                updates.append(found)
        assert await program.intake.keep(updates)
        await self._rest()
        self.accepted += len(updates)
        await self._check([each["update_id"] for each in updates])

    async def _rest(self) -> None:
        """Until each is handled and each reply has left or has failed."""
        async with asyncio.timeout(PATIENCE):
            while not await self._bot._is_idle():  # noqa: ASYNC110  # rows tell nobody
                await asyncio.sleep(0.01)

    async def _check(self, numbers: list[int]) -> None:
        program = self._bot.running
        for task in program._tasks:
            if task.get_name() in {"receiver", "dispatcher"}:
                assert not task.done(), f"the {task.get_name()} has ended"
        async with program.store.read() as tx:
            query = select(inbox.c.update_id, inbox.c.handled_at, inbox.c.failed).where(
                inbox.c.update_id.in_(numbers)
            )
            rows = {row.update_id: row for row in await tx.execute(query)}
        lost = [number for number in numbers if number not in rows]
        assert lost == [], "updates were lost"
        for row in rows.values():
            assert row.handled_at is not None
            if row.failed:
                self.failed[row.failed] = self.failed.get(row.failed, 0) + 1
        assert await self._of_bystander() == self._bystander, "a row of somebody else has changed"

    async def _of_bystander(self) -> dict[str, list[str]]:
        """Every row that is hers, opened."""
        async with self._bot.running.store.read() as tx:
            people = metadata.tables["patients"]
            hers = (
                await tx.execute(select(people.c.id).where(people.c.chat_id == BYSTANDER))
            ).scalar_one()
            found = {}
            for table in metadata.sorted_tables:
                if "patient_id" in table.c:
                    mine = table.c.patient_id == hers
                elif table is people:
                    mine = table.c.id == hers
                elif "escalation_id" in table.c:
                    cases = metadata.tables["escalations"]
                    mine = table.c.escalation_id.in_(
                        select(cases.c.id).where(cases.c.patient_id == hers)
                    )
                else:
                    continue
                query = select(table).where(mine).order_by(*table.primary_key.columns)
                if rows := [str(row) for row in await tx.execute(query)]:
                    found[table.name] = rows
            return found
