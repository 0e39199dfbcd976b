"""What an answer in the setup says: facts to keep, or why it does not count.

Pressed and typed answers become the same facts. Nothing here writes anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.catalog import places
from bot.domain.dose_plan import Refuse, check_age, check_plan, check_weight, is_minor
from bot.domain.patient import Patient
from bot.domain.reading import (
    Unread,
    read_age,
    read_count,
    read_strengths,
    read_times,
    read_weight,
    read_yes_no,
)
from bot.services import place_choice, routine_settings
from bot.services.desk import Desk


class Step(StrEnum):
    LANGUAGE = "language"
    ABOUT = "about"
    AGE = "age"
    REMINDERS = "reminders"
    MOOD = "mood"
    TEAM = "team"
    ZONE = "zone"
    COUNTRY = "country"
    CAPSULES = "capsules"
    OFTEN = "often"
    WEIGHT = "weight"
    TIMES = "times"
    ROUTINES = "routines"
    REVIEW = "review"


SKIPPED = "skip"
_OFFERED_TIMES = re.compile(r"\d\d-\d\d(_\d\d-\d\d)*")  # as on the buttons


@dataclass(frozen=True, slots=True)
class Read:
    """What an answer says: facts to keep, or why it does not count."""

    facts: dict[str, Any] | None = None
    problem: str | None = None
    offers: tuple[place_choice.Offer, ...] = ()


def pressed(step: Step, value: str, data: dict[str, Any]) -> Read:
    """The meaning of a button."""
    match step:
        case Step.LANGUAGE | Step.ABOUT | Step.REVIEW:
            return Read({})
        case Step.AGE:
            return Read({"age_group": value if value in {"adult", "teen"} else "child"})
        case Step.REMINDERS | Step.MOOD | Step.TEAM:
            return Read({str(step): value == "yes"})
        case Step.ZONE:
            return zone_facts(value if places.is_zone(value) else None)
        case Step.COUNTRY:
            known = places.find_country(value) if value != SKIPPED else None
            return Read({"country": known.code if known else None})
        case Step.CAPSULES:
            if value == SKIPPED:
                return Read({"capsules": None})
            return _strengths(value)
        case Step.OFTEN:
            if value == "sure":
                return Read({"confirmed": True})
            return _often(int(value) if value.isdigit() else 0)
        case Step.WEIGHT:
            return Read({"confirmed": True} if value == "sure" else {"weight": None})
        case Step.TIMES:
            if _OFFERED_TIMES.fullmatch(value):
                value = value.replace("-", ":").replace("_", " and ")
            return _times(value, data)
        case Step.ROUTINES:
            if value == "go":
                return Read({})
            return Read({"routines": _toggled(data, value), "toggled": True})


def _toggled(data: dict[str, Any], kind: str) -> list[str]:
    """The chosen routines with one of them switched."""
    chosen = set(data.get("routines", ())) ^ {kind}
    return [each.value for each in routine_settings.OFFERED if each.value in chosen]


def typed(
    step: Step, text: str, data: dict[str, Any], desk: Desk, patient: Patient, now: datetime
) -> Read:
    """The meaning of words for a step. Steps that only have buttons say so."""
    if step is Step.TIMES:
        return _times(text, data)
    return _READERS.get(step, _unread)(text, desk, patient, now)


_Reader = Callable[[str, Desk, Patient, datetime], Read]


def _unread(*_: object) -> Read:
    return Read(problem="setup-use-buttons")


def _read_age(text: str, *_: object) -> Read:
    years = read_age(text)
    if isinstance(years, Unread):
        return Read(problem="setup-age-unclear")
    verdict = check_age(years)
    if isinstance(verdict, Refuse) and years >= 12:
        return Read(problem="setup-age-unclear")
    group = "child" if years < 12 else "teen" if is_minor(years) else "adult"
    return Read({"age_group": group})


def _read_consent(step: Step) -> _Reader:
    def read(text: str, *_: object) -> Read:
        answer = read_yes_no(text)
        if isinstance(answer, Unread):
            return Read(problem="setup-yes-or-no")
        return Read({str(step): answer})

    return read


def _read_about(text: str, *_: object) -> Read:
    return Read({}) if read_yes_no(text) is True else Read(problem="setup-use-buttons")


def _read_zone(text: str, desk: Desk, patient: Patient, now: datetime) -> Read:
    offers = place_choice.zones_for(text, patient.country or desk.choices.default_country, now)
    if not offers:
        return Read(problem="setup-zone-unknown")
    if len(offers) == 1:
        return zone_facts(offers[0].value, offers[0].country)
    return Read(problem="setup-zone-which", offers=offers)


def _read_country(text: str, desk: Desk, patient: Patient, now: datetime) -> Read:
    known = places.find_country(text, patient.language)
    return Read({"country": known.code}) if known else Read(problem="setup-country-unknown")


def _read_capsules(text: str, *_: object) -> Read:
    return _strengths(text)


def _read_often(text: str, *_: object) -> Read:
    count = read_count(text)
    return Read(problem="setup-often-unclear") if isinstance(count, Unread) else _often(count)


def _read_weight(text: str, *_: object) -> Read:
    weight = read_weight(text)
    if isinstance(weight, Unread) or isinstance(check_weight(weight), Refuse):
        return Read(problem="setup-weight-unclear")
    return Read({"weight": weight, "confirmed": False})


def zone_facts(zone: str | None, country: str | None = None) -> Read:
    """A zone suggests its country; the patient confirms it in the next step."""
    if zone is None:
        return Read(problem="setup-zone-unknown")
    return Read({"zone": zone, "country_guess": country or places.country_of_zone(zone)})


def _strengths(text: str) -> Read:
    found = read_strengths(text)
    if isinstance(found, Unread):
        return Read(problem="setup-capsules-unclear")
    if isinstance(check_plan(found, 1, 7), Refuse):
        return Read(problem="setup-plan-refused")
    return Read({"capsules": list(found), "confirmed": False})


def _often(times: int) -> Read:
    if not 1 <= times <= 3:
        return Read(problem="setup-often-unclear")
    return Read({"often": times})


def _times(text: str, data: dict[str, Any]) -> Read:
    wanted = data.get("often", 1)
    found = read_times(text)
    if isinstance(found, Unread):
        return Read(problem="setup-time-unclear")
    if len(found) != wanted:
        return Read(problem=f"setup-times-{min(wanted, 3)}")
    return Read({"times": [each.strftime("%H:%M") for each in found]})


_READERS: dict[Step, _Reader] = {
    Step.ABOUT: _read_about,
    Step.AGE: _read_age,
    Step.REMINDERS: _read_consent(Step.REMINDERS),
    Step.MOOD: _read_consent(Step.MOOD),
    Step.TEAM: _read_consent(Step.TEAM),
    Step.ZONE: _read_zone,
    Step.COUNTRY: _read_country,
    Step.CAPSULES: _read_capsules,
    Step.OFTEN: _read_often,
    Step.WEIGHT: _read_weight,
}
