"""The setup in words and buttons: one question per message, a way back on every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalog import places
from bot.catalog.messages import Safe, Say
from bot.domain.checkin_actions import CheckinStart
from bot.domain.message import Button, Message, Rows
from bot.domain.patient import Patient
from bot.domain.routine_kind import RoutineKind
from bot.domain.setup_actions import Setup, SetupBack, SetupResume
from bot.views.reminders import item_name
from bot.views.times import clock_text, day_text, locale_of

COMMON_STRENGTHS = (10, 20, 30, 40)
OFFERED_TIMES = {1: ("08-00", "13-00", "19-00"), 2: ("08-00_20-00", "07-30_19-30")}


@dataclass(frozen=True, slots=True)
class Place:
    """A place to choose: its zone and how it is shown."""

    zone: str
    name: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a step needs to be shown. `data` is what has been entered so far."""

    step: str
    number: int
    of: int
    data: dict[str, Any]
    offered: tuple[RoutineKind, ...]
    languages: tuple[str, ...]
    operator: str
    problem: str | None = None
    places: tuple[Place, ...] = ()


def question(say: Say, asked: Question) -> Message:
    """The step as one message."""
    text = [say("setup-step", number=asked.number, of=asked.of)]
    if asked.problem:
        text.append(say(asked.problem))
    if not asked.places:
        text.append(_words(say, asked))
    rows = _rows(say, asked)
    if asked.number > 1:
        rows += ((Button(say.plain("common-back"), SetupBack(asked.step)),),)
    return Message("\n\n".join(text), rows)


def ask_location(say: Say) -> Message:
    """Beside the zone step: the key that shares a location sits below the input field."""
    return Message(say("setup-zone-or"), ask_location=say.plain("setup-zone-share"))


def location_taken(say: Say, zone: str, now: datetime) -> Message:
    """Takes that key away again."""
    local = clock_text(say.language, now, ZoneInfo(zone))
    return Message(
        say("setup-zone-kept", zone=zone_name(zone, say.language), time=local), close_keyboard=True
    )


def resume(say: Say) -> Message:
    return Message(
        say("setup-resume"),
        (
            (
                Button(say.plain("setup-resume-go"), SetupResume(False), style="primary"),
                Button(say.plain("setup-resume-again"), SetupResume(True)),
            ),
        ),
    )


def already(say: Say) -> Message:
    return Message(
        say("setup-already"), ((Button(say.plain("setup-resume-again"), SetupResume(True)),),)
    )


def refused(say: Say, *, teen: bool) -> Message:
    return Message(say("setup-refused-teen" if teen else "setup-refused-child"))


def all_set(say: Say, patient: Patient, *, mood: bool, first: datetime | None) -> Message:
    text = [say("setup-done")]
    if first is not None:
        local = first.astimezone(patient.zone)
        when = f"{clock_text(say.language, local)}, {day_text(say.language, local.date())}"
        text.append(say("setup-done-next", time=when))
    rows: Rows = ()
    if mood:
        text.append(say("setup-done-mood"))
        rows = ((Button(say.plain("mood-button-start"), CheckinStart(later=False)),),)
    return Message("\n\n".join(text), rows)


def zone_name(zone: str, language: str) -> str:
    """ "Asia/Karachi" as people read it in their language: the city first."""
    region, _, city = zone.rpartition("/")
    if language == "en" or not region:
        return f"{city} ({region})".replace("_", " ") if region else city
    code = places.country_of_zone(zone)
    known = locale_of(language).time_zones.get(zone) or {}
    city = known.get("city") or city.replace("_", " ")
    return f"{city} ({country_name(code, language) if code else region})"


def language_name(language: str) -> str:
    """A language in its own words."""
    return str(locale_of(language).get_display_name(language) or language).capitalize()


def country_name(code: str, language: str) -> str:
    found = {each.code: each.name for each in places.countries(language)}
    return found.get(code, code)


def _words(say: Say, asked: Question) -> Safe:
    match asked.step:
        case "team":
            return say("setup-team", operator=asked.operator)
        case "times":
            return say(f"setup-times-{min(asked.data.get('often', 1), 3)}")
        case "review":
            return Safe("\n".join([say("setup-review"), *_summary(say, asked)]))
        case step:
            return say(f"setup-{step}")


def _summary(say: Say, asked: Question) -> Sequence[Safe]:
    data, lines = asked.data, []
    if data.get("reminders"):
        chosen = [kind for kind in asked.offered if kind.value in data.get("routines", ())]
        items = ", ".join(item_name(say, kind) for kind in chosen) or say("setup-review-nothing")
        lines.append(say("setup-review-reminders", items=Safe(items)))
        if data.get("times"):
            lines.append(say("setup-review-dose", times=" · ".join(data["times"])))
        if data.get("capsules"):
            lines.append(say("setup-review-capsules", capsules=strengths(data["capsules"])))
    else:
        lines.append(say("setup-review-no-reminders"))
    lines.append(say("setup-review-mood" if data.get("mood") else "setup-review-no-mood"))
    if data.get("team"):
        lines.append(say("setup-review-team"))
    if data.get("zone"):
        lines.append(say("setup-review-zone", zone=zone_name(data["zone"], say.language)))
    if data.get("country"):
        name = country_name(data["country"], say.language)
        lines.append(say("setup-review-country", country=name))
    else:
        lines.append(say("setup-review-no-country"))
    return lines


def strengths(capsules: Sequence[float]) -> str:
    """ "20 + 10": the capsules of one dose in milligrams."""
    return " + ".join(f"{each:g}" for each in capsules)


def _rows(say: Say, asked: Question) -> Rows:
    step, data = asked.step, asked.data

    def button(label: str, value: str, **look: Any) -> Button:
        return Button(label, Setup(step, value), **look)

    def said(message_id: str, value: str) -> Button:
        return button(say.plain(message_id), value)

    if asked.places:
        return tuple((button(place.name, place.zone),) for place in asked.places)
    match step:
        case "about":
            others = tuple(
                Button(language_name(each), Setup("language", each))
                for each in asked.languages
                if each != say.language
            )
            agreed = (button(say.plain("setup-about-ok"), "ok", style="primary"),)
            return (agreed, *(others[at : at + 3] for at in range(0, len(others), 3)))
        case "age":
            return tuple((said(f"setup-age-{each}", each),) for each in ("adult", "teen", "child"))
        case "reminders" | "mood" | "team":
            return ((said(f"setup-{step}-yes", "yes"),), (said(f"setup-{step}-no", "no"),))
        case "country":
            skip = (said("common-skip", "skip"),)
            guess = data.get("country_guess")
            if not guess:
                return (skip,)
            label = say.plain("setup-country-guess", country=country_name(guess, say.language))
            return ((button(label, guess),), skip)
        case "routines":
            chosen = set(data.get("routines", ()))
            rows = tuple(
                (said_item(say, step, kind, on=kind.value in chosen),) for kind in asked.offered
            )
            return (*rows, (button(say.plain("setup-routines-go"), "go", style="primary"),))
        case "capsules":
            sizes = tuple(
                button(say.plain("setup-capsule", mg=str(each)), str(each))
                for each in COMMON_STRENGTHS
            )
            return (sizes[:2], sizes[2:], (said("common-skip", "skip"),))
        case "often" | "weight" if asked.problem == "setup-plan-sure":
            return ((said("setup-plan-sure-yes", "sure"),),)
        case "weight":
            return ((said("common-skip", "skip"),),)
        case "often":
            return ((said("setup-often-1", "1"), said("setup-often-2", "2")),)
        case "times":
            offers = OFFERED_TIMES.get(data.get("often", 1), ())
            return (
                (
                    tuple(
                        button(each.replace("-", ":").replace("_", " · "), each) for each in offers
                    ),
                )
                if offers
                else ()
            )
        case "review":
            return ((button(say.plain("setup-start"), "go", style="success"),),)
    return ()


def said_item(say: Say, step: str, kind: RoutineKind, *, on: bool) -> Button:
    label = say.plain(f"setup-routine-{'on' if on else 'off'}", item=item_name(say, kind))
    return Button(label, Setup(step, kind.value))


def typed_times(times: Sequence[time]) -> str:
    return ", ".join(each.strftime("%H:%M") for each in times)
