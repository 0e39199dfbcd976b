"""What a mood check-in means: the result table, as findings of which the highest one holds.

Source: the project's proposed flow for mood screening (thresholds from the official forms and
from US and UK patient texts); no clinician has signed it. Thresholds only ever add help: nothing
here lowers what another finding asks for, and no number is meant for the patient's eyes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.checkin_state import CheckinState, Sheets, counts_as_yes, sheets_of
from bot.domain.instrument import InstrumentLibrary, Score
from bot.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the result table that applies. `reason` is a stable word for the record."""

    tier: Tier
    reason: str


@dataclass(frozen=True, slots=True)
class MoodOutcome:
    """`scores` hold a total per instrument that was begun, None where an item is missing."""

    tier: Tier
    reasons: tuple[str, ...]
    scores: tuple[tuple[str, int | None], ...]
    complete: bool
    attempt_told: bool  # to be remembered for the next check-in
    offer_full_again: bool  # known condition, and the monthly form was skipped: offered once more


def outcome(
    state: CheckinState,
    library: InstrumentLibrary,
    *,
    dropped_out: bool = False,
    earlier_today: Tier = Tier.SELF_CARE,
) -> MoodOutcome:
    """The outcome of a check-in that is finished, or that the patient left (`dropped_out`).

    `earlier_today` is the highest mood tier that already stood today: a "no" never clears it.
    Raises `UnknownInstrumentError`.
    """
    sheets = sheets_of(state, library)
    found = list(findings(state, sheets))
    if dropped_out:
        found += _left_unanswered(state, sheets)
    if earlier_today.escalates:
        found.append(Finding(earlier_today, "earlier-today"))
    tier = max((finding.tier for finding in found), default=Tier.SELF_CARE)
    phq = phq_score(state, sheets)
    gad2 = sheets.gad2.score(state.codes)
    begun_gad2 = any(item.id in state.codes for item in sheets.gad2.items)
    return MoodOutcome(
        tier=tier,
        reasons=tuple(dict.fromkeys(finding.reason for finding in found)),
        scores=((sheets.phq.id, phq.total), *((("gad2", gad2.total),) if begun_gad2 else ())),
        complete=not dropped_out and phq.total is not None,
        attempt_told=state.plan.history.attempt_told
        or ("asq-4" in state.codes and state.codes["asq-4"] == "yes"),
        offer_full_again=(
            state.plan.full
            and state.plan.history.known_condition
            and phq.total is None
            and not tier.escalates
        ),
    )


def triggers(state: CheckinState, sheets: Sheets) -> tuple[str, ...]:
    """Why the ASQ is due: free text, item 9 above "not at all", feeling unsafe, or a refusal of
    either. Empty: it is not due."""
    reasons = [f"text:{concern}" for concern in state.concerns]
    nine = sheets.phq.item(f"{sheets.phq.id}-9")
    for item, word in ((nine, "item-9"), (sheets.safety.items[0], "unsafe")):
        code = state.codes.get(item.id)
        if code is not None and counts_as_yes(item, code):
            reasons.append(word if item.option(code) else f"{word}-refused")
    return tuple(reasons)


def asq_positive(state: CheckinState, sheets: Sheets) -> tuple[str, ...]:
    """Those of ASQ 1-4 that count as yes. An attempt told before counts only when it is new."""
    positive = []
    for item in sheets.asq.items[:4]:
        code = state.codes.get(item.id)
        if code is None or not counts_as_yes(item, code):
            continue
        if item.id == "asq-4" and _unchanged_attempt(state, sheets):
            continue
        positive.append(item.id)
    return tuple(positive)


def phq_score(state: CheckinState, sheets: Sheets) -> Score:
    return sheets.phq.score(state.codes)


def first_pair(state: CheckinState, sheets: Sheets) -> Score:
    """The first two items alone (for adults the PHQ-2)."""
    return sheets.phq.score(state.codes, (f"{sheets.phq.id}-1", f"{sheets.phq.id}-2"))


def findings(state: CheckinState, sheets: Sheets) -> Iterator[Finding]:
    """Every row of the table that the answers so far fulfil."""
    for reason in triggers(state, sheets):
        yield Finding(Tier.CONTACT_NOW, reason)
    for item_id in asq_positive(state, sheets):
        yield Finding(Tier.CONTACT_NOW, item_id)
    now = sheets.asq.item("asq-5")
    if now.id in state.codes and counts_as_yes(now, state.codes[now.id]):
        yield Finding(Tier.EMERGENCY, now.id)
    for item in sheets.psychosis.items:
        if item.id in state.codes and counts_as_yes(item, state.codes[item.id]):
            yield Finding(Tier.CONTACT_NOW, item.id)
    difficulty = sheets.phq.item(f"{sheets.phq.id}-difficulty")
    hardest = difficulty.option(state.codes.get(difficulty.id, ""))
    if hardest is not None and hardest.value == difficulty.worst:
        yield Finding(Tier.CONTACT_NOW, "extremely-difficult")
    yield from _phq_findings(state, sheets)
    yield from _gad2_findings(state, sheets)


def _phq_findings(state: CheckinState, sheets: Sheets) -> Iterator[Finding]:
    score, cut = phq_score(state, sheets), sheets.phq.cutoffs
    if f"{sheets.phq.id}-3" not in state.codes:
        return  # the longer form was not begun: two items and the safety questions are no total
    if score.known >= cut["moderate"]:
        if not _known_and_unchanged(state, sheets, score.highest):
            high = "phq-very-high" if score.known >= cut["high"] else "phq-high"
            yield Finding(Tier.CONTACT_NOW, high)
        elif state.plan.history.known_high_told:
            yield Finding(Tier.ROUTINE, "phq-known")
        else:
            yield Finding(Tier.WITHIN_24H, "phq-known")
    elif score.known >= cut["mild"]:
        yield _mild(state, sheets, score.known)
    if score.missing and score.known < cut["moderate"] <= score.highest:
        # Skipping may not hide what answering would have shown, but the monthly form may always
        # be declined by someone whose first two answers give no reason for it.
        raised = first_pair(state, sheets).highest >= cut["pair"]
        yield Finding(Tier.WITHIN_24H if raised else Tier.ROUTINE, "phq-incomplete")


def _mild(state: CheckinState, sheets: Sheets, total: int) -> Finding:
    history = state.plan.history
    if history.baseline is None and not state.plan.baseline:
        return Finding(_d_or_us_n(state), "phq-no-baseline")
    if _rise(state, total) >= sheets.phq.cutoffs["rise"]:
        return Finding(_d_or_us_n(state), "phq-rise")
    return Finding(Tier.ROUTINE, "phq-mild")


def _known_and_unchanged(state: CheckinState, sheets: Sheets, total: int) -> bool:
    """The baseline row; `total` is the highest that the answers allow. A rise below 5 is within
    what "unchanged" means here, but not when it crosses into 15 and more: uncertain goes up."""
    history, cut = state.plan.history, sheets.phq.cutoffs
    if history.baseline is None or not history.prescriber_accepts:
        return False
    return (
        history.baseline >= cut["moderate"]
        and _rise(state, total) < cut["rise"]
        and (total < cut["high"] or history.baseline >= cut["high"])
        and not triggers(state, sheets)
    )


def _rise(state: CheckinState, total: int) -> int:
    """Points above the baseline or above the latest total, whichever is more; 0 without both."""
    earlier = (state.plan.history.baseline, state.plan.history.last_total)
    return max((total - before for before in earlier if before is not None), default=0)


def _gad2_findings(state: CheckinState, sheets: Sheets) -> Iterator[Finding]:
    score = sheets.gad2.score(state.codes)
    if score.known < sheets.gad2.cutoffs["positive"]:
        return
    before = state.plan.history.last_gad2
    new_or_worse = before is None or score.known > before
    yield Finding(_d_or_us_n(state) if new_or_worse else Tier.WITHIN_24H, "gad2")


def _d_or_us_n(state: CheckinState) -> Tier:
    """US patient texts say to stop and call at any listed mood sign, if new or worse."""
    return Tier.CONTACT_NOW if state.plan.us_setting else Tier.WITHIN_24H


def _unchanged_attempt(state: CheckinState, sheets: Sheets) -> bool:
    since = sheets.attempt.items[0]
    code = state.codes.get(since.id)
    explicit = sheets.asq.item("asq-4").option(state.codes.get("asq-4", "")) is not None
    return (
        state.plan.history.attempt_told
        and explicit
        and code is not None
        and not counts_as_yes(since, code)
    )


def _left_unanswered(state: CheckinState, sheets: Sheets) -> Iterator[Finding]:
    """A safety question that was repeated once and then left counts as yes."""
    for item_id in state.asked_again:
        if item_id in state.codes or not sheets.item(item_id).safety:
            continue
        tier = Tier.EMERGENCY if item_id == "asq-5" else Tier.CONTACT_NOW
        yield Finding(tier, f"{item_id}-left")
