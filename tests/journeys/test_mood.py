"""The mood check-in: what is asked, what is not asked any more, and what follows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.storage import checkins
from bot.storage.schema import patients
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

CALL_NOW = "Please call your local emergency number"
TALK_TODAY = "Please talk to a person today"
HOLD = "Don't take your next isotretinoin capsule until you have spoken to a doctor"


async def answers(ann: Patient, *labels: str) -> None:
    for label in labels:
        await ann.presses(label)


async def has_answered_before(
    bot: RunningBot, *, total: int = 2, days_ago: int = 3, gad2: int = 0
) -> None:
    """Her whole form of some days ago, so that the next check-in is a short one."""
    async with bot.running.store.write() as tx:
        at = bot.clock.now() - timedelta(days=days_ago)
        (patient_id,) = (await tx.execute(select(patients.c.id))).one()
        found = {"tier": "-", "reasons": [], "phq": total, "gad2": gad2, "attempt_told": False}
        row = await checkins.begin(tx, patient_id, "full", {"found": found}, at.date(), at)
        await checkins.change(tx, row, {"state": "finished", "finished_at": at})


async def begun(
    bot: RunningBot, *, first: bool = False, total: int = 2, **facts: object
) -> Patient:
    ann = await set_up(bot, "Ann", Choices(**facts))  # type: ignore[arg-type]
    if not first:
        await has_answered_before(bot, total=total)
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


# The first one, and the calendar.


async def test_the_first_check_in_is_the_whole_form(bot: RunningBot) -> None:
    ann = await begun(bot, first=True)
    await answers(ann, "Not at all", "Not at all", "Not at all", "No")
    await ann.sees("Trouble falling or staying asleep")
    for _ in range(6):
        await ann.presses("Not at all")
    while "No" in ann.offered:
        await ann.presses("No")
    await answers(ann, "Not at all", "Not at all")
    await ann.sees("Thank you for answering")
    await bot.passes(days=15)
    await ann.presses("Start")
    await answers(ann, "Not at all", "Not at all", "Not at all", "No")
    await ann.sees_only("Thank you for answering")


async def test_another_dose_brings_the_check_in_within_three_days(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(reminders=True, routines=()))
    await has_answered_before(bot)
    for plan in ("20 mg once", "40 mg once"):
        await ann.says("/settings")
        await ann.presses("Plan")
        await ann.says(plan)
        await ann.presses("Today")
        await ann.presses("Yes, save")
        await bot.passes(days=1)
    await bot.passes(days=2)
    assert sum("Your check-in is due" in each.text for each in ann.person.received) == 1


async def test_after_the_last_capsule_three_more_and_then_no_more(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(reminders=False))
    await has_answered_before(bot)
    await bot.passes(days=1)
    await ann.says("/settings")
    await ann.presses("Last capsule")
    await ann.says("today")
    await ann.sees("3 March")
    asked: list[int] = []
    for day in range(1, 130):
        await bot.passes(days=1)
        asked += [day for each in ann.fresh if "check" in each.text]
    assert len(asked) == 3
    assert asked[0] <= 3
    assert 29 <= asked[1] <= 34
    assert 90 <= asked[2] <= 96


# The baseline rule: high before, known to the prescriber, no higher now.


async def heavy(ann: Patient) -> None:
    """Ten points and more, and no word about death."""
    await answers(ann, "Nearly every day", "Nearly every day", "Not at all", "No")
    await answers(ann, *["Several days"] * 6, "Somewhat difficult", "No", "No")


async def test_a_high_total_that_the_prescriber_knows_is_not_an_alarm_each_time(
    bot: RunningBot,
) -> None:
    ann = await begun(bot, total=12)
    await heavy(ann)
    await ann.sees("contact your doctor or the clinic", HOLD)
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    await ann.sees("Does the doctor who prescribes isotretinoin know")
    await ann.presses("Yes, in the last 30 days")
    await ann.sees_only("Noted")
    await bot.passes(days=14)
    await ann.says("/checkin")
    await heavy(ann)
    await ann.sees("You told me that your doctor knows")
    assert len(await bot.rows("escalations", "id")) == 1


async def test_what_the_prescriber_knew_two_months_ago_softens_nothing(bot: RunningBot) -> None:
    ann = await begun(bot, total=12)
    await heavy(ann)
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    await ann.presses("Yes, in the last 30 days")
    await bot.passes(days=31)
    await ann.says("/checkin")
    await heavy(ann)
    await ann.sees("contact your doctor or the clinic", HOLD)


async def test_questions_left_out_are_offered_once_more_and_may_be_declined(
    bot: RunningBot,
) -> None:
    ann = await begun(bot, total=12)
    await heavy(ann)
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    await ann.presses("Yes, in the last 30 days")
    await bot.passes(days=29)
    await ann.says("/checkin")
    await answers(ann, "Not at all", "Not at all", "Not at all", "No")
    while "I'd rather not answer" in ann.offered:
        await ann.presses("No" if "No" in ann.offered else "I'd rather not answer")
    await ann.sees("You left out some of the monthly questions")
    await ann.presses("No, thanks")
    await ann.sees_only("next month")
    await ann.says("/checkin")
    await answers(ann, "Not at all", "Not at all", "Not at all", "No")
    ann.sees_not("You left out")


# A text of uncertain meaning.

MAYBE = "I go quiet and think there is no point"


@pytest.mark.parametrize("answer", ["Yes", "I'd rather not answer"])
async def test_a_yes_to_the_direct_question_leads_to_the_asq_at_once(
    bot: RunningBot, answer: str
) -> None:
    ann = await set_up(bot)
    await ann.says(MAYBE)
    await ann.presses(answer)
    await ann.sees_only("wished you were dead")
    await answers(ann, "No", "No", "Yes", "No")
    await ann.sees("right now")
    await ann.presses("Yes")
    await ann.sees(CALL_NOW)


async def test_leaving_after_that_yes_is_contact_now(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says(MAYBE)
    await ann.presses("Yes")
    await bot.passes(minutes=16)
    await ann.sees_only("stopped in the middle", TALK_TODAY)


async def test_without_consent_to_questions_the_yes_is_contact_now_at_once(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says(MAYBE)
    await ann.presses("Yes")
    await ann.sees_only(TALK_TODAY)
