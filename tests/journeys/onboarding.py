"""The way through the setup, by chat or in one step for journeys that begin after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.services import onboarding
from bot.services.onboarding import AllSet
from bot.services.routine_settings import OFFERED
from bot.services.setup_answers import Step
from bot.storage import conversations, patients
from tests.journeys.bot import RunningBot
from tests.journeys.patient import Patient

DOSE, MOISTURIZER, SUNSCREEN, LIP_BALM = (kind.value for kind in OFFERED)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a patient has answered; buttons' values."""

    age: str = "adult"
    reminders: bool = True
    mood: bool = True
    team: bool = True
    zone: str = "UTC"
    country: str = "DE"
    routines: tuple[str, ...] = (DOSE,)
    capsules: str = "20"
    times: tuple[str, ...] = ("08:00",)

    def value(self, step: Step) -> str:
        """The button that she presses at a step."""
        yes_or_no = {True: "yes", False: "no"}
        match step:
            case Step.AGE:
                return self.age
            case Step.REMINDERS:
                return yes_or_no[self.reminders]
            case Step.MOOD:
                return yes_or_no[self.mood]
            case Step.TEAM:
                return yes_or_no[self.team]
            case Step.ZONE:
                return self.zone
            case Step.COUNTRY:
                return self.country
            case Step.CAPSULES:
                return self.capsules
            case Step.OFTEN:
                return str(len(self.times))
            case Step.TIMES:
                return "_".join(each.replace(":", "-") for each in self.times)
            case _:
                return "go"

    def presses(self, step: Step) -> Iterator[str]:
        if step is Step.ROUTINES:
            yield from (kind.value for kind in OFFERED if kind.value not in self.routines)
        yield self.value(step)


async def set_up(bot: RunningBot, name: str = "Ann", choices: Choices | None = None) -> Patient:
    """A patient who has been through the setup. The same services as by chat, in one transaction
    and without a message, because most journeys begin where this one ends."""
    chosen = choices or Choices()
    patient = bot.patient(name, zone=ZoneInfo(chosen.zone).key)
    patient.person.chat.started = True
    desk, now = bot.running.desk, bot.clock.now()
    async with bot.running.store.write() as tx:
        who = await patients.meet(tx, patient.person.id, "en", now)
        progress: object = await onboarding.begin(tx, desk, who, now)
        while (going := await conversations.load(tx, who.id)) is not None:
            for value in chosen.presses(Step(going.step)):
                current = await conversations.load(tx, who.id)
                assert current is not None
                progress = await onboarding.choose(tx, desk, who, current, current.step, value, now)
    assert isinstance(progress, AllSet), progress
    return patient


async def onboard(
    patient: Patient, *, city: str = "London", country: str = "Germany", team: bool = False
) -> None:
    """The same by chat, from /start to "All set": one dose a day at eight. `team`: there is a care
    team, and she agrees to it."""
    await patient.says("/start")
    await patient.presses("I understand")
    await patient.presses("18 or older")
    await patient.presses("Yes, remind me")
    await patient.presses("Yes, ask me")
    if team:
        await patient.presses("Yes, tell them")
    await patient.says(city)
    await patient.says(country)
    for item in ("Moisturizer", "Sunscreen", "Lip balm"):
        await patient.presses(f"✓ {item}")
    await patient.presses("Continue")
    await patient.says("20 mg")
    await patient.presses("Once")
    await patient.presses("Skip this")
    await patient.says("8:00")
    await patient.presses("Start")
    await patient.sees("All set")
