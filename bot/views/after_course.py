"""The two notes after the course: when the month is over, and the good-bye."""

from __future__ import annotations

from bot.catalog.messages import Say
from bot.domain.course import after_course
from bot.domain.message import Button, Message
from bot.domain.patient import Patient
from bot.domain.setup_actions import ConfirmDelete
from bot.views.times import date_text


def note(say: Say, patient: Patient, *, good_bye: bool) -> Message:
    """What the reminder's button opens. A course that goes on after all has no such note."""
    if patient.course_ended_on is None:
        return Message(say("after-old"))
    dates = after_course(patient.course_ended_on)
    last = date_text(say.language, dates.ended_on)
    procedures = date_text(say.language, dates.procedures_from)
    if not good_bye:
        return Message(say("after-month", last=last, procedures=procedures))
    delete = Button(say.plain("after-button-delete"), ConfirmDelete(True), style="danger")
    return Message(say("after-goodbye", last=last, procedures=procedures), ((delete,),))
