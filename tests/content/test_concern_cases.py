"""The rules against the labelled texts, with the floors that the project promises."""

import pytest

from bot.domain.concern.finding import Label, Outcome, When, Whose
from tests.content.concern_detector import CASES, Case, cases, detector

FILES = sorted(path.stem for path in CASES.glob("*.yaml"))


def flagged(case: Case) -> bool:
    return detector().detect(case.text).outcome is not Outcome.NONE


def share(chosen: list[Case], kept: list[Case]) -> float:
    return len(kept) / len(chosen)


@pytest.mark.parametrize("name", FILES)
def test_emergencies_are_flagged(name: str) -> None:
    emergencies = [case for case in cases(name) if case.tier == "E"]
    missed = [case.text for case in emergencies if not flagged(case)]
    assert len(missed) <= 0.02 * len(emergencies), missed


@pytest.mark.parametrize("name", FILES)
def test_concerns_are_flagged(name: str) -> None:
    concerns = [case for case in cases(name) if case.tier != "none"]
    missed = [case.text for case in concerns if not flagged(case)]
    assert len(missed) <= 0.05 * len(concerns), missed


@pytest.mark.parametrize("name", FILES)
def test_harmless_texts_stay_quiet(name: str) -> None:
    harmless = [case for case in cases(name) if case.tier == "none"]
    found = [(case.text, detector().detect(case.text)) for case in harmless]
    certain = [(text, f.why) for text, f in found if f.outcome is Outcome.CERTAIN]
    possible = [(text, f.why) for text, f in found if f.outcome is Outcome.POSSIBLE]
    assert len(certain) <= 0.01 * len(harmless), certain
    assert len(possible) <= 0.05 * len(harmless), possible


@pytest.mark.parametrize("name", FILES)
def test_no_text_stands_twice(name: str) -> None:
    texts = [case.text for case in cases(name)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("text", "label", "code"),
    [
        ("I want to die", Label.SUICIDE, "N"),
        ("I'm going to kill myself tonight", Label.SUICIDE, "E"),
        ("I want to kill myself", Label.SUICIDE, "E"),
        ("I'm going to end my life", Label.SUICIDE, "E"),
        ("I wish I was dead", Label.SUICIDE, "N"),
        ("this dry lip is killing me and honestly I want to die", Label.SUICIDE, "N"),
        ("my throat is closing", Label.PHYSICAL, "E"),
        ("my vision is blurry", Label.PHYSICAL, "N"),
        ("my doctor gave me doxycycline", Label.PHYSICAL, "N"),
        ("condom broke", Label.PREGNANCY, "N"),
        ("pregnant and bleeding heavily", Label.PREGNANCY, "E"),
        ("my toddler swallowed a capsule", Label.OVERDOSE, "E"),
        ("I hear voices", Label.PSYCHOSIS, "N"),
        ("I'm so depressed", Label.SEVERE_MOOD, "N"),
        ("I want to die lol jk", Label.SUICIDE, "N"),
    ],
)
def test_certain_findings(text: str, label: Label, code: str) -> None:
    found = detector().detect(text)
    assert (found.outcome, found.label, found.tier.code) == (Outcome.CERTAIN, label, code)


def test_others_and_the_past_are_told_apart() -> None:
    assert detector().detect("my sister wants to die").whose is Whose.OTHER
    past = detector().detect("I tried to kill myself two years ago")
    assert (past.when, past.tier.code) == (When.PAST, "N")
