"""A patient who reads Spanish, and one who reads Urdu: everything she meets is in her language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.catalog.content import Content
from bot.tg.menu import publish_menu
from tests.journeys.bot import RunningBot
from tests.journeys.onboarding import Choices, set_up
from tests.journeys.patient import Patient

StartBot = Callable[..., Awaitable[RunningBot]]

LRM, RLM, LRI, FSI, PDI = "\u200e", "\u200f", "\u2066", "\u2068", "\u2069"
ID = re.compile(r"\b[a-z]+(?:-[a-z0-9]+){2,}\b")  # "mood-button-start": never a patient's words
COMMANDS = re.compile(r"/[a-z]+")
# Numbers that bidirectional layout would turn round: "30–50", "0800 111 222", "+49 30".
TURNED = re.compile(r"\d[\d ]*[ –+-]+ ?\d|\+\d")


@dataclass(frozen=True)
class Tongue:
    """Words that only this language says."""

    code: str
    name: str
    hello: str
    ask_age: str
    help_now: str


SPANISH = Tongue("es", "Español", "médico", "años", "Por favor, habla hoy")
URDU = Tongue("ur", "اردو", "ڈاکٹر", "عمر", "براہِ مہربانی آج ہی")
BOTH = pytest.mark.parametrize("tongue", [SPANISH, URDU], ids=["spanish", "urdu"])


def everything(patient: Patient) -> list[str]:
    """All that she has been shown: texts and buttons."""
    shown: list[str] = []
    for message in patient.person.received:
        shown += [message.text, *message.labels]
    return shown


def is_foreign(text: str, tongue: Tongue) -> bool:
    """Whether a longer text holds no word of the language: a piece of English, or an id."""
    if tongue is URDU:
        letters = [each for each in text if each.isalpha()]
        ours = [each for each in letters if unicodedata.bidirectional(each) == "AL"]
        return len(letters) > 25 and len(ours) < len(letters) / 3
    words = set(re.findall(r"[a-záéíóúñü]+", text.lower()))
    return len(words) > 5 and len(words & {"the", "you", "your", "and", "is", "of"}) > 1


def check(patient: Patient, tongue: Tongue) -> None:
    """Nothing that she has seen is an id or English, and nothing would be shown turned round."""
    for text in everything(patient):
        assert not ID.search(COMMANDS.sub("", text)), text
        assert not is_foreign(text, tongue), text
        if tongue is URDU:
            for line in text.split("\n"):
                check_direction(line)


def check_direction(line: str) -> None:
    """Of a right-to-left line: it begins as one, and what could be turned round is isolated."""
    if not any(unicodedata.bidirectional(each) == "AL" for each in line):
        return
    first = line.lstrip()[0]
    assert first == RLM or unicodedata.bidirectional(first) == "AL", ascii(line)
    assert line.count(LRI) + line.count(FSI) == line.count(PDI), ascii(line)
    outside = re.sub(f"[{LRI}{FSI}][^{LRI}{FSI}{PDI}]*{PDI}", "", line)
    assert not TURNED.search(outside), ascii(line)


@BOTH
async def test_the_language_of_her_phone_is_spoken_from_the_first_word(
    bot: RunningBot, tongue: Tongue
) -> None:
    ann = bot.patient("Ann", language=tongue.code)
    await ann.says("/start")
    await ann.sees(tongue.hello)
    assert tongue.name not in ann.offered
    assert "English" in ann.offered
    check(ann, tongue)


@BOTH
async def test_another_language_is_chosen_on_the_first_page(
    bot: RunningBot, tongue: Tongue
) -> None:
    ann = bot.patient("Ann", language="de")
    await ann.says("/start")
    await ann.sees("not a doctor")
    await ann.presses(tongue.name)
    first = await ann.sees(tongue.hello)
    await ann.presses(first.labels[0])
    await ann.sees(tongue.ask_age)


@BOTH
async def test_the_whole_setup_by_buttons(bot: RunningBot, tongue: Tongue) -> None:
    ann = bot.patient("Ann", language=tongue.code)
    await ann.says("/start")
    for _ in range(4):  # about, age, reminders, mood
        await ann.presses(ann.offered[0])
    await ann.shares_location(31.5, 74.3)
    for _ in range(2):  # the country as guessed, the routines as they are
        await ann.presses([each for each in ann.offered if "‹" not in each][0 if _ == 0 else -1])
    await ann.says("20 mg")
    await ann.presses(ann.offered[0])  # once a day
    await ann.presses(ann.offered[0])  # no weight
    await ann.says("۸:۰۰" if tongue is URDU else "8:00")
    await ann.presses(ann.offered[0])
    assert await bot.rows("patients", "state", "language") == [("active", tongue.code)]
    check(ann, tongue)


async def speaking(bot: RunningBot, tongue: Tongue, choices: Choices | None = None) -> Patient:
    ann = await set_up(bot, "Ann", choices)
    await ann.says("/language")
    await ann.presses(tongue.name)
    # what came before was English
    for message in ann.person.received:
        message.deleted = True
    ann.looks_away()
    return ann


@BOTH
async def test_a_reminder_and_its_answer(bot: RunningBot, tongue: Tongue) -> None:
    ann = await speaking(bot, tongue, Choices(mood=False))
    await ann.waits_until("08:00")
    asked = await ann.sees("08:00")
    for label in asked.labels:
        assert label
    await ann.presses(asked.labels[0])
    await ann.says("/today")
    check(ann, tongue)


async def test_what_the_spanish_texts_say_to_type_is_understood(bot: RunningBot) -> None:
    ann = await speaking(bot, SPANISH)
    for button, typed, shown in (
        ("Horas de silencio", "22:00 a 7:00", "de 22:00 a 07:00"),
        ("Horas de silencio", "de las 11 y media de la noche hasta las 8", "de 23:30 a 08:00"),
        ("Número del médico", "55 1234 5678", "55 1234 5678"),
        ("Número del médico", "no", "sin poner"),
    ):
        await ann.says("/settings")
        await ann.presses(button)
        await ann.says(typed)
        await ann.sees("Guardado", shown)
    for typed, shown in (
        ("20 + 10 dos veces", "20 + 10 mg, dos veces al día"),
        ("20 mg una vez al día", "20 mg, una vez al día"),
    ):
        await ann.says("/settings")
        await ann.presses("Plan")
        await ann.says(typed)
        await ann.presses("Hoy")
        await ann.sees(shown)
        await ann.presses("Sí, guardar")
        await ann.sees("Guardado")
    check(ann, SPANISH)


@BOTH
async def test_every_page_behind_a_command(bot: RunningBot, tongue: Tongue) -> None:
    ann = await speaking(bot, tongue)
    for command in (
        *("help", "today", "reminders", "faq", "doctor", "sos", "settings", "timezone"),
        *("language", "pause", "resume", "privacy", "cancel", "symptoms", "nonsense"),
    ):
        await ann.says(f"/{command}")
        assert ann.fresh, command
    await ann.sends_sticker()
    check(ann, tongue)


@BOTH
async def test_a_cry_for_help_is_answered_in_her_language(bot: RunningBot, tongue: Tongue) -> None:
    ann = await speaking(bot, tongue)
    await ann.says("quiero morir" if tongue is SPANISH else "میں مرنا چاہتی ہوں")
    await ann.sees(tongue.help_now)
    assert await bot.rows("escalations", "label") == [("suicide",)]
    check(ann, tongue)


@BOTH
async def test_the_symptom_check_asks_in_her_language(bot: RunningBot, tongue: Tongue) -> None:
    ann = await speaking(bot, tongue)
    await ann.says("/symptoms")
    await ann.presses(ann.offered[1])  # nothing urgent
    await ann.presses(ann.offered[2])  # an area
    for _ in range(3):
        await ann.presses(ann.offered[1])
    check(ann, tongue)


@BOTH
async def test_questionnaires_are_asked_as_they_are_printed_with_a_note(
    bot: RunningBot, content: Content, tongue: Tongue
) -> None:
    ann = await speaking(bot, tongue)
    await ann.says("/checkin")
    note = bot.running.desk.messages.say(tongue.code)("mood-english-only")
    before, question = ann.fresh[0], ann.fresh[-1]
    assert note[:30] in before.text
    assert "Little interest or pleasure in doing things" in question.text
    (item,) = [line for line in question.text.split("\n") if "Little interest" in line]
    assert item.startswith(LRM) == (tongue is URDU)
    assert "Not at all" in question.labels[0]
    await ann.presses("Not at all")


@BOTH
async def test_her_questions_are_answered(bot: RunningBot, tongue: Tongue) -> None:
    ann = await speaking(bot, tongue)
    await ann.says("/faq")
    await ann.presses(ann.offered[0])
    await ann.presses(ann.offered[0])
    assert ann.fresh


@BOTH
async def test_the_menu_of_telegram_is_in_her_language(bot: RunningBot, tongue: Tongue) -> None:
    await bot.telegram.wait_until(lambda: ("ShortDescription", "ur") in bot.telegram.texts, 30.0)
    said = bot.running.desk.messages.say(tongue.code)
    commands = bot.telegram.commands["default", None, tongue.code]
    assert {each["command"]: each["description"] for each in commands}["sos"] == said.plain(
        "command-sos"
    )
    assert bot.telegram.texts["Description", tongue.code] == said.plain("bot-description").strip()


async def test_the_care_team_keeps_its_own_language(start_bot: StartBot) -> None:
    bot = await start_bot(care_team_chat_id=-500)
    team = bot.telegram.group("Team", id=-500)
    team.add_bot(bot.telegram.person("Nurse"))
    await bot.settled()
    ann = await speaking(bot, URDU)
    await ann.says("I want to kill myself")
    alerts = [message.text for message in team.chat.visible() if message.by_bot]
    assert any("look into it" in text for text in alerts), alerts


@pytest.mark.parametrize(
    ("tongue", "typed", "kept"),
    [
        pytest.param(SPANISH, "22:30 a 6:00", ("22:30", "06:00"), id="spanish"),
        pytest.param(URDU, "22:30 سے 6:00", ("22:30", "06:00"), id="urdu"),
        pytest.param(URDU, "۲۲:۳۰ سے ۶:۰۰ تک", ("22:30", "06:00"), id="urdu-digits"),
    ],
)
async def test_times_may_be_typed_as_the_question_shows_them(
    bot: RunningBot, tongue: Tongue, typed: str, kept: tuple[str, str]
) -> None:
    ann = await speaking(bot, tongue)
    await ann.says("/settings")
    say = bot.running.desk.messages.say(tongue.code)
    await ann.presses(say.plain("settings-change-quiet"))
    await ann.says(typed)
    assert await bot.rows("patients", "quiet_start", "quiet_end") == [kept]


async def test_a_language_that_is_no_longer_offered_loses_its_menu(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram, messages = bot.telegram, bot.running.desk.messages
    await telegram.wait_until(lambda: ("ShortDescription", "ur") in telegram.texts, 30.0)
    monkeypatch.setattr(type(messages), "languages", ("en", "es"))
    assert await publish_menu(bot.running.client, messages, before=("en", "es", "ur")) == []
    assert ("default", None, "ur") not in telegram.commands
    assert not telegram.texts.get(("Description", "ur"))
    assert ("default", None, "es") in telegram.commands
