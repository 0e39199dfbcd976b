"""From the answers of a check to one tier, its reasons, and the record that is kept of it.

Rules (clinical fact sheet, symptom check engine): the highest tier holds; combinations raise; a
yes of the same day still holds; the same "within 24 hours" symptom in three checks running gets
the wording "contact now"; in the US setting a new or worse mood symptom does too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from bot.domain.symptom_check import OTHER, chosen, question, yes_steps
from bot.domain.symptom_state import Answer, CheckState, Given
from bot.domain.symptom_store import Combination, Refer, Step, SymptomStore
from bot.domain.tier import Tier

RUNNING = 3  # this many checks running with the same D symptom become N
# Urgent because of a pregnancy (one's own, or of whoever took a capsule): not a second finding.
ABOUT_PREGNANCY = frozenset({"S41", "S12", "S42"})


@dataclass(frozen=True, slots=True)
class PastReport:
    """One stored check: the tier of each symptom it named, and what it said besides."""

    on: date
    tier: Tier
    symptoms: Mapping[str, Tier] = field(default_factory=lambda: MappingProxyType({}))
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SymptomHistory:
    """Earlier reports in any order, and the patient's local date of now."""

    today: date
    reports: tuple[PastReport, ...] = ()

    @property
    def earlier_today(self) -> tuple[PastReport, ...]:
        return tuple(each for each in self.reports if each.on == self.today)


@dataclass(frozen=True, slots=True)
class SymptomOutcome:
    """`symptoms`: what was found, most urgent first, each with its tier in `by_symptom`.
    `reasons`: step ids and the rules that raised the tier (`combination.…`, `running.…`,
    `earlier-today`, `us.…`). `self_care`: symptoms whose tips may be shown (never with N or E).
    `refer`: "mood" (the fixed safety questions) or "pregnancy" (the pregnancy wording).
    `finished`: False while questions are open; the tier may already be N then, and must count if
    the patient does not go on."""

    tier: Tier
    symptoms: tuple[str, ...]
    by_symptom: Mapping[str, Tier]
    reasons: tuple[str, ...]
    self_care: tuple[str, ...]
    refer: frozenset[Refer]
    facts: tuple[str, ...]
    finished: bool


def outcome(
    store: SymptomStore, state: CheckState, history: SymptomHistory, *, abandoned: bool = False
) -> SymptomOutcome:
    """The outcome so far. `abandoned`: the patient stopped, so an urgent question whose answer was
    unclear counts as yes without being asked a second time."""
    if abandoned and state.repeat is not None:
        state = _unclear_as_yes(state)
    steps = sorted(_counted(store, state), key=lambda step: (-step.tier, step.id))
    by_symptom = {each.id: Tier.ROUTINE for each in chosen(store, state)}
    reasons: list[str] = []
    if (opening := state.given_to("emergency")) and opening.answer is Answer.YES:
        reasons.append("emergency")
    for step in steps:
        by_symptom[step.symptom] = max(by_symptom.get(step.symptom, step.tier), step.tier)
        reasons.append(step.id)
    _raise_each(store, state, history, by_symptom, reasons)
    facts = _facts(state, steps)
    tier = max(by_symptom.values(), default=Tier.SELF_CARE)
    if "emergency" in reasons:
        tier = Tier.EMERGENCY
    if state.picked == OTHER:
        tier = max(tier, Tier.WITHIN_24H)
        reasons.append("other")
    tier = _combine(store, history, by_symptom, facts, tier, reasons)
    held = max((each.tier for each in history.earlier_today), default=Tier.SELF_CARE)
    if held > tier:
        tier = held
        reasons.append("earlier-today")
    found = tuple(sorted(by_symptom, key=lambda each: (-by_symptom[each], each)))
    return SymptomOutcome(
        tier=tier,
        symptoms=found,
        by_symptom=MappingProxyType(by_symptom),
        reasons=tuple(reasons),
        self_care=() if tier.escalates else _with_tips(store, found),
        refer=_refer(store, steps),
        facts=facts,
        finished=abandoned or tier is Tier.EMERGENCY or question(store, state) is None,
    )


def report_json(state: CheckState, result: SymptomOutcome) -> str:
    """The check as it is kept in the diary. No free text of the patient is in it."""
    return json.dumps(
        {
            "v": 1,
            "tier": result.tier.code,
            "way": state.way,
            "area": state.area,
            "symptoms": {each: tier.code for each, tier in result.by_symptom.items()},
            "yes": sorted(yes_steps(state)),
            "facts": result.facts,
            "reasons": result.reasons,
        },
        separators=(",", ":"),
    )


def past_report(text: str, on: date) -> PastReport:
    """A stored report for the history. Raises `ValueError` for text `report_json` did not write."""
    try:
        data = json.loads(text)
        symptoms = {key: Tier.from_code(code) for key, code in data["symptoms"].items()}
        return PastReport(
            on, Tier.from_code(data["tier"]), MappingProxyType(symptoms), tuple(data["facts"])
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored symptom report: {error!r}") from error


def combined(
    combinations: Iterable[Combination],
    symptoms: Iterable[str],
    facts: Iterable[str],
    *,
    urgent: bool,
) -> tuple[Combination, ...]:
    """The combinations that hold. `urgent`: something urgent besides pregnancy is known."""
    present = {*symptoms, *(f"fact.{name}" for name in facts), *(("any-n",) if urgent else ())}
    return tuple(
        each for each in combinations if all(not present.isdisjoint(group) for group in each.needs)
    )


def _counted(store: SymptomStore, state: CheckState) -> list[Step]:
    """The steps that count: every yes, and a 24-hour question that was left open on purpose."""
    ids = set(yes_steps(state))
    for each in state.given:
        if each.answer in {Answer.UNCLEAR, Answer.SKIP} and each.question != state.repeat:
            ids.update(
                step.id
                for name in each.steps
                if (step := store.step(name)) is not None and not step.optional
            )
    return [step for each in ids if (step := store.step(each)) is not None]


def _raise_each(
    store: SymptomStore,
    state: CheckState,
    history: SymptomHistory,
    by_symptom: dict[str, Tier],
    reasons: list[str],
) -> None:
    """The rules that turn the D of one symptom into N."""
    for name in sorted(by_symptom):
        symptom = store.symptom(name)
        if by_symptom[name] is not Tier.WITHIN_24H or symptom is None:
            continue
        if symptom.us_rise and state.person.us_setting:
            by_symptom[name] = Tier.CONTACT_NOW
            reasons.append(f"us.{name}")
        elif _running(history, name) >= RUNNING - 1:
            by_symptom[name] = Tier.CONTACT_NOW
            reasons.append(f"running.{name}")


def _running(history: SymptomHistory, name: str) -> int:
    """On how many days before today, without a break, this symptom was D or more. Checks that did
    not touch it are no break."""
    days: dict[date, Tier] = {}
    for each in history.reports:
        if each.on < history.today and name in each.symptoms:
            days[each.on] = max(days.get(each.on, Tier.SELF_CARE), each.symptoms[name])
    count = 0
    for day in sorted(days, reverse=True):
        if days[day] < Tier.WITHIN_24H:
            break
        count += 1
    return count


def _combine(
    store: SymptomStore,
    history: SymptomHistory,
    by_symptom: Mapping[str, Tier],
    facts: tuple[str, ...],
    tier: Tier,
    reasons: list[str],
) -> Tier:
    """Combinations over this check and the earlier ones of today."""
    tiers = dict(by_symptom)
    said = set(facts)
    for report in history.earlier_today:
        said.update(report.facts)
        for name, earlier in report.symptoms.items():
            tiers[name] = max(tiers.get(name, earlier), earlier)
    urgent = any(t.escalates for name, t in tiers.items() if name not in ABOUT_PREGNANCY)
    for rule in combined(store.combinations, tiers, said, urgent=urgent):
        reasons.append(f"combination.{rule.id}")
        tier = max(tier, rule.tier)
    return tier


def _facts(state: CheckState, steps: list[Step]) -> tuple[str, ...]:
    said = {*state.facts, *(fact for step in steps for fact in step.facts)}
    if state.person.pregnant:
        said.add("pregnancy")
    return tuple(sorted(said))


def _with_tips(store: SymptomStore, found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(s.id for each in found if (s := store.symptom(each)) and s.self_care)


def _refer(store: SymptomStore, steps: list[Step]) -> frozenset[Refer]:
    found: set[Refer] = set()
    for step in steps:
        symptom = store.symptom(step.symptom)
        for refer in (step.refer, symptom.refer if symptom else None):
            if refer is not None and step.tier.escalates:
                found.add(refer)
    return frozenset(found)


def _unclear_as_yes(state: CheckState) -> CheckState:
    given = tuple(
        Given(each.question, each.steps, Answer.YES) if each.question == state.repeat else each
        for each in state.given
    )
    return CheckState(
        state.way, state.area, state.claimed, state.facts, state.person, given, state.picked
    )
