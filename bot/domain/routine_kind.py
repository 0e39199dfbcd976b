"""The kinds of routines, and what each is allowed to do: one table, one reason per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class RoutineKind(StrEnum):
    """What a routine is about. The value is what storage keeps: never rename one."""

    DOSE = "dose"
    MOISTURIZER = "moisturizer"
    SUNSCREEN = "sunscreen"
    LIP_BALM = "lip_balm"
    EYE_DROPS = "eye_drops"
    MOOD_CHECKIN = "mood_checkin"
    SYMPTOM_CHECK = "symptom_check"
    DAILY_MOOD = "daily_mood"
    CONTRACEPTION = "contraception"
    PREGNANCY_TEST = "pregnancy_test"
    BLOOD_TEST = "blood_test"
    APPOINTMENT = "appointment"
    REFILL = "refill"
    PRESCRIPTION = "prescription"
    AFTER_COURSE = "after_course"


@dataclass(frozen=True, slots=True)
class KindPolicy:
    """How late a reminder of this kind still helps (`grace`, with its `reason`), after how many
    minutes each it is asked again, and what stops it.

    `held` by an escalation of tier N or E: only the dose, because the bot must not remind anyone
    to take what it has just told them to hold. `ignores_pause`: contraception goes on through
    pauses and for one month after the last capsule (isotretinoin labels, pregnancy prevention).
    `rests` while a case of hers is open: somebody who was told to get help is not asked small
    questions about her day.
    """

    grace: timedelta
    reason: str
    ask_again_minutes: tuple[int, ...] = ()
    held: bool = False
    ignores_pause: bool = False
    rests: bool = False


def _hours(hours: float) -> timedelta:
    return timedelta(hours=hours)


POLICIES: dict[RoutineKind, KindPolicy] = {
    RoutineKind.DOSE: KindPolicy(
        _hours(4), "later it belongs to the next meal or dose", (30, 90), held=True
    ),
    RoutineKind.MOISTURIZER: KindPolicy(_hours(2), "the washing it follows is over"),
    RoutineKind.SUNSCREEN: KindPolicy(_hours(1), "the next application is due in two hours"),
    RoutineKind.LIP_BALM: KindPolicy(_hours(1), "used many times a day: the next one comes soon"),
    RoutineKind.EYE_DROPS: KindPolicy(_hours(1), "used many times a day: the next one comes soon"),
    RoutineKind.MOOD_CHECKIN: KindPolicy(
        _hours(36), "the answers cover two weeks: a day is fine", rests=True
    ),
    RoutineKind.SYMPTOM_CHECK: KindPolicy(
        _hours(36), "the answers cover days: a day is fine", rests=True
    ),
    RoutineKind.DAILY_MOOD: KindPolicy(_hours(4), "it asks about today", rests=True),
    RoutineKind.CONTRACEPTION: KindPolicy(
        _hours(12), "still worth doing on the same day", ignores_pause=True
    ),
    RoutineKind.PREGNANCY_TEST: KindPolicy(_hours(36), "a clinic date: a late word still helps"),
    RoutineKind.BLOOD_TEST: KindPolicy(_hours(36), "a clinic date: a late word still helps"),
    RoutineKind.APPOINTMENT: KindPolicy(_hours(12), "past the appointment it only confuses"),
    RoutineKind.REFILL: KindPolicy(_hours(36), "a prescription can be collected the next day"),
    RoutineKind.PRESCRIPTION: KindPolicy(_hours(36), "a clinic date: a late word still helps"),
    RoutineKind.AFTER_COURSE: KindPolicy(_hours(24 * 7), "true for months: a week is fine"),
}

# What happens on dates that a clinic has given; there may be any number of each.
DATED = (
    RoutineKind.BLOOD_TEST,
    RoutineKind.APPOINTMENT,
    RoutineKind.PRESCRIPTION,
    RoutineKind.PREGNANCY_TEST,
)
# "All done" speaks for none of these: each asks for an answer of its own.
ONE_BY_ONE = frozenset(
    {
        *DATED,
        RoutineKind.AFTER_COURSE,
        RoutineKind.DAILY_MOOD,
        RoutineKind.SYMPTOM_CHECK,
    }
)


def is_wanted(kind: RoutineKind, *, held: bool, paused: bool) -> bool:
    """Whether a routine of this kind may speak now. Nothing but the dose is ever held."""
    policy = POLICIES[kind]
    return not (held and policy.held) and not (paused and not policy.ignores_pause)
