"""Which question comes next, for the instruments that patients really get."""

from pathlib import Path

import pytest

from bot.catalog.questionnaires import load_questionnaires
from bot.domain.checkin import Ask, Finished, Stale, answer, begin, hear_concern, question
from bot.domain.checkin_json import from_json, to_json
from bot.domain.checkin_state import (
    SKIPPED,
    UNCLEAR,
    CheckinPlan,
    CheckinState,
    MoodHistory,
)

CONTENT = Path(__file__).parents[2] / "content" / "questionnaires"
library, problems = load_questionnaires(CONTENT)
assert library is not None, problems
LIBRARY = library

YES_NO = ("safety-today", "asq", "attempt-since", "psychosis")
REST = [f"phq9-{number}" for number in range(3, 9)]
ASQ = ["asq-1", "asq-2", "asq-3", "asq-4"]
PSYCHOSIS = ["psychosis-1", "psychosis-2"]
GAD2 = ["gad2-1", "gad2-2"]


def walk(state: CheckinState, **given: str) -> tuple[list[str], CheckinState]:
    """Answer everything with "not at all" or "no" unless `given`; returns the ids as asked."""
    asked: list[str] = []
    while isinstance(ask := question(state, LIBRARY), Ask):
        asked.append(ask.item.id)
        harmless = "no" if ask.item.option("no") else "0"
        after = answer(
            state, ask.item.id, given.get(ask.item.id.replace("-", "_"), harmless), LIBRARY
        )
        assert isinstance(after, CheckinState)
        state = after
    return asked, state


def asked(plan: CheckinPlan, **given: str) -> list[str]:
    return walk(begin(plan, LIBRARY), **given)[0]


OPENING = ["phq9-1", "phq9-2", "phq9-9", "safety-today-1"]
TEEN_OPENING = ["phqa-1", "phqa-2", "phqa-9", "safety-today-1"]
TEEN_REST = [f"phqa-{number}" for number in range(3, 9)]
REGULAR, MONTHLY, TEEN = CheckinPlan(), CheckinPlan(monthly=True), CheckinPlan("teen")


@pytest.mark.parametrize(
    ("plan", "given", "expected"),
    [
        pytest.param(REGULAR, {}, OPENING, id="nothing-to-report-is-four-questions"),
        pytest.param(REGULAR, {"phq9_1": "1"}, OPENING, id="one-point-is-below-the-pair-cutoff"),
        pytest.param(
            REGULAR,
            {"phq9_1": "1", "phq9_2": "1"},
            [*OPENING, *REST, "phq9-difficulty"],
            id="two-points-open-the-rest",
        ),
        pytest.param(
            REGULAR,
            {"phq9_2": SKIPPED},
            [*OPENING, *REST, "phq9-difficulty"],
            id="skipping-one-of-the-pair-opens-the-rest",
        ),
        pytest.param(
            MONTHLY, {}, [*OPENING, *REST, *PSYCHOSIS, *GAD2], id="monthly-asks-everything"
        ),
        pytest.param(TEEN, {}, [*TEEN_OPENING, *TEEN_REST], id="teen-gets-the-whole-form"),
        pytest.param(
            CheckinPlan("teen", monthly=True),
            {},
            [*TEEN_OPENING, *TEEN_REST, "phqa-past-year", *PSYCHOSIS, *GAD2],
            id="teen-monthly",
        ),
        pytest.param(
            REGULAR, {"phq9_9": "1"}, [*OPENING[:3], *ASQ], id="item-9-goes-straight-to-the-asq"
        ),
        pytest.param(
            MONTHLY,
            {"safety_today_1": "yes"},
            [*OPENING, *ASQ],
            id="unsafe-stops-even-a-monthly-check-in",
        ),
        pytest.param(
            REGULAR,
            {"safety_today_1": "yes", "asq_2": "yes"},
            [*OPENING, *ASQ, "asq-5"],
            id="one-asq-yes-asks-about-right-now",
        ),
        pytest.param(
            REGULAR,
            {"phq9_1": "3", "phq9_2": "3", "phq9_3": "3", "phq9_4": "1"},
            [*OPENING, *REST, "phq9-difficulty", *PSYCHOSIS],
            id="ten-points-ask-about-psychosis",
        ),
        pytest.param(
            MONTHLY,
            {"psychosis_1": "yes"},
            [*OPENING, *REST, "psychosis-1"],
            id="a-psychosis-yes-ends-the-questions",
        ),
        pytest.param(
            MONTHLY,
            {"phq9_3": "1", "phq9_difficulty": "3"},
            [*OPENING, *REST, "phq9-difficulty", *PSYCHOSIS],
            id="no-gad2-after-contact-now",
        ),
        pytest.param(
            CheckinPlan(psychosis_due=True), {}, [*OPENING, *PSYCHOSIS], id="psychosis-when-due"
        ),
    ],
)
def test_order_of_questions(plan: CheckinPlan, given: dict[str, str], expected: list[str]) -> None:
    assert asked(plan, **given) == expected


@pytest.mark.parametrize("refusal", [SKIPPED, UNCLEAR, "forged"])
@pytest.mark.parametrize("item_id", ["phq9-9", "safety-today-1"])
def test_a_safety_question_is_asked_once_more_and_then_counts_as_yes(
    item_id: str, refusal: str
) -> None:
    expected = OPENING[: OPENING.index(item_id) + 1]
    assert asked(REGULAR, **{item_id.replace("-", "_"): refusal}) == [*expected, item_id, *ASQ]


def test_refusing_all_of_the_asq_leads_to_the_question_about_right_now() -> None:
    ids = asked(REGULAR, phq9_9="1", **dict.fromkeys(("asq_1", "asq_2", "asq_3", "asq_4"), SKIPPED))
    assert ids[-1] == "asq-5"
    assert ids.count("asq-1") == 2


@pytest.mark.parametrize(
    ("since", "right_now"),
    [("no", False), ("yes", True), (SKIPPED, True)],
    ids=["unchanged", "new-attempt", "refused"],
)
def test_an_attempt_told_before_counts_only_when_it_is_new(since: str, right_now: bool) -> None:
    plan = CheckinPlan(history=MoodHistory(attempt_told=True))
    ids = asked(plan, safety_today_1="yes", asq_4="yes", attempt_since_1=since)
    assert "attempt-since-1" in ids
    assert ("asq-5" in ids) is right_now


def test_a_first_told_attempt_asks_about_right_now() -> None:
    ids = asked(REGULAR, safety_today_1="yes", asq_4="yes")
    assert ids[-1] == "asq-5"
    assert "attempt-since-1" not in ids


def test_a_concern_in_free_text_starts_with_the_asq() -> None:
    ids, _ = walk(begin(REGULAR, LIBRARY, concern="suicide"))
    assert ids == ASQ


def test_a_concern_in_the_middle_brings_the_asq_next() -> None:
    state = begin(MONTHLY, LIBRARY)
    for item_id in ("phq9-1", "phq9-2"):
        moved = answer(state, item_id, "0", LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    ids, _ = walk(hear_concern(state, "suicide"))
    assert ids == ASQ


def test_yes_to_right_now_ends_everything() -> None:
    _, state = walk(begin(MONTHLY, LIBRARY), phq9_9="3", asq_3="yes", asq_5="yes")
    assert question(state, LIBRARY) == Finished()
    assert answer(state, "asq-1", "yes", LIBRARY) == Stale("finished")


def test_unclear_words_are_asked_again_once_and_then_left_out() -> None:
    ids = asked(MONTHLY, phq9_4=UNCLEAR)
    assert ids.count("phq9-4") == 2


def test_declining_an_ordinary_item_is_accepted_at_once() -> None:
    assert asked(MONTHLY, phq9_4=SKIPPED).count("phq9-4") == 1


def test_a_double_tap_on_refuse_is_one_refusal() -> None:
    state = begin(REGULAR, LIBRARY)
    for item_id in ("phq9-1", "phq9-2"):
        moved = answer(state, item_id, "0", LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    once = answer(state, "phq9-9", SKIPPED, LIBRARY, attempt=1)
    assert isinstance(once, CheckinState)
    assert answer(once, "phq9-9", SKIPPED, LIBRARY, attempt=1) == Stale("repeated")
    ask = question(once, LIBRARY)
    assert isinstance(ask, Ask)
    assert ask.again
    assert isinstance(answer(once, "phq9-9", SKIPPED, LIBRARY, attempt=2), CheckinState)


def test_late_presses_never_lower_and_a_worse_safety_answer_counts() -> None:
    _, state = walk(begin(REGULAR, LIBRARY))
    assert answer(state, "phq9-1", "3", LIBRARY) == Stale("finished")
    assert answer(state, "phq9-9", "0", LIBRARY) == Stale("finished")
    assert answer(state, "phq9-9", "nonsense", LIBRARY) == Stale("finished")
    assert answer(state, "gad2-1", "3", LIBRARY) == Stale("finished")
    raised = answer(state, "phq9-9", "2", LIBRARY)
    assert isinstance(raised, CheckinState)
    ask = question(raised, LIBRARY)
    assert isinstance(ask, Ask)
    assert ask.item.id == "asq-1"
    assert answer(raised, "phq9-9", "0", LIBRARY) == Stale("answered")


def test_each_question_shows_its_stem_and_the_recall_period() -> None:
    ask = question(begin(REGULAR, LIBRARY), LIBRARY)
    assert isinstance(ask, Ask)
    assert ask.stem is not None
    assert "2 weeks" in ask.stem
    assert [option.text for option in ask.options] == [
        "Not at all",
        "Several days",
        "More than half the days",
        "Nearly every day",
    ]


def test_a_stored_check_in_continues_where_it_was() -> None:
    _, state = walk(begin(MONTHLY, LIBRARY, concern="suicide"), asq_1=SKIPPED)
    assert from_json(to_json(state)) == state


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"age":"old"}'])
def test_text_that_is_no_check_in_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)
