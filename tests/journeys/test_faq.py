"""Questions and answers: by menu and in her own words; what is refused and where to turn."""

from __future__ import annotations

import pytest

from bot.domain.faq_actions import FaqTopic
from bot.tg.callback_codec import encode
from tests.journeys.bot import RunningBot


async def test_from_the_menu_to_an_answer_and_its_sources(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/faq")
    await ann.sees_only("Questions and answers")
    await ann.presses("Skin and lips")
    await ann.sees_only("Skin and lips")
    await ann.presses("Dry, cracked lips")
    answer = await ann.sees("ip")
    assert "Sources" in answer.labels
    assert "no clinician has signed it yet" in answer.text
    await ann.presses("Sources")
    await ann.sees("where this comes from")


async def test_a_long_group_has_pages(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/faq")
    for group in list(ann.offered):
        await ann.presses(group)
        if "Next ›" in ann.offered:
            break
        await ann.presses("All groups")
    first = list(ann.offered)
    await ann.presses("Next ›")
    assert set(ann.offered) - set(first)
    await ann.presses("‹ Previous")
    assert ann.offered == first


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("/faq sunscreen", "unscreen"),
        ("can I drink alcohol?", "lcohol"),
        ("My lips are so dry", "lip"),
        ("what if i forgot a capsule", "two"),
        ("can i wax my legs", "ax"),
    ],
)
async def test_a_plain_question_gets_its_answer(bot: RunningBot, asked: str, about: str) -> None:
    ann = bot.patient("Ann")
    await ann.says(asked)
    answer = await ann.sees(about)
    assert "Sources" in answer.labels or len(answer.labels) > 1


async def test_not_what_i_meant_offers_more(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/faq sunscreen")
    await ann.presses("Not what I meant")
    assert ann.fresh
    assert ann.offered


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("by mistake I had my dose twice today", "too many"),
        ("gonna double my dose this week to clear up before prom ok?", "I can't"),
    ],
)
async def test_a_question_is_answered_once_the_worry_in_it_is_denied(
    bot: RunningBot, asked: str, answered: str
) -> None:
    ann = bot.patient("Ann")
    await ann.says(asked)
    await ann.sees_only("I want to be sure that I understand you")
    await ann.presses("No")
    await ann.sees(answered)
    assert await bot.rows("escalations", "id") == []


@pytest.mark.parametrize(
    "asked",
    [
        "where can i buy it cheap without a prescription",
        "should I double my dose",
        "can you read my blood test results",
    ],
)
async def test_what_the_bot_must_not_do_is_refused_with_where_to_turn(
    bot: RunningBot, asked: str
) -> None:
    ann = bot.patient("Ann")
    await ann.says(asked)
    await ann.sees("I can't")


@pytest.mark.parametrize("topic", ["no-such-topic", "gone.for/good"])
async def test_an_old_or_forged_topic_leads_to_the_menu(bot: RunningBot, topic: str) -> None:
    ann = bot.patient("Ann")
    await ann.says("/faq")
    await ann.presses_forged(encode(FaqTopic(topic)))
    await ann.sees("has gone")


async def test_what_is_out_of_scope_is_said_and_not_guessed(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("who won the world cup in 1974")
    await ann.sees("I have no answer to that")


async def test_small_talk_is_answered_shortly(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("thank you!")
    await ann.sees_only("welcome")
