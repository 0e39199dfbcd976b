"""The mood check-in: what is asked, what is not asked any more, and what follows."""

from __future__ import annotations

import pytest

from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

CALL_NOW = "Please call your local emergency number"
TALK_TODAY = "Please talk to a person today"
HOLD = "Don't take your next isotretinoin capsule until you have spoken to a doctor"


async def answers(ann: Patient, *labels: str) -> None:
    for label in labels:
        await ann.presses(label)


async def begun(bot: RunningBot, **facts: object) -> Patient:
    ann = await set_up(bot, "Ann", Choices(**facts))  # type: ignore[arg-type]
    await ann.says("/checkin")
    await ann.sees("Mood check-in", "no score", "not end-to-end encrypted")
    await ann.sees("Little interest or pleasure")
    return ann


async def test_all_clear_ends_with_thanks_and_no_score(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all")
    await ann.sees("better off dead")
    await answers(ann, "Not at all")
    await ann.sees("unsafe")
    await ann.presses("No")
    await ann.sees_only("Thank you for answering", "next check-in is on")
    ann.sees_not("score", "fine", "low risk", "0")
    assert await bot.rows("escalations", "id") == []


async def test_low_interest_leads_to_the_other_questions(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Several days", "Several days", "Not at all", "No")
    await ann.sees("Trouble falling or staying asleep")
    for _ in range(6):
        await ann.presses("Not at all")
        ann.sees_not("Thank you for answering")
    await ann.presses("Not difficult at all")
    await ann.sees_only("Thank you for answering")


async def test_many_heavy_answers_mean_contact_now(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Nearly every day", "Nearly every day", "Not at all", "No")
    for _ in range(6):
        await ann.presses("Nearly every day")
    await ann.presses("Not difficult at all")
    while not await bot.rows("escalations", "id"):
        await ann.presses("No")  # hearing voices and the like
    await ann.sees("contact your doctor or the clinic", HOLD)
    ann.sees_not("score", "risk")


async def test_thoughts_of_death_lead_to_the_direct_questions_at_once(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "Several days")
    ann.sees_not("unsafe", "Trouble")
    await ann.sees_only("wished you were dead")
    await answers(ann, "No", "Yes", "No", "No")
    await ann.sees("thoughts of killing yourself right now")
    await ann.presses("No")
    await ann.sees(TALK_TODAY, HOLD)
    ann.sees_not("Trouble falling", "Thank you for answering")


async def test_four_times_no_after_thoughts_of_death_is_contact_now_all_the_same(
    bot: RunningBot,
) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "Several days", "No", "No", "No", "No")
    await ann.sees(TALK_TODAY, HOLD)


async def test_yes_to_right_now_is_an_emergency_and_nothing_else_is_asked(
    bot: RunningBot,
) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "Several days", "Yes", "No", "Yes", "No")
    await ann.sees("right now")
    await ann.presses("Yes")
    urgent = await ann.sees(CALL_NOW)
    assert urgent.text.startswith("Please call")
    assert urgent is ann.fresh[-1]
    assert not any("?" in message.text for message in ann.fresh)
    await ann.says("/checkin")
    await ann.sees_only("Today I won't ask more questions")


async def test_a_later_no_or_joke_clears_nothing(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "Several days", "Yes", "No", "Yes", "No", "Yes")
    await ann.says("haha just joking, forget it")
    await ann.waits_until("08:00")
    ann.sees_not("Your daily one")
    await ann.says("/today")
    await ann.sees("on hold")


async def test_unsafe_leads_to_the_direct_questions(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "Not at all", "Yes")
    await ann.sees_only("wished you were dead")


async def test_refusing_the_safety_question_is_asked_once_more_and_counts_as_yes(
    bot: RunningBot,
) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "I'd rather not answer")
    await ann.sees("treat it as a yes", "better off dead")
    await ann.presses("I'd rather not answer")
    await ann.sees("wished you were dead")


async def test_typed_answers_count_like_pressed_ones(bot: RunningBot) -> None:
    ann = await begun(bot)
    await ann.says("not at all")
    await ann.sees("Feeling down")
    await ann.says("Not at all.")
    await ann.says("0")
    await ann.sees("unsafe")
    await ann.says("no")
    await ann.sees_only("Thank you for answering")


async def test_words_that_are_no_answer_are_asked_again_and_then_go_up(bot: RunningBot) -> None:
    ann = await begun(bot)
    await ann.says("purple")
    await ann.sees_only("didn't understand that", "Little interest")
    await answers(ann, "Not at all", "Not at all")
    await ann.says("hmm")
    await ann.sees_only("didn't understand that", "better off dead")
    await ann.says("well you know")
    await ann.sees_only("wished you were dead")


async def test_leaving_after_a_yes_is_contact_now_and_one_check_later(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "More than half the days")
    await bot.passes(minutes=14)
    await ann.sees_nothing()
    await bot.passes(minutes=2)
    await ann.sees_only("stopped in the middle", TALK_TODAY)
    await bot.passes(minutes=50)
    await ann.sees_only("Are you safe right now?")


async def test_leaving_with_cancel_after_a_yes_is_the_same(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all", "Not at all", "Several days")
    await ann.says("/cancel")
    await ann.sees("stopped in the middle", TALK_TODAY)


async def test_leaving_without_a_yes_alarms_nobody(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Several days")
    await bot.passes(hours=3)
    await ann.sees_nothing()
    await ann.says("/checkin")
    await ann.sees("Feeling down")


async def test_two_taps_at_once_on_an_answer_are_one_answer(bot: RunningBot) -> None:
    ann = await begun(bot)
    await ann.taps_at_once("Not at all", "Not at all")
    await ann.sees("Feeling down")
    ann.sees_not("better off dead")


async def test_a_worse_press_on_an_old_question_still_counts(bot: RunningBot) -> None:
    ann = await begun(bot)
    question = ann.offering("Nearly every day")
    await answers(ann, "Not at all", "Not at all")
    stale = next(
        button["callback_data"]
        for row in ann.person.last.buttons  # type: ignore[union-attr]
        for button in row
        if button["text"] == "Nearly every day"
    )
    await answers(ann, "Not at all", "No")
    await ann.sees("Thank you for answering")
    await ann.presses_forged(stale, question)
    await ann.sees(TALK_TODAY, HOLD)
    assert len(await bot.rows("escalations", "id")) == 1


@pytest.mark.parametrize("state", ["later", "start"])
async def test_the_invitation_comes_after_two_weeks_without_a_telling_word(
    bot: RunningBot, state: str
) -> None:
    ann = await set_up(bot, choices=Choices(reminders=False))
    await bot.passes(days=13)
    await ann.sees_nothing()
    await bot.passes(days=4)
    invitation = await ann.sees("Your check-in is due")
    ann.sees_not("mood", "suicide", "depress")
    if state == "start":
        await ann.presses("Start", invitation)
        await ann.sees("Little interest or pleasure")
    else:
        await ann.presses("Later today", invitation)
        await ann.sees("I will ask again at")
        await bot.passes(hours=4)
        await ann.sees_only("Your check-in is due")


async def test_without_consent_to_check_ins_nobody_is_invited(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(reminders=False, mood=False))
    await bot.passes(days=30)
    await ann.sees_nothing()


async def test_an_open_check_in_survives_a_restart(bot: RunningBot) -> None:
    ann = await begun(bot)
    await answers(ann, "Not at all")
    async with bot.down():
        bot.clock.advance(minutes=5)
    await answers(ann, "Not at all")
    await ann.sees("better off dead")
