"""What must hold for every check, however it is answered."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.symptom_check import Question, begin, question
from bot.domain.symptom_state import Answer, CheckState, Person, from_json, to_json
from bot.domain.tier import Tier
from tests.domain.symptoms import result, store, walk

SYMPTOMS = [each.id for each in store().symptoms]
AREAS = [each.id for each in store().areas]
PERSONS = st.builds(
    Person,
    could_be_pregnant=st.sampled_from([None, True, False]),
    pregnant=st.booleans(),
    teen=st.booleans(),
    us_setting=st.booleans(),
)
STARTS = st.one_of(
    st.builds(lambda p: begin(person=p), PERSONS),
    st.builds(lambda a, p: begin(area=a, person=p), st.sampled_from(AREAS), PERSONS),
    st.builds(
        lambda c, f, p: begin(claimed=c, facts=f, person=p),
        st.lists(st.sampled_from(SYMPTOMS), min_size=1, max_size=4),
        st.lists(st.sampled_from(sorted(store().facts)), max_size=2),
        PERSONS,
    ),
    st.builds(lambda p: begin(full=True, person=p), PERSONS),
)
MOSTLY_NO = st.sampled_from([Answer.NO] * 5 + list(Answer))
few = settings(max_examples=60, deadline=None)


def answered(start: CheckState, data: st.DataObject) -> CheckState:
    def reply(now: Question) -> Answer | str:
        if now.is_choice:
            return data.draw(st.sampled_from([each.code for each in now.options]))
        return data.draw(MOSTLY_NO)

    return walk(start, reply)[0]


@few
@given(STARTS, st.data())
def test_every_check_ends_and_its_state_survives_storage(
    start: CheckState, data: st.DataObject
) -> None:
    state = answered(start, data)
    assert from_json(to_json(state)) == state
    assert question(store(), from_json(to_json(state))) is None


@few
@given(STARTS, st.data())
def test_one_more_yes_never_lowers_the_tier(start: CheckState, data: st.DataObject) -> None:
    state = answered(start, data)
    for at, each in enumerate(state.given):
        worse = replace(each, answer=Answer.YES)
        given_now = (*state.given[:at], worse, *state.given[at + 1 :])
        assert result(replace(state, given=given_now)).tier >= result(state).tier


@few
@given(STARTS, st.data())
def test_the_order_of_answers_does_not_change_the_outcome(
    start: CheckState, data: st.DataObject
) -> None:
    state = answered(start, data)
    shuffled = replace(state, given=tuple(data.draw(st.permutations(state.given))))
    assert result(shuffled).tier is result(state).tier
    assert result(shuffled).by_symptom == result(state).by_symptom


@few
@given(STARTS, st.data())
def test_an_emergency_ends_the_questions(start: CheckState, data: st.DataObject) -> None:
    state = answered(start, data)
    seen = [step for each in state.given for name in each.steps if (step := store().step(name))]
    emergencies = [
        at
        for at, each in enumerate(state.given)
        if each.answer is Answer.YES
        and (
            each.question == "emergency"
            or any(s.tier is Tier.EMERGENCY for s in seen if s.id in each.steps)
        )
    ]
    if emergencies:
        assert emergencies == [len(state.given) - 1]
        assert result(state).tier is Tier.EMERGENCY


@few
@given(STARTS, st.data())
def test_no_comfort_question_follows_an_urgent_yes(start: CheckState, data: st.DataObject) -> None:
    urgent_seen = False

    def reply(now: Question) -> Answer | str:
        nonlocal urgent_seen
        if now.is_choice:
            assert not urgent_seen or now.kind.value == "which"
            return data.draw(st.sampled_from([each.code for each in now.options]))
        assert not (urgent_seen and now.tier is Tier.WITHIN_24H)
        said = data.draw(MOSTLY_NO)
        urgent_seen |= said is Answer.YES and now.tier is not None and now.tier.escalates
        return said

    walk(start, reply)
