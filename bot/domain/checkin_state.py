"""One mood check-in between two presses: what was planned, asked and answered so far.

The state holds facts only. What comes next (`bot.domain.checkin`) and what it means
(`bot.domain.checkin_tier`) are computed from it, so no order of presses can leave it in between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.domain.instrument import Instrument, InstrumentLibrary, Item

AgeGroup = Literal["adult", "teen"]

SKIPPED = "skip"  # "I'd rather not answer"
UNCLEAR = "unclear"  # typed words that match no option

ACCEPTED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class MoodHistory:
    """What earlier check-ins and the patient's own words say, as of the start of this one."""

    baseline: int | None = None  # PHQ total before or on day 1
    last_total: int | None = None  # latest complete PHQ total
    last_gad2: int | None = None
    prescriber_accepts: bool = False  # see `accepted_recently`
    known_high_told: bool = False  # the "within 24 hours" of the baseline rule was given once
    attempt_told: bool = False  # an earlier ASQ item 4 was answered with yes
    known_condition: bool = False  # depression, self-harm, psychosis … known to the clinic


def accepted_recently(said_at: datetime | None, now: datetime) -> bool:
    """Whether the patient said, in the last 30 days, that the prescriber knows the baseline
    and accepted it. Older statements no longer soften anything."""
    return said_at is not None and timedelta(0) <= now - said_at <= ACCEPTED_FOR


@dataclass(frozen=True, slots=True)
class CheckinPlan:
    """What this check-in is for. `baseline`: before or on day 1; `monthly`: the full form."""

    age_group: AgeGroup = "adult"
    monthly: bool = False
    baseline: bool = False
    psychosis_due: bool = False
    us_setting: bool = False
    history: MoodHistory = field(default_factory=MoodHistory)

    @property
    def full(self) -> bool:
        return self.monthly or self.baseline

    @property
    def phq(self) -> str:
        return "phqa" if self.age_group == "teen" else "phq9"


@dataclass(frozen=True, slots=True)
class CheckinState:
    """`answers` keep the order in which they came; `asked_again` lists items repeated once;
    `concerns` are reasons from free text that arrived before or during the check-in."""

    plan: CheckinPlan
    versions: tuple[tuple[str, int], ...]
    answers: tuple[tuple[str, str], ...] = ()
    asked_again: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()

    @property
    def codes(self) -> Mapping[str, str]:
        return dict(self.answers)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The instruments of one check-in, in the versions with which it began."""

    phq: Instrument
    gad2: Instrument
    asq: Instrument
    safety: Instrument
    attempt: Instrument
    psychosis: Instrument

    def item(self, item_id: str) -> Item:
        """Raises `KeyError` for an id that no instrument of this check-in has."""
        for sheet in (self.phq, self.gad2, self.asq, self.safety, self.attempt, self.psychosis):
            for item in sheet.items:
                if item.id == item_id:
                    return item
        raise KeyError(item_id)


def sheet_ids(plan: CheckinPlan) -> tuple[str, ...]:
    return (plan.phq, "gad2", "asq", "safety-today", "attempt-since", "psychosis")


def sheets_of(state: CheckinState, library: InstrumentLibrary) -> Sheets:
    """Raises `UnknownInstrumentError` when the content lost a version that answers refer to."""
    version = dict(state.versions)
    return Sheets(*(library.get(name, version[name]) for name in sheet_ids(state.plan)))


def counts_as_yes(item: Item, code: str) -> bool:
    """A yes, any frequency above "not at all", or an answer that never came clear."""
    option = item.option(code)
    return option is None or option.value > 0
