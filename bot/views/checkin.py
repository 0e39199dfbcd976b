"""The mood check-in in words: the questions as printed, and what is said around them."""

from __future__ import annotations

from bot.catalog.messages import Safe, Say
from bot.domain.checkin import Ask
from bot.domain.checkin_actions import (
    CheckinAnswer,
    CheckinDecline,
    CheckinStart,
    PrescriberKnows,
)
from bot.domain.checkin_state import SKIPPED, CheckinPlan
from bot.domain.checkin_tier import MoodOutcome
from bot.domain.instrument import Instrument
from bot.domain.message import Button, Message
from bot.domain.routine_kind import RoutineKind
from bot.domain.safety_actions import ShowContacts
from bot.domain.safety_plan_actions import ShowSafetyPlan
from bot.domain.setup_actions import SwitchRoutine
from bot.domain.tier import Tier
from bot.views.contacts import contact_rows, crisis_lines, doctor_words, emergency_words
from bot.views.safety import Help

MINUTES_SHORT, MINUTES_FULL = 2, 5


def invitation(say: Say, *, full: bool) -> Message:
    """Neutral words: this may show on a lock screen."""
    html = say("mood-invitation-full" if full else "mood-invitation")
    return Message(
        html,
        (
            (
                Button(say.plain("mood-button-start"), CheckinStart(later=False)),
                Button(say.plain("mood-button-later"), CheckinStart(later=True)),
            ),
        ),
    )


def intro(say: Say, plan: CheckinPlan, phq: Instrument) -> Message:
    """Said once, in the message before the first question, with the credit line of the form."""
    teen = plan.age_group == "teen"
    html = say(
        "mood-intro-teen" if teen else "mood-intro",
        recall=say("mood-recall-phqa" if phq.id == "phqa" else "mood-recall-phq9"),
        minutes=MINUTES_FULL if teen or plan.full else MINUTES_SHORT,
    )
    parts: list[str] = [html]
    if say.language not in phq.languages:
        parts.append(say("mood-english-only"))
    if phq.credit:
        parts.append(say("mood-credit", credit=say.foreign(phq.credit)))
    return Message("\n\n".join(parts))


def question(
    say: Say, ask: Ask, checkin_id: int, *, unclear: bool = False, stale: bool = False
) -> Message:
    """One question. Asked again, it says why; `unclear`: typed words matched no answer; `stale`:
    the press belonged to an earlier question."""
    # The official wording, which is English: its lines run from left to right in every language.
    item = say.foreign(ask.item.text)
    if ask.stem:
        html = say("mood-question", stem=say.foreign(ask.stem), item=item)
    else:
        html = say("mood-question-plain", item=item)
    before: list[Safe] = []
    if stale:
        before.append(say("mood-stale"))
    if unclear:
        before.append(say("mood-again-unclear"))
    if ask.again and ask.item.safety:
        before.append(say("mood-again-safety"))

    def button(label: str, option: str) -> Button:
        return Button(label, CheckinAnswer(checkin_id, ask.item.id, option, ask.attempt))

    answers = [button(say.foreign(option.text), option.code) for option in ask.options]
    rows = (tuple(answers),) if len(answers) == 2 else tuple((one,) for one in answers)
    refuse = button(say.plain("mood-button-refuse"), SKIPPED)
    return Message("\n\n".join([*before, html]), (*rows, (refuse,)))


def result(
    say: Say, help_: Help, found: MoodOutcome, *, next_date: str | None = None
) -> Message | None:
    """What is said at the end; None for N and E, which `bot.views.safety.escalation` says.

    `next_date` is the next check-in in words, in the patient's language."""
    if found.tier.escalates:
        return None
    if found.tier is Tier.WITHIN_24H:
        known = found.reasons == ("phq-known",)
        html = say(
            "mood-outcome-known-d" if known else "mood-outcome-d",
            doctor=doctor_words(say, help_.doctor),
            lines=crisis_lines(say, help_.contacts),
            emergency=emergency_words(say, help_.contacts),
        )
        more = Button(say.plain("safety-button-contacts"), ShowContacts())
        return Message(html, (*contact_rows(say, help_.contacts), (more,)))
    if found.tier is Tier.ROUTINE:
        return Message(say("mood-outcome-r"))
    if next_date:
        return Message(say("mood-thanks", date=next_date))
    return Message(say("mood-thanks-no-date"))


def dropped_out_check(say: Say, help_: Help) -> Message:
    """The one check after a drop-out with a yes; nothing follows it."""
    html = say(
        "mood-dropped-out-check",
        lines=crisis_lines(say, help_.contacts),
        emergency=emergency_words(say, help_.contacts),
    )
    more = Button(say.plain("safety-button-contacts"), ShowContacts())
    return Message(html, (*contact_rows(say, help_.contacts), (more,)))


def missed_twice(say: Say, help_: Help) -> Message:
    html = say("mood-missed-twice", lines=crisis_lines(say, help_.contacts))
    more = Button(say.plain("safety-button-contacts"), ShowContacts())
    return Message(html, (*contact_rows(say, help_.contacts), (more,)))


def not_today(say: Say) -> Message:
    """After N or E nothing more is asked that day."""
    more = Button(say.plain("safety-button-contacts"), ShowContacts())
    return Message(say("mood-not-today"), ((more,),))


def over(say: Say) -> Message:
    """A press on a check-in that has ended."""
    return Message(say("mood-over"))


def left_open(say: Say) -> Message:
    go_on = Button(say.plain("mood-button-start"), CheckinStart(later=False))
    return Message(say("mood-left-open"), ((go_on,),))


def offer_again(say: Say) -> Message:
    """For `MoodOutcome.offer_full_again`: once, and it may be declined."""
    yes = Button(say.plain("mood-button-offer-yes"), CheckinStart(later=False))
    no = Button(say.plain("mood-button-offer-no"), CheckinDecline())
    return Message(say("mood-offer-again"), ((yes, no),))


def first_offers(say: Say) -> Message:
    """At the end of the first check-in, when nothing was found: what else there is, once."""
    daily = SwitchRoutine(RoutineKind.DAILY_MOOD, on=True)
    weekly = SwitchRoutine(RoutineKind.SYMPTOM_CHECK, on=True)
    rows = (
        (Button(say.plain("mood-offer-daily"), daily),),
        (Button(say.plain("mood-offer-weekly"), weekly),),
        (Button(say.plain("plan-button-write"), ShowSafetyPlan()),),
    )
    return Message(say("mood-first-offers"), rows)


def prescriber_question(say: Say) -> Message:
    """Asked after a high baseline; the answer is what `MoodHistory.prescriber_accepts` needs."""
    yes = Button(say.plain("mood-prescriber-yes"), PrescriberKnows(knows=True))
    no = Button(say.plain("mood-prescriber-no"), PrescriberKnows(knows=False))
    return Message(say("mood-prescriber-question"), ((yes,), (no,)))
