"""The flow of a symptom check: order, length, repeats, stale buttons."""

from __future__ import annotations

import pytest

from bot.domain.symptom_check import EMERGENCY, Kind, answer, begin, choose, question
from bot.domain.symptom_outcome import outcome
from bot.domain.symptom_state import Answer, Person
from bot.domain.tier import Tier
from tests.domain.symptoms import NO_HISTORY, replies, result, store, walk

AREAS = [area.id for area in store().areas]
BOTH = [symptom.id for symptom in store().symptoms]


@pytest.mark.parametrize("way", ["menu", "area", "words", "full"])
def test_the_emergency_question_comes_first_and_a_yes_ends_the_check(way: str) -> None:
    start = {
        "menu": begin(),
        "area": begin(area="skin"),
        "words": begin(claimed=["S01"]),
        "full": begin(full=True),
    }[way]
    state, asked = walk(start, replies(EMERGENCY))
    assert [each.id for each in asked] == [EMERGENCY]
    assert result(state).tier is Tier.EMERGENCY
    assert result(state).finished


@pytest.mark.parametrize("area", AREAS)
def test_an_area_takes_three_to_seven_taps_when_all_is_mild(area: str) -> None:
    _, asked = walk(begin(), replies(choices={"areas": area, "pick": "other"}))
    assert 3 <= len(asked) <= 7
    members = [s.id for s in store().of_area(area) if s.pickable]
    for member in members:
        _, asked = walk(begin(), replies(choices={"areas": area, "pick": member}))
        assert 3 <= len(asked) <= 7, [each.id for each in asked]


@pytest.mark.parametrize("area", AREAS)
def test_urgent_questions_stand_before_comfort_questions(area: str) -> None:
    _, asked = walk(begin(area=area), replies(choices={"pick": "other"}))
    tiers = [each.tier if each.tier is not None else Tier.SELF_CARE for each in asked]
    assert tiers == sorted(tiers, reverse=True)


@pytest.mark.parametrize("symptom", BOTH)
def test_every_step_of_a_symptom_can_be_answered_yes_and_gives_its_tier(symptom: str) -> None:
    found = store().symptom(symptom)
    assert found is not None
    for step in found.steps:
        target = step.id
        if step.see is not None:
            continue
        state, asked = walk(begin(claimed=[symptom]), replies(target))
        assert target in {each for q in asked for each in q.steps}, f"{target} is never asked"
        assert result(state).tier >= step.tier


@pytest.mark.parametrize("unsure", [Answer.UNCLEAR, Answer.SKIP])
@pytest.mark.parametrize(("step", "tier"), [("S23-n", Tier.CONTACT_NOW), ("S23-e", Tier.EMERGENCY)])
def test_an_unclear_urgent_answer_is_asked_once_more_and_then_counts_as_yes(
    unsure: Answer, step: str, tier: Tier
) -> None:
    state = begin(area="head")
    while (now := question(store(), state)) and step not in now.steps:
        state = answer(store(), state, now.id, Answer.NO)
    assert now is not None
    first = answer(store(), state, now.id, unsure)
    again = question(store(), first)
    assert again is not None
    assert (again.id, again.again, again.steps) == (now.id, True, now.steps)
    assert result(first).tier < tier, "one unclear answer is not yet a yes"
    assert outcome(store(), first, NO_HISTORY, abandoned=True).tier >= tier
    second = answer(store(), first, now.id, Answer.SKIP)
    assert result(second).tier >= tier
    cleared = answer(store(), first, now.id, Answer.NO)
    assert result(cleared).tier < Tier.CONTACT_NOW


def test_an_unsure_answer_to_the_opening_question_is_asked_once_more_and_then_is_an_emergency() -> (
    None
):
    state = answer(store(), begin(), EMERGENCY, Answer.UNCLEAR)
    again = question(store(), state)
    assert again is not None
    assert again.again
    assert result(answer(store(), state, EMERGENCY, Answer.UNCLEAR)).tier is Tier.EMERGENCY


def test_after_an_urgent_yes_only_which_sign_is_asked() -> None:
    state, asked = walk(begin(area="belly"), replies("S28-n"))
    assert [each.kind for each in asked][-2:] == [Kind.SIGNS, Kind.WHICH]
    assert result(state).symptoms == ("S28",)
    assert result(state).tier is Tier.CONTACT_NOW


def test_more_than_one_sign_keeps_all_of_the_list() -> None:
    state, _ = walk(begin(area="belly"), replies("S28-n", choices={"which": "other"}))
    assert set(result(state).symptoms) == {"S26", "S27", "S28", "S29"}


def test_an_urgent_yes_counts_before_the_check_is_over() -> None:
    state = begin(area="belly")
    while (now := question(store(), state)) and "S28-n" not in now.steps:
        state = answer(store(), state, now.id, Answer.NO)
    assert now is not None
    state = answer(store(), state, now.id, Answer.YES)
    assert question(store(), state) is not None
    assert result(state).tier is Tier.CONTACT_NOW
    assert not result(state).finished


def test_a_later_no_on_an_old_button_does_not_cancel_a_yes() -> None:
    state, _ = walk(begin(claimed=["S23"]), replies("S23-n"))
    for step in ("S23-n", "S23-e", "S24-e"):
        assert result(answer(store(), state, step, Answer.NO)).tier is Tier.CONTACT_NOW


def test_a_yes_on_an_old_button_counts() -> None:
    state, _ = walk(begin(area="nose"), replies(choices={"pick": "none"}))
    assert result(state).tier is Tier.SELF_CARE
    assert result(answer(store(), state, "S38-n", Answer.YES)).tier is Tier.CONTACT_NOW


@pytest.mark.parametrize("code", ["", "S99", "none'; drop", "S30-e"])
def test_unknown_choices_and_questions_change_nothing(code: str) -> None:
    state = answer(store(), begin(), EMERGENCY, Answer.NO)
    assert choose(store(), state, "areas", code) == state
    assert answer(store(), state, code, Answer.YES) == state


def test_the_pregnancy_question_is_first_when_a_period_changed() -> None:
    _, asked = walk(begin(claimed=["S12"]), replies())
    assert [each.id for each in asked[1:3]] == ["S41-e", "S41-n"]


@pytest.mark.parametrize(
    ("person", "asked_about"),
    [
        (Person(), True),
        (Person(could_be_pregnant=True), True),
        (Person(could_be_pregnant=False), False),
        (Person(could_be_pregnant=False, pregnant=True), True),
    ],
    ids=["unknown", "could", "could not", "pregnant against the profile"],
)
def test_pregnancy_is_asked_unless_it_is_known_to_be_impossible(
    person: Person, asked_about: bool
) -> None:
    _, asked = walk(begin(area="periods-pregnancy", person=person), replies())
    assert any("S41-n" in each.steps for each in asked) is asked_about


def test_a_teen_is_not_asked_about_sex_function() -> None:
    _, asked = walk(begin(area="periods-pregnancy", person=Person(teen=True)), replies())
    offered = {option.code for each in asked for option in each.options}
    assert "S40" not in offered


def test_a_private_question_may_be_left_out() -> None:
    state, _ = walk(
        begin(claimed=["S40"]), lambda now: Answer.NO if now.id == EMERGENCY else Answer.SKIP
    )
    assert result(state).tier is Tier.ROUTINE


def test_headache_asks_about_tetracyclines() -> None:
    state, asked = walk(begin(claimed=["S08"]), replies("S23-tetracycline"))
    assert asked[-1].id == "S23-tetracycline"
    assert result(state).tier is Tier.CONTACT_NOW
    assert "combination.tetracycline" in result(state).reasons


def test_a_full_check_asks_every_urgent_sign_once() -> None:
    _, asked = walk(begin(full=True), replies())
    steps = [each for q in asked for each in q.steps]
    urgent = {
        step.id
        for symptom in store().symptoms
        for step in symptom.steps
        if step.tier.escalates and step.see is None
    }
    assert sorted(steps) == sorted(set(steps))
    assert urgent <= set(steps)
    assert len(asked) <= 25


def test_something_else_is_never_called_nothing() -> None:
    state, _ = walk(begin(area="hearing"), replies(choices={"pick": "other"}))
    assert result(state).tier is Tier.WITHIN_24H
