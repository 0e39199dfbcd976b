"""The playground's made-up patient, in a journey."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.demo import six_weeks_in
from tests.journeys.bot import RunningBot
from tests.journeys.patient import Patient


async def demo_patient(bot: RunningBot, name: str = "Mia", *, zone: str = "UTC") -> Patient:
    """Six weeks into her course, as `isocompanion demo` writes her."""
    patient = bot.patient(name, zone=zone)
    patient.person.chat.started = True
    async with bot.running.store.write() as tx:
        await six_weeks_in(tx, patient.person.id, name, ZoneInfo(zone).key, bot.clock.now())
    return patient
