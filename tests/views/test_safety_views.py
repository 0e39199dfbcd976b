"""Every N and E message, in every variant, as a patient would see it."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from bot.catalog.contacts import load_contacts
from bot.catalog.message_files import load_messages
from bot.catalog.messages import Say
from bot.domain.contacts import ContactBook, CountryContacts, Voucher, contacts_for
from bot.domain.message import Message
from bot.domain.safety_actions import EscalationAnswer, EscalationStep, PossibleConcernAnswer
from bot.domain.safety_plan import PlanPart, SafetyPlan
from bot.domain.tier import Tier
from bot.tg.callback_codec import decode, encode
from bot.views import safety
from bot.views.contacts import contact_list
from bot.views.safety import SUBJECTS, Help

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 22)
HOLD = "Don't take your next isotretinoin capsule until you have spoken to a doctor."


def voice() -> Say:
    messages, problems = load_messages(CONTENT / "messages")
    assert messages is not None, problems
    return messages.say("en")


def shipped() -> ContactBook:
    book, problems = load_contacts(CONTENT / "contacts.yaml")
    assert book is not None, problems
    return book


SAY = voice()
BOOK = shipped()
NOBODY = CountryContacts(None, None)
BRITAIN = contacts_for("GB", BOOK, on=TODAY, voucher=Voucher("A", TODAY, frozenset({"GB"})))
AMERICA = contacts_for("US", BOOK, on=TODAY, voucher=Voucher("A", TODAY, frozenset({"all"})))
assert BRITAIN.crisis
assert AMERICA.crisis
HELPS = {
    "unknown-country": Help(NOBODY),
    "unverified-country": Help(contacts_for("DE", BOOK, on=TODAY)),
    "britain": Help(BRITAIN, doctor="+44 20 7946 0000"),
    "america-without-emergency-number": Help(AMERICA),
}
LABELS = [*SUBJECTS, "a-label-of-tomorrow"]

every_help = pytest.mark.parametrize("help_", HELPS.values(), ids=HELPS)
every_label = pytest.mark.parametrize("label", LABELS)
everyone = pytest.mark.parametrize("whose", ["self", "other"])


def check(message: Message) -> None:
    """What holds for all of them: nothing left open, not too long, nothing cheerful."""
    assert "{" not in message.html
    assert "None" not in message.html
    assert len(message.html) < 4096
    assert "\n\n\n" not in message.html
    assert not [sign for sign in message.html if unicodedata.category(sign) == "So"]
    for opened in ("b", "i"):
        assert message.html.count(f"<{opened}>") == message.html.count(f"</{opened}>")
    for row in message.rows:
        for button in row:
            assert button.label
            given = (button.action, button.copy, button.url)
            assert sum(part is not None for part in given) == 1
            if button.action is not None:
                assert decode(encode(button.action)) == button.action


@every_help
@every_label
@everyone
def test_an_emergency_begins_with_the_emergency_number(help_: Help, label: str, whose: str) -> None:
    message = safety.escalation(
        SAY, help_, tier=Tier.EMERGENCY, label=label, escalation_id=7, whose=whose
    )
    check(message)
    first = message.html.splitlines()[0]
    number = "999" if help_.contacts is BRITAIN else "your local emergency number (112"
    assert number in first
    assert first.startswith("<b>Please call ")
    assert (HOLD in message.html) is (whose == "self")
    assert "?" not in message.html  # no further questions


@every_help
@every_label
@everyone
def test_contact_now_holds_the_capsule_and_names_people(
    help_: Help, label: str, whose: str
) -> None:
    message = safety.escalation(
        SAY, help_, tier=Tier.CONTACT_NOW, label=label, escalation_id=7, whose=whose
    )
    check(message)
    assert (HOLD in message.html) is (whose == "self")
    assert "nobody may be reading this chat" in message.html
    if help_.doctor and whose == "self":
        assert help_.doctor in message.html
    if SUBJECTS.get(label) in ("mood", "severe-mood") and whose == "self":
        line = "116 123" if help_.contacts is BRITAIN else None
        line = "findahelpline.com" if help_.contacts.fallback else line
        assert (line or "988") in message.html


@every_help
@every_label
@everyone
def test_a_possible_concern_is_one_question_with_help_in_it(
    help_: Help, label: str, whose: str
) -> None:
    message = safety.possible_concern(SAY, help_, label=label, whose=whose)
    check(message)
    assert message.html.count("?") == 1
    answers = [
        button.action.answer
        for row in message.rows
        for button in row
        if isinstance(button.action, PossibleConcernAnswer)
    ]
    assert answers == ["yes", "no", "skip"]
    if SUBJECTS.get(label, "") in ("mood", "severe-mood"):
        words = "suicide" if whose == "other" else "killing yourself"
        assert words in message.html
        people = "findahelpline.com" if help_.contacts.fallback else help_.contacts.crisis[0].name
        assert people.replace("&", "&amp;") in message.html


@every_help
@pytest.mark.parametrize("step", [step for step in EscalationStep if step != "worse"])
def test_every_button_has_an_answer(help_: Help, step: EscalationStep) -> None:
    check(safety.step_reply(SAY, help_, step=step, escalation_id=7))


def test_getting_worse_is_an_escalation_and_no_reply() -> None:
    with pytest.raises(ValueError):
        safety.step_reply(SAY, Help(NOBODY), step=EscalationStep.WORSE, escalation_id=7)
    with pytest.raises(ValueError):
        safety.escalation(SAY, Help(NOBODY), tier=Tier.WITHIN_24H, label="suicide", escalation_id=7)


@every_help
def test_the_messages_that_follow(help_: Help) -> None:
    for message in (
        safety.follow_up(SAY, help_, label="suicide", escalation_id=7),
        safety.follow_up(SAY, help_, label="physical", escalation_id=7),
        safety.next_morning(SAY, help_, escalation_id=7),
        safety.hold_explained(SAY, 7),
        safety.before_held_dose(SAY, 7),
        safety.not_cleared(SAY, 7),
        safety.spoken_question(SAY, 7),
        safety.possible_denied(SAY),
        safety.sos(SAY, help_),
        contact_list(SAY, help_.contacts),
    ):
        check(message)


def test_only_what_the_doctor_said_is_offered_after_spoken() -> None:
    steps = [
        button.action.step
        for row in safety.spoken_question(SAY, 7).rows
        for button in row
        if isinstance(button.action, EscalationAnswer)
    ]
    assert steps == ["said-continue", "said-pause", "said-stop", "said-unsure"]


def test_a_message_shown_again_still_begins_with_the_number() -> None:
    message = safety.escalation(
        SAY,
        Help(BRITAIN),
        tier=Tier.EMERGENCY,
        label="suicide",
        escalation_id=7,
        shown_again=True,
    )
    check(message)
    assert "999" in message.html.splitlines()[0]
    assert message.html.endswith("reached you.</i>")


@pytest.mark.parametrize("tier", [Tier.CONTACT_NOW, Tier.EMERGENCY])
def test_after_a_drop_out_nothing_stands_before_an_emergency_number(tier: Tier) -> None:
    message = safety.escalation(
        SAY, Help(BRITAIN), tier=tier, label="suicide", escalation_id=7, dropped_out=True
    )
    check(message)
    said = message.html.startswith("You stopped in the middle")
    assert said is (tier is Tier.CONTACT_NOW)
    assert said is not ("999" in message.html.splitlines()[0])


def test_numbers_can_be_called_and_copied() -> None:
    message = safety.escalation(
        SAY, Help(BRITAIN), tier=Tier.CONTACT_NOW, label="suicide", escalation_id=7
    )
    assert "Call Samaritans: 116 123 (24/7)" in message.html
    copies = [button.copy for row in message.rows for button in row if button.copy]
    assert copies[:2] == ["999", "116123"]


def test_own_safety_plan_stands_below_the_emergency_line_and_is_escaped() -> None:
    message = safety.sos(SAY, Help(BRITAIN), plan=SafetyPlan({PlanPart.HELPS: "Call <Ana> & walk"}))
    check(message)
    lines = message.html.splitlines()
    assert "999" in lines[0]
    assert "Call &lt;Ana&gt; &amp; walk" in message.html
    assert message.html.index("Ana") < message.html.index("Samaritans")


def test_poison_line_is_named_where_it_is_verified() -> None:
    overdose = {"tier": Tier.EMERGENCY, "label": "overdose", "escalation_id": 7}
    assert "1-800-222-1222" in safety.escalation(SAY, Help(AMERICA), **overdose).html
    assert "poison centre" in safety.escalation(SAY, Help(BRITAIN), **overdose).html


def test_without_a_country_no_number_is_guessed() -> None:
    for message in (safety.sos(SAY, Help(NOBODY)), contact_list(SAY, NOBODY)):
        assert set(re.findall(r"\d+", message.html)) == {"112"}


FORBIDDEN = [
    "low risk", "not at risk", "you're fine", "you are fine", "everything will be fine",
    "you're safe now", "your doctor has been told", "monitoring you", "committed suicide",
    "failed attempt", "successful attempt", "at least you", "others have it worse", "promise",
    "don't be silly", "score of", "percent", "streak", "well done", "great job",
]  # fmt: skip


@pytest.mark.parametrize("name", ["safety.ftl", "mood.ftl"])
def test_nothing_that_must_never_be_said_is_in_the_files(name: str) -> None:
    text = (CONTENT / "messages" / "en" / name).read_text(encoding="utf-8")
    said = "\n".join(line for line in text.splitlines() if not line.startswith("#")).casefold()
    assert [words for words in FORBIDDEN if words in said] == []


def ids(name: str) -> list[str]:
    text = (CONTENT / "messages" / "en" / name).read_text(encoding="utf-8")
    return re.findall(r"^([a-z-]+) =", text, re.MULTILINE)


def test_no_text_is_left_over_that_nobody_says() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (CONTENT.parent / "bot").rglob("*.py")
    )
    composed = (  # ids that a view puts together from the tier, the subject or the step
        r"safety-[en]-|safety-possible-|safety-button-|safety-line-|safety-said-|"
        r"safety-reply-|safety-(not-)?helped$|safety-(hold|machine)$|safety-follow-up|mood-daily-"
    )
    unused = [
        name
        for name in ids("safety.ftl") + ids("mood.ftl")
        if f'"{name}"' not in code and f"'{name}'" not in code and not re.match(composed, name)
    ]
    assert unused == []


def test_every_escalation_text_has_a_case_that_says_it() -> None:
    said = {
        safety._message_id(tier, subject, whose)
        for tier in (Tier.CONTACT_NOW, Tier.EMERGENCY)
        for subject in set(SUBJECTS.values())
        for whose in ("self", "other")
    }
    assert said == {name for name in ids("safety.ftl") if re.match(r"safety-[en]-", name)}
