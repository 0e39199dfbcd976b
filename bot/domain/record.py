"""A patient's record in full, for her clinic and for her own files: values only, no words of ours.

Nothing names her: no name, no chat, no number, no date of birth. Scores stand here because the
reader is a clinician (clinical fact sheet, 5.2 to 5.4); the chat itself never shows one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.dated_event import EventState, Outcome
from bot.domain.history import History
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Given:
    """One item and what was answered. `code` and `value` are None when it was left out, or when the
    answer stayed unclear; `text` and `said` are in the wording of the instrument."""

    item: str
    text: str
    loinc: str | None
    code: str | None
    said: str | None
    value: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One instrument in one version, as far as it was asked. `total` is None while an item lacks an
    answer; `pair` is the sum of the first two items of a PHQ (PHQ-2), `most` the highest total."""

    instrument: str
    version: int
    title: str
    given: tuple[Given, ...]
    total: int | None
    most: int
    pair: int | None
    signed: bool


@dataclass(frozen=True, slots=True)
class Screening:
    """One mood check-in. `whole`: it was answered to its end. No sheets: its answers were kept for
    long enough and are gone."""

    on: date
    at: datetime
    whole: bool
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One escalation about the patient herself. `said` is what she told of the doctor's words:
    continue, pause or stop, `said_on` when she told it."""

    number: int
    on: date
    raised_at: datetime
    tier: Tier
    about: str
    reached: bool
    said: str | None
    said_on: date | None
    team_on: date | None
    held: bool
    released_on: date | None


@dataclass(frozen=True, slots=True)
class Label:
    """The dose as on the label while it held; dates included. `rule` is RFC 5545."""

    since: date
    until: date | None
    capsules_mg: tuple[float, ...]
    times_per_day: int
    rule: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """One date that a clinic has given: what it is, and what became of it (None: nothing said)."""

    kind: RoutineKind
    on: date
    state: EventState
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A question for the visit, in the patient's own words."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A symptom's id and its name, in the language of the record."""

    symptom: str
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything, oldest first. `made_on` is the patient's local date, `zone` her time zone."""

    language: str
    made_on: date
    zone: str
    started_on: date | None
    ended_on: date | None
    history: History
    names: tuple[Named, ...]
    labels: tuple[Label, ...]
    screenings: tuple[Screening, ...]
    cases: tuple[Case, ...]
    dates: tuple[Appointment, ...]
    questions: tuple[Written, ...]

    def name_of(self, symptom: str) -> str:
        return next((each.name for each in self.names if each.symptom == symptom), symptom)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under their columns' names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
