"""Asking the health server, and reading its numbers."""

from __future__ import annotations

import re

import aiohttp

from bot.domain.tier import Tier
from bot.services.escalations import Trigger, raise_case
from bot.storage import patients
from tests.journeys.bot import RunningBot
from tests.journeys.patient import Patient

LINE = re.compile(r"(\w+)(?:\{(.*)\})? (\S+)")


async def get(bot: RunningBot, path: str, method: str = "GET") -> tuple[int, str]:
    """Status and body."""
    address = f"http://127.0.0.1:{bot.running.health.port}{path}"
    async with aiohttp.ClientSession() as session, session.request(method, address) as answer:
        return answer.status, await answer.text()


async def numbers(bot: RunningBot) -> dict[str, float]:
    """What `/metrics` says, by name and labels, without the prefix."""
    status, text = await get(bot, "/metrics")
    assert status == 200
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            match = LINE.fullmatch(line)
            assert match is not None, line
            name, labels, value = match.groups()
            found[name.removeprefix("isocompanion_") + (f"{{{labels}}}" if labels else "")] = float(
                value
            )
    return found


async def owes_an_escalation(bot: RunningBot, patient: Patient) -> None:
    """A case is raised for somebody who has blocked the bot meanwhile: it cannot be delivered."""
    patient.person.block()
    now = bot.clock.now()
    async with bot.running.store.write() as tx:
        known = await patients.of_chat(tx, patient.person.id)
        assert known is not None
        trigger = Trigger(Tier.CONTACT_NOW, "mood", f"test:{patient.person.id}", ("a reason",))
        assert await raise_case(tx, bot.running.desk, known, trigger, now) is not None
    bot.running.dispatcher.wake()
    await bot.settled()
