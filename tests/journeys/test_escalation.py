"""Contact your doctor now: it is said, the dose is held, somebody follows up, the team is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from playground.telegram import Group
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import MOISTURIZER, Choices, set_up
from tests.journeys.patient import Patient

StartBot = Callable[..., Awaitable[RunningBot]]

CALL_NOW = "Please call your local emergency number"
HOLD = "Don't take your next isotretinoin capsule until you have spoken to a doctor"
DAILY_ONE = "Your daily one, with food"
CRY = "I want to kill myself"


async def in_trouble(bot: RunningBot, **facts: object) -> Patient:
    ann = await set_up(bot, "Ann", Choices(**facts))  # type: ignore[arg-type]
    await ann.says(CRY)
    await ann.sees_only("call", HOLD, "nobody may be reading this chat")
    return ann


# Plain text reveals a concern, whatever the bot was doing.


async def waiting_for_an_age(ann: Patient) -> None:
    await ann.says("/start")
    await ann.presses("I understand")


async def in_a_check_in(ann: Patient) -> None:
    await ann.says("/checkin")


async def reading_answers(ann: Patient) -> None:
    await ann.says("/faq")


async def changing_times(ann: Patient) -> None:
    await ann.says("/reminders")
    await ann.presses(DAILY_ONE)
    await ann.presses("Change the times")


async def doing_nothing(ann: Patient) -> None:
    pass


@pytest.mark.parametrize("doing", [in_a_check_in, reading_answers, changing_times, doing_nothing])
async def test_a_cry_for_help_is_heard_in_any_state(
    bot: RunningBot, doing: Callable[[Patient], Awaitable[None]]
) -> None:
    ann = await set_up(bot)
    await doing(ann)
    await ann.says(CRY)
    await ann.sees_only("call", HOLD)
    assert len(await bot.rows("escalations", "id")) == 1


async def test_a_cry_for_help_is_heard_in_the_middle_of_the_setup(bot: RunningBot) -> None:
    ann = bot.patient("Ann")
    await waiting_for_an_age(ann)
    await ann.says(CRY)
    await ann.sees_only("call", "nobody may be reading this chat")
    assert len(await bot.rows("escalations", "id")) == 1


async def test_a_cry_for_help_needs_no_account(bot: RunningBot) -> None:
    guest = bot.patient("Guest")
    await guest.says(CRY)
    await guest.sees_only("call", "nobody may be reading this chat")


async def by_caption(ann: Patient) -> None:
    await ann.sends_photo(CRY)


async def by_edit(ann: Patient) -> None:
    await ann.says("hello")
    await ann.edits(CRY)


async def by_command(ann: Patient) -> None:
    await ann.says("/faq i want to die")


async def by_unknown_command(ann: Patient) -> None:
    await ann.says("/help_me I want to kill myself")


async def with_curly_quotes(ann: Patient) -> None:
    await ann.says("I don’t want to live any more 😔😔")


async def as_a_forward(ann: Patient) -> None:
    ann.looks_away()
    ann.person.forward(CRY)
    await ann.bot.settled()


@pytest.mark.parametrize(
    "how", [by_caption, by_edit, by_command, by_unknown_command, with_curly_quotes, as_a_forward]
)
async def test_a_cry_for_help_is_heard_in_any_form(
    bot: RunningBot, how: Callable[[Patient], Awaitable[None]]
) -> None:
    ann = await set_up(bot)
    await how(ann)
    await ann.sees("call", "nobody may be reading this chat")
    assert len(await bot.rows("escalations", "id")) == 1


async def test_a_cry_for_help_as_an_answer_to_a_reminder(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("08:00")
    await ann.says("I took them all, I want to die")
    await ann.sees(CALL_NOW)
    assert [row[0] for row in await bot.rows("occurrences", "state")] == ["held"]


async def test_the_emergency_message_begins_with_whom_to_call(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("I have just taken all my capsules to kill myself")
    message = await ann.sees_only(CALL_NOW)
    assert message.text.startswith("Please call")
    assert not any("?" in label for label in message.labels)


# The hold.


async def test_no_dose_reminder_comes_while_it_is_held_but_skin_care_goes_on(
    bot: RunningBot,
) -> None:
    ann = await in_trouble(bot, routines=("dose", MOISTURIZER))
    await bot.passes(days=3)
    assert any("Moisturizer" in message.text for message in ann.fresh)
    ann.sees_not(DAILY_ONE)
    await ann.says("/today")
    await ann.sees("on hold")
    await ann.says("/doctor")
    await ann.sees("on hold")


async def test_continue_releases_the_hold(bot: RunningBot) -> None:
    ann = await in_trouble(bot)
    await ann.presses("I have spoken to a doctor")
    await ann.sees_only("What did the doctor say")
    await ann.presses("Continue")
    await ann.sees_only("the doctor said to continue", "Take no extra capsule")
    await ann.waits_until("08:00")
    await ann.sees_only(DAILY_ONE)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Pause", "the doctor said to pause"),
        ("Stop", "the doctor said to stop"),
        ("I'm not sure what they said", "Until you know, don't take it"),
    ],
)
async def test_nothing_but_continue_releases_the_hold(
    bot: RunningBot, said: str, answer: str
) -> None:
    ann = await in_trouble(bot)
    await ann.presses("I have spoken to a doctor")
    await ann.presses(said)
    await ann.sees_only(answer)
    await bot.passes(days=2)
    ann.sees_not(DAILY_ONE)
    await ann.says("/doctor")
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    await ann.waits_until("08:00")
    await ann.sees_only(DAILY_ONE)


@pytest.mark.parametrize("way", ["I called", "I'm with someone"])
async def test_calling_alone_does_not_release_the_hold(bot: RunningBot, way: str) -> None:
    ann = await in_trouble(bot)
    await ann.presses(way)
    await ann.sees_only("Thank you for telling me")
    await bot.passes(days=1)
    ann.sees_not(DAILY_ONE)


async def test_resume_after_a_pause_does_not_release_the_hold(bot: RunningBot) -> None:
    ann = await in_trouble(bot)
    await ann.says("/pause")
    await ann.says("/resume")
    await ann.sees_only("except for your daily one", "on hold")
    await bot.passes(days=1)
    ann.sees_not(DAILY_ONE)


async def test_getting_worse_is_an_emergency(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("my urine is dark and my skin is yellow")
    await ann.sees_only("contact", HOLD)
    await ann.presses("It's getting worse")
    await ann.sees_only("call your local emergency number")


# The follow-up.


async def test_somebody_asks_the_same_day_and_the_next_morning_and_then_no_more(
    bot: RunningBot,
) -> None:
    ann = await in_trouble(bot)
    await bot.passes(hours=4)
    await ann.sees_only("Did you get help?")
    await ann.waits_until("07:30")
    await ann.sees_only("It will soon be your usual time", "Have you spoken to one?")
    await ann.waits_until("09:00")
    await ann.sees_only("Good morning", "Have you spoken to a doctor")
    await bot.passes(days=2)
    await ann.sees_nothing()


async def test_in_the_evening_the_follow_up_waits_for_the_morning(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.waits_until("21:00")
    await ann.says(CRY)
    await bot.passes(hours=10)
    await ann.sees_nothing()
    await bot.passes(hours=1)
    await ann.sees_only("It will soon be your usual time")
    await ann.waits_until("09:00")
    await ann.sees_only("Good morning")


async def test_the_note_before_a_held_dose_moves_with_it_and_comes_once(bot: RunningBot) -> None:
    ann = await in_trouble(bot, times=("20:00",))
    await ann.says("/reminders")
    await ann.presses(DAILY_ONE)
    await ann.presses("Change the times")
    await ann.says("22:15")
    await bot.passes(hours=9)  # 21:00: the old time and its note are over
    ann.sees_not("It will soon be your usual time")
    await bot.passes(hours=1)
    await ann.sees_only("It will soon be your usual time")
    await bot.passes(days=2)
    ann.sees_not("It will soon be your usual time")


async def test_no_note_before_a_dose_that_a_doctor_has_spoken_about(bot: RunningBot) -> None:
    ann = await in_trouble(bot)
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Pause")
    await bot.passes(days=2)
    await ann.sees_nothing()


# The life of a case.


async def life_of(bot: RunningBot) -> list[str]:
    return [row[0] for row in await bot.rows("escalation_events", "what")]


async def test_every_step_of_a_case_is_on_record(bot: RunningBot) -> None:
    ann = await in_trouble(bot)
    assert await life_of(bot) == ["raised", "delivered"]
    await ann.presses("I called")
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    steps = ["seen", "called", "spoken", "doctor said continue", "closed"]
    assert (await life_of(bot))[2:] == steps
    assert (await bot.rows("escalations", "state"))[0] == ("closed",)
    assert await bot.rows("case_timers") == []


async def test_a_case_about_somebody_else_ends_with_the_call(bot: RunningBot) -> None:
    ann = await set_up(bot)
    await ann.says("my friend wants to kill himself tonight")
    await ann.presses("I called")
    assert (await life_of(bot))[-1] == "closed"
    await bot.passes(days=2)
    assert not any("Did you get help" in message.text for message in ann.fresh)


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("silence", "no sign of life"),
        ("words", "has not answered it"),
        ("answer", None),
    ],
)
async def test_the_team_hears_how_far_the_message_came(
    start_bot: StartBot, then: str, told: str | None
) -> None:
    bot, team, _ = await with_team(start_bot)
    ann = await in_trouble(bot, team=True)
    case = (await bot.rows("escalations", "id"))[0][0]
    team.say(bot.telegram.person("Bea"), f"/ack {case}")
    await bot.settled()
    if then == "words":
        await ann.says("/today")
    elif then == "answer":
        await ann.presses("I called")
    known = len(team.received)
    await bot.passes(hours=5)
    reports = [message.text for message in team.received[known:]]
    assert [told in text for text in reports] == [True] if told else reports == []


async def test_a_message_that_cannot_be_delivered_is_reported(start_bot: StartBot) -> None:
    bot, team, _ = await with_team(start_bot)
    ann = await set_up(bot, choices=Choices(team=True))
    ann.person.say(CRY)
    await ann.blocks()
    await bot.passes(minutes=11)
    assert any("has not reached the patient" in message.text for message in team.received)
    assert "undelivered" in await life_of(bot)


# The care team.


async def with_team(start_bot: StartBot) -> tuple[RunningBot, Group, Group]:
    bot = await start_bot(care_team_chat_id=-501, care_team_backup_chat_id=-502)
    team = bot.telegram.group("Care team", id=-501)
    backup = bot.telegram.group("Backup", id=-502)
    nurse = bot.telegram.person("Nurse")
    team.add_bot(nurse)
    backup.add_bot(nurse)
    await bot.settled()
    return bot, team, backup


async def test_the_team_is_told_a_number_and_not_a_word_of_hers(start_bot: StartBot) -> None:
    bot, team, backup = await with_team(start_bot)
    await in_trouble(bot, team=True)
    (alert,) = team.received
    assert "Case" in alert.text
    for secret in ("Ann", "kill", "suicide", CRY, str(bot.patients[0].person.id)):
        assert secret not in alert.text
    assert backup.received == []


async def test_without_her_consent_the_team_is_not_told(start_bot: StartBot) -> None:
    bot, team, _ = await with_team(start_bot)
    await in_trouble(bot, team=False)
    await bot.passes(hours=2)
    assert team.received == []


async def test_nobody_acknowledges_and_the_backup_is_asked_too(start_bot: StartBot) -> None:
    bot, team, backup = await with_team(start_bot)
    await in_trouble(bot, team=True)
    await bot.passes(minutes=15)
    assert "Nobody has acknowledged it for 15 minutes" in team.received[-1].text
    assert "Nobody has acknowledged it" in backup.received[-1].text
    chased = len(team.received)
    await bot.passes(minutes=15)
    assert len(team.received) > chased


async def test_once_acknowledged_nobody_is_chased_and_the_case_is_listed(
    start_bot: StartBot,
) -> None:
    bot, team, backup = await with_team(start_bot)
    await in_trouble(bot, team=True)
    nurse = bot.telegram.person("Bea")
    case = (await bot.rows("escalations", "id"))[0][0]
    team.say(nurse, "/cases")
    await bot.settled()
    assert f"{case}" in team.received[-1].text
    assert "nobody yet" in team.received[-1].text
    team.say(nurse, f"/ack {case}")
    await bot.settled()
    assert f"Case {case} is yours now" in team.received[-1].text
    team.say(nurse, f"/ack {case}")
    await bot.settled()
    assert "already" in team.received[-1].text
    await bot.patients[0].presses("I called")
    known = len(team.received)
    await bot.passes(hours=3)
    assert len(team.received) == known
    assert backup.received == []


async def says(bot: RunningBot, team: Group, who: str, text: str) -> str:
    """What the team's chat reads after that."""
    team.say(bot.telegram.person(who), text)
    await bot.settled()
    return str(team.received[-1].text)


async def test_a_case_is_handed_over_by_command_or_button_and_given_back(
    start_bot: StartBot,
) -> None:
    bot, team, _ = await with_team(start_bot)
    ann = await in_trouble(bot, team=True)
    case = (await bot.rows("escalations", "id"))[0][0]
    assert "is yours now" in await says(bot, team, "Bea", f"/ack {case}")
    assert "already, by" in await says(bot, team, "Cem", f"/ack {case}")
    assert "with @cem now" in await says(bot, team, "Bea", f"/handover {case} @cem")
    assert "with @cem" in await says(bot, team, "Bea", "/cases")
    assert "case number and who" in await says(bot, team, "Bea", "/handover")
    assert "no case 99" in await says(bot, team, "Bea", "/handover 99 @cem")
    await ann.presses("I called")
    known = len(team.received)
    await bot.passes(hours=1)
    assert len(team.received) == known


async def test_a_case_is_taken_over_and_given_back_by_buttons(start_bot: StartBot) -> None:
    bot = await start_bot(care_team_chat_id=777)
    person = bot.telegram.person("Nurse", id=777, started=True)
    nurse = Patient(bot, person, ZoneInfo("UTC"))
    await in_trouble(bot, team=True)
    case = (await bot.rows("escalations", "id"))[0][0]
    await nurse.says(f"/handover {case} @cem")
    await nurse.presses("Take it over")
    await nurse.sees_only(f"Case {case} is with")
    await bot.passes(minutes=16)
    assert not any("Nobody has acknowledged" in each.text for each in nurse.fresh)
    await nurse.presses("Give it back")
    await nurse.sees_only("Who takes it?")
    await nurse.presses("Give it back", nurse.offering("Give it back"))
    await nurse.sees_only("no case")
    await bot.passes(minutes=15)
    await nurse.sees("Nobody has acknowledged")


async def test_the_team_closes_a_case_with_a_reason_and_the_hold_stays(
    start_bot: StartBot,
) -> None:
    bot = await start_bot(care_team_chat_id=777)
    person = bot.telegram.person("Nurse", id=777, started=True)
    nurse = Patient(bot, person, ZoneInfo("UTC"))
    ann = await in_trouble(bot, team=True)
    case = (await bot.rows("escalations", "id"))[0][0]
    await nurse.says("/close")
    await nurse.sees_only("for example /close 12")
    await nurse.says("/close 99")
    await nurse.sees_only("no case 99")
    await nurse.says(f"/close {case}")
    asked = await nurse.sees_only(f"Why is case {case} closed?")
    await nurse.presses("We have spoken with the patient", asked)
    await nurse.sees_only(f"Case {case} is closed", "doses stay on hold")
    await nurse.presses("There was no danger", asked)
    await nurse.sees_only("was closed before")
    said = [what for (what,) in await bot.rows("escalation_events", "what")]
    assert [what for what in said if what.startswith("team closed")] == ["team closed: spoken"]
    assert (await bot.rows("escalations", "state", "hold_released_at"))[0] == ("closed", None)
    await nurse.says("/cases")
    await nurse.sees_only("No open cases")
    await bot.passes(hours=4)
    assert not any("Nobody has acknowledged" in each.text for each in nurse.fresh)
    await ann.says("/doctor")
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    assert (await bot.rows("escalations", "hold_released_at"))[0][0] is not None


async def test_the_team_reads_a_list_of_open_cases_each_morning(start_bot: StartBot) -> None:
    bot = await start_bot(
        care_team_chat_id=-501, care_team_list_at="07:00", care_team_time_zone="Europe/Berlin"
    )
    team = bot.telegram.group("Care team", id=-501)
    team.add_bot(bot.telegram.person("Nurse"))
    await bot.settled()
    ann = await in_trouble(bot, team=True)
    case = (await bot.rows("escalations", "id"))[0][0]
    assert "is yours now" in await says(bot, team, "Bea", f"/ack {case}")
    await ann.presses("I called")
    known = len(team.received)
    await bot.until("05:59", ZoneInfo("UTC"))
    assert len(team.received) == known
    await bot.until("06:01", ZoneInfo("UTC"))
    await bot.passes(hours=2)
    assert ["Open cases" in each.text for each in team.received[known:]] == [True]
    await ann.presses("I have spoken to a doctor")
    await ann.presses("Continue")
    known = len(team.received)
    await bot.passes(days=2)
    assert len(team.received) == known


@pytest.mark.parametrize("command", ["/ack 1", "/cases", "/ack", "/close 1", "/handover 1 @eve"])
async def test_elsewhere_the_teams_commands_tell_nothing(start_bot: StartBot, command: str) -> None:
    bot, _, _ = await with_team(start_bot)
    ann = await in_trouble(bot, team=True)
    await ann.says(command)
    await ann.sees_only("for the care team's chat")
    assert (await bot.rows("escalations", "team_acked_at"))[0][0] is None


async def test_a_case_number_that_is_none(start_bot: StartBot) -> None:
    bot, team, _ = await with_team(start_bot)
    nurse = bot.telegram.person("Bea")
    for text, answer in (("/ack", "/ack and the case number"), ("/ack 99", "no case 99")):
        team.say(nurse, text)
        await bot.settled()
        assert answer in team.received[-1].text


# Words that may mean something: one direct question, with help already in it.

UNSURE = "my friend talks about dying"


async def asked_directly(bot: RunningBot) -> Patient:
    ann = await set_up(bot)
    await ann.says(UNSURE)
    await ann.sees_only("I want to be sure that I understand you", "talk to a person now")
    return ann


async def test_a_no_to_the_direct_question_leaves_the_door_open(bot: RunningBot) -> None:
    ann = await asked_directly(bot)
    await ann.presses("No")
    await ann.sees_only("If that changes", "/sos")
    assert await bot.rows("escalations", "id") == []


@pytest.mark.parametrize("answer", ["Yes", "I'd rather not answer"])
async def test_a_yes_or_no_answer_to_the_direct_question_is_contact_now(
    bot: RunningBot, answer: str
) -> None:
    ann = await asked_directly(bot)
    await ann.presses(answer)
    await ann.sees("nobody may be reading this chat")
    assert len(await bot.rows("escalations", "id")) == 1


async def test_silence_after_the_direct_question_is_asked_once_more_and_then_counts_as_yes(
    bot: RunningBot,
) -> None:
    ann = await asked_directly(bot)
    await bot.passes(minutes=21)
    await ann.sees_only("I want to be sure that I understand you")
    await bot.passes(minutes=21)
    await ann.sees("nobody may be reading this chat")
    assert len(await bot.rows("escalations", "id")) == 1


# Whom to call.


async def test_verified_numbers_are_shown_once_somebody_vouches_for_them(
    start_bot: StartBot,
) -> None:
    bot = await start_bot(
        at=datetime(2026, 12, 1, 12, tzinfo=UTC),  # after the day on which they were verified
        contacts_vouched_by="Dr. Example",
        contacts_vouched_on="2026-11-25",
        contacts_vouched_countries="DE",
    )
    ann = await set_up(bot)
    await ann.says(CRY)
    message = await ann.sees_only("TelefonSeelsorge: 0800 111 0 111")
    assert "findahelpline" not in message.text
    assert "Copy 112" in message.labels
    assert "Copy 0800 111 0 111" in message.labels
    assert "112" in message.text
    assert "your local emergency number" not in message.text


async def test_numbers_that_nobody_vouched_for_are_not_shown(bot: RunningBot) -> None:
    ann = await in_trouble(bot)
    await ann.sees("your local emergency number", "findahelpline.com")
    assert not any(label.startswith("Copy") for label in ann.offered)
    assert "findahelpline.com" in ann.offered
    assert "More contacts" not in ann.offered  # there are none


async def test_whoever_has_chosen_no_country_can_do_so_from_sos(bot: RunningBot) -> None:
    guest = bot.patient("Guest")
    await guest.says("/sos")
    assert "More contacts" not in guest.offered
    await guest.presses("Choose my country")
    await guest.says("Germany")
    await guest.says("/sos")
    assert "Choose my country" not in guest.offered
