"""Questions for the next visit: written when they come to mind, heard like every text, and hers."""

from __future__ import annotations

import pytest

from bot.domain.note import LONGEST_NOTE, MOST_NOTES
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import set_up
from tests.journeys.test_rights import exported

ONE, OTHER = "May I fly in May?", "Which sunscreen is right for oily skin?"


async def test_she_notes_what_comes_to_mind_and_takes_back_what_is_answered(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says("/note")
    await ann.sees_only("What do you want to ask")
    await ann.says(f"{ONE}\n ")
    await ann.sees_only("Noted", f"1. {ONE}")
    await ann.says(f"/note {OTHER}")
    await ann.says(f"/note {OTHER}")  # twice is once
    await ann.sees_only(f"1. {ONE}", f"2. {OTHER}")
    await ann.presses("✕ 1")
    await ann.sees_only("Remove this one?", ONE)
    await ann.presses("No, keep")
    await ann.sees_only(ONE, OTHER)
    await ann.presses("✕ 1")
    await ann.presses("Yes, remove")
    await ann.sees_only(f"1. {OTHER}")
    ann.sees_not(ONE)
    await ann.says("/export")
    assert [each["text"] for each in (await exported(ann))["notes"]] == [OTHER]
    await ann.says("/note a third one")
    await ann.presses("Remove all")
    await ann.presses("Yes, remove")
    await ann.sees_only("no questions noted")
    assert await bot.rows("notes") == []


async def test_a_note_in_which_she_is_in_danger_is_an_alarm_and_no_note(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/note I want to kill myself")
    await ann.sees_only("doctor")
    assert len(await bot.rows("escalations")) == 1
    assert await bot.rows("notes") == []


@pytest.mark.parametrize("typed", [False, True], ids=["in one", "asked for"])
async def test_after_a_direct_question_and_a_no_it_is_noted(bot: RunningBot, typed: bool) -> None:
    ann = await set_up(bot)
    words = "I go quiet and think there is no point"
    if typed:
        await ann.says("/note")
    await ann.says(words if typed else f"/note {words}")
    await ann.sees_only("I want to be sure that I understand you")
    assert await bot.rows("notes") == []
    await ann.presses("No")
    await ann.sees("Noted", words)
    await ann.says("/today")  # and what she says next is no note
    assert len(await bot.rows("notes")) == 1


async def test_there_is_an_end_to_what_is_kept(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("/note " + "a" * (LONGEST_NOTE + 1))
    await ann.sees_only("too long")
    for number in range(MOST_NOTES):
        start = f"{number} "
        await ann.says(f"/note {start}{'b' * (LONGEST_NOTE - len(start))}")
    message = await ann.sees_only("Noted")
    assert len(message.text) <= 4096
    assert "Add a question" not in message.labels
    await ann.says("/note one more")
    await ann.sees_only("as many as I keep")
    assert len(await bot.rows("notes")) == MOST_NOTES


async def test_nobody_removes_what_another_has_noted(bot: RunningBot) -> None:
    ann, eve = await set_up(bot), await set_up(bot, name="Eve")
    await ann.says(f"/note {ONE}")
    (note,) = (await bot.rows("notes", "id"))[0]
    for sure in (0, 1):
        await eve.presses_forged(f"2:nx:{note}:{sure}", eve.person.last)
        eve.sees_not(ONE)
    assert len(await bot.rows("notes")) == 1


async def test_who_has_no_account_leaves_nothing(bot: RunningBot) -> None:
    vic = bot.patient("Vic")
    await vic.says(f"/note {ONE}")
    await vic.sees_only("needs a short setup first")
    assert await bot.rows("notes") == []
