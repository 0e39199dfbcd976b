"""What a lock screen shows of a message that the bot sends on its own.

A phone on a table shows the first lines to everybody. So what comes unasked either begins with
neutral words of its own, or gets a cover of two lines. The one exception is the message of a case:
an alarm must be plain at once (decision 0054).
"""

from __future__ import annotations

from dataclasses import replace

from bot.catalog.messages import Say
from bot.domain.message import Message
from bot.domain.patient import Patient
from bot.domain.routine_kind import RoutineKind
from bot.views.reminders import item_name

FRONT = 80  # characters: about two lines on a phone


def covered(say: Say, patient: Patient, message: Message) -> Message:
    """With two neutral lines before it, unless she has switched them off."""
    if not patient.discreet:
        return message
    return replace(message, html=f"{say('lock-cover')}\n\n{message.html}")


def clearly(say: Say, patient: Patient, message: Message) -> Message:
    """A reminder with the plain name of the dose, for whoever has switched the neutral one off."""
    if patient.discreet:
        return message
    neutral, plain = item_name(say, RoutineKind.DOSE), say("item-dose-clear")
    rows = tuple(
        tuple(replace(each, label=each.label.replace(neutral, plain)) for each in row)
        for row in message.rows
    )
    return replace(message, html=message.html.replace(neutral, plain), rows=rows)
