"""The check-in as a patient reads it."""

import pytest

from bot.domain.checkin import Ask, answer, begin, question
from bot.domain.checkin_actions import CheckinAnswer
from bot.domain.checkin_state import SKIPPED, UNCLEAR, CheckinPlan, CheckinState, MoodHistory
from bot.domain.checkin_tier import outcome
from bot.tg.callback_codec import decode, encode
from bot.views import checkin as view
from bot.views.daily_mood import MOODS, daily_reply, rows
from bot.views.safety import Help
from tests.domain.test_checkin_flow import LIBRARY, walk
from tests.views.test_safety_views import BRITAIN, SAY, check, every_help


def test_every_question_fits_its_buttons_and_offers_a_refusal() -> None:
    for instrument in LIBRARY.instruments:
        for item in instrument.items:
            ask = Ask(item, item.stem, item.options, 1)
            message = view.question(SAY, ask, checkin_id=2**40)
            check(message)
            actions = [button.action for row in message.rows for button in row]
            assert [a.option for a in actions if isinstance(a, CheckinAnswer)] == [
                *(option.code for option in item.options),
                SKIPPED,
            ]
            assert all(action and decode(encode(action)) == action for action in actions)
            assert item.text in message.html
            if item.stem:
                assert item.stem in message.html


@pytest.mark.parametrize("code", [SKIPPED, UNCLEAR])
def test_a_safety_question_says_why_it_comes_again(code: str) -> None:
    state = begin(CheckinPlan(), LIBRARY)
    for item_id, given in (("phq9-1", "0"), ("phq9-2", "0"), ("phq9-9", code)):
        moved = answer(state, item_id, given, LIBRARY)
        assert isinstance(moved, CheckinState)
        state = moved
    ask = question(state, LIBRARY)
    assert isinstance(ask, Ask)
    message = view.question(SAY, ask, 1, unclear=code == UNCLEAR)
    check(message)
    assert "I will treat it as a yes" in message.html
    assert ("didn't understand" in message.html) is (code == UNCLEAR)


@pytest.mark.parametrize("age", ["adult", "teen"])
def test_the_intro_says_the_recall_period_and_what_a_chat_is(age: str) -> None:
    plan = CheckinPlan(age)  # type: ignore[arg-type]
    message = view.intro(SAY, plan, LIBRARY.latest(plan.phq))
    check(message)
    assert "2 weeks" in message.html or "two weeks" in message.html
    assert "not end-to-end encrypted" in message.html
    assert "Pfizer" in message.html


def test_the_invitation_shows_no_health_words() -> None:
    for full in (False, True):
        message = view.invitation(SAY, full=full)
        check(message)
        for word in ("mood", "suicide", "depress", "isotretinoin"):
            assert word not in message.html.casefold()


@every_help
@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param({}, "Thank you for answering", id="nothing"),
        pytest.param({"phq9_3": "3", "phq9_4": "3"}, "next visit", id="next-visit"),
        pytest.param({"gad2_1": "3"}, "within 24 hours", id="within-24-hours"),
    ],
)
def test_results_hold_no_number_about_the_patient(
    help_: Help, given: dict[str, str], words: str
) -> None:
    plan = CheckinPlan(monthly=True, history=MoodHistory(baseline=5))
    found = outcome(walk(begin(plan, LIBRARY), **given)[1], LIBRARY)
    message = view.result(SAY, help_, found, next_date="Tuesday")
    assert message is not None
    check(message)
    assert words in message.html
    for total in (value for _, value in found.scores if value):
        assert f" {total} " not in message.html.replace("in 2 weeks", "").replace("24 hours", "")


def test_contact_now_is_not_said_here() -> None:
    found = outcome(walk(begin(CheckinPlan(), LIBRARY), phq9_9="1")[1], LIBRARY)
    assert view.result(SAY, Help(BRITAIN), found) is None


@every_help
def test_the_other_messages(help_: Help) -> None:
    ask = question(begin(CheckinPlan(), LIBRARY), LIBRARY)
    assert isinstance(ask, Ask)
    check(view.question(SAY, ask, 1, stale=True))
    for short in (view.not_today, view.over, view.left_open, view.offer_again):
        check(short(SAY))
    check(view.prescriber_question(SAY))
    assert len([button for row in rows(SAY) for button in row]) == len(MOODS)
    for mood in MOODS:
        check(daily_reply(SAY, mood))
    check(view.dropped_out_check(SAY, help_))
    check(view.missed_twice(SAY, help_))
