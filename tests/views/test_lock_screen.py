"""Every kind of message that the bot sends on its own, as a lock screen shows it: no drug and no
health word in the first lines, in any language. (The alarm of a case is the one exception.)"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from bot.catalog.contacts import load_contacts
from bot.catalog.message_files import load_messages
from bot.catalog.messages import Say
from bot.domain.contacts import contacts_for
from bot.domain.message import Message
from bot.domain.occurrence import OccurrenceState
from bot.domain.patient import Patient, PatientState
from bot.domain.routine import Occurrence
from bot.domain.routine_kind import RoutineKind
from bot.domain.tier import Tier
from bot.domain.trusted import Level, Tie
from bot.domain.trusted_lines import Count, Lines, Week
from bot.views import care_team, checkin, reminders, safety, trusted
from bot.views.lock_screen import FRONT, clearly, covered
from bot.views.safety import Help

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)

# What nobody beside her may read. Words are searched for as parts of words.
HEALTH = {
    "en": """isotretinoin accutane roaccutane capsule dose pill tablet medicine medication drug
        acne skin mood depress suicid kill hurt harm doctor clinic hospital patient prescri
        pharma pregnan contracept symptom treatment health blood therap side effect anxi""",
    "es": """isotretino accutane roacut cápsula capsula dosis pastilla tableta medicina medicament
        acné acne piel ánimo depres suicid matar daño médic medic clínica clinica hospital
        paciente receta farmac embaraz anticoncep síntoma sintoma tratamiento salud sangre terap
        ansied""",
    "ur": """آئسوٹریٹینوئن کیپسول خوراک گولی دوا ایکنی مہاسے جلد موڈ ڈپریشن خودکشی مار ڈاکٹر کلینک
        ہسپتال مریض نسخ فارم حمل مانع علامت علاج صحت خون تھراپی""",
}
# What the words of the care team's own chat may say besides: it is their work.
TEAM_MAY = {"patient", "paciente", "مریض"}


def _load() -> dict[str, Say]:
    messages, problems = load_messages(ROOT / "content" / "messages")
    assert messages is not None, problems
    return {language: messages.say(language) for language in HEALTH}


SAYS = _load()
ANN = Patient(
    *(1, 1, PatientState.ACTIVE, "en", "DE", "UTC", "adult", None, None),
    *(time(22), time(7), None, None, None, 0),
)
MARKS = reminders.ReminderMarks(repeat=True, late=True, again=True)
TIE = Tie(1, 1, 2, "Ann", None, NOW, NOW)


def help_() -> Help:
    book, problems = load_contacts(ROOT / "content" / "contacts.yaml")
    assert book is not None, problems
    return Help(contacts_for("DE", book, on=date(2026, 11, 22)), "030 1")


def due(kind: RoutineKind) -> Occurrence:
    day = date(2026, 11, 22)
    return Occurrence(1, 1, 1, kind, day, 0, NOW, 1, OccurrenceState.OPEN, None, 1, None, None)


def reminder(kind: RoutineKind) -> Callable[[Say, Patient], Message]:
    def make(say: Say, ann: Patient) -> Message:
        return clearly(
            say, ann, reminders.reminder(say, [due(kind)], UTC, marks=MARKS, silent=False)
        )

    return make


def under_cover(make: Callable[[Say], Message]) -> Callable[[Say, Patient], Message]:
    return lambda say, ann: covered(say, ann, make(say))


def plainly(make: Callable[[Say], Message]) -> Callable[[Say, Patient], Message]:
    return lambda say, _: make(say)


WEEK = Lines(1, Week(Count(5, 1, 1), Count(9, 0, 5)))
PUSHED: dict[str, Callable[[Say, Patient], Message]] = {
    **{
        f"reminder of {kind}": reminder(kind)
        for kind in RoutineKind
        if kind not in {RoutineKind.DAILY_MOOD, RoutineKind.SYMPTOM_CHECK}
    },
    "check-in": plainly(lambda say: checkin.invitation(say, full=True)),
    "two check-ins unanswered": under_cover(lambda say: checkin.missed_twice(say, help_())),
    "follow-up": under_cover(
        lambda say: safety.follow_up(say, help_(), label="suicide", escalation_id=1)
    ),
    "follow-up, body": under_cover(
        lambda say: safety.follow_up(say, help_(), label="physical", escalation_id=1)
    ),
    "next morning": under_cover(lambda say: safety.next_morning(say, help_(), escalation_id=1)),
    "left in the middle": under_cover(lambda say: checkin.dropped_out_check(say, help_())),
    "before a held one": under_cover(lambda say: safety.before_held_dose(say, 1)),
    "a direct question again": under_cover(
        lambda say: safety.possible_concern(say, help_(), label="suicide")
    ),
    "the service was off": plainly(
        lambda say: Message(say("downtime-note", start="8:00", end="9:00", count=2))
    ),
    "everything is deleted": under_cover(lambda say: Message(say("delete-done"))),
    "the clinic is gone": under_cover(lambda say: Message(say("clinic-revoked"))),
    "named person: please call": plainly(lambda say: Message(trusted.call(say, "Ann"))),
    "named person: lines": plainly(lambda say: Message(trusted.lines(say, "Ann", WEEK))),
    "named person: more": plainly(lambda say: trusted.ask_more(say, TIE, Level.ALL)),
    **{
        key: plainly(lambda say, key=key: Message(say(key)))  # type: ignore[misc]
        for key in (
            *("trusted-now-agreed", "trusted-said-no", "trusted-has-ended", "trusted-was-asked"),
            *("trusted-ended-by-patient", "trusted-less-now"),
            *("trusted-more-agreed", "trusted-more-declined"),
        )
    },
}
TEAM: dict[str, Callable[[Say], Message]] = {
    "alert": lambda say: care_team.alert(say, 12, Tier.CONTACT_NOW),
    "chase": lambda say: care_team.chase(say, 12, Tier.EMERGENCY, NOW, NOW),
}


def front(message: Message) -> str:
    """The first lines, without their marks."""
    shown = html.unescape(re.sub(r"<[^>]+>", "", message.html))
    return " ".join(re.sub(r"[\u2066-\u2069\u200e\u200f]", "", shown).split())[:FRONT].casefold()


def words_of(language: str) -> set[str]:
    return set(HEALTH[language].split())


@pytest.mark.parametrize("language", HEALTH)
@pytest.mark.parametrize("what", PUSHED)
def test_the_first_lines_say_nothing_about_health(what: str, language: str) -> None:
    seen = front(PUSHED[what](SAYS[language], ANN))
    assert [word for word in words_of(language) if word in seen] == [], seen


@pytest.mark.parametrize("language", HEALTH)
@pytest.mark.parametrize("what", TEAM)
def test_the_care_teams_first_lines_name_no_drug_and_no_trouble(what: str, language: str) -> None:
    seen = front(TEAM[what](SAYS[language]))
    found = [word for word in words_of(language) - TEAM_MAY if word in seen]
    assert found == [], seen


@pytest.mark.parametrize("language", HEALTH)
def test_the_cover_fills_the_first_lines(language: str) -> None:
    cover = Message(SAYS[language]("lock-cover"))
    assert len(front(cover)) >= 60


@pytest.mark.parametrize("language", HEALTH)
def test_whoever_switches_it_off_reads_plain_words(language: str) -> None:
    open_ann = replace(ANN, discreet=False)
    say = SAYS[language]
    shown = PUSHED["reminder of dose"](say, open_ann)
    assert say("item-dose-clear") in shown.html
    body = PUSHED["next morning"](say, open_ann)
    assert say("lock-cover") not in body.html


# Every place that queues a message. A new one must be looked at here: does it come unasked?
ANSWERS = {
    *("replies.reply", "escalations.say_now", "planning.plan_due", "planning.ask_again"),
    *("escalations.raise_case", "escalations._say_again", "escalations.worse"),  # the alarm itself
}
KNOWN = {
    *("broadcasts.pass_on", "broadcasts.tell_over", "care_team._tell", "case_timers._say"),
    *("checkin_invitations.invite_due", "clinics.revoke", "concerns.ask_unanswered"),
    *("downtime.tell", "leaving.delete_due", "operator._tell", "trusted._tell"),
    *("trusted.ask_to_call", "trusted.set_level", "trusted.was_asked", "trusted_lines._tell"),
}


def test_every_place_that_queues_a_message_is_known_here() -> None:
    found = set()
    for path in sorted((ROOT / "bot" / "services").glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.AsyncFunctionDef):
                continue
            calls = {
                ast.unparse(node.func).rpartition(".")[2]
                for node in ast.walk(function)
                if isinstance(node, ast.Call)
            }
            if calls & {"enqueue", "reply", "say_now"}:
                found.add(f"{path.stem}.{function.name}")
    known = {each for each in KNOWN | ANSWERS if not each.startswith("broadcasts.")}
    assert {each for each in found if not each.startswith("broadcasts.")} == known
