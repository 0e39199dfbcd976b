"""Bounds for what a patient types in about a plan. They validate input; they never dose.

The limits are proposals for a clinician to settle. The hard upper ones are the top of the US
dose table (2 mg/kg a day; 100 kg gives 200 mg). A reason is for the program and its tests: what
the patient reads on any refusal is one and the same "I can't save that, please check the label
with your pharmacist or prescriber today", never that a dose is too high or too low for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

CAPSULE_STRENGTHS_MG = (5, 8, 10, 16, 20, 24, 25, 28, 30, 32, 35, 40)
YOUNGEST, OF_AGE, OLDEST = 12, 18, 100


class Reason(StrEnum):
    """Why an input is questioned or not saved. Never shown as it is."""

    UNDER_12 = "under_12"
    NOT_AN_AGE = "not_an_age"
    UNUSUAL_WEIGHT = "unusual_weight"
    NOT_A_WEIGHT = "not_a_weight"
    UNKNOWN_STRENGTH = "unknown_strength"
    NO_CAPSULE = "no_capsule"
    DAILY_TOTAL = "daily_total"
    DAILY_TOTAL_FOR_WEIGHT = "daily_total_for_weight"
    DOSES_PER_DAY = "doses_per_day"
    DAYS_PER_WEEK = "days_per_week"
    COURSE_LENGTH = "course_length"


@dataclass(frozen=True, slots=True)
class Accept:
    """Saved without a word."""


@dataclass(frozen=True, slots=True)
class AskIfRight:
    """Saved once the patient confirms it is what the label says."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Refuse:
    """Not saved; the patient is sent to the label and the pharmacist or prescriber (tier D)."""

    reason: Reason


Verdict = Accept | AskIfRight | Refuse


def check_age(years: int) -> Accept | Refuse:
    """12 to 100. Not licensed under 12; from 12 to 17 see `is_minor`."""
    if 0 <= years < YOUNGEST:
        return Refuse(Reason.UNDER_12)
    return Accept() if YOUNGEST <= years <= OLDEST else Refuse(Reason.NOT_AN_AGE)


def is_minor(years: int) -> bool:
    """12 to 17: an account only by the agreed consent route."""
    return YOUNGEST <= years < OF_AGE


def check_weight(kg: float) -> Verdict:
    """25 to 250 kg; under 35 and over 150 are asked about."""
    if not 25 <= kg <= 250:
        return Refuse(Reason.NOT_A_WEIGHT)
    return Accept() if 35 <= kg <= 150 else AskIfRight((Reason.UNUSUAL_WEIGHT,))


def check_capsule(mg: float) -> Accept | Refuse:
    """Whether a capsule of this strength is sold anywhere."""
    return Accept() if mg in CAPSULE_STRENGTHS_MG else Refuse(Reason.UNKNOWN_STRENGTH)


def check_plan(
    capsules_mg: Sequence[float],
    times_per_day: int,
    days_per_week: int,
    weight_kg: float | None = None,
) -> Verdict:
    """A whole plan: the capsules of *one* dose in mg, doses a day, days a week, weight in kg.

    A refusal beats a question. Low plans (10 mg three days a week) are real and pass unremarked.
    """
    total = sum(capsules_mg) * times_per_day
    if not capsules_mg:
        return Refuse(Reason.NO_CAPSULE)
    if any(check_capsule(each) != Accept() for each in capsules_mg):
        return Refuse(Reason.UNKNOWN_STRENGTH)
    if not 1 <= times_per_day <= 3:
        return Refuse(Reason.DOSES_PER_DAY)
    if not 1 <= days_per_week <= 7:
        return Refuse(Reason.DAYS_PER_WEEK)
    if total > 200:
        return Refuse(Reason.DAILY_TOTAL)
    weight = Accept() if weight_kg is None else check_weight(weight_kg)
    if isinstance(weight, Refuse):
        return weight
    if weight_kg is not None and total > 2 * weight_kg:
        return Refuse(Reason.DAILY_TOTAL_FOR_WEIGHT)
    asked = list(weight.reasons) if isinstance(weight, AskIfRight) else []
    if total > 80:
        asked.append(Reason.DAILY_TOTAL)
    if weight_kg is not None and total > weight_kg:
        asked.append(Reason.DAILY_TOTAL_FOR_WEIGHT)
    if times_per_day == 3:
        asked.append(Reason.DOSES_PER_DAY)
    return AskIfRight(tuple(asked)) if asked else Accept()


def check_course(months: float) -> Verdict:
    """Planned length in months: up to 9, asked about up to 36."""
    if not 0 < months <= 36:
        return Refuse(Reason.COURSE_LENGTH)
    return Accept() if months <= 9 else AskIfRight((Reason.COURSE_LENGTH,))


MissedDoseWording = Literal["skip", "when_remembered"]

# UK, EU, Australian and Singapore leaflets: take it when you remember, leave it out if the next
# one is almost due. The US label: leave it out. Every one of them: never two to catch up.
_EUROPEAN_UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_WHEN_REMEMBERED = frozenset(f"{_EUROPEAN_UNION} IS LI NO GB AU NZ SG".split())


def missed_dose_wording(country: str | None) -> MissedDoseWording:
    """Which official style of the missed-dose text fits an ISO 3166 country; unknown is `skip`."""
    known = country is not None and country.upper() in _WHEN_REMEMBERED
    return "when_remembered" if known else "skip"
