"""Pictures and pages of a year in every language that is offered, from the words as they are."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

from bot.catalog.content import Content
from bot.domain.dated_event import EventState, Outcome
from bot.domain.history import Complaint, Day, Dose, History, Mark
from bot.domain.picture import Picture
from bot.domain.record import (
    Appointment,
    Case,
    Label,
    Named,
    Record,
    Screening,
    Written,
)
from bot.domain.report import Report
from bot.domain.routine_kind import RoutineKind
from bot.domain.symptom_store import SymptomStore
from bot.domain.tier import Tier
from bot.services.record_reading import sheet_of
from bot.views import progress, report
from bot.views.daily_mood import MOODS

LANGUAGES = ("en", "es", "ur")
TODAY = date(2026, 11, 22)
QUESTIONS = {
    "en": "Can I run a half marathon in April? My knees ache after long runs.",
    "es": "¿Puedo correr en abril? Me duelen las rodillas después.",
    "ur": "کیا 20 mg کے ساتھ vitamin A لینا ٹھیک ہے؟ گھٹنوں میں درد ہوتا ہے۔",
}
SYMPTOMS = ("S01", "S02", "S04", "S03", "S08", "S07", "S06", "S20", "S26", "S36", "S41", "S21")
ASKED = tuple(f"phq9-{number}" for number in range(1, 10))


def store_of(content: Content, language: str) -> SymptomStore:
    return content.translated_symptoms.get(language, content.symptoms)


def a_year(*, times: int = 2, days: int = 365, seed: int = 1) -> History:
    """Something of everything, every day."""
    dice = random.Random(seed)
    first = TODAY - timedelta(days=days - 1)
    dates = [first + timedelta(days=number) for number in range(days)]
    marks = [*[Mark.TAKEN] * 9, Mark.SKIPPED, Mark.UNANSWERED, Mark.HELD, Mark.UNKNOWN]
    reasons = ("forgot", "felt_unwell", "ran_out", None)
    return History(
        first,
        TODAY,
        tuple(
            Day(
                on,
                tuple(
                    Dose(on, mark, reason=dice.choice(reasons) if mark is Mark.SKIPPED else None)
                    for mark in dice.choices(marks, k=times)
                ),
            )
            for on in dates
        ),
        tuple(
            Complaint(on, dice.choice(SYMPTOMS), dice.choice([*Tier]))
            for on in dates
            for _ in range(2)
            if dice.random() < 0.4
        ),
        tuple((on, dice.choice(MOODS)) for on in dates if dice.random() < 0.7),
    )


def picture_in(content: Content, language: str, *, dark: bool = False, days: int = 365) -> Picture:
    say = content.messages.say(language)
    country = {"en": "US", "es": "ES", "ur": "PK"}[language]
    store = store_of(content, language)
    return progress.picture(say, store, a_year(days=days), dark=dark, country=country)


def pages_in(content: Content, language: str) -> Report:
    return report.pages(content.messages.say(language), record_in(content, language))


def record_in(content: Content, language: str) -> Record:
    """A year with more of everything than two pages can show."""
    history, store = a_year(), store_of(content, language)
    first = history.first
    day = timedelta(days=1)
    kinds = (RoutineKind.BLOOD_TEST, RoutineKind.APPOINTMENT, RoutineKind.PREGNANCY_TEST)
    abouts = ("suicide", "physical", "pregnancy", "overdose", "psychosis", "severe_mood")
    return Record(
        language=language,
        made_on=TODAY,
        zone="Europe/Madrid",
        started_on=first,
        ended_on=None,
        history=history,
        names=tuple(Named(each.id, each.name) for each in store.symptoms),
        labels=(
            Label(first, first + 60 * day, (20.0,), 2, "FREQ=DAILY"),
            Label(first + 61 * day, first + 120 * day, (20.0, 10.0), 2, "FREQ=DAILY;INTERVAL=2"),
            Label(first + 121 * day, None, (40.0,), 1, "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ),
        screenings=tuple(_screening(content, first + n * 14 * day, n) for n in range(26)),
        cases=tuple(
            Case(
                number=n,
                on=first + 20 * n * day,
                raised_at=datetime.combine(first + 20 * n * day, time(14), UTC),
                tier=Tier.CONTACT_NOW if n % 3 else Tier.EMERGENCY,
                about=abouts[n % len(abouts)],
                reached=n != 2,
                said=("continue", "pause", "stop", None)[n % 4],
                said_on=first + (20 * n + 1) * day if n % 4 != 3 else None,
                team_on=first + 20 * n * day if n % 2 else None,
                held=True,
                released_on=first + (20 * n + 1) * day if n % 4 == 0 else None,
            )
            for n in range(1, 13)
        ),
        dates=tuple(
            Appointment(
                kinds[n % 3],
                TODAY + 9 * n * day,
                EventState.PLANNED if n >= 0 else EventState.OVER,
                [*Outcome][n % 3] if n < 0 else None,
            )
            for n in range(-8, 9)
        ),
        questions=tuple(Written(TODAY, QUESTIONS[language]) for _ in range(15)),
    )


def _screening(content: Content, on: date, number: int) -> Screening:
    at = datetime.combine(on, time(10), UTC)
    library = content.instruments
    phq, gad, asq = (library.latest(name) for name in ("phq9", "gad2", "asq"))
    whole = number % 2 == 0
    codes = {item: str((number + place) % 4) for place, item in enumerate(ASKED)}
    if not whole:
        codes = {item: codes[item] for item in ("phq9-1", "phq9-2", "phq9-9")}
    sheets = [sheet_of(phq, codes)]
    if whole:
        sheets.append(sheet_of(gad, {"gad2-1": "1", "gad2-2": "2"}))
    if number % 5 == 0:
        sheets.append(sheet_of(asq, {"asq-1": "yes", "asq-2": "no", "asq-3": "skip"}))
    return Screening(on, at, number % 7 != 3, tuple(each for each in sheets if each))
