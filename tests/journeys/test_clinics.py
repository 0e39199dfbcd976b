"""Several clinics on one installation: each knows its own patients' cases, and no others."""

from __future__ import annotations

import pytest

from bot.clinic_desk import Refused, act
from playground.telegram import Group
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

CRY = "my urine is dark and my skin is yellow"
PHONE = "030 555 01"


async def operator(bot: RunningBot, *words: str) -> list[str]:
    """What the operator types behind `clinic`, with the bot off: SQLite has one process."""
    from bot.cli import _parser

    options = _parser().parse_args(["clinic", *words])
    await bot.stop()
    try:
        return await act(bot.settings, options, bot.clock.now())
    finally:
        await bot.start()


def team(bot: RunningBot, title: str, member: Patient) -> Group:
    group = bot.group(title)
    group.add_bot(by=member.person)
    return group


async def a_clinic(bot: RunningBot, name: str, group: Group | None, *more: str) -> str:
    """Returns what its link sends."""
    chat = [f"--chat={group.id}"] if group else []
    lines = await operator(bot, "add", "--name", name, "--phone", PHONE, *chat, *more)
    return lines[-1].partition("start=")[2]


async def test_each_team_knows_its_own_patients_only(bot: RunningBot) -> None:
    nurse, other = bot.patient("Nurse"), bot.patient("Other")
    north, south = bot.group("North"), bot.group("South")
    links = [await a_clinic(bot, name, group) for name, group in [("Nord", north), ("Sud", south)]]
    north.add_bot(by=nurse.person)
    south.add_bot(by=other.person)
    await bot.settled()
    ann = await set_up(bot, choices=Choices(team=False))
    await ann.says(f"/start {links[0]}")
    await ann.sees_only("Nord has sent you here", PHONE, "Never your name", "doesn't get anything")
    assert await bot.rows("patients", "clinic_id", chat_id=ann.person.id) == [(None,)]
    await ann.presses("Agree, and tell the team")
    await ann.sees_only("Saved", "Nord gets a case number")
    await ann.says(CRY)
    await ann.sees(PHONE)
    assert "Case" in north.received[-1].text
    assert not south.received
    south.say(other.person, "/cases")
    north.say(nurse.person, "/cases")
    await bot.settled()
    assert "No open cases" in south.received[-1].text
    assert "nobody yet" in north.received[-1].text
    (case,) = (await bot.rows("escalations", "id"))[0]
    south.say(other.person, f"/ack {case}")
    await bot.settled()
    assert "There is no case" in south.received[-1].text
    north.say(nurse.person, f"/ack {case}")
    await bot.settled()
    assert "is yours now" in north.received[-1].text


async def test_only_the_number_or_nothing_and_leaving(bot: RunningBot) -> None:
    nurse, ann = bot.patient("Nurse"), await set_up(bot)
    group = bot.group("North")
    link = await a_clinic(bot, "Nord", group)
    group.add_bot(by=nurse.person)
    await ann.says(f"/start {link}")
    await ann.presses("No, thank you")
    await ann.sees_only("Nothing has changed")
    await ann.says(f"/start {link}")
    await ann.presses("Only their number")
    await ann.sees_only("Nord is told nothing")
    await ann.says(CRY)
    await ann.sees(PHONE)
    await bot.passes(hours=3)
    assert not group.received
    await ann.says("/doctor")
    await ann.sees_only("Your clinic: Nord", PHONE)
    await ann.presses("Leave the clinic")
    await ann.presses("Yes, leave")
    await ann.sees_only("You have left Nord")
    await ann.says("/doctor")
    ann.sees_not(PHONE)


async def test_who_leaves_takes_her_open_case_along(bot: RunningBot) -> None:
    nurse, ann = bot.patient("Nurse"), await set_up(bot)
    group = bot.group("North")
    link = await a_clinic(bot, "Nord", group)
    group.add_bot(by=nurse.person)
    await ann.says(f"/start {link}")
    await ann.presses("Agree, and tell the team")
    await ann.says(CRY)
    told = len(group.received)
    await ann.says("/doctor")
    await ann.presses("Leave the clinic")
    await ann.presses("Yes, leave")
    await bot.passes(hours=5)
    assert len(group.received) == told
    group.say(nurse.person, "/cases")
    await bot.settled()
    assert "No open cases" in group.received[-1].text


async def test_somebody_new_gets_its_language_and_is_not_asked_about_the_team_twice(
    bot: RunningBot,
) -> None:
    link = await a_clinic(bot, "Sol", None, "--language=es", "--country=es")
    vic = bot.patient("Vic")
    await vic.says(f"/start {link}")
    await vic.presses("Only their number")
    await vic.sees("configuración corta")
    assert await bot.rows("patients", "language", "country", chat_id=vic.person.id) == [
        ("es", "ES")
    ]
    await vic.says(f"/start {link}")
    await vic.sees_only("Ya perteneces a Sol")


async def test_a_revoked_clinic_is_gone_and_its_patients_know(bot: RunningBot) -> None:
    link = await a_clinic(bot, "Nord", None)
    ann = await set_up(bot)
    await ann.says(f"/start {link}")
    await ann.presses("Only their number")
    assert "1 patients" in (await operator(bot, "list"))[0]
    new = (await operator(bot, "link", "1"))[-1].partition("start=")[2]
    await ann.says(f"/start {link}")
    await ann.sees_only("doesn't work any more")
    ann.looks_away()
    assert "1 patients are told" in (await operator(bot, "revoke", "1"))[0]
    await bot.passes(minutes=1)
    assert any("no part of this any more" in each.text for each in ann.person.received)
    await ann.says(f"/start {new}")
    await ann.sees_only("doesn't work any more")
    assert "revoked" in (await operator(bot, "list"))[0]
    assert link not in str(await bot.rows("clinics"))


@pytest.mark.parametrize(
    "words",
    [
        ("add", "--name", " "),
        ("add", "--name", "Nord", "--chat", "5"),
        ("add", "--name", "Nord", "--backup-chat", "-5"),
        ("add", "--name", "Nord", "--country", "Germany"),
        ("add", "--name", "Nord", "--language", "xx"),
        ("revoke", "7"),
        ("link", "7"),
    ],
    ids=" ".join,
)
async def test_what_the_operator_cannot_do_changes_nothing(
    bot: RunningBot, words: tuple[str, ...]
) -> None:
    with pytest.raises(Refused):
        await operator(bot, *words)
    assert await bot.rows("clinics") == []


async def test_who_has_left_the_teams_chat_cannot_take_a_case(bot: RunningBot) -> None:
    nurse, gone = bot.patient("Nurse"), bot.patient("Gone")
    group = bot.group("North")
    link = await a_clinic(bot, "Nord", group)
    group.add_bot(by=nurse.person)
    ann = await set_up(bot)
    await ann.says(f"/start {link}")
    await ann.presses("Agree, and tell the team")
    await ann.says(CRY)
    alert = group.received[-1]
    group.leave(gone.person)
    for act_of_gone in (
        lambda: group.say(gone.person, "/cases"),
        lambda: group.say(gone.person, "/ack 1"),
        lambda: gone.person.press("Acknowledge case 1", alert, group.chat),
    ):
        act_of_gone()
        await bot.settled()
        assert "Only members of this chat" in group.received[-1].text
    assert await bot.rows("escalations", "team_acked_at") == [(None,)]
