"""The symptom check as a pure machine: which question is next, and what an answer changes.

Rules (clinical fact sheet, symptom check engine): the emergency question first, and a yes ends the
check; emergency and urgent questions before comfort ones; an unclear or skipped urgent answer is
asked once more and then counts as yes; a yes is never taken back by a later no. Once something
urgent is known no comfort question follows. To stay short on a phone, urgent signs are asked as
lists of a few, and only the symptom that the patient chooses is asked about in detail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.symptom_state import Answer, CheckState, Given, Person, Way
from bot.domain.symptom_store import Step, Symptom, SymptomStore
from bot.domain.tier import Tier

EMERGENCY = "emergency"
AREAS = "areas"
PICK = "pick"
WHICH = "which."
NONE = "none"
OTHER = "other"
LIST_LENGTH = 5  # signs in one list: what fits on a phone without scrolling


class Kind(StrEnum):
    EMERGENCY = "emergency"  # yes / no / not sure
    SIGNS = "signs"  # "do you have any of these?" over `signs`
    STEP = "step"  # one question
    AREAS = "areas"  # choose an area
    WHICH = "which"  # choose the sign that was meant
    PICK = "pick"  # choose the symptom that bothers most


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: `code` goes to `choose`; `label` is empty where the view has its own words."""

    code: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`text` is empty for questions that the view words itself. `again`: asked a second time."""

    id: str
    kind: Kind
    text: str = ""
    signs: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    steps: tuple[str, ...] = ()
    tier: Tier | None = None
    again: bool = False

    @property
    def is_choice(self) -> bool:
        return self.kind in {Kind.AREAS, Kind.WHICH, Kind.PICK}


def begin(
    *,
    area: str | None = None,
    claimed: Iterable[str] = (),
    facts: Iterable[str] = (),
    full: bool = False,
    person: Person = Person(),  # noqa: B008 - a frozen value
) -> CheckState:
    """A new check: of an area, of what the patient described, of everything, or (nothing given)
    one that asks for the area itself."""
    claims = tuple(dict.fromkeys(claimed))
    way = Way.FULL if full else Way.WORDS if claims else Way.AREA if area else Way.MENU
    return CheckState(way, area, claims, tuple(dict.fromkeys(facts)), person)


def question(store: SymptomStore, state: CheckState) -> Question | None:
    """The question to ask now, or None when the check is over."""
    opening = state.given_to(EMERGENCY)
    if opening is None or state.repeat == EMERGENCY:
        again = state.repeat == EMERGENCY
        return Question(
            EMERGENCY,
            Kind.EMERGENCY,
            store.emergency_ask,
            store.emergency_signs,
            tier=Tier.EMERGENCY,
            again=again,
        )
    waiting = state.given_to(state.repeat) if state.repeat else None
    if waiting is not None and (steps := _known(store, waiting.steps)):
        return _ask(waiting.question, steps, again=True)
    reached = highest_yes(store, state)
    if reached is Tier.EMERGENCY:
        return None
    if unresolved := _unresolved(state):
        return _which(store, unresolved)
    if reached >= Tier.CONTACT_NOW:
        return None
    if state.area is None and not state.claimed and state.way is not Way.FULL:
        return _areas(store)
    for tier in (Tier.EMERGENCY, Tier.CONTACT_NOW):
        if steps := _next_steps(store, state, tier):
            return _ask(steps[0].id, steps)
    if state.way is Way.FULL and state.area is None:
        return _areas(store)
    if not state.claimed and state.picked is None and state.area is not None:
        return _pick(store, state)
    for symptom in chosen(store, state):
        for step in symptom.steps:
            if step.tier is Tier.WITHIN_24H and step.id not in state.asked_steps:
                return _ask(step.id, (step,))
    return None


def answer(store: SymptomStore, state: CheckState, question_id: str, given: Answer) -> CheckState:
    """The state after a yes, no, "not sure" or "I'd rather not say".

    An answer to an earlier question (an old button) counts only if it is a yes; one that belongs
    to no question of this check changes nothing.
    """
    now = question(store, state)
    if now is not None and now.id == question_id and not now.is_choice:
        return _record(state, now, given)
    earlier = state.given_to(question_id)
    if earlier is not None and given is Answer.YES and earlier.answer is not Answer.YES:
        return _replace_given(state, replace(earlier, answer=Answer.YES))
    return state


def choose(store: SymptomStore, state: CheckState, question_id: str, code: str) -> CheckState:
    """The state after choosing an area, a sign or a symptom; an old or unknown code is ignored."""
    now = question(store, state)
    if now is None or now.id != question_id or code not in {each.code for each in now.options}:
        return state
    if now.kind is Kind.AREAS:
        return replace(state, area=NONE if code == NONE else code)
    if now.kind is Kind.PICK:
        return replace(state, picked=code)
    waiting = state.given_to(question_id.removeprefix(WHICH))
    assert waiting is not None
    return _replace_given(state, replace(waiting, which=code))


def covered(store: SymptomStore, state: CheckState) -> tuple[Symptom, ...]:
    """The symptoms whose urgent questions this check asks; possible pregnancy first."""
    if state.way is Way.FULL:
        base: Iterable[Symptom] = store.symptoms
    else:
        base = [s for c in state.claimed if (s := store.symptom(c)) is not None]
        if state.area is not None:
            base = (*base, *store.of_area(state.area))
        if state.picked is not None and (picked := store.symptom(state.picked)) is not None:
            base = (*base, picked)
    found = {each.id: each for each in _with_related(store, base) if _for(state.person, each)}
    return tuple(sorted(found.values(), key=lambda each: not each.first))


def chosen(store: SymptomStore, state: CheckState) -> tuple[Symptom, ...]:
    """The symptoms that the patient says they have: in their words, or picked from the list."""
    ids = (*state.claimed, *((state.picked,) if state.picked else ()))
    return tuple(s for each in ids if (s := store.symptom(each)) and _for(state.person, s))


def yes_steps(state: CheckState) -> frozenset[str]:
    """Steps that count as yes. Of a list of signs, the one that was meant or else all of them."""
    found: set[str] = set()
    for each in state.given:
        if each.answer is Answer.YES:
            found.update((each.which,) if each.which in each.steps else each.steps)
    return frozenset(step for step in found if step is not None)


def highest_yes(store: SymptomStore, state: CheckState) -> Tier:
    """The highest tier that an answer alone has reached, before combinations and history."""
    opening = state.given_to(EMERGENCY)
    if opening is not None and opening.answer is Answer.YES:
        return Tier.EMERGENCY
    steps = _known(store, yes_steps(state))
    return max((step.tier for step in steps), default=Tier.SELF_CARE)


def _record(state: CheckState, now: Question, given: Answer) -> CheckState:
    urgent = now.tier is not None and now.tier >= Tier.CONTACT_NOW
    if given in {Answer.UNCLEAR, Answer.SKIP} and urgent:
        if state.repeat == now.id:
            given = Answer.YES
        else:
            waiting = Given(now.id, now.steps, given)
            return replace(state, given=(*state.given, waiting), repeat=now.id)
    entry = Given(now.id, now.steps, given)
    state = replace(state, repeat=None)
    if state.given_to(now.id) is not None:
        return _replace_given(state, entry)
    return replace(state, given=(*state.given, entry))


def _replace_given(state: CheckState, entry: Given) -> CheckState:
    given = tuple(entry if each.question == entry.question else each for each in state.given)
    repeat = None if state.repeat == entry.question else state.repeat
    return replace(state, given=given, repeat=repeat)


def _unresolved(state: CheckState) -> Given | None:
    """A yes to a list of which nobody has said which sign was meant."""
    for each in state.given:
        if each.answer is Answer.YES and len(each.steps) > 1 and each.which is None:
            return each
    return None


def _next_steps(store: SymptomStore, state: CheckState, tier: Tier) -> tuple[Step, ...]:
    """The next question of a tier: one step that stands alone, or a list of a few."""
    asked = state.asked_steps
    open_steps = [
        step
        for symptom in covered(store, state)
        for step in symptom.steps
        if step.tier is tier and step.see is None and step.id not in asked
    ]
    if open_steps and open_steps[0].alone:
        return (open_steps[0],)
    together = [step for step in open_steps if not step.alone]
    # Two nearly even lists are easier to read than a long one and a rest.
    lists = -(-len(together) // LIST_LENGTH)
    if together:
        return tuple(together[: -(-len(together) // lists)])
    return tuple(open_steps[:1])


def _ask(question_id: str, steps: tuple[Step, ...], *, again: bool = False) -> Question:
    ids, tier = tuple(step.id for step in steps), max(step.tier for step in steps)
    if len(steps) == 1:
        return Question(question_id, Kind.STEP, steps[0].ask, (), (), ids, tier, again)
    signs = tuple(step.sign for step in steps)
    return Question(question_id, Kind.SIGNS, "", signs, (), ids, tier, again)


def _which(store: SymptomStore, given: Given) -> Question:
    options = [Option(step.id, step.sign) for step in _known(store, given.steps)]
    return Question(
        f"{WHICH}{given.question}", Kind.WHICH, options=(*options, Option(OTHER)), steps=given.steps
    )


def _areas(store: SymptomStore) -> Question:
    options = (*(Option(area.id, area.name) for area in store.areas), Option(NONE))
    return Question(AREAS, Kind.AREAS, options=options)


def _pick(store: SymptomStore, state: CheckState) -> Question | None:
    members = store.of_area(state.area or "")
    options = [Option(s.id, s.name) for s in members if s.pickable and _for(state.person, s)]
    return Question(PICK, Kind.PICK, options=(*options, Option(OTHER), Option(NONE)))


def _known(store: SymptomStore, step_ids: Iterable[str]) -> tuple[Step, ...]:
    return tuple(step for each in step_ids if (step := store.step(each)) is not None)


def _with_related(store: SymptomStore, base: Iterable[Symptom]) -> Iterator[Symptom]:
    for each in base:
        yield each
        for related in each.also_ask:
            if (symptom := store.symptom(related)) is not None:
                yield symptom


def _for(person: Person, symptom: Symptom) -> bool:
    if symptom.only == "could_be_pregnant":
        return person.pregnant or person.could_be_pregnant is not False
    if symptom.only == "adult":
        return not person.teen
    return True
