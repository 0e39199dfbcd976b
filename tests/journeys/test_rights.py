"""What is kept, what can be changed, what can be taken away; and somebody who leaves."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from bot.storage.schema import metadata
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

WITHOUT_PATIENTS = {"facts", "counters", "alembic_version"}


async def exported(ann: Patient) -> dict[str, Any]:
    """What is in the file that she got."""
    message = ann.fresh[-1]
    upload = ann.bot.telegram.files[message.api["document"]["file_id"]]
    with zipfile.ZipFile(io.BytesIO(upload.content)) as archive:
        name = next(each for each in archive.namelist() if each.startswith("my-data"))
        found: dict[str, Any] = json.loads(archive.read(name))
    return found


async def lived(bot: RunningBot) -> Patient:
    """A patient with something in every table."""
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    await ann.presses("Taken")
    await ann.says("/checkin")
    for label in ("Not at all", "Not at all", "Not at all", "No"):
        await ann.presses(label)
    await ann.says("I want to kill myself")
    await ann.says("/settings")
    await ann.presses("Doctor's number")
    await ann.says("020 7946 0000")
    return ann


async def test_privacy_says_what_is_kept_and_what_was_agreed_to(bot: RunningBot) -> None:
    ann = await set_up(bot, choices=Choices(mood=False))
    await ann.says("/privacy")
    await ann.sees_only("What is kept", "not end-to-end encrypted", "You agreed to: Reminders")
    ann.sees_not("Mood check-ins")


async def test_export_holds_everything_of_hers(bot: RunningBot) -> None:
    ann = await lived(bot)
    await ann.says("/export")
    await ann.sees_only("Everything I keep")
    data = await exported(ann)
    assert data["you"]["doctor"] == "020 7946 0000"
    assert data["plans"][0]["capsules_mg"] == [20]
    assert [each["state"] for each in data["reminders"]] == ["done"]
    assert data["checkins"]
    assert data["cases"]


async def test_after_delete_no_row_is_left(bot: RunningBot) -> None:
    ann = await lived(bot)
    await ann.says("/delete")
    await ann.presses("No, keep it")
    await ann.sees("Nothing was deleted")
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.sees("Are you sure?")
    await ann.presses("Yes, I'm sure")
    await ann.sees_only("change your mind")
    await bot.passes(minutes=10)
    await ann.sees_only("Everything about you is deleted", "/sos")
    left = {
        name: rows
        for name in metadata.tables
        if name not in WITHOUT_PATIENTS
        and (rows := [row for row in await bot.rows(name) if row])
        and name not in {"inbox", "outbox"}
    }
    assert left == {}
    assert [row for row in await bot.rows("outbox", "patient_id") if row[0] is not None] == []
    assert [row for row in await bot.rows("inbox", "payload") if row[0] is not None] == []
    await bot.passes(days=20)
    await ann.sees_nothing()


async def test_she_can_change_her_mind_and_everything_goes_on(bot: RunningBot) -> None:
    ann = await set_up(bot)
    before = await bot.rows("routines", "kind", "next_due_at")
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.presses("No, keep it")
    assert await bot.rows("patients", "delete_at") == [(None,)]
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.presses("Yes, I'm sure")
    await bot.passes(minutes=9)
    await ann.says("/delete")
    await ann.sees_only("change your mind")
    await ann.presses("Keep everything")
    await ann.sees_only("Everything is as it was")
    assert await bot.rows("routines", "kind", "next_due_at") == before
    await ann.waits_until("08:00")
    await ann.sees_only("Your daily one")
    await ann.presses("Keep everything")
    await ann.sees("button")


async def test_nothing_comes_unasked_while_she_may_change_her_mind(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("07:55")
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.presses("Yes, I'm sure")
    await bot.passes(minutes=9)
    await ann.sees_nothing()


async def test_a_cry_for_help_while_leaving_is_answered_before_everything_goes(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.presses("Yes, I'm sure")
    fault = bot.telegram.faults.blocked(ann.person.id)
    ann.looks_away()
    ann.person.say("I want to kill myself")
    await bot.telegram.wait_until(lambda: fault.hits > 0)
    await bot.settled()
    await bot.passes(minutes=30)
    assert await bot.rows("escalations") != []  # still owed, so still there
    fault.off()
    await bot.passes(hours=23)
    await ann.says("/sos")
    await bot.passes(minutes=1)
    assert await bot.rows("escalations") == []
    assert any("call" in each.text for each in ann.person.received)


async def test_after_delete_everything_can_begin_anew(bot: RunningBot) -> None:
    ann = await lived(bot)
    await ann.says("/delete")
    await ann.presses("Yes, delete everything")
    await ann.presses("Yes, I'm sure")
    await bot.passes(minutes=10)
    await ann.says("/today")
    await ann.sees_only("/start")
    await ann.says("/start")
    await ann.sees("I am a companion")


@pytest.mark.parametrize(
    ("button", "typed", "shown"),
    [
        ("Country", "Japan", "Country: Japan"),
        ("Quiet hours", "23:00 to 6:30", "23:00 to 06:30"),
        ("Doctor's number", "020 7946 0000", "Doctor's number: 020 7946 0000"),
    ],
)
async def test_a_setting_is_changed(bot: RunningBot, button: str, typed: str, shown: str) -> None:
    ann = await set_up(bot)
    await ann.says("/settings")
    await ann.presses(button)
    await ann.says(typed)
    await ann.sees("Saved")
    await ann.says("/settings")
    await ann.sees_only(shown)


@pytest.mark.parametrize(
    ("button", "typed", "answer"),
    [
        ("Country", "Atlantis", "don't know a country"),
        ("Quiet hours", "late to early", "Nothing was changed"),
        ("Quiet hours", "25:00 to 7:00", "Nothing was changed"),
        ("Plan", "90 mg once", "can't save that"),
        ("Plan", "many", "so nothing was changed"),
        ("Doctor's number", "Dr Smith", "Nothing was changed"),
        ("Doctor's number", "1", "Nothing was changed"),
        ("Time zone", "Qwertzuiop", "could not find"),
    ],
)
async def test_a_setting_that_cannot_be_changes_nothing(
    bot: RunningBot, button: str, typed: str, answer: str
) -> None:
    ann = await set_up(bot)
    await ann.says("/settings")
    before = ann.fresh[-1].text
    await ann.presses(button)
    await ann.says(typed)
    await ann.sees_only(answer)
    await ann.says("/cancel")
    await ann.says("/settings")
    assert ann.fresh[-1].text == before


async def test_the_doctors_number_stands_in_the_message_that_sends_her_there(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    await ann.says("/settings")
    await ann.presses("Doctor's number")
    await ann.says("020 7946 0000")
    await ann.says("I wish I was dead")
    await ann.sees("020 7946 0000")


async def test_who_blocks_the_bot_is_unreachable_until_she_returns(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.blocks()
    assert await bot.rows("patients", "state") == [("unreachable",)]
    await bot.passes(days=2)
    await ann.sees_nothing()
    tries = [call for call in bot.telegram.ledger.calls if call.outcome == "refused"]
    assert tries == []
    await ann.unblocks()
    await ann.says("/start")
    await ann.sees("set up already")
    await ann.waits_until("08:00")
    await ann.sees_only("Your daily one")


async def test_a_block_that_telegram_did_not_tell_is_learnt_from_the_refusal(
    bot: RunningBot,
) -> None:
    ann = await set_up(bot)
    fault = bot.telegram.faults.blocked(ann.person.id)
    await ann.waits_until("08:00")
    assert await bot.rows("patients", "state") == [("unreachable",)]
    fault.off()
    await bot.passes(days=1)
    await ann.sees_nothing()
    await ann.says("/today")
    await ann.waits_until("08:00")
    await ann.sees_only("Your daily one")


async def test_an_escalation_stays_owed_to_who_has_blocked_the_bot(bot: RunningBot) -> None:
    ann = await set_up(bot)
    fault = bot.telegram.faults.blocked(ann.person.id)
    ann.looks_away()
    ann.person.say("I want to kill myself")
    await bot.telegram.wait_until(lambda: fault.hits > 0)
    await bot.settled()
    await bot.passes(hours=6)
    await ann.sees_nothing()
    fault.off()
    await ann.says("/start")
    await ann.sees("call", "nobody may be reading this chat")
