"""What nobody planned for: a clear answer, and nothing changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.checkin_actions import CheckinAnswer
from bot.domain.reminder_actions import Done
from bot.domain.safety_actions import EscalationAnswer
from bot.tg.callback_codec import encode
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.journeys.patient import Patient


@pytest.mark.parametrize(
    "data",
    ["1:dn:5", "3:dn:5", "2:zz:1", "2:dn", "2:dn:1:2", "garbage", "2:sn:1:7", "💊" * 16, ":", "2:"],
)
async def test_a_button_of_another_version_gets_kind_words(bot: RunningBot, data: str) -> None:
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    await ann.presses_forged(data)
    await ann.sees_only("button", "/today")
    assert await bot.rows("occurrences", "state") == [("open",)]


@pytest.mark.parametrize("forged", ["dn", "da", "sk", "sn", "un", "rd"])
async def test_another_persons_reminder_stays_as_it_is(bot: RunningBot, forged: str) -> None:
    ann = await set_up(bot, "Ann")
    ben = await set_up(bot, "Ben")
    await ann.waits_until("08:00")
    number = (await bot.rows("occurrences", "id", patient_id=1))[0][0]
    rest = {"sk": ":forgot", "sn": ":a"}.get(forged, "")
    data = encode(Done(number)).replace(":dn:", f":{forged}:") + rest
    before = await bot.rows("occurrences")
    await ben.presses_forged(data, ben.person.last)
    await ben.sees_only("not belong to anything of yours", "/today")
    await ann.sees("Your daily one")  # untouched since the reminder came
    assert await bot.rows("occurrences") == before


async def test_another_persons_case_is_not_released(bot: RunningBot) -> None:
    ann, ben = await set_up(bot, "Ann"), await set_up(bot, "Ben")
    await ann.says("I want to kill myself")
    (case,) = (row[0] for row in await bot.rows("escalations", "id"))
    before = await bot.rows("escalations")
    await ben.says("/help")
    for step in ("said-continue", "called", "worse"):
        await ben.presses_forged(encode(EscalationAnswer(case, step)))
        await ben.sees_only("not belong to anything of yours")
    assert await bot.rows("escalations") == before


async def test_another_persons_check_in_is_not_answered(bot: RunningBot) -> None:
    ann, ben = await set_up(bot, "Ann"), await set_up(bot, "Ben")
    await ann.says("/checkin")
    (checkin,) = (row[0] for row in await bot.rows("checkins", "id"))
    before = await bot.rows("checkins")
    await ben.says("/help")
    await ben.presses_forged(encode(CheckinAnswer(checkin, "phq-1", "3", 1)))
    ben.sees_not("Feeling down", "Little interest")
    assert await bot.rows("checkins") == before


@pytest.mark.parametrize("step", ["said-nothing", "x" * 20])
async def test_a_forged_step_of_her_own_case_changes_nothing(bot: RunningBot, step: str) -> None:
    ann = await set_up(bot)
    await ann.says("I want to kill myself")
    (case,) = (row[0] for row in await bot.rows("escalations", "id"))
    await ann.presses_forged(encode(EscalationAnswer(case, step)))
    await ann.sees("button")
    assert (await bot.rows("escalations", "hold_released_at"))[0][0] is None


async def a_sticker(ann: Patient) -> None:
    await ann.sends_sticker()


async def a_voice_message(ann: Patient) -> None:
    await ann.sends_voice()


async def a_photo(ann: Patient) -> None:
    await ann.sends_photo()


async def a_contact(ann: Patient) -> None:
    ann.looks_away()
    ann.person.share_contact()
    await ann.bot.settled()


async def a_document(ann: Patient) -> None:
    ann.looks_away()
    ann.person.send_document("results.pdf", b"%PDF")
    await ann.bot.settled()


@pytest.mark.parametrize("thing", [a_sticker, a_voice_message, a_photo, a_contact, a_document])
async def test_what_cannot_be_read_is_answered_with_where_help_is(
    bot: RunningBot, thing: Callable[[Patient], Awaitable[None]]
) -> None:
    ann = await set_up(bot)
    await thing(ann)
    await ann.sees_only("I can only read text and buttons", "/sos")


async def test_a_location_out_of_the_blue_is_not_kept(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.shares_location(35.68, 139.69)
    await ann.sees_only("was not waiting for that")
    assert await bot.rows("patients", "time_zone") == [("UTC",)]


async def test_a_harmless_edit_changes_nothing(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("hello")
    await ann.edits("hello there")
    await ann.sees_only("have read your change")


async def test_an_unknown_command(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/makemewell")
    await ann.sees_only("don't know that command", "/help")


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 2048,
        "\u202eesrever ni gnihtyreve\u202c",
        "asdkjh qwlekj zxmcn",
        "a" * 4096,
        "<b>unclosed & <script>",
        "\u200b\u200b?",
        "🏳️‍🌈👨‍👩‍👧‍👦",
        "/",
        "null",
    ],
    ids=[
        "emojis",
        "right-to-left",
        "nonsense",
        "long",
        "markup",
        "invisible",
        "joined",
        "/",
        "null",
    ],
)
async def test_whatever_is_typed_there_is_an_answer(bot: RunningBot, text: str) -> None:
    ann = await set_up(bot)
    await ann.says(text)
    assert ann.fresh
    ann.sees_not("went wrong on my side")


async def test_many_messages_in_one_breath_are_all_answered(bot: RunningBot) -> None:
    ann = await set_up(bot)
    ann.looks_away()
    for _ in range(8):
        ann.person.say("/today")
    await bot.settled()
    assert len(ann.fresh) == 8


async def test_in_a_group_the_bot_explains_itself_and_leaves(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    group = bot.group("Acne friends")
    group.add_bot(ann.person)
    await bot.settled()
    assert any("private chats only" in message.text for message in group.received)
    assert group.chat.bot_status == "left"


async def test_a_forged_wish_to_skip_a_reason_is_refused(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    number = (await bot.rows("occurrences", "id"))[0][0]
    for data in (f"2:sk:{number}:hungover", f"2:sn:{number}:-5", f"2:sn:{number}:zz"):
        await ann.presses_forged(data)
        await ann.sees_only("button", "/today")
    assert await bot.rows("occurrences", "state") == [("open",)]
