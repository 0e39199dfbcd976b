"""The symptom files: complete, cross-checked, and wrong ones refused with their line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.catalog.message_files import load_messages
from bot.catalog.symptoms import load_symptoms
from bot.domain.message import Message
from bot.domain.symptom_check import answer, begin, choose, question
from bot.domain.symptom_outcome import outcome
from bot.domain.symptom_state import Answer
from bot.domain.tier import Tier
from bot.tg.callback_codec import encode
from bot.views.symptoms import symptom_outcome, symptom_question, understood
from tests.domain.symptoms import CONTENT, NO_HISTORY, replies, result, store, walk

LISTED = [*range(1, 14), *range(20, 44)]


def test_every_symptom_of_the_clinical_list_is_there() -> None:
    assert {int(each.id[1:3]) for each in store().symptoms} == set(LISTED)


def test_nobody_has_signed_yet_and_the_loader_says_so() -> None:
    loaded, problems = load_symptoms(CONTENT)
    assert loaded is not None
    assert {p.severity for p in problems} == {"warning"}
    assert len(problems) == len(loaded.symptoms)
    assert all(problem.line > 0 for problem in problems)


@pytest.mark.parametrize("symptom", store().symptoms, ids=lambda each: each.id)
def test_texts_are_plain(symptom) -> None:  # type: ignore[no-untyped-def]
    for step in symptom.steps:
        assert step.see or step.ask.endswith(("?", ".")), step.id
    for text in (*symptom.self_care, *(s.ask for s in symptom.steps)):
        assert not re.search(r"\bmg\b|stop taking|diagnos|cure|guarante", text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("skin.yaml", "areas: [skin]\n    also_ask", "areas: [skni]\n    also_ask", "no area skni"),
        ("skin.yaml", "also_ask: [S30]", "also_ask: [S99]", "no other symptom S99"),
        ("skin.yaml", "id: S05", "id: S02", "stands twice"),
        ("skin.yaml", "tier: D, ask: \"Does the", "tier: E, ask: \"Does the", "order E, N, D"),
        ("skin.yaml", "name: Sunburn", "title: Sunburn", "name"),
        ("mood.yaml", "tier: E, ask", "tier: X, ask", "tier"),
        ("head.yaml", "facts: [tetracycline]", "facts: [tetracyclin]", "no fact tetracyclin"),
        ("combinations.yaml", "[S24]]", "[S98]]", "S98 is no symptom"),
        ("emergency.yaml", "ask:", "ask: [", "not valid YAML"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_its_line(
    tmp_path: Path, file: str, old: str, new: str, complaint: str
) -> None:
    folder = tmp_path / "symptoms"
    shutil.copytree(CONTENT, folder)
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    loaded, problems = load_symptoms(folder)
    assert loaded is None
    found = [each for each in problems if complaint in each.text]
    assert found, problems
    assert found[0].path.name == file
    assert found[0].line > 0


def test_a_missing_folder_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    loaded, problems = load_symptoms(tmp_path / "nothing")
    assert loaded is None
    assert problems


@pytest.fixture(scope="module")
def say():  # type: ignore[no-untyped-def]
    messages, problems = load_messages(CONTENT.parent / "messages")
    assert messages is not None, problems
    return messages.say("en")


def fits(message: Message) -> None:
    assert 0 < len(message.html) < 4096
    for row in message.rows:
        assert row
        for button in row:
            assert 0 < len(button.label) <= 64
            assert button.action is not None
            encode(button.action)


def test_every_question_becomes_a_message_that_fits_a_phone(say) -> None:  # type: ignore[no-untyped-def]
    for start in [begin(full=True), *(begin(area=area.id) for area in store().areas)]:
        _, asked = walk(start, replies(choices={"pick": "other"}))
        for each in asked:
            fits(symptom_question(say, each, 10**12))
    _, asked = walk(begin(area="skin"), replies("S30-n"))
    fits(symptom_question(say, asked[-1], 7))


def test_a_repeated_question_says_why(say) -> None:  # type: ignore[no-untyped-def]
    state = answer(store(), begin(), "emergency", Answer.UNCLEAR)
    now = question(store(), state)
    assert now is not None
    assert say("symptom-again") in symptom_question(say, now, 1).html


@pytest.mark.parametrize("symptom", [s.id for s in store().symptoms if s.pickable])
def test_milder_outcomes_name_the_symptom_its_tips_and_when_to_call(say, symptom: str) -> None:  # type: ignore[no-untyped-def]
    for default in (Answer.NO, Answer.SKIP):
        state, _ = walk(
            begin(claimed=[symptom]),
            lambda now: default if now.tier is Tier.WITHIN_24H else Answer.NO,  # noqa: B023
        )
        message = symptom_outcome(say, store(), result(state))
        fits(message)
        found = store().symptom(symptom)
        assert found is not None
        assert say("symptom-when-now") in message.html
        assert all(tip.split(",")[0] in message.html for tip in found.self_care)


def test_urgent_outcomes_are_not_worded_here(say) -> None:  # type: ignore[no-untyped-def]
    state, _ = walk(begin(claimed=["S24"]), replies("S24-n"))
    with pytest.raises(ValueError):
        symptom_outcome(say, store(), outcome(store(), state, NO_HISTORY))


def test_nothing_and_something_else_have_their_own_words(say) -> None:  # type: ignore[no-untyped-def]
    state = answer(store(), begin(), "emergency", Answer.NO)
    done = choose(store(), state, "areas", "none")
    assert "nothing to report" in symptom_outcome(say, store(), result(done)).html
    other, _ = walk(begin(area="hearing"), replies(choices={"pick": "other"}))
    assert "not on my list" in symptom_outcome(say, store(), result(other)).html


def test_what_was_understood_is_named(say) -> None:  # type: ignore[no-untyped-def]
    assert "Headache" in understood(say, store(), ["S08"])
