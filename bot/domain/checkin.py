"""The mood check-in as a conversation: which question comes next, and what an answer changes.

Order (project's proposed flow, unsigned): PHQ items 1, 2 and 9, then "unsafe today?"; the ASQ at
once when item 9, "unsafe", a refusal or free text calls for it, and nothing after it that day;
else the rest of the PHQ when the first two items or the calendar ask for it; psychosis, mania and
aggression; GAD-2 monthly. The suicide-safety question is behind no score and no menu.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.domain.checkin_state import (
    SKIPPED,
    UNCLEAR,
    CheckinPlan,
    CheckinState,
    Sheets,
    counts_as_yes,
    sheet_ids,
    sheets_of,
)
from bot.domain.checkin_tier import asq_positive, findings, first_pair, phq_score, triggers
from bot.domain.instrument import InstrumentLibrary, Item, Option
from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Ask:
    """The question to show. `attempt` is 2 when it is asked once more; buttons carry it, so that
    a double tap on "I'd rather not answer" is one refusal and not two."""

    item: Item
    stem: str | None
    options: tuple[Option, ...]
    attempt: int

    @property
    def again(self) -> bool:
        return self.attempt > 1


@dataclass(frozen=True, slots=True)
class Finished:
    """No further question. `bot.domain.checkin_tier.outcome` says what it means."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A press that changes nothing: the item was answered, was never asked, or all is over."""

    reason: Literal["answered", "not-asked", "repeated", "finished"]


def begin(
    plan: CheckinPlan, library: InstrumentLibrary, *, concern: str | None = None
) -> CheckinState:
    """Start with the newest version of each instrument. With a `concern` (a label of the free
    text that raised it) the first question is ASQ 1. Raises `UnknownInstrumentError`."""
    versions = tuple((name, library.latest(name).version) for name in sheet_ids(plan))
    return CheckinState(plan, versions, concerns=(concern,) if concern else ())


def hear_concern(state: CheckinState, concern: str) -> CheckinState:
    """Free text that tells of suicide or self-harm arrived: the ASQ comes next."""
    if concern in state.concerns:
        return state
    return replace(state, concerns=(*state.concerns, concern))


def question(state: CheckinState, library: InstrumentLibrary) -> Ask | Finished:
    """The one question that is due now."""
    item = _pending(state, sheets_of(state, library))
    if item is None:
        return Finished()
    attempt = 2 if item.id in state.asked_again else 1
    return Ask(item, item.stem, item.options, attempt)


def answer(
    state: CheckinState,
    item_id: str,
    code: str,
    library: InstrumentLibrary,
    *,
    attempt: int | None = None,
) -> CheckinState | Stale:
    """Record an option code, `SKIPPED` or `UNCLEAR` (as is any code the item does not have).

    A late press on an earlier safety question is taken when it is worse than what stands, and
    never when it is better: one "no" does not clear a "yes".
    """
    sheets = sheets_of(state, library)
    pending = _pending(state, sheets)
    if pending is not None and pending.id == item_id:
        return _record(state, pending, code, attempt)
    if item_id not in state.codes:
        return Stale("not-asked" if pending else "finished")
    item = sheets.item(item_id)
    if (
        item.safety
        and _is_worse(item, code, state.codes[item_id])
        and not _emergency(state, sheets)
    ):
        changed = tuple((key, code if key == item_id else old) for key, old in state.answers)
        return replace(state, answers=changed)
    return Stale("answered" if pending else "finished")


def _record(
    state: CheckinState, item: Item, code: str, attempt: int | None
) -> CheckinState | Stale:
    repeated = item.id in state.asked_again
    if item.option(code) is None:
        if attempt == 1 and repeated:
            return Stale("repeated")
        code = SKIPPED if code == SKIPPED else UNCLEAR
        may_pass = code == SKIPPED and not item.safety
        if not repeated and not may_pass:
            return replace(state, asked_again=(*state.asked_again, item.id))
    return replace(state, answers=(*state.answers, (item.id, code)))


def _is_worse(item: Item, code: str, standing: str) -> bool:
    new, old = item.option(code), item.option(standing)
    return new is not None and new.value > (old.value if old else 1)


def _emergency(state: CheckinState, sheets: Sheets) -> bool:
    return any(found.tier is Tier.EMERGENCY for found in findings(state, sheets))


def _pending(state: CheckinState, sheets: Sheets) -> Item | None:
    if _emergency(state, sheets):
        return None
    codes = state.codes
    return next((item for item in _course(state, sheets) if item.id not in codes), None)


def _course(state: CheckinState, sheets: Sheets) -> Iterator[Item]:
    """All questions of this check-in in order, as far as the answers so far decide it."""
    phq = sheets.phq.id
    if not triggers(state, sheets):
        yield sheets.phq.item(f"{phq}-1")
        yield sheets.phq.item(f"{phq}-2")
        yield sheets.phq.item(f"{phq}-9")
        if not triggers(state, sheets):
            yield sheets.safety.items[0]
    if triggers(state, sheets):
        yield from _asq(state, sheets)
        return
    if _rest_is_due(state, sheets):
        yield from _rest_of_phq(state, sheets)
    if _psychosis_is_due(state, sheets):
        for item in sheets.psychosis.items:
            yield item
            if counts_as_yes(item, state.codes[item.id]):
                return
    if any(found.tier.escalates for found in findings(state, sheets)):
        return
    if state.plan.full:
        yield from sheets.gad2.items


def _asq(state: CheckinState, sheets: Sheets) -> Iterator[Item]:
    yield from sheets.asq.items[:4]
    told = state.plan.history.attempt_told
    if told and state.codes["asq-4"] == "yes":
        yield sheets.attempt.items[0]
    if asq_positive(state, sheets):
        yield sheets.asq.item("asq-5")


def _rest_is_due(state: CheckinState, sheets: Sheets) -> bool:
    if state.plan.full or state.plan.age_group == "teen":
        return True
    return first_pair(state, sheets).highest >= sheets.phq.cutoffs["pair"]


def _rest_of_phq(state: CheckinState, sheets: Sheets) -> Iterator[Item]:
    phq = sheets.phq.id
    for number in range(3, 9):
        yield sheets.phq.item(f"{phq}-{number}")
    # "If you checked off any problems": the form itself asks for this only then.
    if phq_score(state, sheets).highest > 0:
        yield sheets.phq.item(f"{phq}-difficulty")
    if state.plan.full:
        yield from (item for item in sheets.phq.items if item.id == f"{phq}-past-year")


def _psychosis_is_due(state: CheckinState, sheets: Sheets) -> bool:
    if state.plan.full or state.plan.psychosis_due:
        return True
    began_rest = f"{sheets.phq.id}-3" in state.codes
    return began_rest and phq_score(state, sheets).highest >= sheets.phq.cutoffs["moderate"]
