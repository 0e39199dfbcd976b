"""The way through the setup, for journeys that begin after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tests.journeys.patient import Patient

ROUTINES = ("Your daily one, with food", "Moisturizer", "Sunscreen", "Lip balm")


@dataclass(frozen=True, slots=True)
class Choices:
    """What she answers. `routines` are those she keeps of the offered ones."""

    age: str = "18 or older"
    reminders: bool = True
    mood: bool = True
    team: bool | None = None
    city: str = "London"
    country: str | None = "Germany"
    routines: Collection[str] = (ROUTINES[0],)
    capsules: str | None = "20 mg"
    times: tuple[str, ...] = ("8:00",)


async def onboard(patient: Patient, choices: Choices | None = None) -> None:
    """From /start to "All set"."""
    chosen = choices or Choices()
    await patient.says("/start")
    await patient.presses("I understand")
    await patient.presses(chosen.age)
    await patient.presses("Yes, remind me" if chosen.reminders else "No reminders")
    await patient.presses("Yes, ask me" if chosen.mood else "No check-ins")
    if chosen.team is not None:
        await patient.presses("Yes, tell them" if chosen.team else "No")
    if chosen.reminders or chosen.mood:
        await patient.says(chosen.city)
    if chosen.country is None:
        await patient.presses("Skip this")
    else:
        await patient.says(chosen.country)
    if chosen.reminders:
        for routine in ROUTINES:
            if routine not in chosen.routines:
                await patient.presses(f"✓ {routine}")
        await patient.presses("Continue")
        if ROUTINES[0] in chosen.routines:
            await _dose(patient, chosen)
    await patient.presses("Start")
    await patient.sees("All set")


async def _dose(patient: Patient, chosen: Choices) -> None:
    if chosen.capsules is None:
        await patient.presses("Skip this")
    else:
        await patient.says(chosen.capsules)
    await patient.presses({1: "Once", 2: "Twice"}[len(chosen.times)])
    await patient.says(" and ".join(chosen.times))
