"""The setup, from the first word to "All set": taken back, skipped, left, refused, misread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import onboard, set_up
from tests.journeys.patient import Patient

StartBot = Callable[..., Awaitable[RunningBot]]


async def test_she_answers_every_question_and_is_all_set(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await onboard(ann)
    await ann.sees_only("All set", "first reminder", "8:00")
    await ann.says("/today")
    ann.sees_not("short setup")


async def test_the_first_words_say_what_the_bot_is_and_is_not(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.sees_only(
        "not a doctor",
        "Nobody may be reading this chat",
        "not end-to-end encrypted",
        "No clinician has signed",
        "/sos",
    )


async def test_every_step_can_be_taken_back_to_the_first(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    for label in ("I understand", "18 or older", "Yes, remind me", "Yes, ask me"):
        await ann.presses(label)
    await ann.says("London")
    await ann.says("Germany")
    await ann.presses("Continue")
    await ann.says("20 mg")
    await ann.presses("Once")
    await ann.presses("Skip this")
    await ann.says("8:00")
    await ann.sees("Shall I start like this?")
    for question in (
        "At what time?",
        "How much do you weigh?",
        "How many times a day?",
        "label say for one dose",
        "remind you of?",
        "Which country",
        "Where are you",
        "May I ask how you are",
        "May I remind you",
        "How old are you?",
        "I am a companion",
    ):
        await ann.presses("‹ Back")
        await ann.sees(question)
    assert "‹ Back" not in ann.offered


async def test_an_answer_taken_back_is_replaced(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    for label in ("I understand", "18 or older", "Yes, remind me", "‹ Back", "No reminders"):
        await ann.presses(label)
    await ann.presses("No check-ins")
    await ann.presses("Skip this")
    review = await ann.sees("Shall I start like this?")
    assert "No reminders" in review.text
    assert "No mood check-ins" in review.text
    assert "international help only" in review.text


async def test_what_is_optional_can_be_skipped(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    for label in ("I understand", "18 or older", "Yes, remind me", "No check-ins"):
        await ann.presses(label)
    await ann.says("Berlin")
    await ann.presses("Skip this")  # the country
    await ann.presses("Continue")
    await ann.presses("Skip this")  # what the label says
    await ann.presses("Twice")
    await ann.says("8:00 and 20:00")
    await ann.presses("Start")
    await ann.sees("All set")


async def test_she_goes_on_days_later_where_she_stopped(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.presses("I understand")
    await ann.presses("18 or older")
    await bot.passes(days=5)
    await ann.sees_nothing()
    await ann.says("/start")
    await ann.sees("begun to set things up")
    await ann.presses("Go on")
    await ann.sees("May I remind you")


async def test_a_setup_survives_a_restart_of_the_bot(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.presses("I understand")
    async with bot.down():
        bot.clock.advance(hours=3)
    await ann.presses("18 or older")
    await ann.sees("May I remind you")


async def test_she_starts_over(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.presses("I understand")
    await ann.says("/start")
    await ann.presses("Start over")
    await ann.sees("I am a companion")


async def test_start_after_the_setup_asks_nothing_but_offers_to_start_over(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says("/start")
    await ann.sees_only("set up already")
    await ann.presses("Start over")
    await ann.sees("I am a companion")


async def test_cancel_leaves_the_setup(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.says("/cancel")
    await ann.sees_only("Nothing was changed")


@pytest.mark.parametrize("age", ["press", "11", "I am 9 years old"])
async def test_a_child_under_twelve_is_refused_kindly(bot: RunningBot, age: str) -> None:
    tim = bot.patient("Tim")
    await tim.says("/start")
    await tim.presses("I understand")
    if age == "press":
        await tim.presses("Under 12")
    else:
        await tim.says(age)
    await tim.sees("honest", "/sos")
    await tim.says("/checkin")
    await tim.sees_only("short setup")
    await tim.says("/sos")
    await tim.sees("In danger now?")


async def test_a_teenager_is_refused_unless_the_operator_admits_them(bot: RunningBot) -> None:
    tim = bot.patient("Tim")
    await tim.says("/start")
    await tim.presses("I understand")
    await tim.says("15")
    await tim.sees("18 or older", "/sos")


async def test_a_teenager_gets_the_questions_made_for_teenagers(start_bot: StartBot) -> None:
    bot = await start_bot(admit_teens=True)
    tim = bot.patient("Tim")
    await tim.says("/start")
    await tim.presses("I understand")
    await tim.says("15")
    await tim.presses("No reminders")
    await tim.presses("Yes, ask me")
    await tim.says("London")
    await tim.presses("Skip this")
    await tim.presses("Start")
    await tim.sees("All set")
    await tim.says("/checkin")
    await tim.sees("nobody looks over your shoulder")
    await tim.sees("Feeling down, depressed, irritable, or hopeless?")


async def to_the_zone(ann: Patient) -> None:
    await ann.says("/start")
    for label in ("I understand", "18 or older", "Yes, remind me", "No check-ins"):
        await ann.presses(label)
    await ann.sees("Where are you")


async def to_the_capsules(ann: Patient) -> None:
    await to_the_zone(ann)
    await ann.says("Berlin")
    await ann.presses("Yes, Germany")
    await ann.presses("Continue")
    await ann.sees("label say")


@pytest.mark.parametrize("nowhere", ["Qwertzuiop", "xqzw", "25:00", "💊"])
async def test_a_place_that_does_not_exist_is_asked_again(bot: RunningBot, nowhere: str) -> None:
    ann = bot.patient("Ann")
    await to_the_zone(ann)
    await ann.says(nowhere)
    await ann.sees("could not find that place", "Where are you")
    await ann.says("London")
    await ann.sees("Noted: London")


async def test_a_city_with_a_typo_is_understood(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await to_the_zone(ann)
    await ann.says("Karachii")
    await ann.sees("Noted: Karachi")


async def test_several_springfields_are_offered(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await to_the_zone(ann)
    await ann.says("Springfield")
    asked = await ann.sees("Which one do you mean?")
    assert len(set(asked.labels)) == len(asked.labels) > 2
    await ann.presses("Springfield, MO, US")
    await ann.sees("Noted: Chicago")


async def test_the_time_on_her_own_watch_will_do(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await to_the_zone(ann)
    await ann.says("17:45")  # noon UTC: only Nepal lies five hours and three quarters ahead
    await ann.sees("Noted: Kathmandu", "17:45")


async def test_a_shared_location_gives_the_zone_and_the_country(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await to_the_zone(ann)
    assert ann.person.keys[0]["text"] == "Share my location"
    await ann.shares_location(35.68, 139.69)
    await ann.sees("Noted: Tokyo")
    await ann.presses("Yes, Japan")
    assert ann.person.keys == []


async def test_a_country_that_does_not_exist_is_asked_again(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await to_the_zone(ann)
    await ann.says("London")
    await ann.says("Atlantis")
    await ann.sees("don't know a country of that name")
    await ann.says("Germany")
    await ann.sees("remind you of?")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("90 mg", "can't save that"),
        ("90", "can't save that"),
        ("0 mg", "could not read that"),
        ("the yellow ones", "could not read that"),
        ("-20 mg", "could not read that"),
    ],
)
async def test_a_strength_that_cannot_be_is_not_saved(
    bot: RunningBot, typed: str, answer: str
) -> None:
    ann = bot.patient("Ann")
    await to_the_capsules(ann)
    await ann.says(typed)
    await ann.sees(answer, "label say")
    await ann.says("20 + 10")
    await ann.sees("How many times a day?")


@pytest.mark.parametrize("typed", ["25:00", "8:75", "half seven", "99"])
async def test_a_time_that_cannot_be_is_asked_again(bot: RunningBot, typed: str) -> None:
    ann = bot.patient("Ann")
    await to_the_capsules(ann)
    await ann.says("20 mg")
    await ann.presses("Once")
    await ann.presses("Skip this")
    await ann.says(typed)
    await ann.sees("At what time?")
    await ann.says("half past seven")
    await ann.sees("Shall I start like this?", "07:30")


@pytest.mark.parametrize(
    ("often", "label"), [("Once", "13:00"), ("Twice", "08:00"), ("Twice", "07:30")]
)
async def test_every_offered_time_can_be_pressed(bot: RunningBot, often: str, label: str) -> None:
    ann = bot.patient("Ann")
    await to_the_capsules(ann)
    await ann.says("20 mg")
    await ann.presses(often)
    await ann.presses("Skip this")
    await ann.presses(label)
    await ann.sees("Shall I start like this?", label)


@pytest.mark.parametrize("typed", ["300 kg", "3 kg", "heavy", "62 bananas", "-70"])
async def test_a_weight_that_cannot_be_is_asked_again_and_never_needed(
    bot: RunningBot, typed: str
) -> None:
    ann = bot.patient("Ann")
    await to_the_capsules(ann)
    await ann.says("20 mg")
    await ann.presses("Once")
    await ann.sees("How much do you weigh?")
    await ann.says(typed)
    await ann.sees("can't use that as a weight", "How much do you weigh?")
    await ann.presses("Skip this")
    await ann.sees("At what time?")


async def test_two_times_are_needed_for_twice_a_day(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await to_the_capsules(ann)
    await ann.says("2 x 20")
    await ann.presses("Twice")
    await ann.presses("Skip this")
    await ann.says("8:00")
    await ann.sees("At which two times?")
    await ann.says("8 and 20")
    await ann.sees("08:00", "20:00")


async def test_typed_yes_and_no_count_and_anything_else_does_not(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.presses("I understand")
    await ann.says("old enough")
    await ann.sees("age in years")
    await ann.says("19")
    await ann.says("perhaps")
    await ann.sees("yes or no")
    await ann.says("yes please")
    await ann.sees("May I ask how you are")


@pytest.mark.parametrize("command", ["/faq sunscreen", "/sos", "/help", "/privacy"])
async def test_somebody_without_an_account_can_ask_and_get_help(
    bot: RunningBot, command: str
) -> None:
    guest = bot.patient("Guest")
    await guest.says(command)
    guest.sees_not("short setup", "don't know that command")
    await guest.sees_only("")


async def test_a_button_of_a_later_step_jumps_over_nothing(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.presses("I understand")
    await ann.presses_forged("2:ob:review:go")
    assert ann.offered[:3] == ["18 or older", "12 to 17", "Under 12"]
    assert await bot.rows("patients", "state") == [("visitor",)]


async def test_a_question_during_the_setup_is_answered_and_the_step_stays(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start")
    await ann.says("I forgot my capsule yesterday, what now?")
    await ann.sees("I missed a dose")
    await ann.sees("Please use one of the buttons")
    await ann.presses("I understand")
    await ann.sees("How old are you?")
