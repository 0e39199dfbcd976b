"""A clinic's link: what it would set, before the patient's yes, and what holds afterwards."""

from __future__ import annotations

from bot.catalog.messages import Say
from bot.domain.clinic import Clinic
from bot.domain.clinic_actions import AnswerClinic, LeaveClinic
from bot.domain.message import Button, Message


def invited(say: Say, clinic: Clinic, code: str, *, instead: bool) -> Message:
    """`instead`: she belongs to another clinic, which this one would replace."""
    text: list[str] = [say("clinic-asked", name=clinic.name)]
    if clinic.phone:
        text.append(say("clinic-number", phone=clinic.phone))
    if clinic.team_chat is not None:
        text.append(say("clinic-team", name=clinic.name))
    text.append(say("clinic-never", name=clinic.name))
    if instead:
        text.append(say("clinic-instead"))
    rows: list[tuple[Button, ...]] = []
    if clinic.team_chat is not None:
        yes = AnswerClinic(code, "with_team")
        rows.append((Button(say.plain("clinic-button-team"), yes, style="primary"),))
    rows.append((Button(say.plain("clinic-button-number"), AnswerClinic(code, "number")),))
    rows.append((Button(say.plain("clinic-button-no"), AnswerClinic(code, "no")),))
    return Message("\n\n".join(text), tuple(rows))


def joined(say: Say, clinic: Clinic, *, told: bool) -> Message:
    key = "clinic-joined-team" if told else "clinic-joined"
    return Message(say(key, name=clinic.name))


def ask_leave(say: Say, clinic: Clinic) -> Message:
    yes = Button(say.plain("clinic-button-leave-yes"), LeaveClinic(sure=True), style="danger")
    return Message(say("clinic-leave-ask", name=clinic.name), ((yes,),))


def line(say: Say, clinic: Clinic) -> str:
    """For the doctor's page."""
    if clinic.phone:
        return say("clinic-line", name=clinic.name, phone=clinic.phone)
    return say("clinic-line-no-phone", name=clinic.name)


def leave_button(say: Say) -> Button:
    return Button(say.plain("clinic-button-leave"), LeaveClinic(sure=False))
