"""Combinations, the same day, three checks running, and what is kept."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

import pytest

from bot.domain.symptom_check import begin
from bot.domain.symptom_outcome import PastReport, SymptomHistory, past_report, report_json
from bot.domain.symptom_state import Person
from bot.domain.tier import Tier
from tests.domain.symptoms import TODAY, replies, result, walk


def past(days_ago: int, tier: Tier, **symptoms: Tier) -> PastReport:
    return PastReport(TODAY - timedelta(days=days_ago), tier, MappingProxyType(symptoms))


@pytest.mark.parametrize(
    ("claimed", "facts", "tier"),
    [
        (("S08", "S24"), (), Tier.CONTACT_NOW),
        (("S08",), ("vomiting",), Tier.CONTACT_NOW),
        (("S08", "S13"), (), Tier.CONTACT_NOW),
        (("S30",), ("fever",), Tier.CONTACT_NOW),
        (("S30",), ("mouth-sores",), Tier.EMERGENCY),
        (("S07",), ("dark-urine",), Tier.EMERGENCY),
        (("S26",), ("vomiting",), Tier.CONTACT_NOW),
        ((), ("tetracycline",), Tier.CONTACT_NOW),
        ((), ("pregnancy",), Tier.CONTACT_NOW),
        (("S08",), (), Tier.ROUTINE),
        (("S01",), ("fever",), Tier.ROUTINE),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else value.label,
)
def test_combinations_raise(claimed: tuple[str, ...], facts: tuple[str, ...], tier: Tier) -> None:
    state, _ = walk(begin(claimed=claimed, facts=facts), replies(choices={"areas": "none"}))
    assert result(state).tier is tier


def test_an_urgent_sign_in_pregnancy_is_an_emergency() -> None:
    state, _ = walk(begin(claimed=["S26"], person=Person(pregnant=True)), replies("S26-n"))
    assert result(state).tier is Tier.EMERGENCY
    mild, _ = walk(begin(claimed=["S01"], person=Person(pregnant=True)), replies())
    assert result(mild).tier is Tier.CONTACT_NOW


def test_combinations_reach_over_the_checks_of_one_day() -> None:
    headache, _ = walk(begin(claimed=["S08"]), replies())
    sight = past_report(report_json(headache, result(headache)), TODAY)
    nausea, _ = walk(begin(claimed=["S13"]), replies())
    assert result(nausea).tier is Tier.ROUTINE
    assert result(nausea, SymptomHistory(TODAY, (sight,))).tier is Tier.CONTACT_NOW
    yesterday = PastReport(TODAY - timedelta(days=1), sight.tier, sight.symptoms)
    assert result(nausea, SymptomHistory(TODAY, (yesterday,))).tier is Tier.ROUTINE


def test_a_yes_of_this_morning_still_holds_in_the_evening() -> None:
    morning = past(0, Tier.CONTACT_NOW, S24=Tier.CONTACT_NOW)
    state, _ = walk(begin(claimed=["S01"]), replies())
    evening = result(state, SymptomHistory(TODAY, (morning,)))
    assert evening.tier is Tier.CONTACT_NOW
    assert "earlier-today" in evening.reasons
    assert evening.self_care == ()


D, R = Tier.WITHIN_24H, Tier.ROUTINE


@pytest.mark.parametrize(
    ("earlier", "tier"),
    [
        ((), D),
        ((past(7, D, S01=D),), D),
        ((past(14, D, S01=D), past(7, D, S01=D)), Tier.CONTACT_NOW),
        ((past(14, D, S01=D), past(7, R, S01=R)), D),
        ((past(14, D, S01=D), past(9, R, S09=R), past(7, D, S01=D)), Tier.CONTACT_NOW),
        ((past(7, D, S01=D), past(7, D, S01=D)), D),
        ((past(7, D, S01=D), past(0, D, S01=D)), D),
        ((past(14, D, S02=D), past(7, D, S02=D)), D),
    ],
    ids=[
        "first",
        "second",
        "third running",
        "broken by a milder one",
        "another area in between is no break",
        "twice on one day is one",
        "today is this one",
        "another symptom",
    ],
)
def test_the_same_24_hour_symptom_three_times_running(
    earlier: tuple[PastReport, ...], tier: Tier
) -> None:
    state, _ = walk(begin(claimed=["S01"]), replies("S01-d"))
    assert result(state, SymptomHistory(TODAY, earlier)).tier is tier


def test_mood_in_the_us_setting_is_contact_now() -> None:
    for us, tier in ((False, Tier.WITHIN_24H), (True, Tier.CONTACT_NOW)):
        state, _ = walk(begin(claimed=["S20"], person=Person(us_setting=us)), replies("S20-d"))
        assert result(state).tier is tier


@pytest.mark.parametrize(
    ("claimed", "step", "refer"),
    [
        ("S21", "S21-n", {"mood"}),
        ("S20", "S20-n", {"mood"}),
        ("S41", "S41-n", {"pregnancy"}),
        ("S43", "S43-e", {"mood"}),
        ("S01", "S01-d", set()),
    ],
)
def test_what_follows_is_named(claimed: str, step: str, refer: set[str]) -> None:
    state, _ = walk(begin(claimed=[claimed]), replies(step))
    assert result(state).refer == refer


def test_the_report_keeps_tier_symptoms_and_facts() -> None:
    state, _ = walk(begin(claimed=["S08"], facts=["vomiting"]), replies())
    kept = past_report(report_json(state, result(state)), date(2026, 1, 2))
    assert kept == PastReport(
        date(2026, 1, 2), Tier.CONTACT_NOW, {"S08": Tier.ROUTINE}, ("vomiting",)
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"tier": "X", "symptoms": {}, "facts": []}'])
def test_a_foreign_report_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        past_report(text, TODAY)
