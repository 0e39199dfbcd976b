"""/settings, /language and /timezone."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import time

from telegram import Update

from bot.catalog import places
from bot.domain.discreet_actions import SwitchDiscreet
from bot.domain.message import Button, Message
from bot.domain.patient import PatientState, Purpose
from bot.domain.reading import Unread, plain, read_times
from bot.domain.setup_actions import ChangeSetting, ChooseValue, ShowSettings, SwitchConsent
from bot.handlers import plan, travel
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import care_team, consent, place_choice, routine_settings
from bot.storage import conversations, patients, plans, routines
from bot.storage.conversations import Conversation
from bot.views import onboarding as setup_view
from bot.views import settings as view

FLOW = "setting"
LONGEST_NUMBER = 40
NONE = frozenset({"none", "no", "remove", "-", "ninguno", "ninguna", "quitar", "نہیں", "کوئی نہیں"})
_DIGITS = re.compile(r"\d")
_TO = re.compile(
    r"\s*(?:to|until|till|bis|and|–|—|-|,)\s*"
    r"|\s+(?:a(?! m\b)|hasta|سے|اور|y(?! (?:media|cuarto)\b))\s+|\s*تک$"
)


async def settings(update: Update, turn: Turn) -> None:
    await turn.reply(await page(turn))


async def language(update: Update, turn: Turn) -> None:
    await _ask(turn, "language")


async def timezone(update: Update, turn: Turn) -> None:
    await _ask(turn, "zone")


@pressed(ShowSettings)
async def show(turn: Turn, action: ShowSettings) -> None:
    await conversations.end(turn.tx, turn.patient.id)
    await turn.show(await page(turn))


@pressed(ChangeSetting)
async def change(turn: Turn, action: ChangeSetting) -> None:
    if action.what in view.CHANGEABLE:
        await _ask(turn, action.what)
    else:
        await turn.reply(Message(turn.say("stale-button")))


@pressed(SwitchConsent)
async def switch_consent(turn: Turn, action: SwitchConsent) -> None:
    if action.purpose not in set(Purpose) or turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("stale-button")))
        return
    await consent.switch(turn.tx, turn.patient, Purpose(action.purpose), action.on, turn.now)
    await turn.refresh()
    await turn.show(await page(turn, note="settings-consent-changed"))


@pressed(SwitchDiscreet)
async def switch_discreet(turn: Turn, action: SwitchDiscreet) -> None:
    await patients.change(turn.tx, turn.patient.id, {"discreet": action.on})
    await turn.refresh()
    note = "settings-discreet-on" if action.on else "settings-discreet-off"
    await turn.show(await page(turn, note=note))


@pressed(ChooseValue)
async def choose(turn: Turn, action: ChooseValue) -> None:
    if action.what == "language" and action.value in turn.desk.messages.languages:
        await patients.change(turn.tx, turn.patient.id, {"language": action.value})
        await turn.refresh()
        await turn.show(await page(turn, note="settings-saved"))
    elif action.what == "zone" and places.is_zone(action.value):
        await travel.arrived(turn, action.value)
    else:
        await turn.reply(Message(turn.say("stale-button")))


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """The new value of the setting that was asked for."""
    await _TYPED[going.step](turn, text)


async def located(turn: Turn, latitude: float, longitude: float) -> None:
    zone = places.zone_at(latitude, longitude)
    if zone is None:
        await turn.reply(Message(turn.say("setup-zone-unknown")))
    else:
        await travel.arrived(turn, zone)


async def _ask(turn: Turn, what: str) -> None:
    say = turn.say
    if what == "plan":
        await plan.ask_label(turn)
        return
    if what == "course":
        await plan.ask(turn, "end")
        return
    if what == "language":
        rows = tuple(
            (Button(setup_view.language_name(each), ChooseValue("language", each)),)
            for each in turn.desk.messages.languages
        )
        await turn.reply(Message(say("settings-ask-language"), rows))
        return
    await conversations.save(turn.tx, turn.patient.id, Conversation(FLOW, what), turn.now)
    location = say.plain("setup-zone-share") if what == "zone" else None
    await turn.reply(Message(say(f"settings-ask-{what}"), ask_location=location))


async def _typed_zone(turn: Turn, text: str) -> None:
    offers = place_choice.zones_for(text, turn.patient.country, turn.now)
    if not offers:
        await turn.reply(Message(turn.say("setup-zone-unknown")))
    elif len(offers) == 1:
        await travel.arrived(turn, offers[0].value)
    else:
        rows = tuple((Button(o.name, ChooseValue("zone", o.value)),) for o in offers)
        await turn.reply(Message(turn.say("setup-zone-which"), rows))


async def _typed_country(turn: Turn, text: str) -> None:
    known = places.find_country(text, turn.patient.language)
    if known is None:
        await turn.reply(Message(turn.say("setup-country-unknown")))
        return
    await _save(turn, {"country": known.code})


async def _typed_quiet(turn: Turn, text: str) -> None:
    found = read_two_times(text)
    if found is None:
        await turn.reply(Message(turn.say("settings-quiet-unclear")))
        return
    start, end = found
    await _save(turn, {"quiet_start": f"{start:%H:%M}", "quiet_end": f"{end:%H:%M}"})


async def _typed_doctor(turn: Turn, text: str) -> None:
    number = text.strip()
    if plain(number) in NONE:
        await _save(turn, {"doctor": None})
    elif len(number) <= LONGEST_NUMBER and 5 <= len(_DIGITS.findall(number)) <= 18:
        await _save(turn, {"doctor": number})
    else:
        await turn.reply(Message(turn.say("settings-doctor-unclear")))


_TYPED: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "zone": _typed_zone,
    "country": _typed_country,
    "quiet": _typed_quiet,
    "doctor": _typed_doctor,
}


def read_two_times(text: str) -> tuple[time, time] | None:
    """ "22:00 to 7:00" in the order typed: the later one may come first."""
    parts = _TO.split(plain(text).strip())
    found = [read_times(part) for part in parts if part]
    if len(found) != 2:
        return None
    start, end = found
    if isinstance(start, Unread) or isinstance(end, Unread) or len(start) != 1 or len(end) != 1:
        return None
    return start[0], end[0]


async def _save(turn: Turn, values: dict[str, str | None]) -> None:
    await conversations.end(turn.tx, turn.patient.id)
    if values:
        await patients.change(turn.tx, turn.patient.id, values)
    await turn.refresh()
    await turn.reply(await page(turn, note="settings-saved"))


async def page(turn: Turn, note: str | None = None) -> Message:
    known = {each.kind: each for each in await routines.of_patient(turn.tx, turn.patient.id)}
    return view.page(
        turn.say,
        turn.patient,
        await plans.on(turn.tx, turn.patient.id, turn.patient.local_date(turn.now)),
        turn.now,
        opted={kind: kind in known and known[kind].enabled for kind in routine_settings.OPT_IN},
        team=care_team.has_team(turn.desk, turn.patient),
        note=turn.say(note) if note else None,
    )
