"""The messages that tell somebody to get help, from fixed texts and verified contacts only.

Which text is said depends on the tier, on what it is about and on whom; nothing here is composed
freely, and an E message begins with the emergency number.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.catalog.messages import Safe, Say
from bot.domain.contacts import CountryContacts
from bot.domain.message import Button, Message, Rows
from bot.domain.safety_actions import (
    EscalationAnswer,
    EscalationStep,
    PossibleConcernAnswer,
    ShowContacts,
)
from bot.domain.safety_plan import SafetyPlan
from bot.domain.setup_actions import ChangeSetting
from bot.domain.tier import Tier
from bot.views import safety_plan
from bot.views.contacts import (
    contact_rows,
    crisis_lines,
    doctor_words,
    emergency_words,
    has_more,
    poison_words,
)

# What a case is about -> the middle of the message id. Labels are those of the concern detection
# and of the symptom check; a label that is not here gets the physical text, which says the most
# about doctors and holds the capsule like every other.
SUBJECTS = {
    "suicide": "mood",
    "mood": "mood",
    "severe_mood": "severe-mood",
    "overdose": "overdose",
    "psychosis": "psychosis",
    "pregnancy": "pregnancy",
    "physical": "physical",
}
ABOUT_MOOD = frozenset({"mood", "severe-mood", "psychosis", "overdose"})


@dataclass(frozen=True, slots=True)
class Help:
    """Whom a patient can turn to: the country's contacts and the doctor's number, if saved."""

    contacts: CountryContacts
    doctor: str | None = None


def escalation(
    say: Say,
    help_: Help,
    *,
    tier: Tier,
    label: str,
    escalation_id: int,
    whose: str = "self",
    shown_again: bool = False,
    dropped_out: bool = False,
    has_plan: bool = False,
) -> Message:
    """The N or E message of a case. `dropped_out`: a check-in was left after a yes, which an N
    message says first (nothing stands before an emergency number). `has_plan`: she has
    a plan of her own, which a button shows.

    Raises `ValueError` for a tier that does not escalate."""
    if not tier.escalates:
        raise ValueError(f"tier {tier.code} has no escalation message")
    subject = SUBJECTS.get(label, "physical")
    html = say(_message_id(tier, subject, whose), **_words(say, help_))
    if dropped_out and tier is Tier.CONTACT_NOW:
        html = Safe(f"{say('mood-dropped-out')}\n\n{html}")
    if shown_again:
        html = Safe(f"{html}\n\n{say('safety-shown-again')}")
    crisis = subject in ABOUT_MOOD
    rows = contact_rows(say, help_.contacts, crisis=crisis)
    if has_plan and whose != "other":
        rows += safety_plan.row(say)
    more = not crisis or has_more(help_.contacts)  # never a door to what stands here already
    return Message(html, rows + _steps(say, tier, escalation_id, whose, more=more))


def possible_concern(say: Say, help_: Help, *, label: str, whose: str = "self") -> Message:
    """One direct question with the crisis line already in it."""
    subject = SUBJECTS.get(label, "physical")
    if subject == "severe-mood":
        subject = "mood"
    other = "-other" if whose == "other" and subject == "mood" else ""
    html = say(f"safety-possible-{subject}{other}", **_words(say, help_))
    answers = (("yes", "yes"), ("no", "no"), ("refuse", "skip"))
    buttons = tuple(
        Button(
            say.plain(f"safety-possible-button-{word}"),
            PossibleConcernAnswer(label=label, whose=whose, answer=answer),
        )
        for word, answer in answers
    )
    crisis = subject in ABOUT_MOOD
    rows = (buttons[:2], buttons[2:], *contact_rows(say, help_.contacts, crisis=crisis))
    return Message(html, rows)


def possible_denied(say: Say) -> Message:
    return Message(say("safety-possible-no"), ((_more(say),),))


def sos(say: Say, help_: Help, *, plan: SafetyPlan | None = None) -> Message:
    """/sos, for everybody. `plan` is the patient's own safety plan, if there is one: it stands
    right below the emergency line's message, as the patient wrote it."""
    html = say("safety-sos", **_words(say, help_))
    if plan is not None and not plan.empty:
        first, _, rest = html.partition("\n\n")
        own = say("safety-sos-plan", plan=safety_plan.words(say, plan))
        html = Safe(f"{first}\n\n{own}\n\n{rest}")
    if help_.contacts.code is None:
        html = Safe(f"{html}\n\n{say('safety-sos-country')}")
    rows = contact_rows(say, help_.contacts)
    if help_.contacts.code is None:
        choose = Button(say.plain("safety-button-country"), ChangeSetting("country"))
        rows += ((choose,),)
    elif has_more(help_.contacts):
        rows += ((_more(say),),)
    return Message(html, rows)


def step_reply(say: Say, help_: Help, *, step: EscalationStep, escalation_id: int) -> Message:
    """The answer to a button under an escalation. `WORSE` is the E message of the case: use
    `escalation`; asking for it here is a mistake and raises `ValueError`."""
    if step is EscalationStep.WORSE:
        raise ValueError("getting worse is a new E escalation, not a reply")
    if step is EscalationStep.SPOKEN:
        return spoken_question(say, escalation_id)
    html = say(f"safety-{_REPLIES[step]}", **_words(say, help_))
    if step in (EscalationStep.SAID_CONTINUE, EscalationStep.SAID_STOP):
        return Message(html)
    if step is EscalationStep.SAID_PAUSE:
        go_on = _answer(say, "said-continue", EscalationStep.SAID_CONTINUE, escalation_id)
        return Message(html, ((go_on,),))
    spoken = _answer(say, "spoken", EscalationStep.SPOKEN, escalation_id)
    if step is EscalationStep.NOT_HELPED:
        return Message(html, (*contact_rows(say, help_.contacts), (spoken,)))
    return Message(html, ((spoken,), (_more(say),)))


_REPLIES = {
    EscalationStep.CALLED: "reply-called",
    EscalationStep.WITH_SOMEONE: "reply-with-someone",
    EscalationStep.SAID_CONTINUE: "said-continue",
    EscalationStep.SAID_PAUSE: "said-pause",
    EscalationStep.SAID_STOP: "said-stop",
    EscalationStep.SAID_UNSURE: "said-unsure",
    EscalationStep.HELPED: "helped",
    EscalationStep.NOT_HELPED: "not-helped",
}


def spoken_question(say: Say, escalation_id: int) -> Message:
    """What did the doctor say? Only the answer to this releases a hold."""
    steps = ("said-continue", "said-pause", "said-stop", "said-unsure")
    buttons = [_answer(say, word, EscalationStep(word), escalation_id) for word in steps]
    return Message(say("safety-spoken-question"), (tuple(buttons[:3]), (buttons[3],)))


def follow_up(say: Say, help_: Help, *, label: str, escalation_id: int) -> Message:
    """Later the same day: "Did you get help?"."""
    mood = SUBJECTS.get(label, "physical") in ABOUT_MOOD
    html = say(f"safety-follow-up{'' if mood else '-physical'}", **_words(say, help_))
    return Message(html, _help_rows(say, help_, escalation_id))


def next_morning(say: Say, help_: Help, *, escalation_id: int) -> Message:
    html = say("safety-next-morning", **_words(say, help_))
    return Message(html, _help_rows(say, help_, escalation_id))


def hold_explained(say: Say, escalation_id: int) -> Message:
    """Why there is no dose reminder, with the way out of the hold."""
    spoken = _answer(say, "spoken", EscalationStep.SPOKEN, escalation_id)
    return Message(say("safety-hold-explained"), ((spoken,), (_more(say),)))


def before_held_dose(say: Say, escalation_id: int) -> Message:
    spoken = _answer(say, "spoken", EscalationStep.SPOKEN, escalation_id)
    not_yet = _answer(say, "not-helped", EscalationStep.NOT_HELPED, escalation_id)
    return Message(say("safety-before-dose"), ((spoken,), (not_yet,)))


def not_cleared(say: Say, escalation_id: int) -> Message:
    """After "just joking" or a later no: a yes of the same day stands."""
    worse = _answer(say, "worse", EscalationStep.WORSE, escalation_id)
    return Message(say("safety-not-cleared"), ((_more(say),), (worse,)))


def _message_id(tier: Tier, subject: str, whose: str) -> str:
    letter = tier.code.lower()
    if subject == "severe-mood" and (tier is Tier.EMERGENCY or whose == "other"):
        subject = "mood"
    if subject == "overdose" and whose == "other":
        letter = "e"  # someone else took it: a child or a pregnancy cannot be ruled out
    return f"safety-{letter}-{subject}{'-other' if whose == 'other' else ''}"


def _words(say: Say, help_: Help) -> dict[str, Safe]:
    return {
        "emergency": emergency_words(say, help_.contacts),
        "lines": crisis_lines(say, help_.contacts),
        "poison": poison_words(say, help_.contacts),
        "doctor": doctor_words(say, help_.doctor),
    }


def _steps(say: Say, tier: Tier, escalation_id: int, whose: str, *, more: bool) -> Rows:
    door = (_more(say),) if more else ()
    called = _answer(say, "called", EscalationStep.CALLED, escalation_id)
    with_someone = _answer(say, "with-someone", EscalationStep.WITH_SOMEONE, escalation_id)
    if whose == "other":
        return _filled((called,), door)
    spoken = _answer(say, "spoken", EscalationStep.SPOKEN, escalation_id)
    if tier is Tier.EMERGENCY:
        return _filled((called, with_someone), (spoken,), door)
    worse = _answer(say, "worse", EscalationStep.WORSE, escalation_id, danger=True)
    return _filled((called, with_someone), (spoken,), (*door, worse))


def _filled(*rows: tuple[Button, ...]) -> Rows:
    return tuple(row for row in rows if row)


def _help_rows(say: Say, help_: Help, escalation_id: int) -> Rows:
    helped = _answer(say, "helped", EscalationStep.HELPED, escalation_id)
    not_helped = _answer(say, "not-helped", EscalationStep.NOT_HELPED, escalation_id)
    spoken = _answer(say, "spoken", EscalationStep.SPOKEN, escalation_id)
    worse = _answer(say, "worse", EscalationStep.WORSE, escalation_id, danger=True)
    return (
        (helped, not_helped),
        (spoken,),
        ((_more(say), worse) if has_more(help_.contacts) else (worse,)),
        *contact_rows(say, help_.contacts),
    )


def _answer(
    say: Say, word: str, step: EscalationStep, escalation_id: int, *, danger: bool = False
) -> Button:
    return Button(
        say.plain(f"safety-button-{word}"),
        EscalationAnswer(escalation_id=escalation_id, step=step.value),
        style="danger" if danger else None,
    )


def _more(say: Say) -> Button:
    return Button(say.plain("safety-button-contacts"), ShowContacts())
