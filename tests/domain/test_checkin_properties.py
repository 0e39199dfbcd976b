"""Rules that hold for every check-in, whatever is pressed and in whatever order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.checkin import Ask, Finished, Stale, answer, begin, question
from bot.domain.checkin_json import from_json, to_json
from bot.domain.checkin_state import (
    SKIPPED,
    UNCLEAR,
    CheckinPlan,
    CheckinState,
    MoodHistory,
)
from bot.domain.checkin_tier import outcome
from bot.domain.instrument import Item
from bot.domain.tier import Tier
from tests.domain.test_checkin_flow import LIBRARY

totals = st.none() | st.integers(0, 27)
histories = st.builds(
    MoodHistory,
    baseline=totals,
    last_total=totals,
    last_gad2=st.none() | st.integers(0, 6),
    prescriber_accepts=st.booleans(),
    known_high_told=st.booleans(),
    attempt_told=st.booleans(),
    known_condition=st.booleans(),
)
plans = st.builds(
    CheckinPlan,
    age_group=st.sampled_from(["adult", "teen"]),
    monthly=st.booleans(),
    baseline=st.booleans(),
    psychosis_due=st.booleans(),
    us_setting=st.booleans(),
    history=histories,
)
ITEM_IDS = sorted({item.id for sheet in LIBRARY.instruments for item in sheet.items})
AT_LEAST = {  # per frequency answer: itself and everything that may not lead to less help
    "0": ("0", "1", "2", "3", SKIPPED),
    "1": ("1", "2", "3"),
    "2": ("2", "3"),
    "3": ("3",),
    SKIPPED: (SKIPPED, "3"),
    "no": ("no", "yes", SKIPPED),
    "yes": ("yes",),
}


def codes_of(item: Item) -> tuple[str, ...]:
    codes = tuple(option.code for option in item.options)
    # A refused yes-or-no safety question has the tier of a yes, so either may replace the other.
    return (*codes, SKIPPED)


ITEMS = {item.id: item for sheet in LIBRARY.instruments for item in sheet.items}
grades = st.fixed_dictionaries(
    {item_id: st.sampled_from(codes_of(item)) for item_id, item in ITEMS.items()}
)


def _at_least(item_id: str, code: str) -> tuple[str, ...]:
    if code == SKIPPED and ITEMS[item_id].option("yes"):
        return (SKIPPED, "yes")
    return AT_LEAST[code]


def run(plan: CheckinPlan, given_codes: dict[str, str]) -> tuple[CheckinState, list[str]]:
    state, ids = begin(plan, LIBRARY), []
    while isinstance(ask := question(state, LIBRARY), Ask):
        ids.append(ask.item.id)
        moved = answer(state, ask.item.id, given_codes[ask.item.id], LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    return state, ids


@settings(max_examples=100, deadline=None)
@given(plans, grades, st.data())
def test_worse_answers_never_lower_the_tier(
    plan: CheckinPlan, given_codes: dict[str, str], data: st.DataObject
) -> None:
    worse = {
        item_id: data.draw(st.sampled_from(_at_least(item_id, code)), label=item_id)
        for item_id, code in given_codes.items()
    }
    before, _ = run(plan, given_codes)
    after, _ = run(plan, worse)
    assert outcome(after, LIBRARY).tier >= outcome(before, LIBRARY).tier


@settings(max_examples=100, deadline=None)
@given(plans, grades)
def test_more_answers_never_lower_the_tier(plan: CheckinPlan, given_codes: dict[str, str]) -> None:
    """A tier that escalates never goes down while the questions go on."""
    state, highest = begin(plan, LIBRARY), Tier.SELF_CARE
    while isinstance(ask := question(state, LIBRARY), Ask):
        moved = answer(state, ask.item.id, given_codes[ask.item.id], LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
        tier = outcome(state, LIBRARY).tier
        if highest.escalates:
            assert tier >= highest
        highest = max(highest, tier)


@settings(max_examples=100, deadline=None)
@given(plans, grades)
def test_item_nine_and_the_safety_question_are_always_asked(
    plan: CheckinPlan, given_codes: dict[str, str]
) -> None:
    state, ids = run(plan, given_codes)
    nine = f"{plan.phq}-9"
    assert ids[2] == nine
    asked_asq = "asq-1" in ids
    assert "safety-today-1" in ids or asked_asq
    harmless = state.codes[nine] == "0" and state.codes.get("safety-today-1") == "no"
    assert asked_asq is not harmless


@settings(max_examples=100, deadline=None)
@given(
    plans,
    st.lists(
        st.tuples(
            st.sampled_from(ITEM_IDS),
            st.sampled_from(["0", "1", "2", "3", "yes", "no", SKIPPED, UNCLEAR, "forged"]),
        ),
        max_size=60,
    ),
)
def test_every_order_of_presses_ends_in_one_well_defined_state(
    plan: CheckinPlan, presses: list[tuple[str, str]]
) -> None:
    state, highest = begin(plan, LIBRARY), Tier.SELF_CARE
    for item_id, code in presses:
        moved = answer(state, item_id, code, LIBRARY)
        if isinstance(moved, Stale):
            continue
        state = moved
        assert from_json(to_json(state)) == state
        found = outcome(state, LIBRARY)
        if highest.escalates:
            assert found.tier >= highest
        highest = found.tier
        if found.tier is Tier.EMERGENCY:
            assert question(state, LIBRARY) == Finished()
    assert len(dict(state.answers)) == len(state.answers)
    assert isinstance(question(state, LIBRARY), Ask | Finished)


@settings(max_examples=100, deadline=None)
@given(plans, grades)
def test_an_unanswered_safety_question_counts_as_yes_after_one_repeat(
    plan: CheckinPlan, given_codes: dict[str, str]
) -> None:
    state = begin(plan, LIBRARY)
    while isinstance(ask := question(state, LIBRARY), Ask):
        if ask.item.safety:
            once = answer(state, ask.item.id, SKIPPED, LIBRARY)
            assert isinstance(once, CheckinState)
            again = question(once, LIBRARY)
            assert isinstance(again, Ask)
            assert (again.item.id, again.attempt) == (ask.item.id, 2)
            twice = answer(once, ask.item.id, UNCLEAR, LIBRARY)
            assert isinstance(twice, CheckinState)
            if ask.item.id != "attempt-since-1":
                assert outcome(twice, LIBRARY).tier.escalates
                assert outcome(once, LIBRARY, dropped_out=True).tier.escalates
            if ask.item.id == "asq-5":
                assert outcome(twice, LIBRARY).tier is Tier.EMERGENCY
        moved = answer(state, ask.item.id, given_codes[ask.item.id], LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved if moved.codes.get(ask.item.id) else twice
