"""The result table, row by row."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.checkin import Ask, answer, begin, question
from bot.domain.checkin_state import (
    SKIPPED,
    CheckinPlan,
    CheckinState,
    MoodHistory,
    accepted_recently,
)
from bot.domain.checkin_tier import MoodOutcome, outcome
from bot.domain.tier import Tier
from tests.domain.test_checkin_flow import LIBRARY, walk

NONE, R, D, N, E = Tier
FIRST_TWO = {"phq9_1": "2"}


def phq(total: int) -> dict[str, str]:
    """Answers of items 1 to 8 that add up to `total`, the first ones highest."""
    given = {}
    for number in range(1, 9):
        given[f"phq9_{number}"] = str(min(3, total))
        total -= min(3, total)
    assert total == 0
    return given


def result(plan: CheckinPlan, **given: str) -> MoodOutcome:
    return outcome(walk(begin(plan, LIBRARY), **given)[1], LIBRARY)


def known(baseline: int, *, told: bool = False, accepts: bool = True) -> MoodHistory:
    return MoodHistory(baseline=baseline, prescriber_accepts=accepts, known_high_told=told)


@pytest.mark.parametrize(
    ("history", "total", "tier", "us_tier"),
    [
        pytest.param(MoodHistory(baseline=4), 4, NONE, NONE, id="0-4"),
        pytest.param(MoodHistory(baseline=6), 6, R, R, id="5-9-same-as-baseline"),
        pytest.param(MoodHistory(baseline=5), 9, R, R, id="5-9-rise-of-four"),
        pytest.param(MoodHistory(baseline=4), 9, D, N, id="5-9-rise-of-five"),
        pytest.param(MoodHistory(baseline=9, last_total=2), 8, D, N, id="5-9-rise-since-last"),
        pytest.param(MoodHistory(), 6, D, N, id="5-9-baseline-unknown"),
        pytest.param(MoodHistory(), 10, N, N, id="10-new"),
        pytest.param(MoodHistory(baseline=9), 10, N, N, id="10-from-a-lower-baseline"),
        pytest.param(known(10), 12, D, D, id="10-known-and-accepted-first-time"),
        pytest.param(known(10, told=True), 12, R, R, id="10-known-and-accepted-later"),
        pytest.param(known(10, accepts=False), 10, N, N, id="10-not-accepted-by-prescriber"),
        pytest.param(known(10), 15, N, N, id="known-but-up-by-five"),
        pytest.param(known(14), 15, N, N, id="known-but-crossing-fifteen"),
        pytest.param(known(16), 17, D, D, id="15-known-and-accepted"),
        pytest.param(MoodHistory(baseline=3), 20, N, N, id="20-new"),
    ],
)
def test_phq_rows(history: MoodHistory, total: int, tier: Tier, us_tier: Tier) -> None:
    plan = CheckinPlan(monthly=True, history=history)
    us = CheckinPlan(monthly=True, history=history, us_setting=True)
    assert result(plan, **phq(total)).tier is tier
    assert result(us, **phq(total)).tier is us_tier


@pytest.mark.parametrize(
    ("given", "tier", "reason"),
    [
        pytest.param({"phq9_9": "1"}, N, "item-9", id="item-9-asq-all-no"),
        pytest.param({"phq9_9": SKIPPED}, N, "item-9-refused", id="item-9-refused"),
        pytest.param({"safety_today_1": "yes"}, N, "unsafe", id="unsafe-asq-all-no"),
        pytest.param({"phq9_9": "1", "asq_3": "yes"}, N, "asq-3", id="asq-yes-not-now"),
        pytest.param({"phq9_9": "1", "asq_1": SKIPPED}, N, "asq-1", id="asq-refused-not-now"),
        pytest.param({"phq9_9": "1", "asq_1": "yes", "asq_5": "yes"}, E, "asq-5", id="right-now"),
        pytest.param(
            {"phq9_9": "1", "asq_1": "yes", "asq_5": SKIPPED}, E, "asq-5", id="right-now-refused"
        ),
        pytest.param({"psychosis_2": "yes"}, N, "psychosis-2", id="aggression"),
        pytest.param({"psychosis_1": SKIPPED}, N, "psychosis-1", id="psychosis-refused"),
        pytest.param(
            {"phq9_1": "1", "phq9_difficulty": "3"}, N, "extremely-difficult", id="difficulty"
        ),
        pytest.param({"gad2_1": "2", "gad2_2": "1"}, D, "gad2", id="gad2"),
    ],
)
def test_rows_without_a_total(given: dict[str, str], tier: Tier, reason: str) -> None:
    found = result(CheckinPlan(monthly=True, history=MoodHistory(baseline=0)), **given)
    assert found.tier is tier
    assert reason in found.reasons


def test_gad2_in_the_us_is_contact_now_unless_it_is_as_before() -> None:
    worry = {"gad2_1": "2", "gad2_2": "1"}
    new = CheckinPlan(monthly=True, us_setting=True, history=MoodHistory(baseline=0))
    same = CheckinPlan(monthly=True, us_setting=True, history=MoodHistory(baseline=0, last_gad2=3))
    assert result(new, **worry).tier is N
    assert result(same, **worry).tier is D


def test_a_high_total_is_contact_now_even_when_the_prescriber_knows_if_item_9_is_above_zero() -> (
    None
):
    state = begin(CheckinPlan(monthly=True, history=known(10)), LIBRARY)
    _, state = walk(state, **phq(10))
    raised = answer(state, "phq9-9", "1", LIBRARY)
    assert isinstance(raised, CheckinState)
    _, raised = walk(raised)
    found = outcome(raised, LIBRARY)
    assert found.tier is N
    assert "phq-high" in found.reasons


def test_a_skipped_item_is_never_a_score() -> None:
    found = result(CheckinPlan(monthly=True, history=MoodHistory(baseline=0)), phq9_4=SKIPPED)
    assert dict(found.scores)["phq9"] is None
    assert found.tier is NONE
    assert not found.complete


@pytest.mark.parametrize(
    ("pair", "tier"), [("0", R), ("1", D)], ids=["no-reason-in-the-pair", "reason-in-the-pair"]
)
def test_declining_the_long_form(pair: str, tier: Tier) -> None:
    rest = {f"phq9_{number}": SKIPPED for number in range(3, 9)}
    history = MoodHistory(baseline=0, known_condition=True)
    found = result(CheckinPlan(monthly=True, history=history), phq9_1=pair, phq9_2=pair, **rest)
    assert found.tier is tier
    assert found.offer_full_again


def test_drop_out_after_a_yes_is_at_least_contact_now() -> None:
    state = begin(CheckinPlan(), LIBRARY)
    for item_id, code in (("phq9-1", "0"), ("phq9-2", "0"), ("phq9-9", "1")):
        moved = answer(state, item_id, code, LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    assert outcome(state, LIBRARY, dropped_out=True).tier is N


@pytest.mark.parametrize("refusals", [0, 1])
def test_drop_out_on_a_safety_question_counts_once_it_was_repeated(refusals: int) -> None:
    state = begin(CheckinPlan(), LIBRARY)
    for item_id in ("phq9-1", "phq9-2", *(["phq9-9"] * refusals)):
        code = SKIPPED if item_id == "phq9-9" else "0"
        moved = answer(state, item_id, code, LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    assert outcome(state, LIBRARY, dropped_out=True).tier is (N if refusals else NONE)


def test_drop_out_on_the_repeated_question_about_right_now_is_an_emergency() -> None:
    state = begin(CheckinPlan(), LIBRARY, concern="suicide")
    for _ in range(4):
        ask = question(state, LIBRARY)
        assert isinstance(ask, Ask)
        moved = answer(state, ask.item.id, "yes", LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    moved = answer(state, "asq-5", SKIPPED, LIBRARY)
    assert isinstance(moved, CheckinState)
    assert outcome(moved, LIBRARY, dropped_out=True).tier is E


@pytest.mark.parametrize("earlier", [N, E])
def test_a_later_no_does_not_clear_an_earlier_yes(earlier: Tier) -> None:
    _, state = walk(begin(CheckinPlan(), LIBRARY))
    found = outcome(state, LIBRARY, earlier_today=earlier)
    assert found.tier is earlier
    assert found.reasons == ("earlier-today",)


def test_a_concern_in_text_is_at_least_contact_now_whatever_the_asq_says() -> None:
    _, state = walk(begin(CheckinPlan(), LIBRARY, concern="suicide"))
    assert outcome(state, LIBRARY).tier is N


def test_an_attempt_is_remembered() -> None:
    assert result(CheckinPlan(), phq9_9="1", asq_4="yes").attempt_told
    assert not result(CheckinPlan(), phq9_9="1").attempt_told


@pytest.mark.parametrize(("days", "softens"), [(0, True), (30, True), (31, False), (-1, False)])
def test_the_prescribers_acceptance_lasts_thirty_days(days: int, softens: bool) -> None:
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert accepted_recently(now - timedelta(days=days), now) is softens
    assert not accepted_recently(None, now)


def test_skipped_items_do_not_pass_for_unchanged() -> None:
    plan = CheckinPlan(monthly=True, history=known(10))
    assert result(plan, **phq(10)).tier is D
    assert result(plan, **{**phq(10), "phq9_5": SKIPPED, "phq9_6": SKIPPED}).tier is N
