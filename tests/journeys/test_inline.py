"""`@bot words` in any chat: public answers to everybody, help to whoever needs it, and no trace."""

from __future__ import annotations

from typing import Any

import pytest

from playground.telegram import Group
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient

Answer = dict[str, Any]


async def offered(bot: RunningBot, patient: Patient, words: str) -> Answer:
    """What she is offered while she types `@bot words`."""
    query_id = patient.person.inline_query(words)
    await bot.settled()
    found = await bot.telegram.wait_until(lambda: bot.telegram.inline_answers.get(query_id), 10.0)
    assert found is not None
    return {"query": query_id, **found}


def ids(answer: Answer) -> list[str]:
    return [each["id"] for each in answer["results"]]


async def test_words_offer_the_public_answers(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    answer = await offered(bot, ann, "sunscreen")
    first = answer["results"][0]
    assert first["id"] == "sunscreen"
    assert first["title"] == "Which sunscreen, and how much?"
    assert "SPF 30" in first["description"]
    assert "no clinician has signed it yet" in first["text"]
    assert 1 < len(answer["results"]) <= 10
    assert len(set(ids(answer))) == len(ids(answer))
    assert (answer["is_personal"], answer["cache_time"]) == (False, 300)


@pytest.mark.parametrize("words", ["suns", "SUNSCR", "lip b"])
async def test_half_a_word_already_finds(bot: RunningBot, words: str) -> None:
    answer = await offered(bot, bot.patient("Ann"), words)
    titles = " ".join(each["title"].lower() for each in answer["results"])
    assert words.lower()[:5].strip() in titles


async def test_without_words_the_menu_is_offered(bot: RunningBot) -> None:
    answer = await offered(bot, bot.patient("Ann"), "")
    assert len(answer["results"]) == 10
    assert answer["is_personal"] is False


async def test_nonsense_offers_the_private_chat(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    answer = await offered(bot, ann, "qqqxzv")
    assert answer["results"] == []
    assert answer["button"]["start_parameter"] == "faq"
    await ann.says("/start faq")
    assert len(ann.offered) > 8


async def test_everybody_who_types_the_same_is_offered_the_same(bot: RunningBot) -> None:
    ann = await set_up(bot, "Ann")
    tim = bot.patient("Tim", language="es")
    one, other = [await offered(bot, each, "missed dose") for each in (ann, tim)]
    assert one["results"] == other["results"]
    assert not one["is_personal"]


CRY = "I want to kill myself"


async def test_a_cry_for_help_offers_only_help_and_only_to_her(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    answer = await offered(bot, ann, CRY)
    assert ids(answer) == ["help"]
    first = answer["results"][0]
    assert first["title"] == "Talk to someone now"
    assert "local emergency number" in first["description"]
    assert "findahelpline.com" in first["text"]
    assert (answer["is_personal"], answer["cache_time"]) == (True, 0)
    assert answer["button"]["start_parameter"] == "people"


async def test_the_door_of_help_leads_to_help(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await ann.says("/start people")
    await ann.sees("In danger now?")


async def test_a_cry_for_help_in_another_chat_is_no_case(bot: RunningBot) -> None:
    ann = await set_up(bot, "Ann")
    await offered(bot, ann, CRY)
    assert await bot.rows("escalations", "id") == []
    await ann.sees_nothing()
    await ann.says("/today")
    ann.sees_not("on hold")


async def test_other_trouble_offers_help_first_and_then_the_topics(bot: RunningBot) -> None:
    answer = await offered(bot, bot.patient("Ann"), "could I be pregnant")
    assert ids(answer)[0] == "help"
    assert len(ids(answer)) > 1
    assert answer["is_personal"] is True


async def test_her_country_and_language_serve_help(bot: RunningBot) -> None:
    ann = await set_up(bot, "Ann")
    await ann.says("/language")
    await ann.presses("Español")
    answer = await offered(bot, ann, "me quiero morir")
    assert answer["results"][0]["title"] == "Habla con alguien ahora"


async def test_whoever_types_is_not_written_down(bot: RunningBot) -> None:
    tim = bot.patient("Tim")
    await offered(bot, tim, "sunscreen")
    await offered(bot, tim, CRY)
    assert await bot.rows("patients", "id") == []
    assert await bot.rows("outbox", "id") == []
    payloads = await bot.rows("inbox", "payload", "failed")
    assert payloads == [(None, None)] * 2
    assert all(CRY not in str(row) for row in await bot.rows("facts"))


async def test_her_own_chosen_answer_is_not_read_as_her_words(bot: RunningBot) -> None:
    ann = await set_up(bot, "Ann")
    answer = await offered(bot, ann, CRY)
    posted = ann.person.choose_inline(answer["query"])
    await bot.settled()
    assert "findahelpline.com" in posted.text
    assert await bot.rows("escalations", "id") == []
    await ann.sees_nothing()


async def test_an_answer_posted_in_a_group_needs_no_bot_there(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    friends: Group = bot.group("Friends")
    answer = await offered(bot, ann, "sunscreen")
    posted = ann.person.choose_inline(answer["query"], chat=friends.chat)
    await bot.settled()
    assert posted.text.startswith("Which sunscreen, and how much?")
    assert not [message for message in friends.chat.visible() if message.by_bot]
