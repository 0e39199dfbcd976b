"""The setup: which step comes when, what an answer to it changes, and how it is applied.

What is entered waits, sealed, in the conversation until the last step; leaving in the middle
changes nothing, and `/start` days later goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from bot.catalog import places
from bot.domain.dose_plan import (
    Accept,
    AskIfRight,
    Refuse,
    check_age,
    check_plan,
    check_weight,
    is_minor,
)
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.reading import (
    Unread,
    read_age,
    read_count,
    read_strengths,
    read_times,
    read_weight,
    read_yes_no,
)
from bot.domain.routine_kind import RoutineKind
from bot.services import checkins, place_choice, routine_settings
from bot.services.desk import Desk
from bot.storage import conversations, patients, plans
from bot.storage.conversations import Conversation
from bot.storage.store import Tx

FLOW = "setup"


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


@dataclass(frozen=True, slots=True)
class Asked:
    """The step to show now. `problem` is the message id that says why the answer did not count;
    `offers` are places to choose from."""

    step: Step
    data: dict[str, Any]
    number: int
    of: int
    problem: str | None = None
    offers: tuple[place_choice.Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class TooYoung:
    """No account. The crisis list and the questions stay open to everybody."""

    teen: bool


@dataclass(frozen=True, slots=True)
class AllSet:
    """The setup is applied; `mood` says whether a first check-in can be offered."""

    patient: Patient
    mood: bool


Progress = Asked | TooYoung | AllSet


def steps(desk: Desk, data: dict[str, Any]) -> list[Step]:
    """The steps of this setup in order, as far as the answers so far decide it."""
    found = [Step.LANGUAGE] if len(desk.messages.languages) > 1 else []
    found += [Step.ABOUT, Step.AGE, Step.REMINDERS, Step.MOOD]
    if desk.choices.care_team_chat_id is not None:
        found.append(Step.TEAM)
    if data.get("reminders") or data.get("mood"):
        found.append(Step.ZONE)
    found.append(Step.COUNTRY)
    if data.get("reminders"):
        found += [Step.ROUTINES]
        if RoutineKind.DOSE in data.get("routines", [RoutineKind.DOSE]):
            found += [Step.CAPSULES, Step.OFTEN]
            if data.get("capsules"):
                found.append(Step.WEIGHT)
            found.append(Step.TIMES)
    return [*found, Step.REVIEW]


async def begin(tx: Tx, desk: Desk, patient: Patient, now: datetime) -> Asked:
    """Start from the first step; what was entered in an earlier setup is forgotten."""
    data: dict[str, Any] = {"routines": [kind.value for kind in routine_settings.OFFERED]}
    return await _show(tx, desk, patient, steps(desk, data)[0], data, now)


async def resume(tx: Tx, desk: Desk, patient: Patient, going: Conversation, now: datetime) -> Asked:
    return await _show(tx, desk, patient, Step(going.step), going.data, now)


async def back(
    tx: Tx, desk: Desk, patient: Patient, going: Conversation, step: str, now: datetime
) -> Asked:
    """To the step before the one whose button was pressed, whatever is shown now."""
    order = steps(desk, going.data)
    at = order.index(Step(step)) if step in order else 0
    return await _show(tx, desk, patient, order[max(0, at - 1)], going.data, now)


async def choose(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    going: Conversation,
    step: str,
    value: str,
    now: datetime,
) -> Progress:
    """A pressed answer. A button of another step than the open one answers that step again."""
    order = steps(desk, going.data)
    if step not in order:
        return await resume(tx, desk, patient, going, now)
    return await _take(tx, desk, patient, Step(step), going.data, _pressed(value), now)


async def typed(
    tx: Tx, desk: Desk, patient: Patient, going: Conversation, text: str, now: datetime
) -> Progress:
    """A typed answer to the open step."""
    step = Step(going.step)
    read = _READERS.get(step, _unread)
    return await _take(tx, desk, patient, step, going.data, read(text, desk, patient, now), now)


async def located(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    going: Conversation,
    latitude: float,
    longitude: float,
    now: datetime,
) -> Progress:
    """A shared location: only its zone is kept."""
    zone = places.zone_at(latitude, longitude)
    return await _take(tx, desk, patient, Step.ZONE, going.data, _zone(zone), now)


@dataclass(frozen=True, slots=True)
class _Read:
    """What an answer says: facts to keep, or why it does not count."""

    facts: dict[str, Any] | None = None
    problem: str | None = None
    offers: tuple[place_choice.Offer, ...] = ()
    value: str | None = None


async def _take(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    step: Step,
    data: dict[str, Any],
    read: _Read,
    now: datetime,
) -> Progress:
    if read.value is not None:
        read = _chosen(step, read.value, data)
    if read.facts is None:
        return await _show(
            tx, desk, patient, step, data, now, problem=read.problem, offers=read.offers
        )
    data = data | read.facts
    if step is Step.AGE and (young := _gate(desk, data)) is not None:
        await conversations.end(tx, patient.id)
        await patients.change(tx, patient.id, {"state": PatientState.REFUSED})
        return young
    if step is Step.LANGUAGE:
        await patients.change(tx, patient.id, {"language": data["language"]})
    if step is Step.ROUTINES and read.facts.get("toggled"):
        return await _show(tx, desk, patient, step, data, now)
    if step in (Step.OFTEN, Step.WEIGHT) and (problem := _plan_problem(step, data)) is not None:
        return await _show(tx, desk, patient, problem[0], data, now, problem=problem[1])
    if step is Step.WEIGHT:
        data.pop("weight", None)  # it has served its one purpose
    if step is Step.REVIEW:
        return await _apply(tx, desk, patient, data, now)
    order = steps(desk, data)
    return await _show(tx, desk, patient, order[order.index(step) + 1], data, now)


async def _show(
    tx: Tx,
    desk: Desk,
    patient: Patient,
    step: Step,
    data: dict[str, Any],
    now: datetime,
    *,
    problem: str | None = None,
    offers: tuple[place_choice.Offer, ...] = (),
) -> Asked:
    data = {key: value for key, value in data.items() if key != "toggled"}
    await conversations.save(tx, patient.id, Conversation(FLOW, step, data), now)
    order = steps(desk, data)
    return Asked(step, data, order.index(step) + 1, len(order), problem, offers)


def _gate(desk: Desk, data: dict[str, Any]) -> TooYoung | None:
    if data["age_group"] == "child":
        return TooYoung(teen=False)
    if data["age_group"] == "teen" and not desk.choices.admit_teens:
        return TooYoung(teen=True)
    return None


def _plan_problem(step: Step, data: dict[str, Any]) -> tuple[Step, str] | None:
    """Whether the whole plan is refused, or must be confirmed first."""
    if not data.get("capsules"):
        return None
    match check_plan(data["capsules"], data["often"], 7, data.get("weight")):
        case Accept():
            return None
        case AskIfRight():
            return None if data.get("confirmed") else (step, "setup-plan-sure")
        case Refuse():
            data["capsules"] = None
            return Step.CAPSULES, "setup-plan-refused"


def _chosen(step: Step, value: str, data: dict[str, Any]) -> _Read:
    """The meaning of a button."""
    match step:
        case Step.LANGUAGE:
            return _Read({"language": value})
        case Step.ABOUT | Step.REVIEW:
            return _Read({})
        case Step.AGE:
            return _Read({"age_group": value if value in {"adult", "teen"} else "child"})
        case Step.REMINDERS | Step.MOOD | Step.TEAM:
            return _Read({str(step): value == "yes"})
        case Step.ZONE:
            return _zone(value if places.is_zone(value) else None)
        case Step.COUNTRY:
            known = places.find_country(value) if value != SKIPPED else None
            return _Read({"country": known.code if known else None})
        case Step.CAPSULES:
            if value == SKIPPED:
                return _Read({"capsules": None})
            return _strengths(value)
        case Step.OFTEN:
            if value == "sure":
                return _Read({"confirmed": True})
            return _often(int(value) if value.isdigit() else 0)
        case Step.WEIGHT:
            return _Read({"confirmed": True} if value == "sure" else {"weight": None})
        case Step.TIMES:
            return _times(value.replace("-", ":").replace("_", " "), data)
        case Step.ROUTINES:
            if value == "go":
                return _Read({})
            return _Read({"routines": _toggled(data, value), "toggled": True})


def _toggled(data: dict[str, Any], kind: str) -> list[str]:
    """The chosen routines with one of them switched."""
    chosen = set(data.get("routines", ())) ^ {kind}
    return [each.value for each in routine_settings.OFFERED if each.value in chosen]


def _pressed(value: str) -> _Read:
    return _Read(value=value)


_Reader = Callable[[str, Desk, Patient, datetime], _Read]


def _unread(*_: object) -> _Read:
    return _Read(problem="setup-use-buttons")


def _read_age(text: str, *_: object) -> _Read:
    years = read_age(text)
    if isinstance(years, Unread):
        return _Read(problem="setup-age-unclear")
    verdict = check_age(years)
    if isinstance(verdict, Refuse) and years >= 12:
        return _Read(problem="setup-age-unclear")
    group = "child" if years < 12 else "teen" if is_minor(years) else "adult"
    return _Read({"age_group": group})


def _read_consent(step: Step) -> _Reader:
    def read(text: str, *_: object) -> _Read:
        answer = read_yes_no(text)
        if isinstance(answer, Unread):
            return _Read(problem="setup-yes-or-no")
        return _Read({str(step): answer})

    return read


def _read_about(text: str, *_: object) -> _Read:
    return _Read({}) if read_yes_no(text) is True else _Read(problem="setup-use-buttons")


def _read_zone(text: str, desk: Desk, patient: Patient, now: datetime) -> _Read:
    offers = place_choice.zones_for(text, patient.country or desk.choices.default_country, now)
    if not offers:
        return _Read(problem="setup-zone-unknown")
    if len(offers) == 1:
        return _zone(offers[0].value, offers[0].country)
    return _Read(problem="setup-zone-which", offers=offers)


def _read_country(text: str, desk: Desk, patient: Patient, now: datetime) -> _Read:
    known = places.find_country(text, patient.language)
    return _Read({"country": known.code}) if known else _Read(problem="setup-country-unknown")


def _read_capsules(text: str, *_: object) -> _Read:
    return _strengths(text)


def _read_often(text: str, *_: object) -> _Read:
    count = read_count(text)
    return _Read(problem="setup-often-unclear") if isinstance(count, Unread) else _often(count)


def _read_weight(text: str, *_: object) -> _Read:
    weight = read_weight(text)
    if isinstance(weight, Unread) or isinstance(check_weight(weight), Refuse):
        return _Read(problem="setup-weight-unclear")
    return _Read({"weight": weight, "confirmed": False})


def _read_times(text: str, *_: object) -> _Read:
    return _Read(value=text)


def _zone(zone: str | None, country: str | None = None) -> _Read:
    """A zone suggests its country; the patient confirms it in the next step."""
    if zone is None:
        return _Read(problem="setup-zone-unknown")
    return _Read({"zone": zone, "country_guess": country or places.country_of_zone(zone)})


def _strengths(text: str) -> _Read:
    found = read_strengths(text)
    if isinstance(found, Unread):
        return _Read(problem="setup-capsules-unclear")
    if isinstance(check_plan(found, 1, 7), Refuse):
        return _Read(problem="setup-plan-refused")
    return _Read({"capsules": list(found), "confirmed": False})


def _often(times: int) -> _Read:
    if not 1 <= times <= 3:
        return _Read(problem="setup-often-unclear")
    return _Read({"often": times})


def _times(text: str, data: dict[str, Any]) -> _Read:
    wanted = data.get("often", 1)
    found = read_times(text)
    if isinstance(found, Unread):
        return _Read(problem="setup-time-unclear")
    if len(found) != wanted:
        return _Read(problem=f"setup-times-{min(wanted, 3)}")
    return _Read({"times": [each.strftime("%H:%M") for each in found]})


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
    Step.TIMES: _read_times,
}


async def _apply(
    tx: Tx, desk: Desk, patient: Patient, data: dict[str, Any], now: datetime
) -> AllSet:
    """Everything at once: account, consents, plan and routines."""
    await conversations.end(tx, patient.id)
    await patients.change(
        tx,
        patient.id,
        {
            "state": PatientState.ACTIVE,
            "age_group": data["age_group"],
            "country": data.get("country"),
            "time_zone": data.get("zone") or patient.time_zone,
            "paused_since": None,
            "unreachable_since": None,
        },
    )
    agreed = {
        Purpose.REMINDERS: data.get("reminders"),
        Purpose.MOOD: data.get("mood"),
        Purpose.CARE_TEAM: data.get("team"),
    }
    for purpose, yes in agreed.items():
        change = patients.grant if yes else patients.withdraw
        await change(tx, patient.id, purpose, now)
    if data.get("capsules"):
        await plans.record(
            tx,
            patient.id,
            capsules=data["capsules"],
            times_per_day=data.get("often", 1),
            days_per_week=7,
            now=now,
        )
    current = await patients.by_id(tx, patient.id)
    assert current is not None
    chosen = set(data.get("routines", ())) if data.get("reminders") else set()
    for kind in routine_settings.OFFERED:
        times = None
        if kind is RoutineKind.DOSE and data.get("times"):
            times = [time.fromisoformat(each) for each in data["times"]]
        await routine_settings.put(
            tx, current, kind, now, local_times=times, enabled=kind.value in chosen
        )
    await routine_settings.replan(tx, current, now)
    if data.get("mood"):
        await checkins.schedule_first(tx, current, now)
    return AllSet(current, bool(data.get("mood")))
