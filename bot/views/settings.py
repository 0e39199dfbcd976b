"""The settings page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.catalog.messages import Safe, Say
from bot.domain.discreet_actions import SwitchDiscreet
from bot.domain.message import Button, Message
from bot.domain.patient import Patient, PatientState, Purpose
from bot.domain.plan import Plan
from bot.domain.routine_kind import RoutineKind
from bot.domain.setup_actions import ChangeSetting, SwitchConsent, SwitchRoutine
from bot.views.onboarding import country_name, language_name, zone_name
from bot.views.plan import dose_text
from bot.views.times import clock_text, day_text

OF_A_TEAM = (Purpose.CARE_TEAM, Purpose.NEWS)  # offered where there is one
CHANGEABLE = ("language", "country", "zone", "quiet", "plan", "doctor", "course")


def page(
    say: Say,
    patient: Patient,
    plan: Plan | None,
    now: datetime,
    *,
    team: bool,
    opted: Mapping[RoutineKind, bool],
    note: Safe | None = None,
) -> Message:
    """Everything that can be changed, with its present value."""
    unknown = say("settings-unknown")
    language = say.language
    country = country_name(patient.country, language) if patient.country else unknown
    zone = zone_name(patient.time_zone, language) if patient.time_zone else unknown
    lines: list[str] = [
        say("settings-title"),
        say("settings-language", language=language_name(language)),
        say("settings-country", country=country),
        say("settings-zone", zone=zone, time=clock_text(language, now, patient.zone)),
        *(
            [say("travel-home", home=zone_name(patient.home_zone, language))]
            if patient.home_zone
            else []
        ),
        say(
            "settings-quiet",
            start=clock_text(language, patient.quiet_start),
            end=clock_text(language, patient.quiet_end),
        ),
        say("settings-plan", plan=dose_text(say, plan) if plan else unknown),
        say("settings-doctor", doctor=patient.doctor or unknown),
        say("settings-course", day=_last_day(say, patient)),
    ]
    if note:
        lines = [note, "", *lines]
    buttons = [Button(say.plain(f"settings-change-{w}"), ChangeSetting(w)) for w in CHANGEABLE]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    if patient.state is PatientState.ACTIVE:
        state = "on" if patient.discreet else "off"
        discreet = say.plain(f"settings-button-discreet-{state}")
        rows.append((Button(discreet, SwitchDiscreet(not patient.discreet)),))
        offered = [each for each in Purpose if team or each not in OF_A_TEAM]
        rows += [(_consent(say, patient, purpose),) for purpose in offered]
        rows += [
            (_opt_in(say, kind, on=on),)
            for kind, on in opted.items()
            if patient.consents_to(Purpose.REMINDERS)
            and (kind is not RoutineKind.DAILY_MOOD or patient.consents_to(Purpose.MOOD))
        ]
    return Message("\n".join(lines), tuple(rows))


def _last_day(say: Say, patient: Patient) -> str:
    ended = patient.course_ended_on
    return day_text(say.language, ended) if ended else say("settings-unknown")


def _opt_in(say: Say, kind: RoutineKind, *, on: bool) -> Button:
    name = say(f"settings-opt-in-{kind.value.replace('_', '-')}")
    label = say.plain(f"settings-consent-{'on' if on else 'off'}", purpose=name)
    return Button(label, SwitchRoutine(kind, not on))


def _consent(say: Say, patient: Patient, purpose: Purpose) -> Button:
    on = patient.consents_to(purpose)
    name = say(f"settings-purpose-{purpose.replace('_', '-')}")
    label = say.plain(f"settings-consent-{'on' if on else 'off'}", purpose=name)
    return Button(label, SwitchConsent(purpose, not on))
