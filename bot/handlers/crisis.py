"""/sos and /doctor, and the buttons under messages that say "get help"."""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Button, Message, Rows
from bot.domain.safety_actions import (
    EscalationAnswer,
    EscalationStep,
    PossibleConcernAnswer,
    ShowContacts,
)
from bot.handlers import checkin, faq, notes, safety_plan
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import concerns, escalations, questions, routine_settings
from bot.services import notes as note_service
from bot.services import safety_plan as plan_service
from bot.storage import conversations, safety_plans
from bot.views import clinics as clinics_view
from bot.views import contacts as contacts_view
from bot.views import safety

_SAID: dict[EscalationStep, escalations.Said] = {
    EscalationStep.SAID_CONTINUE: "continue",
    EscalationStep.SAID_PAUSE: "pause",
    EscalationStep.SAID_STOP: "stop",
}


ABOUT_MOOD = frozenset({"severe_mood", "suicide", "mood"})


async def sos(update: Update, turn: Turn) -> None:
    """Works for everybody, without consent or account."""
    help_ = turn.desk.help_for(turn.patient, turn.now)
    plan = None
    if turn.patient.doubted_at is None:
        plan = await safety_plans.load(turn.tx, turn.patient.id)
    await turn.reply(safety.sos(turn.say, help_, plan=plan))


@pressed(ShowContacts)
async def show_contacts(turn: Turn, action: ShowContacts) -> None:
    help_ = turn.desk.help_for(turn.patient, turn.now)
    await turn.reply(contacts_view.contact_list(turn.say, help_.contacts))


@pressed(EscalationAnswer)
async def escalation_answer(turn: Turn, action: EscalationAnswer) -> None:
    case = await escalations.own_case(turn.tx, turn.patient, action.escalation_id)
    if case is None or action.step not in set(EscalationStep):
        await turn.reply(Message(turn.say("not-your-button")))
        return
    step = EscalationStep(action.step)
    if step is EscalationStep.WORSE:
        await escalations.worse(turn.tx, turn.desk, turn.patient, case, turn.now)
        return
    if (said := _SAID.get(step)) is not None:
        await escalations.spoken_to_doctor(turn.tx, turn.patient, said, turn.now)
        await routine_settings.replan(turn.tx, turn.patient, turn.now)
    else:
        await escalations.acknowledge(turn.tx, case, step, turn.now)
    help_ = turn.desk.help_for(turn.patient, turn.now)
    await turn.reply(safety.step_reply(turn.say, help_, step=step, escalation_id=case.id))
    if said == "continue" and case.label in ABOUT_MOOD:
        await checkin.ask_if_prescriber_knows(turn)


@pressed(PossibleConcernAnswer)
async def possible_answer(turn: Turn, action: PossibleConcernAnswer) -> None:
    """The answer to the direct question. The case, if any, is queued by the service."""
    source = f"direct:{turn.work.pressed_message}:{turn.patient.id}"
    waiting = await questions.waiting(turn.tx, turn.patient)
    outcome = await concerns.answered(
        turn.tx,
        turn.desk,
        turn.patient,
        action.label,
        action.whose,
        action.answer,
        source,
        turn.now,
    )
    if outcome is not None and not isinstance(outcome, int):
        await checkin.show(turn, outcome)
    elif outcome is None and action.answer == "no":
        await turn.reply(safety.possible_denied(turn.say))
        going = await conversations.load(turn.tx, turn.patient.id)
        if going is not None and going.flow == plan_service.FLOW:
            await safety_plan.ask_again(turn, going)
        elif going is not None and going.flow == note_service.FLOW:
            await notes.after_no(turn, going)
        elif waiting is not None:
            await faq.show(turn, waiting)


async def doctor(update: Update, turn: Turn) -> None:
    """The doctor's number, and the way out of a hold."""
    say, patient = turn.say, turn.patient
    number = (
        say("doctor-number", doctor=patient.doctor) if patient.doctor else say("doctor-no-number")
    )
    text: list[str] = [say("doctor-title"), number]
    rows: Rows = ()
    if patient.clinic is not None:
        text.append(clinics_view.line(say, patient.clinic))
        rows = ((clinics_view.leave_button(say),),)
    case = await escalations.newest_hold(turn.tx, patient)
    if case is None:
        text.append(say("doctor-not-held"))
        await turn.reply(Message("\n\n".join(text), rows))
        return
    text.append(say("doctor-paused" if case.said else "doctor-held"))
    spoken = EscalationAnswer(case.id, EscalationStep.SPOKEN)
    button = Button(say.plain("doctor-spoken"), spoken, style="primary")
    await turn.reply(Message("\n\n".join(text), ((button,), *rows)))
